#pragma once

#include "core/preprocess/expression.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace spacrd {

/// Dense feature rows that are held in memory, or fetched when they are needed: the features of a very large section need not
/// be in memory at once. Copies share the rows.
class FeatureRows
{
public:
    /// Copies the named rows, one after the other, to `to`. Called from several threads at once.
    using Read = std::function<void(std::span<const std::int32_t> rows, float* to)>;

    FeatureRows() = default;
    FeatureRows(FeatureMatrix features) // NOLINT(google-explicit-constructor): a matrix is rows
        : m_rows(features.rows())
        , m_columns(features.cols())
    {
        const auto held = std::make_shared<const FeatureMatrix>(std::move(features));
        m_read = [held](std::span<const std::int32_t> rows, float* to) {
            for (const std::int32_t row : rows)
                to = std::copy_n(held->data() + row * held->cols(), held->cols(), to);
        };
    }
    FeatureRows(Eigen::Index rows, Eigen::Index columns, Read read)
        : m_rows(rows)
        , m_columns(columns)
        , m_read(std::move(read))
    {}

    Eigen::Index rows() const { return m_rows; }
    Eigen::Index cols() const { return m_columns; }
    void read(std::span<const std::int32_t> rows, float* to) const { m_read(rows, to); }

private:
    Eigen::Index m_rows = 0;
    Eigen::Index m_columns = 0;
    Read m_read;
};

} // namespace spacrd
