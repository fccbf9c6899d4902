// CentralProgram: the command `stormote-central` within the test, in English, and what it said.
#pragma once

#include <sstream>

#include "sync/central/cli/central_command.h"

namespace stormote::testing {

struct CentralProgram {
    SystemClock clock;
    SystemRandom random;
    Texts texts;
    std::ostringstream out;
    std::ostringstream messages;

    int run(std::vector<std::string> words) {
        words.insert(words.begin(), "stormote-central");
        std::vector<const char *> arguments;
        for (const std::string& word : words) arguments.push_back(word.c_str());
        CentralContext context{out, messages, texts, clock, random};
        return run_central(static_cast<int>(arguments.size()), arguments.data(), context);
    }
};

}  // namespace stormote::testing
