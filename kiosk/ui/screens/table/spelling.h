// Spelling: which words of a note are neither Swedish, as Debian's hunspell-sv knows it, nor names
// of the evening. Words are only marked, never changed. The dictionary is read once for the program
// on a thread of its own; until it has come, and where it is not installed, nothing is marked. The
// screen thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "kiosk/ui/widgets/text_area.h"
#include "sync/model/event_state.h"

namespace stormote {

class Spelling {
  public:
    Spelling();

    // The names of people, organisations, tables and places, and the words of the questions: asked
    // often, read again where they are not what they were.
    void know_names_of(const EventState& state);
    // Words in the order of the text. The one that is being written, with the caret at its end, is
    // none of them, nor are short words, abbreviations, numbers and addresses. Nothing where more
    // than half of several words are unknown: then it is another language.
    [[nodiscard]] std::vector<MarkedWord> misspelt(std::string_view text, std::size_t caret);
    [[nodiscard]] bool is_ready() const;

  private:
    void know(std::string_view words);
    [[nodiscard]] bool is_known(std::string_view word);

    std::unordered_set<std::string> names_;  // folded
    std::optional<std::size_t> names_hash_;  // of what they were read from
    std::unordered_map<std::string, bool> asked_;
};

}  // namespace stormote
