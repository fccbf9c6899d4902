// Information text: what people are told about what is stored of them, written from the event's
// settings: why, how long, and whom to ask. Never says more than the settings do. Any thread.
#pragma once

#include <string>
#include <vector>

#include "sync/privacy/keep_table.h"

namespace stormote {

struct InformationText {
    std::vector<std::string> paragraphs;
    // "sv-3fa2b1c9": the language and what these words hash to. Other words have another version.
    std::string version;
};

// In the language of the texts.
[[nodiscard]] InformationText information_text(const LatestFields& settings, const Texts& texts);

}  // namespace stormote
