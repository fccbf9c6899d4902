// Name: find oneself by typing a few letters. At most five names are ever shown, so that nobody can
// leaf through who is coming; people of one name are one hit, and a page asks which of them it is.
// The screen thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/shell/call_staff.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

constexpr std::size_t longest_typed_name = 60;
constexpr std::size_t most_name_results = 5;

// How the search stands, for the sentence beside the field.
enum class NameSearch { waiting, too_many, found, nothing, slowed };

// Whose name is looked for: one's own, that of somebody in whose place one comes, or one's own on
// the way out.
enum class NamePurpose { oneself, somebody_absent, respondent };

struct NameView {
    FrameView frame;
    NamePurpose purpose = NamePurpose::oneself;
    // Of several people: the page asks for the first letters of the association. Empty: it asks
    // for the name.
    std::string namesake;
    std::string typed;
    std::vector<std::string> hits;  // names; no more than most_name_results
    NameSearch search = NameSearch::waiting;
    int wait_s = 0;  // of a search that is slowed
    // What was typed is cleared soon, because nobody touched anything; empty as long as not.
    std::optional<int> clears_in_s;
    bool walk_ins = true;          // whether "I am not registered" is a way out
    bool is_staff_called = false;  // from here, by whoever the association does not tell apart
};

// The whole text as it is now.
struct ChangeName {
    std::string typed;
};
struct ChooseName {
    std::size_t index;
};
struct NameNotRegistered {};

using NameIntent = std::variant<ChangeName, ChooseName, NameNotRegistered, CallStaff, FrameIntent>;

std::optional<NameIntent> draw_name(Ui& ui, const NameView& view);

}  // namespace stormote
