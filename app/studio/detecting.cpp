#include "app/studio/mainwindow.h"

#include "app/studio/models.h"
#include "widgets/panels/messagebar.h"
#include "widgets/panels/modelpanel.h"
#include "widgets/panels/progressstrip.h"
#include "widgets/panels/texts.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>

namespace spacrd {

using namespace Qt::StringLiterals;

void MainWindow::fillModels()
{
    std::vector<ModelPanel::Choice> choices;
    const auto add = [&choices](const QString& path, const QString& title) {
        const auto same = [&path](const ModelPanel::Choice& choice) { return choice.path == path; };
        if (QFileInfo::exists(path) && std::none_of(choices.begin(), choices.end(), same))
            choices.push_back({title, path});
    };
    for (const QString& path : shippedModels())
        add(path, tr("%1 (included)").arg(QFileInfo(path).completeBaseName()));
    for (const QString& path : m_settings.ownModels())
        add(path, QFileInfo(path).completeBaseName());
    QString current = m_workspace->modelFile();
    if (current.isEmpty())
        current = QFileInfo::exists(m_settings.modelFile()) ? m_settings.modelFile()
                  : choices.empty()                         ? QString()
                                                            : choices.front().path;
    if (!current.isEmpty())
        add(current, QFileInfo(current).completeBaseName());
    m_modelPanel->setModels(choices, current);
    if (current != m_workspace->modelFile()) {
        m_workspace->setModel(current, std::nullopt);
        readCard();
    }
}

void MainWindow::chooseModel()
{
    auto* dialog = new QFileDialog(this, tr("Choose a model"), QFileInfo(m_settings.modelFile()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("SpaCRD models (*.spacrd)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::setModelFile);
    dialog->open();
}

void MainWindow::setModelFile(const QString& file)
{
    const QString path = QFileInfo(file).absoluteFilePath();
    m_settings.setModelFile(path);
    if (!shippedModels().contains(path))
        m_settings.addOwnModel(path);
    useModel(path);
}

void MainWindow::useModel(const QString& path)
{
    m_workspace->setModel(path, std::nullopt);
    fillModels();
    readCard();
}

void MainWindow::readCard()
{
    const QString file = m_workspace->modelFile();
    m_cardProblem.clear();
    m_readingCard.start([read = m_engine.readModelCard, path = toPath(file)](Task&) { return read(path); },
                        [this, file](ModelCard card) {
                            if (file != m_workspace->modelFile())
                                return;
                            m_workspace->setModel(file, std::move(card));
                            if (m_detectWhenReady)
                                detectWhenReady();
                        },
                        [this, file](const Error& error) {
                            if (file != m_workspace->modelFile())
                                return;
                            m_cardProblem = errorText(error);
                            m_workspace->setModel(file, std::nullopt);
                        });
}

void MainWindow::askDevices()
{
    const auto show = [this](const ComputeFacts& facts) {
        m_facts = facts;
        m_modelPanel->setDevices(facts.devices, m_settings.device());
        showDevices(facts);
    };
    m_compute->start([ask = m_engine.computeFacts](Task&) { return ask(); }, show,
                     {[this](const Error& error) {
                          m_deviceLabel->setText(tr("No device"));
                          showError(error);
                      },
                      {}});
}

void MainWindow::showDevices(const ComputeFacts& facts)
{
    QStringList cards;
    QStringList titles;
    for (const ComputeDevice& device : facts.devices) {
        if (!device.model.empty())
            cards += QString::fromStdString(device.model);
        titles += QString::fromStdString(device.title());
    }
    QString text = tr("Processor only");
    QString tip = tr("Models run on: %1").arg(titles.join(u", "_s));
    if (!facts.whyProcessor.empty()) {
        text = tr("Graphics card cannot be used");
        tip = translated(facts.whyProcessor);
    } else if (facts.devices.size() > 1) {
        text = cards.isEmpty() ? tr("Graphics card ready") : cards.join(u", "_s);
    }
    m_deviceLabel->setText(text);
    m_deviceLabel->setToolTip(tip);
}

QString MainWindow::whyNotDetect() const
{
    if (!m_workspace->isOpen())
        return tr("Open a section first.");
    if (!m_workspace->sample())
        return tr("This is a slide by itself. Open its section (the “outs” folder or the counts table) to detect.");
    if (m_workspace->modelFile().isEmpty())
        return tr("Choose a model first.");
    if (!m_workspace->card())
        return m_cardProblem.isEmpty() ? tr("Reading the model…") : tr("This model cannot be read. Choose another.");
    if (!m_workspace->sample()->hasExpression() && !m_workspace->card()->encoder)
        return tr("This section has no expression matrix, and this model reads genes only. Choose one that looks at the image.");
    return {};
}

void MainWindow::detectWhenReady()
{
    m_detectWhenReady = true;
    if (m_opening == 0 && m_detecting == 0 && whyNotDetect().isEmpty())
        detect();
    else if (m_opening == 0 && m_workspace->sample() && m_workspace->modelFile().isEmpty())
        m_messages->add(MessageBar::Kind::info, tr("To detect, choose a model file (.spacrd)."), tr("Choose model…"),
                        [this] { chooseModel(); });
}

void MainWindow::detect()
{
    m_detectWhenReady = false;
    if (m_detecting != 0 || !whyNotDetect().isEmpty())
        return;
    const QString modelFile = m_workspace->modelFile();
    DetectOptions options;
    options.device = m_modelPanel->device().toStdString();
    const auto ended = [this] {
        m_detecting = 0;
        m_modelPanel->progress()->finish();
        updateActions();
    };
    m_modelPanel->progress()->start(tr("Detecting"));
    m_detecting = m_compute->start([run = m_engine.detect, sample = m_workspace->sample(), model = toPath(modelFile),
                                    options](Task& task) { return run(*sample, model, options, task); },
                                   [this, ended, modelFile](DetectionRun run) {
                                       ended();
                                       detected(std::move(run), modelFile);
                                   },
                                   {[this, ended](const Error& error) {
                                        ended();
                                        showError(error);
                                    },
                                    ended});
    updateActions();
}

void MainWindow::detected(DetectionRun run, const QString& modelFile)
{
    const std::string name =
        m_workspace->card() && modelFile == m_workspace->modelFile() ? m_workspace->card()->name : std::string();
    m_workspace->setDetection(std::make_shared<const DetectionRun>(std::move(run)), modelFile, name);
    decideAgain();
}

void MainWindow::decideAgain()
{
    const auto run = m_workspace->detection();
    if (!run)
        return;
    m_deciding.start([decide = m_engine.decide, sample = m_workspace->sample(), run,
                      rule = m_modelPanel->rule()](Task&) { return decide(sample, run->detection, rule); },
                     [this, run](Result result) {
                         if (run == m_workspace->detection())
                             showResult(std::move(result));
                     },
                     [this](const Error& error) { showError(error); });
}

void MainWindow::showResult(Result result)
{
    m_workspace->setResult(std::make_shared<const Result>(std::move(result)));
    showResultLayers();
    Q_EMIT resultShown();
}

} // namespace spacrd
