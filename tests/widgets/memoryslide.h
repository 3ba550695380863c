#pragma once

#include "core/base/error.h"
#include "core/slide/slide.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace spacrd::test {

/// Reads wait here until it is opened. A test that has failed never opens it: then it does so by itself.
class Gate
{
public:
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_opened.notify_all();
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_open = false;
    }
    void pass()
    {
        constexpr std::chrono::seconds longest(30);
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        if (!m_opened.wait_for(lock, longest, [this] { return m_open; }))
            m_open = true;
        --m_waiting;
    }
    int waiting()
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_open = false;
    int m_waiting = 0;
};

/// A slide whose pixels tell where they are from: red is the level (levelRed), green grows with x and blue with y from 0 to 255
/// over the whole slide.
class MemorySlide : public Slide
{
public:
    struct Read
    {
        int level;
        long long x;
        long long y;
    };

    MemorySlide(long long width, long long height, const std::vector<int>& downsamples)
    {
        m_info.path = "memory";
        for (const int downsample : downsamples)
            m_info.levels.push_back({width / downsample, height / downsample, static_cast<double>(downsample)});
        m_info.level0Bounds = {0.0, 0.0, static_cast<double>(width), static_cast<double>(height)};
    }

    static int levelRed(int level) { return 100 + 40 * level; }

    const SlideInfo& info() const override { return m_info; }

    Image readRegion(int level, long long levelX, long long levelY, int width, int height) const override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_reads.push_back({level, levelX, levelY});
            m_readOnGuiThread = m_readOnGuiThread || std::this_thread::get_id() == m_guiThread;
        }
        if (gate && gated(level))
            gate->pass();
        if (fails && fails({level, levelX, levelY}))
            throw Error("The tile is damaged.", m_info.path);
        return drawn(level, levelX, levelY, width, height);
    }

    Image readAssociated(const std::string&) const override { throw Error("There is none."); }

    std::vector<Read> reads() const
    {
        const std::lock_guard lock(m_mutex);
        return m_reads;
    }
    bool readOnGuiThread() const
    {
        const std::lock_guard lock(m_mutex);
        return m_readOnGuiThread;
    }

    // Set before the slide is shown.
    std::shared_ptr<Gate> gate;
    std::function<bool(int level)> gated = [](int) { return true; };
    std::function<bool(const Read&)> fails;

private:
    Image drawn(int level, long long levelX, long long levelY, int width, int height) const
    {
        Image image{width, height, {}};
        image.pixels.reserve(static_cast<size_t>(width) * static_cast<size_t>(height));
        const SlideLevel& size = m_info.levels.at(static_cast<size_t>(level));
        for (long long y = levelY; y < levelY + height; ++y) {
            for (long long x = levelX; x < levelX + width; ++x) {
                const auto green = static_cast<std::uint32_t>(x * 255 / size.width);
                const auto blue = static_cast<std::uint32_t>(y * 255 / size.height);
                image.pixels.push_back(0xff000000U | static_cast<std::uint32_t>(levelRed(level)) << 16 | green << 8 | blue);
            }
        }
        return image;
    }

    SlideInfo m_info;
    std::thread::id m_guiThread = std::this_thread::get_id();
    mutable std::mutex m_mutex;
    mutable std::vector<Read> m_reads;
    mutable bool m_readOnGuiThread = false;
};

} // namespace spacrd::test
