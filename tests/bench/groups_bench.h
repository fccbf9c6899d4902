// What the groups cost in time and quality, each beside its target: planned ahead, placed at the
// door, and by the number of people. Prints tables. One thread; the planner takes the cores it
// takes.
#pragma once

#include <iosfwd>
#include <ostream>

namespace stormote::testing {

struct GroupsBenchOptions {
    int seeds = 1000;   // problems a line
    int streams = 100;  // evenings a mix of no-shows and walk-ins
};

void measure_groups(std::ostream& out, const GroupsBenchOptions& options);

}  // namespace stormote::testing
