// FullNames: the names of everybody registered for some meetings, or of one person, to be found in
// what people wrote. Pure; any thread.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sync/model/event_state.h"

namespace stormote {

class FullNames {
  public:
    explicit FullNames(std::span<const EventState *const> meetings);

    void add(const Attendee& attendee);
    // A name as a register has it, in one text.
    void add(std::string_view full_name);

    // A given and a family name stand in the text as whole words, however they are spelled, also
    // in the Swedish genitive; or the text is nothing but somebody's only name.
    [[nodiscard]] bool are_in(std::string_view text) const;

  private:
    // With a space at both ends.
    void insert(std::string words, bool has_both);

    std::set<std::string> names_;       // of two words and more: " asa oberg"
    std::set<std::string> only_names_;  // of those who have no other: " bo "
};

}  // namespace stormote
