#include "tests/cli/program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcessEnvironment>

#include <csignal>

using namespace Qt::StringLiterals;

namespace spacrd::test {

namespace {

constexpr int patienceMilliseconds = 240000;

QString home;

QProcessEnvironment environment()
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"SPACRD_CACHE_DIR"_s, home + u"/cache"_s);
    variables.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
    variables.insert(u"TERM"_s, u"dumb"_s);
    return variables;
}

Run finished(QProcess& process, const QElapsedTimer& since)
{
    Run run;
    const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(patienceMilliseconds);
    run.milliseconds = since.elapsed();
    run.out = process.readAllStandardOutput();
    run.err += process.readAllStandardError();
    if (ended && process.exitStatus() == QProcess::NormalExit)
        run.code = process.exitCode();
    return run;
}

/// Waits for the first output of either channel; false when the program ended without any.
bool waitForFirstWord(QProcess& process)
{
    QElapsedTimer since;
    since.start();
    while (process.state() != QProcess::NotRunning && since.elapsed() < patienceMilliseconds) {
        process.setReadChannel(QProcess::StandardError);
        if (process.bytesAvailable() > 0)
            return true;
        process.setReadChannel(QProcess::StandardOutput);
        if (process.bytesAvailable() > 0)
            return true;
        // Returns at new data of either channel; the time only bounds one turn of the loop.
        process.waitForReadyRead(20);
    }
    return false;
}

} // namespace

QJsonObject Run::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QString Run::errorLine() const
{
    const QString all = QString::fromUtf8(err);
    return all.count(u'\n') == 1 ? all.trimmed() : all;
}

QString text(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

void setHome(const std::filesystem::path& folder)
{
    home = text(folder);
    QDir().mkpath(home + u"/cache"_s);
}

Run spacrd(const QStringList& arguments)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    QElapsedTimer since;
    since.start();
    process.start(QStringLiteral(SPACRD_PROGRAM), arguments);
    return finished(process, since);
}

Run interrupted(const QString& program, const QStringList& arguments, const QList<int>& signalsToSend)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program, arguments);
    if (!waitForFirstWord(process)) {
        QElapsedTimer never;
        never.start();
        return finished(process, never);
    }
    QElapsedTimer since;
    since.start();
    for (const int signal : signalsToSend)
        ::kill(static_cast<pid_t>(process.processId()), signal);
    return finished(process, since);
}

Run spacrdInterrupted(const QStringList& arguments, int signal)
{
    return interrupted(QStringLiteral(SPACRD_PROGRAM), arguments, {signal});
}

QStringList namesIn(const std::filesystem::path& folder)
{
    return QDir(text(folder)).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace spacrd::test
