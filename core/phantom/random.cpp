#include "core/phantom/random.h"

#include <cmath>
#include <numbers>

namespace spacrd::phantom {

double Random::normal()
{
    const double radius = std::sqrt(-2.0 * std::log(uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

double Random::gamma(double shape)
{
    if (shape < 1.0) {
        const double boosted = gamma(shape + 1.0);
        return boosted * std::pow(uniform(), 1.0 / shape);
    }
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    for (;;) {
        const double x = normal();
        const double root = 1.0 + c * x;
        if (root <= 0.0)
            continue;
        const double v = root * root * root;
        if (std::log(uniform()) < 0.5 * x * x + d - d * v + d * std::log(v))
            return d * v;
    }
}

std::int64_t Random::poisson(double mean)
{
    std::int64_t count = 0;
    for (; mean > 0.0; mean -= 30.0) {
        const double part = mean < 30.0 ? mean : 30.0;
        double probability = std::exp(-part);
        double left = uniform() - probability;
        for (std::int64_t k = 1; left > 0.0 && probability > 0.0; ++k) {
            probability *= part / static_cast<double>(k);
            left -= probability;
            ++count;
        }
    }
    return count;
}

std::int64_t Random::negativeBinomial(double mean, double dispersion)
{
    if (mean <= 0.0)
        return 0;
    if (dispersion <= 0.0)
        return poisson(mean);
    return poisson(mean * dispersion * gamma(1.0 / dispersion));
}

} // namespace spacrd::phantom
