// stormote-groups-bench [SEEDS [STREAMS]]: prints what the groups cost, beside the targets.
#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "tests/bench/groups_bench.h"

int main(int count, char **words) {
    stormote::testing::GroupsBenchOptions options;
    if (count > 1) options.seeds = std::max(1, std::atoi(words[1]));
    if (count > 2) options.streams = std::max(1, std::atoi(words[2]));
    stormote::testing::measure_groups(std::cout, options);
    return 0;
}
