// The pages on OWASP ASVS leave no requirement out, and the tests that they name are there.
#include <array>
#include <map>
#include <regex>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/support/machine/source_files.h"

using namespace stormote::testing;

namespace {

struct Section {
    int chapter;
    int section;
    int requirements;
};

constexpr std::array asvs_pages{"sync/asvs.md", "kiosk/web/asvs.md"};

// How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; they are numbered from 1
// without gaps.
constexpr std::array standard{
    Section{1, 1, 2},  Section{1, 2, 9},  Section{1, 3, 11}, Section{1, 4, 3},  Section{1, 5, 2},
    Section{2, 1, 3},  Section{2, 2, 3},  Section{2, 3, 4},  Section{2, 4, 1},  Section{3, 2, 2},
    Section{3, 3, 4},  Section{3, 4, 6},  Section{3, 5, 5},  Section{3, 7, 2},  Section{4, 1, 3},
    Section{4, 2, 1},  Section{4, 3, 2},  Section{4, 4, 4},  Section{5, 1, 1},  Section{5, 2, 3},
    Section{5, 3, 2},  Section{5, 4, 3},  Section{6, 1, 3},  Section{6, 2, 12}, Section{6, 3, 4},
    Section{6, 4, 4},  Section{6, 5, 5},  Section{6, 6, 3},  Section{6, 8, 4},  Section{7, 1, 3},
    Section{7, 2, 4},  Section{7, 3, 2},  Section{7, 4, 5},  Section{7, 5, 2},  Section{7, 6, 2},
    Section{8, 1, 2},  Section{8, 2, 3},  Section{8, 3, 1},  Section{8, 4, 1},  Section{9, 1, 3},
    Section{9, 2, 4},  Section{10, 1, 2}, Section{10, 2, 2}, Section{10, 3, 4}, Section{10, 4, 11},
    Section{10, 5, 5}, Section{10, 6, 2}, Section{10, 7, 3}, Section{11, 1, 2}, Section{11, 2, 3},
    Section{11, 3, 3}, Section{11, 4, 4}, Section{11, 5, 1}, Section{11, 6, 1}, Section{12, 1, 3},
    Section{12, 2, 2}, Section{12, 3, 4}, Section{13, 1, 1}, Section{13, 2, 5}, Section{13, 3, 2},
    Section{13, 4, 5}, Section{14, 1, 2}, Section{14, 2, 4}, Section{14, 3, 3}, Section{15, 1, 3},
    Section{15, 2, 3}, Section{15, 3, 7}, Section{16, 1, 1}, Section{16, 2, 5}, Section{16, 3, 4},
    Section{16, 4, 3}, Section{16, 5, 3}, Section{17, 1, 1}, Section{17, 2, 4}, Section{17, 3, 2}};

// How often a text names each requirement, as "1.2.3" or within "1.2.3 - 1.2.6".
std::map<std::string, int> requirements_named_in(const std::string& text) {
    static const std::regex range(R"(\b(\d+\.\d+)\.(\d+)(?:\s+-\s+\1\.(\d+))?\b(?!\.\d))");
    std::map<std::string, int> named;
    for (std::sregex_iterator found(text.begin(), text.end(), range), end; found != end; ++found) {
        const int first = std::stoi((*found)[2]);
        const int last = (*found)[3].matched ? std::stoi((*found)[3]) : first;
        for (int number = first; number <= last; ++number) {
            ++named[fmt::format("{}.{}", (*found)[1].str(), number)];
        }
    }
    return named;
}

// The rows of its tables, and the lines that stand for whole chapters.
std::string page_without_head(const std::string& page) {
    return page.substr(page.find("\n## "));
}

// The names of all tests, also of those whose line is broken.
std::set<std::string> test_names() {
    static const std::regex name(R"re(TEST_CASE\(\s*"((?:[^"]|"\s+")*)")re");
    static const std::regex broken(R"("\s+")");
    std::set<std::string> names;
    for (const SourceFile& file : read_sources("tests")) {
        for (std::sregex_iterator found(file.text.begin(), file.text.end(), name), end;
             found != end; ++found) {
            names.insert(std::regex_replace((*found)[1].str(), broken, ""));
        }
    }
    return names;
}

// The requirements that have a row of their own: how often.
std::map<std::string, int> requirements_answered_in(const std::string& page) {
    auto named = requirements_named_in(page_without_head(page));
    // "As 4.1.3" points to a row.
    static const std::regex pointer(R"(\bAs (\d+\.\d+\.\d+)(?: and (\d+\.\d+\.\d+))?)");
    for (std::sregex_iterator found(page.begin(), page.end(), pointer), end; found != end;
         ++found) {
        --named[(*found)[1].str()];
        if ((*found)[2].matched) --named[(*found)[2].str()];
    }
    return named;
}

// What stands in quotes in the last column of its tables.
std::vector<std::string> tests_named_in(const std::string& page) {
    static const std::regex quoted(R"re("([^"]+)")re");
    std::vector<std::string> named;
    std::string row;
    for (std::istringstream lines(page); std::getline(lines, row);) {
        if (!row.starts_with("| ") || !row.ends_with(" |")) continue;
        const std::string tests = row.substr(row.rfind(" | ") + 3);
        for (std::sregex_iterator found(tests.begin(), tests.end(), quoted), end; found != end;
             ++found) {
            named.push_back((*found)[1]);
        }
    }
    return named;
}

}  // namespace

TEST_CASE("each page on ASVS has every requirement of levels 1 and 2 once, and no other") {
    for (const char *file : asvs_pages) {
        CAPTURE(file);
        const std::string page = read_source(file);
        REQUIRE_FALSE(page.empty());
        auto answered = requirements_answered_in(page);
        for (const Section& section : standard) {
            for (int number = 1; number <= section.requirements; ++number) {
                const auto id = fmt::format("{}.{}.{}", section.chapter, section.section, number);
                CAPTURE(id);
                CHECK(answered[id] == 1);
                answered.erase(id);
            }
        }
        for (const auto& [id, count] : answered) {
            CAPTURE(id);
            CHECK(count == 0);
        }
    }
}

TEST_CASE("every test that a page on ASVS names is there") {
    const std::set<std::string> names = test_names();
    REQUIRE(names.size() > 1'000);
    for (const char *file : asvs_pages) {
        CAPTURE(file);
        const std::vector<std::string> named = tests_named_in(read_source(file));
        CHECK(named.size() > 50);
        for (const std::string& name : named) {
            CAPTURE(name);
            CHECK(names.contains(name));
        }
    }
}
