#include "tests/bench/benches.h"

namespace spacrd::bench {

const std::map<std::string, Bench>& benches()
{
    static const std::map<std::string, Bench> all{{"fusion", benchFusion}, {"open", benchOpen}, {"viewer", benchViewer}};
    return all;
}

} // namespace spacrd::bench
