// stormote-kiosk-bench: prints the measures of the window, each beside its target.
#include <cstdio>
#include <exception>
#include <string_view>

#include <fmt/format.h>

#include "tests/bench/kiosk_measures.h"

int main(int count, char **words) {
    if (count != 3 || std::string_view(words[1]) != "--output") {
        fmt::print(stderr,
                   "usage: stormote-kiosk-bench --output DIRECTORY\n"
                   "example: stormote-kiosk-bench --output build/kiosk-bench\n");
        return 2;
    }
    try {
        stormote::KioskBenchOptions options;
        options.directory = words[2];
        fmt::print("{}", stormote::measures_text(stormote::measure_kiosk(options)));
        return 0;
    } catch (const std::exception& failure) {
        fmt::print(stderr, "The kiosk could not be measured: {}\n", failure.what());
        return 3;
    }
}
