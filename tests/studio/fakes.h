#pragma once

#include "app/studio/engine.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace spacrd::test {

/// Holds a job until the test opens it, or the job is asked to stop.
class Gate
{
public:
    explicit Gate(bool open)
        : m_open(open)
    {}
    void open();
    void close();
    /// Throws Cancelled when a stop was asked for.
    void pass(const Task& task);
    /// Jobs that are waiting now.
    int waiting() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_open;
    int m_waiting = 0;
};

using SharedFileState = std::shared_ptr<std::atomic<FileState>>;

/// A slide that is computed, not read: 4,000 × 3,000 px at 0.5 µm, two levels.
std::shared_ptr<const Slide> madeUpSlide();

/// `rows` × `columns` Visium spots, 200 px apart, on madeUpSlide() (or none); genes ERBB2, EPCAM, VIM, ACTB.
std::shared_ptr<const Sample> madeUpSample(int rows, int columns, bool withSlide);

/// Two nests of cancer: probability about 0.95 round one place and about 0.7 round another, 0.1 elsewhere.
Detection madeUpDetection(const Sample& sample);

/// Opens madeUpSample for any path of "section", madeUpSlide for "slide", one of which only the left half can be read for
/// "spoilt", fails for others; detection is madeUpDetection.
struct FakeEngine
{
    std::shared_ptr<Gate> opening = std::make_shared<Gate>(true);
    std::shared_ptr<Gate> detecting = std::make_shared<Gate>(true);
    SharedFileState fileState =
        std::make_shared<std::atomic<FileState>>(FileState::asOpened); ///< of the file of "slide" and "spoilt"
    Engine engine() const;
};

} // namespace spacrd::test
