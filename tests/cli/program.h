#pragma once

#include "tests/support/testdata.h"

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

#include <filesystem>

namespace spacrd::test {

/// How a program ended and what it said.
struct Run
{
    int code = -1; ///< exit code; −1 when a signal killed it or it did not end
    QByteArray out;
    QByteArray err;
    qint64 milliseconds = 0; ///< from the signal to the end

    /// The standard output as a JSON object; empty when it is none.
    QJsonObject json() const;
    /// The one line of standard error, or everything where it is not exactly one line.
    QString errorLine() const;
};

QString text(const std::filesystem::path& path);

/// Runs spacrd to its end. The caches and the configuration lie in the folder of setHome().
Run runSpacrd(const QStringList& arguments);

/// Starts spacrd and returns.
void startSpacrd(QProcess& process, const QStringList& arguments);

/// Starts spacrd, waits until it says `awaited` on standard error, sends `signal`, and waits for the end.
Run interruptSpacrd(const QStringList& arguments, const QByteArray& awaited, int signal);
/// The same with any program.
Run interrupt(const QString& program, const QStringList& arguments, const QByteArray& awaited, int signal);

/// Runs spacrd until a file it writes would exceed `kibibytes`: the system kills it in that very write (SIGXFSZ).
Run runSpacrdKilledAtFileSize(const QStringList& arguments, int kibibytes);

void setHome(const std::filesystem::path& folder);

/// Names of everything in a folder, hidden files too, in order.
QStringList namesIn(const std::filesystem::path& folder);

} // namespace spacrd::test
