// stormote-bench: prints how fast and how small it is, each figure beside its limit or a peer in
// the same run.
#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sync/base/crypto.h"
#include "sync/base/version.h"
#include "tests/bench/benches.h"
#include "tests/bench/groups_bench.h"

namespace stormote::testing {

namespace {

void measure_all_groups(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("Discussion groups");
    std::fflush(stdout);
    measure_groups(std::cout, {});
    measure_board(figures, folder);
}

struct Part {
    std::string_view name;
    std::string_view what;
    void (*measure)(Figures&, const std::filesystem::path&);
    bool is_only_on_request = false;
};

constexpr std::array<Part, 25> parts{{
    {"commit", "a check-in on the disk", measure_commit},
    {"open", "opening an event of 100,000 operations", measure_opening},
    {"import", "a list of 100,000 people, and the same again", measure_import},
    {"spreadsheet", "an XLSX file of 50,000 rows", measure_spreadsheet},
    {"exports", "every export of an event of 1,000 people", measure_exports},
    {"documents", "the papers of 300 people and 1,000 notes as PDF", measure_documents},
    {"package", "the package for the archive, made and checked", measure_package},
    {"tickets", "300 tickets to print", measure_tickets},
    {"mail", "300 mails to a server", measure_mail},
    {"search", "a keystroke of the name search", measure_search},
    {"similar", "2,000 notes that propose the same or not", measure_similar},
    {"groups", "discussion groups: planned, at the door, and on the board", measure_all_groups},
    {"purge", "10,000 people destroyed by the keep table", measure_purge},
    {"sync", "10,000 operations to the central store and back", measure_sync},
    {"live", "a change to 300 devices that wait for it", measure_live},
    {"database", "10,000 operations into PostgreSQL", measure_database},
    {"load", "1,000 kiosks at one process of the central store, and at two", measure_load},
    {"waiting", "2,000 devices that wait at one process of the central store",
     measure_waiting_devices},
    {"growth", "one event in a store of 1,000,000 operations", measure_growth},
    {"camera", "codes in pictures of a camera", measure_camera},
    {"drawing", "whole screens, at two sizes", measure_drawing},
    {"kiosk", "the window: start, idle, touch, scan, memory", measure_kiosk},
    {"crowd", "300 people through the real screens, and 1,000 quick taps", measure_crowd},
    {"slow-disk", "the screen's work while a disk takes half a second", measure_slow_disk},
    {"endurance", "the memory after 10,000 scans; only where it is named", measure_endurance, true},
}};

std::string usage() {
    std::string text =
        "usage: stormote-bench [--output DIRECTORY] [PART...]\n"
        "example: stormote-bench commit search\n\n"
        "Prints figures beside their limits or peers, measured in the same run. Without a PART\n"
        "everything but endurance is measured, which takes some minutes. Work files lie in "
        "DIRECTORY (usually\n"
        "build/bench), on whose disk commits are measured.\n\n";
    for (const Part& part : parts) text += fmt::format("  {:<11} {}\n", part.name, part.what);
    return text;
}

int run(std::vector<std::string> words) {
    std::filesystem::path folder = "build/bench";
    if (const auto output = std::find(words.begin(), words.end(), "--output");
        output != words.end() && output + 1 != words.end()) {
        folder = *(output + 1);
        words.erase(output, output + 2);
    }
    if (words == std::vector<std::string>{"--version"}) {
        fmt::print("stormote-bench {}\n", project_version());
        return 0;
    }
    for (const std::string& word : words) {
        const auto is_it = [&word](const Part& part) { return part.name == word; };
        if (std::any_of(parts.begin(), parts.end(), is_it)) continue;
        fmt::print(word == "--help" ? stdout : stderr, "{}", usage());
        return word == "--help" ? 0 : 2;
    }
    std::filesystem::create_directories(folder);
    Figures figures;
    for (const Part& part : parts) {
        const bool is_named = std::find(words.begin(), words.end(), part.name) != words.end();
        if (is_named || (words.empty() && !part.is_only_on_request)) part.measure(figures, folder);
    }
    fmt::print("\n{} of the targets were missed.\n", figures.missed());
    return 0;
}

}  // namespace

}  // namespace stormote::testing

int main(int count, char **words) {
    try {
        stormote::start_crypto();
        return stormote::testing::run({words + 1, words + count});
    } catch (const std::exception& failure) {
        fmt::print(stderr, "Not everything could be measured: {}\n", failure.what());
        return 3;
    }
}
