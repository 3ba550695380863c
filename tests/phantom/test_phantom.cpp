#include "core/base/error.h"
#include "core/base/table.h"
#include "core/base/task.h"
#include "core/phantom/phantom.h"
#include "tests/support/testdata.h"

#include <hdf5.h>
#include <nlohmann/json.hpp>
#include <openslide.h>

#include <cmath>
#include <map>
#include <numbers>
#include <optional>
#include <set>
#include <stop_token>

namespace fs = std::filesystem;
using namespace spacrd;
using spacrd::test::TemporaryFolder;

namespace {

PhantomOptions smallOptions()
{
    PhantomOptions options;
    options.width = 2000;
    options.height = 2000;
    options.genes = 400;
    options.seed = 5;
    return options;
}

void makePhantom(const fs::path& folder, const PhantomOptions& options)
{
    Task task;
    writePhantom(folder, options, task);
}

/// Name → bytes of every file below a folder.
std::map<std::string, std::string> filesOf(const fs::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(folder).string()] = test::read(entry.path());
    }
    return files;
}

std::string slideProperty(openslide_t* slide, const char* name)
{
    const char* value = openslide_get_property_value(slide, name);
    return value ? value : "";
}

struct TruthSpot
{
    std::string tissue;
    bool label = false;
    bool inImage = false;
    bool inGenes = false;
};

std::vector<std::pair<std::string, TruthSpot>> readTruth(const fs::path& folder)
{
    const Table table = readTableWithHeader(folder / "truth.csv", Task());
    std::vector<std::pair<std::string, TruthSpot>> truth;
    for (const auto& row : table.rows)
        truth.emplace_back(row[0], TruthSpot{row[1], row[2] == "1", row[3] == "1", row[4] == "1"});
    return truth;
}

std::map<std::string, Point> readPositions(const fs::path& folder)
{
    const Table table = readTableWithHeader(folder / "outs/spatial/tissue_positions.csv", Task());
    std::map<std::string, Point> positions;
    for (const auto& row : table.rows)
        positions[row[0]] = {*toDouble(row[5]), *toDouble(row[4])};
    return positions;
}

template <typename T>
std::vector<T> readNumbers(hid_t file, const char* path, hid_t type)
{
    const hid_t dataset = H5Dopen2(file, path, H5P_DEFAULT);
    const hid_t space = H5Dget_space(dataset);
    std::vector<T> values(static_cast<size_t>(H5Sget_simple_extent_npoints(space)));
    if (H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) < 0)
        values.clear();
    H5Sclose(space);
    H5Dclose(dataset);
    return values;
}

std::vector<std::string> readStrings(hid_t file, const char* path)
{
    const hid_t dataset = H5Dopen2(file, path, H5P_DEFAULT);
    const hid_t space = H5Dget_space(dataset);
    const hid_t type = H5Dget_type(dataset);
    const size_t length = H5Tget_size(type);
    std::vector<std::string> strings;
    if (H5Tget_class(type) == H5T_STRING && !H5Tis_variable_str(type)) {
        std::string flat(length * static_cast<size_t>(H5Sget_simple_extent_npoints(space)), '\0');
        H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, flat.data());
        for (size_t i = 0; i < flat.size(); i += length)
            strings.emplace_back(flat.substr(i, length).c_str());
    }
    H5Tclose(type);
    H5Sclose(space);
    H5Dclose(dataset);
    return strings;
}

struct Matrix
{
    std::vector<std::string> barcodes;
    std::vector<std::string> symbols;
    std::vector<std::int64_t> indptr;
    std::vector<std::int64_t> indices;
    std::vector<std::int32_t> data;
    std::vector<std::int32_t> shape;

    explicit Matrix(const fs::path& path)
    {
        const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
        barcodes = readStrings(file, "matrix/barcodes");
        symbols = readStrings(file, "matrix/features/name");
        indptr = readNumbers<std::int64_t>(file, "matrix/indptr", H5T_NATIVE_INT64);
        indices = readNumbers<std::int64_t>(file, "matrix/indices", H5T_NATIVE_INT64);
        data = readNumbers<std::int32_t>(file, "matrix/data", H5T_NATIVE_INT32);
        shape = readNumbers<std::int32_t>(file, "matrix/shape", H5T_NATIVE_INT32);
        H5Fclose(file);
    }

    /// Mean over the named genes of log1p of counts per 10,000, for one spot.
    double meanLog(size_t spot, const std::set<std::string>& genes) const
    {
        double total = 0.0;
        std::vector<double> counts;
        for (auto k = static_cast<size_t>(indptr[spot]); k < static_cast<size_t>(indptr[spot + 1]); ++k) {
            total += data[k];
            if (genes.contains(symbols[static_cast<size_t>(indices[k])]))
                counts.push_back(data[k]);
        }
        double sum = 0.0;
        for (const double count : counts)
            sum += std::log1p(count / total * 1e4);
        return sum / static_cast<double>(genes.size());
    }
};

bool ringContains(const nlohmann::json& ring, Point p)
{
    bool inside = false;
    for (size_t i = 1; i < ring.size(); ++i) {
        const double ax = ring[i][0], ay = ring[i][1], bx = ring[i - 1][0], by = ring[i - 1][1];
        if ((ay > p.y) != (by > p.y) && p.x < (bx - ax) * (p.y - ay) / (by - ay) + ax)
            inside = !inside;
    }
    return inside;
}

/// A ring inside a polygon is a hole, so the parity over all rings of all polygons tells.
bool regionsContain(const nlohmann::json& collection, Point p)
{
    bool inside = false;
    for (const auto& feature : collection["features"]) {
        for (const auto& ring : feature["geometry"]["coordinates"])
            inside = inside != ringContains(ring, p);
    }
    return inside;
}

double meanOf(const std::vector<double>& values)
{
    double sum = 0.0;
    for (const double v : values)
        sum += v;
    return sum / static_cast<double>(values.size());
}

} // namespace

class TestPhantom : public QObject
{
    Q_OBJECT

    std::optional<TemporaryFolder> m_folder;
    fs::path m_visium; ///< smallOptions()

private Q_SLOTS:
    void initTestCase()
    {
        m_folder.emplace();
        m_visium = *m_folder / "visium";
        makePhantom(m_visium, smallOptions());
    }

    void cleanupTestCase() { m_folder.reset(); }

    void sameSeedSameBytes()
    {
        TemporaryFolder folder;
        PhantomOptions options = smallOptions();
        options.width = options.height = 900;
        makePhantom(folder / "first", options);
        makePhantom(folder / "again", options);
        const auto first = filesOf(folder / "first");
        QCOMPARE(first.size(), size_t(8));
        QVERIFY(filesOf(folder / "again") == first);
        options.seed = 6;
        makePhantom(folder / "other", options);
        const auto changed = filesOf(folder / "other");
        QCOMPARE(changed.size(), first.size());
        for (const char* name : {"slide.tif", "outs/filtered_feature_bc_matrix.h5", "truth.csv", "truth.geojson"})
            QVERIFY2(changed.at(name) != first.at(name), name);
    }

    void openSlideReadsThePyramid()
    {
        openslide_t* slide = openslide_open((m_visium / "slide.tif").c_str());
        QVERIFY(slide && !openslide_get_error(slide));
        QCOMPARE(slideProperty(slide, OPENSLIDE_PROPERTY_NAME_VENDOR), std::string("generic-tiff"));
        // OpenSlide 3.4 hands generic TIFF's resolution through as it stands; 4.0 makes µm per pixel of it.
        QCOMPARE(slideProperty(slide, "tiff.ResolutionUnit"), std::string("centimeter"));
        QCOMPARE(std::stod(slideProperty(slide, "tiff.XResolution")), 20000.0);
        QCOMPARE(std::stod(slideProperty(slide, "tiff.YResolution")), 20000.0);
        QCOMPARE(slideProperty(slide, "openslide.level[0].tile-width"), std::string("256"));
        QCOMPARE(openslide_get_level_count(slide), 3);
        std::int64_t width = 0;
        std::int64_t height = 0;
        for (int level = 0; level < 3; ++level) {
            openslide_get_level_dimensions(slide, level, &width, &height);
            QCOMPARE(width, 2000 >> level);
            QCOMPARE(height, 2000 >> level);
        }
        // Light glass in the corner, stained tissue in the middle, at the coarsest level.
        std::vector<std::uint32_t> pixels(500 * 500);
        openslide_read_region(slide, pixels.data(), 0, 0, 2, 500, 500);
        QVERIFY(!openslide_get_error(slide));
        const auto green = [&](size_t x, size_t y) { return (pixels[y * 500 + x] >> 8) & 0xffU; };
        QVERIFY(green(3, 3) > 235 && green(3, 3) < 248);
        double middle = 0.0;
        for (size_t y = 150; y < 350; ++y) {
            for (size_t x = 150; x < 350; ++x)
                middle += green(x, y);
        }
        QVERIFY(middle / 40000 < 200 && middle / 40000 > 60);
        openslide_close(slide);
    }

    void tenxFileHasSpaceRangersLayout()
    {
        const hid_t file = H5Fopen((m_visium / "outs/filtered_feature_bc_matrix.h5").c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
        QVERIFY(file >= 0);
        const auto types = readStrings(file, "matrix/features/feature_type");
        const auto ids = readStrings(file, "matrix/features/id");
        const auto genomes = readStrings(file, "matrix/features/genome");
        H5Fclose(file);
        const Matrix matrix(m_visium / "outs/filtered_feature_bc_matrix.h5");
        QCOMPARE(matrix.shape, (std::vector<std::int32_t>{400, static_cast<std::int32_t>(matrix.barcodes.size())}));
        QCOMPARE(matrix.symbols.size(), size_t(400));
        QCOMPARE(types, std::vector<std::string>(400, "Gene Expression"));
        QCOMPARE(genomes.size(), size_t(400));
        QVERIFY(ids[0].starts_with("ENSG"));
        QCOMPARE(matrix.indptr.size(), matrix.barcodes.size() + 1);
        QCOMPARE(matrix.indptr.front(), 0);
        QCOMPARE(static_cast<size_t>(matrix.indptr.back()), matrix.data.size());
        QCOMPARE(matrix.indices.size(), matrix.data.size());
        QVERIFY(std::is_sorted(matrix.indptr.begin(), matrix.indptr.end()));
        for (size_t spot = 0; spot < matrix.barcodes.size(); ++spot) {
            for (auto k = static_cast<size_t>(matrix.indptr[spot]); k < static_cast<size_t>(matrix.indptr[spot + 1]); ++k) {
                QVERIFY(matrix.data[k] > 0 && matrix.indices[k] < 400);
                QVERIFY(k == static_cast<size_t>(matrix.indptr[spot]) || matrix.indices[k] > matrix.indices[k - 1]);
            }
        }
        QVERIFY(std::is_sorted(matrix.barcodes.begin(), matrix.barcodes.end()));
    }

    void spotsLieOnSpaceRangersLattice()
    {
        const Table table = readTableWithHeader(m_visium / "outs/spatial/tissue_positions.csv", Task());
        QCOMPARE(table.header, (std::vector<std::string>{"barcode", "in_tissue", "array_row", "array_col", "pxl_row_in_fullres",
                                                         "pxl_col_in_fullres"}));
        std::set<std::string> barcodes;
        size_t inTissue = 0;
        for (const auto& row : table.rows) {
            QCOMPARE(row[0].size(), size_t(18));
            QVERIFY(row[0].ends_with("-1"));
            barcodes.insert(row[0]);
            inTissue += row[1] == "1" ? 1 : 0;
            QCOMPARE((*toInteger(row[2]) + *toInteger(row[3])) % 2, 0);
        }
        QCOMPARE(barcodes.size(), table.rows.size());
        QVERIFY(inTissue > 30 && inTissue < table.rows.size());
        // Neighbours in a row and between rows are one pitch apart.
        const auto at = [&](const char* row, const char* column) {
            for (const auto& cells : table.rows) {
                if (cells[2] == row && cells[3] == column)
                    return Point{*toDouble(cells[5]), *toDouble(cells[4])};
            }
            return Point{-1e9, -1e9};
        };
        QVERIFY(std::abs(at("2", "6").x - at("2", "4").x - 200.0) < 0.02);
        QVERIFY(std::abs(std::hypot(at("3", "5").x - at("2", "4").x, at("3", "5").y - at("2", "4").y) - 200.0) < 0.02);
        const auto factors = nlohmann::json::parse(test::read(m_visium / "outs/spatial/scalefactors_json.json"));
        QCOMPARE(factors["spot_diameter_fullres"].get<double>(), 130.0);
        QCOMPARE(factors["tissue_hires_scalef"].get<double>(), 1.0);
        QCOMPARE(factors["tissue_lowres_scalef"].get<double>(), 0.3);
    }

    void truthIsInTheMatrixsOrderAndMatchesTheRegions()
    {
        const auto truth = readTruth(m_visium);
        const Matrix matrix(m_visium / "outs/filtered_feature_bc_matrix.h5");
        const auto positions = readPositions(m_visium);
        const auto regions = nlohmann::json::parse(test::read(m_visium / "truth.geojson"));
        QCOMPARE(truth.size(), matrix.barcodes.size());
        QVERIFY(regions["features"].size() >= 3);
        std::set<std::string> ids;
        for (const auto& feature : regions["features"]) {
            ids.insert(feature["id"].get<std::string>());
            QCOMPARE(feature["geometry"]["type"].get<std::string>(), std::string("Polygon"));
            QCOMPARE(feature["properties"]["classification"].dump(), std::string(R"({"color":[200,0,0],"name":"Tumor"})"));
            for (const auto& ring : feature["geometry"]["coordinates"])
                QVERIFY(ring.front() == ring.back());
        }
        QCOMPARE(ids.size(), regions["features"].size());

        for (size_t i = 0; i < truth.size(); ++i) {
            QCOMPARE(truth[i].first, matrix.barcodes[i]);
            QCOMPARE(truth[i].second.label, truth[i].second.tissue == "tumour");
            // Places spread over the disc: what the polygons cover decides the label, but for spots at their border.
            const Point centre = positions.at(truth[i].first);
            int covered = 0;
            for (int k = 0; k < 200; ++k) {
                const double radius = 55.0 * std::sqrt((k + 0.5) / 200);
                const double angle = k * std::numbers::pi * (3.0 - std::sqrt(5.0));
                covered +=
                    regionsContain(regions, {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)}) ? 1 : 0;
            }
            if (covered > 120)
                QVERIFY(truth[i].second.label);
            if (covered < 40)
                QVERIFY(!truth[i].second.label);
        }
    }

    void tumourNeedsBothHalves()
    {
        PhantomOptions options = smallOptions();
        options.width = options.height = 1500;
        options.spots = 900; // coarse pixels: many spots in a small picture
        options.tumourFraction = 0.35;
        options.genes = 800;
        TemporaryFolder folder;
        makePhantom(folder / "p", options);
        const auto truth = readTruth(folder / "p");
        const Matrix matrix(folder / "p" / "outs/filtered_feature_bc_matrix.h5");
        QVERIFY2(truth.size() > 650 && truth.size() < 1150, qPrintable(QString::number(truth.size())));

        const std::set<std::string> markers = {"ERBB2", "GRB7", "MUC1",  "FOXA1", "GATA3",
                                               "EPCAM", "KRT8", "KRT18", "KRT19", "CDH1"};
        std::vector<double> both, imageOnly, geneOnly, benign;
        std::map<std::string, int> tissues;
        for (size_t i = 0; i < truth.size(); ++i) {
            const TruthSpot& spot = truth[i].second;
            ++tissues[spot.tissue];
            QVERIFY(spot.label == (spot.inImage || spot.inGenes));
            auto& group = !spot.label ? benign : !spot.inGenes ? imageOnly : !spot.inImage ? geneOnly : both;
            group.push_back(matrix.meanLog(i, markers));
        }
        const auto labelled = static_cast<double>(both.size() + imageOnly.size() + geneOnly.size());
        QVERIFY(std::abs(labelled / static_cast<double>(truth.size()) - 0.35) < 0.06);
        QVERIFY(both.size() > imageOnly.size() + geneOnly.size());
        QVERIFY(imageOnly.size() >= 10 && geneOnly.size() >= 10);
        for (const char* decoy : {"benign gland", "immune infiltrate", "stroma", "fat"})
            QVERIFY2(tissues[decoy] >= 10, decoy);
        QVERIFY(meanOf(both) > meanOf(benign) + 0.8);
        QVERIFY(meanOf(geneOnly) > meanOf(benign) + 0.8);
        QVERIFY(meanOf(imageOnly) < 0.5 * (meanOf(both) + meanOf(benign)));
        // The counts alone must not be enough: some benign spots express more than the quietest tumour.
        QVERIFY(*std::max_element(benign.begin(), benign.end()) > *std::min_element(both.begin(), both.end()));
    }

    void legacyStHasItsTables()
    {
        PhantomOptions options = smallOptions();
        options.platform = Platform::legacySt;
        options.width = options.height = 1500;
        TemporaryFolder folder;
        makePhantom(folder / "st", options);
        QVERIFY(!fs::exists(folder / "st" / "outs"));
        openslide_t* slide = openslide_open((folder / "st" / "image.tif").c_str());
        QVERIFY(slide && !openslide_get_error(slide));
        QVERIFY(std::abs(1e4 / std::stod(slideProperty(slide, "tiff.XResolution")) - 0.7) < 1e-5);
        openslide_close(slide);

        const Table spots = readTableWithHeader(folder / "st" / "spots.tsv", Task());
        QCOMPARE(spots.header, (std::vector<std::string>{"x", "y", "new_x", "new_y", "pixel_x", "pixel_y", "selected"}));
        std::set<std::string> selected;
        for (const auto& row : spots.rows) {
            QVERIFY(std::abs(*toDouble(row[2]) - *toDouble(row[0])) <= 0.101);
            QVERIFY(std::abs(*toDouble(row[3]) - *toDouble(row[1])) <= 0.101);
            if (row[6] == "1")
                selected.insert(row[0] + "x" + row[1]);
        }
        const Table counts = readTableWithHeader(folder / "st" / "counts.tsv.gz", Task());
        QCOMPARE(counts.header.size(), size_t(401));
        QCOMPARE(counts.rows.size(), selected.size());
        const auto truth = readTruth(folder / "st");
        for (size_t i = 0; i < counts.rows.size(); ++i) {
            QVERIFY(selected.contains(counts.rows[i][0]));
            QCOMPARE(truth[i].first, counts.rows[i][0]);
        }
        const std::string gzip = test::read(folder / "st" / "counts.tsv.gz");
        QCOMPARE(gzip.substr(3, 5), std::string(5, '\0')); // no flags, no time
    }

    void cancelLeavesNothing_data()
    {
        QTest::addColumn<QByteArray>("stage");
        QTest::newRow("planning") << QByteArray("Planning the section");
        QTest::newRow("counts") << QByteArray("Writing counts");
        QTest::newRow("painting") << QByteArray("Painting the slide");
    }

    void cancelLeavesNothing()
    {
        QFETCH(QByteArray, stage);
        TemporaryFolder folder;
        std::stop_source stop;
        Task task(stop.get_token(), [&](const Progress& progress) {
            if (stage == progress.stage)
                stop.request_stop();
        });
        bool cancelled = false;
        try {
            writePhantom(folder / "p", smallOptions(), task);
        } catch (const Cancelled&) {
            cancelled = true;
        }
        QVERIFY(cancelled);
        QVERIFY(fs::is_empty(folder.path()));
    }

    void badOptionsGiveOneSentence_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("spots");
        QTest::addColumn<int>("genes");
        QTest::addColumn<double>("fraction");
        QTest::addColumn<double>("batch");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("too small")
            << 100 << 0 << 400 << 0.3 << 0.0
            << QByteArray(
                   "The width and height of a phantom must be between 256 and 200000 pixels (choose a number in that range)");
        QTest::newRow("negative spots")
            << 2000 << -1 << 400 << 0.3 << 0.0
            << QByteArray("The number of spots of a phantom must be between 0 and 1000000 (choose a number in that range)");
        QTest::newRow("no genes")
            << 2000 << 0 << 0 << 0.3 << 0.0
            << QByteArray("The number of genes of a phantom must be between 50 and 60000 (choose a number in that range)");
        QTest::newRow("all tumour")
            << 2000 << 0 << 400 << 1.0 << 0.0
            << QByteArray("The tumour fraction of a phantom must be between 0 and 0.9 (choose a number in that range)");
        QTest::newRow("batch") << 2000 << 0 << 400 << 0.3 << 2.0
                               << QByteArray(
                                      "The batch effect of a phantom must be between 0 and 1 (choose a number in that range)");
        QTest::newRow("pixels too small") << 6000 << 10 << 400 << 0.3 << 0.0
                                          << QByteArray("10 spots in a picture of 6000 by 6000 pixels would make a pixel");
    }

    void badOptionsGiveOneSentence()
    {
        QFETCH(int, width);
        QFETCH(int, spots);
        QFETCH(int, genes);
        QFETCH(double, fraction);
        QFETCH(double, batch);
        QFETCH(QByteArray, sentence);
        TemporaryFolder folder;
        PhantomOptions options;
        options.width = width;
        options.spots = spots;
        options.genes = genes;
        options.tumourFraction = fraction;
        options.batchEffect = batch;
        const std::string line = test::errorOf([&] { makePhantom(folder / "p", options); });
        QVERIFY2(line.starts_with(sentence.toStdString()), line.c_str());
        QVERIFY(fs::is_empty(folder.path()));
    }

    void aFileInTheWayIsKept()
    {
        TemporaryFolder folder;
        test::write(folder / "p", "mine");
        const std::string line = test::errorOf([&] { makePhantom(folder / "p", smallOptions()); });
        QCOMPARE(test::read(folder / "p"), std::string("mine"));
        QVERIFY2(line.starts_with("The file could not be written"), line.c_str());
    }
};

QTEST_APPLESS_MAIN(TestPhantom)
#include "test_phantom.moc"
