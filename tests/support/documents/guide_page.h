// Guide page: a guide of assets/guide as its steps, what it names, and what it tells to type, for
// the tests that hold it against the product. Of the Markdown itself; values.
#pragma once

#include <string>
#include <vector>

namespace stormote::testing {

struct GuideStep {
    std::string text;                 // with its marks
    std::vector<std::string> played;  // the scenes and tests that play it
};

struct GuideCommand {
    std::vector<std::string> words;
    std::string needs;  // what it needs that a test has not; empty: nothing
};

struct GuidePage {
    std::vector<GuideStep> steps;
    std::vector<std::string> named;  // in bold, in their order: what stands on screens and in lists
    std::vector<std::string> pictures;  // of which screens
    std::vector<GuideCommand> commands;
    std::vector<std::string> headings;
};

[[nodiscard]] GuidePage read_guide_page(const std::string& markdown);

// A line as a shell would split it, with double quotes.
[[nodiscard]] std::vector<std::string> split_command(const std::string& line);

}  // namespace stormote::testing
