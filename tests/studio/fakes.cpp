#include "tests/studio/fakes.h"

#include "core/base/error.h"
#include "core/base/task.h"
#include "core/histology/patch.h"

#include <algorithm>
#include <cmath>

namespace spacrd::test {

namespace {

constexpr double pitch = 200.0;

class MadeUpSlide : public Slide
{
public:
    explicit MadeUpSlide(bool spoilt = false, SharedFileState file = {})
        : m_spoilt(spoilt)
        , m_file(std::move(file))
    {
        m_info.path = "made-up.tif";
        m_info.vendor = "made-up";
        m_info.levels = {{4000, 3000, 1.0}, {1000, 750, 4.0}};
        m_info.mppX = m_info.mppY = 0.5;
        m_info.objective = 20.0;
        m_info.level0Bounds = {0, 0, 4000, 3000};
    }
    const SlideInfo& info() const override { return m_info; }
    Image readRegion(int level, long long x, long long y, int width, int height) const override
    {
        const double downsample = m_info.levels[static_cast<size_t>(level)].downsample;
        if (m_spoilt && static_cast<double>(x) * downsample >= m_info.level0Bounds.width / 2)
            throw Error(Text("This part of the slide is damaged."), m_info.path);
        Image image{width, height, Pixels(static_cast<size_t>(width) * static_cast<size_t>(height), 0U)};
        size_t i = 0;
        for (int row = 0; row < height; ++row) {
            for (int column = 0; column < width; ++column) {
                const double wave = std::sin(static_cast<double>(x + column) * downsample / 90)
                                    * std::sin(static_cast<double>(y + row) * downsample / 70);
                const auto shade = static_cast<std::uint32_t>(200 + 40 * wave);
                image.pixels[i++] = 0xff000000U | (shade << 16) | ((shade - 60) << 8) | (shade - 20);
            }
        }
        return image;
    }
    Image readAssociated(const std::string&) const override { throw Error(Text("The slide has no such picture.")); }
    FileState fileState() const override { return m_file ? m_file->load() : FileState::asOpened; }

private:
    SlideInfo m_info;
    bool m_spoilt;
    SharedFileState m_file;
};

double nest(Point p, Point centre, double height)
{
    const double distance = std::hypot(p.x - centre.x, p.y - centre.y);
    return distance < 2.2 * pitch ? height : 0.1;
}

} // namespace

void Gate::open()
{
    const std::lock_guard lock(m_mutex);
    m_open = true;
    m_changed.notify_all();
}

void Gate::close()
{
    const std::lock_guard lock(m_mutex);
    m_open = false;
}

void Gate::pass(const Task& task)
{
    std::unique_lock lock(m_mutex);
    ++m_waiting;
    m_changed.wait(lock, task.stopToken(), [this] { return m_open; });
    --m_waiting;
    task.check();
}

int Gate::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting;
}

std::shared_ptr<const Slide> madeUpSlide()
{
    return std::make_shared<MadeUpSlide>();
}

std::shared_ptr<const Sample> madeUpSample(int rows, int columns, bool withSlide)
{
    auto sample = std::make_shared<Sample>();
    sample->name = "Made-up";
    sample->path = "section";
    if (withSlide)
        sample->slide = madeUpSlide();
    SpatialSection& section = sample->section;
    section.spotPitchFullresPx = pitch;
    section.spotDiameterFullresPx = 110;
    section.mpp = 0.5;
    std::vector<Eigen::Triplet<float>> counts;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const int index = static_cast<int>(section.spots.size());
            const FullresPoint p{200 + pitch * column + (row % 2 ? pitch / 2 : 0.0), 200 + pitch * 0.866 * row};
            const std::string barcode = "SPOT-" + std::to_string(row) + "-" + std::to_string(column);
            section.spots.push_back({barcode, p, static_cast<double>(row), static_cast<double>(2 * column + row % 2), true});
            section.expression.barcodes.push_back(barcode);
            counts.emplace_back(index, 0, static_cast<float>(row + 1));
            counts.emplace_back(index, 1, static_cast<float>(column));
            counts.emplace_back(index, 3, 50.0F);
        }
    }
    section.expression.genes = {{"ERBB2", "ENSG1"}, {"EPCAM", "ENSG2"}, {"VIM", "ENSG3"}, {"ACTB", "ENSG4"}};
    section.expression.counts.resize(static_cast<Eigen::Index>(section.spots.size()), 4);
    section.expression.counts.setFromTriplets(counts.begin(), counts.end());
    if (!withSlide) {
        sample->imageWarnings.emplace_back("The section's image is not there.");
        sample->warnings = sample->imageWarnings;
    }
    return sample;
}

Detection madeUpDetection(const Sample& sample)
{
    Detection made;
    std::vector<Point> points;
    for (const Spot& spot : sample.spots()) {
        points.push_back(spot.fullres.plain());
        const double probability =
            std::max(nest(spot.fullres.plain(), {900, 900}, 0.95), nest(spot.fullres.plain(), {2600, 1600}, 0.7));
        made.probability.push_back(probability);
        made.logit.push_back(std::log(probability / (1 - probability)));
        made.score.push_back((probability - 0.1) / 0.85);
    }
    made.neighbours = nearestNeighbours(points);
    const auto n = static_cast<Eigen::Index>(points.size());
    made.latentMean = FeatureMatrix::Zero(n, 64);
    made.histologyToGene = FeatureMatrix::Constant(n, made.neighbours.k, 1.0F / 7.0F);
    made.geneToHistology = FeatureMatrix::Constant(n, made.neighbours.k, 1.0F / 7.0F);
    made.usedImage = sample.slide != nullptr;
    made.usedExpression = true;
    return made;
}

Engine FakeEngine::engine() const
{
    Engine engine;
    engine.decide = decideResult;
    engine.writeResult = writeResult;
    engine.measureQuality = measureQuality;
    engine.keepSpots = sampleOf;
    engine.readPatch = [](const Sample& sample, size_t spot, const std::optional<EncoderIdentity>& encoder) {
        const EncoderIdentity identity = encoder.value_or(EncoderIdentity{"made-up", "", 3, 112.0, 224, "RGB"});
        return SpotPatch{spotPatch(sample, spot, identity), identity};
    };
    engine.makeDemo = [](const std::filesystem::path& folder, Task&) { throw Error(Text("No demo is made here."), folder); };
    engine.open = [gate = opening, file = fileState](const OpenRequest& request, Task& task) {
        task.stage("Reading counts", 0);
        gate->pass(task);
        Opened opened{request, nullptr, nullptr};
        const std::string name = request.path.filename().string();
        if (name == "slide" || name == "spoilt") {
            opened.slide = std::make_shared<MadeUpSlide>(name == "spoilt", file);
        } else if (name == "several" && request.library.empty()) {
            opened.libraries = {"liver", "lung"};
        } else if (name == "section" || name == "bare" || name == "several") {
            if (request.slide.filename() == "bad.svs")
                throw Error(Text("The slide cannot be decoded."), request.slide);
            opened.sample = madeUpSample(14, 15, name != "bare" || !request.slide.empty());
            opened.slide = opened.sample->slide;
        } else {
            throw Error(Text("%1 is neither a slide nor a section.", {name}), request.path, Text("Choose another file."));
        }
        return opened;
    };
    engine.look = [](const OpenRequest& request, Task&) {
        RequestLook look;
        const std::string name = request.path.filename().string();
        if (name == "several") {
            look.kind = RequestLook::Kind::section;
            look.overview.format = "AnnData";
            look.overview.libraries = {"liver", "lung"};
            look.overview.library = request.library;
            look.choose = request.library.empty();
            if (!look.choose)
                look.overview.platform = Platform::visium;
        } else if (name == "section" || name == "bare") {
            look.kind = RequestLook::Kind::section;
            look.overview.format = "Space Ranger";
            look.overview.platform = Platform::visium;
            look.overview.positions = request.positions.empty() ? "tissue_positions.csv" : request.positions;
            look.overview.image.file = name == "section" ? "tissue_hires_image.png" : "";
            look.named = request.slide;
        } else if (name == "slide") {
            look.kind = RequestLook::Kind::slide;
        } else {
            look.problem = Error(Text("There is no such file or folder."), request.path);
        }
        if (!request.slide.empty() && request.slide.filename() == "gone.svs")
            look.missing.push_back(request.slide);
        return look;
    };
    engine.realign = [gate = opening](const Sample& sample, const Alignment& alignment, Task& task) {
        gate->pass(task);
        if (alignment.scale() > 50.0)
            throw Error(Text("Only 0 of 210 spots lie on the image."), "made-up.tif");
        auto again = std::make_shared<Sample>(sample);
        again->alignment = alignment;
        again->proof = {};
        again->warnings.clear();
        return std::shared_ptr<const Sample>(again);
    };
    engine.saveSample = saveSampleFile;
    engine.readModelCard = [](const std::filesystem::path& file) {
        if (file.extension() != ".spacrd")
            throw Error(Text("This is not a model file."), file);
        ModelCard card;
        card.name = file.stem().string();
        card.panel = {"ERBB2", "EPCAM"};
        card.trainedOn = {"A1"};
        card.trainingSpots = 300;
        card.trainingPositives = 100;
        if (card.name == "sees-images")
            card.encoder = EncoderIdentity{"made-up", "", 3, 112.0, 224, "RGB"};
        return card;
    };
    engine.computeFacts = [] {
        return ComputeFacts{{{"cpu", {}, 0}, {"cuda:0", "Fake Card", std::uint64_t(8) << 30}}, "1.0", {}};
    };
    engine.detect = [gate = detecting](const Sample& sample, const std::filesystem::path&, const DetectOptions& options,
                                       Task& task) {
        task.stage("Detecting", 2, "spots");
        gate->pass(task);
        task.advanceTo(2);
        return DetectionRun{madeUpDetection(sample), options.device == "auto" ? "cpu" : options.device, 2, {{"Detecting", 0.1}}};
    };
    return engine;
}

} // namespace spacrd::test
