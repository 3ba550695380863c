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
    // Waiting threads sleep instead of turning on the core another test needs: ten times faster on a busy machine.
    variables.insert(u"OMP_WAIT_POLICY"_s, u"passive"_s);
    return variables;
}

void takeOutput(QProcess& process, Run& run)
{
    run.out += process.readAllStandardOutput();
    run.err += process.readAllStandardError();
}

void finish(QProcess& process, Run& run)
{
    const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(patienceMilliseconds);
    takeOutput(process, run);
    if (ended && process.exitStatus() == QProcess::NormalExit)
        run.code = process.exitCode();
}

/// False when the program ended, or the patience, before the words came.
bool waitFor(QProcess& process, const QByteArray& awaited, Run& run)
{
    QElapsedTimer since;
    since.start();
    process.setReadChannel(QProcess::StandardError);
    while (!run.err.contains(awaited)) {
        if (process.state() == QProcess::NotRunning || since.elapsed() > patienceMilliseconds)
            return false;
        process.waitForReadyRead(patienceMilliseconds); // for standard error, or the end
        takeOutput(process, run);
    }
    return true;
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

void startSpacrd(QProcess& process, const QStringList& arguments)
{
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral(SPACRD_PROGRAM), arguments);
}

Run runSpacrd(const QStringList& arguments)
{
    QProcess process;
    startSpacrd(process, arguments);
    Run run;
    finish(process, run);
    return run;
}

Run interrupt(const QString& program, const QStringList& arguments, const QByteArray& awaited, int signal)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program, arguments);
    Run run;
    const bool said = waitFor(process, awaited, run);
    QElapsedTimer since;
    since.start();
    if (said)
        ::kill(static_cast<pid_t>(process.processId()), signal);
    finish(process, run);
    run.milliseconds = since.elapsed();
    return run;
}

Run interruptSpacrd(const QStringList& arguments, const QByteArray& awaited, int signal)
{
    return interrupt(QStringLiteral(SPACRD_PROGRAM), arguments, awaited, signal);
}

Run runSpacrdKilledAtFileSize(const QStringList& arguments, int kibibytes)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    // bash counts in KiB; without a core file beside the test.
    process.start(u"bash"_s,
                  QStringList{u"-c"_s, u"ulimit -c 0 -f %1; exec \"$0\" \"$@\""_s.arg(kibibytes), QStringLiteral(SPACRD_PROGRAM)}
                      + arguments);
    Run run;
    finish(process, run);
    return run;
}

QStringList namesIn(const std::filesystem::path& folder)
{
    return QDir(text(folder)).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace spacrd::test
