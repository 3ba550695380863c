#include "widgets/slideview/bands.h"

#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <memory>

namespace spacrd {

namespace {

/// Shared with helpers, one of which may come when all is done: it then finds no band, and touches nothing else.
class Work
{
public:
    Work(const Band& whole, int rows, const std::function<void(const Band&)>& paint)
        : m_whole(whole)
        , m_rows(rows)
        , m_bands((whole.rect.height() + rows - 1) / rows)
        , m_paint(&paint)
    {}

    int bands() const { return m_bands; }

    void help()
    {
        for (int i = m_next++; i < m_bands; i = m_next++) {
            const int top = m_whole.rect.top() + i * m_rows;
            const QRect rows(m_whole.rect.left(), top, m_whole.rect.width(), m_rows);
            (*m_paint)({m_whole.pixels, m_whole.stride, rows & m_whole.rect});
            ++m_done;
            m_done.notify_all();
        }
    }

    void waitForAll() const
    {
        for (int done = m_done; done < m_bands; done = m_done)
            m_done.wait(done);
    }

private:
    Band m_whole;
    int m_rows;
    int m_bands;
    const std::function<void(const Band&)>* m_paint;
    std::atomic<int> m_next = 0;
    std::atomic<int> m_done = 0;
};

} // namespace

Band wholeBand(QImage& image)
{
    return {reinterpret_cast<QRgb*>(image.bits()), image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)), image.rect()};
}

void inBands(QImage& image, const QRect& area, int rows, const std::function<void(const Band&)>& paint)
{
    Band whole = wholeBand(image);
    whole.rect &= area;
    if (whole.rect.isEmpty())
        return;
    const auto work = std::make_shared<Work>(whole, std::max(rows, 1), paint);
    QThreadPool& pool = *QThreadPool::globalInstance();
    for (int helpers = std::min(QThread::idealThreadCount(), work->bands()) - 1; helpers > 0; --helpers) {
        if (!pool.tryStart([work] { work->help(); }))
            break;
    }
    work->help();
    work->waitForAll();
}

} // namespace spacrd
