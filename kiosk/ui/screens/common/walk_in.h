// Walk-in: registering on the spot, one question a screen. The screen thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/common/door_labels.h"
#include "kiosk/ui/screens/common/steps.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

constexpr std::size_t longest_organisation = 80;
constexpr std::size_t most_suggestions = 3;
constexpr std::size_t most_options = 12;

enum class WalkInStep { name, role, organisation, sector, information };

// For whom somebody comes, in the order in which it is offered.
enum class WalkInRole : std::uint8_t { association, oneself, elected, official };
constexpr std::size_t walk_in_role_count = 4;

struct WalkInView {
    FrameView frame;
    WalkInStep step = WalkInStep::name;
    std::string typed;                     // the name or the organisation, as far as it is typed
    std::vector<std::string> suggestions;  // known organisations that match what is typed
    std::vector<std::string> options;      // the sectors
    // What will be stored.
    std::string name;
    std::string organisation;  // empty: comes for nobody but themself
    std::string sector;
    WalkInRole role = WalkInRole::association;  // decides what is asked after it
    std::vector<std::string> information;       // what people are told about it
    bool asks_consent = false;                  // or tells only
    Steps steps{1, 3};
    // In a sentence, where organisation and role are somebody else's, whom they shall not give
    // away: stands in their place.
    std::string shared_with;
    // Staff asks the questions for somebody who stands beside them.
    bool is_for_another = false;
    DoorPaper paper = DoorPaper::name_label;  // that whoever is registered gets
    // Whether the way to coming in somebody's place begins here.
    bool can_substitute = false;
    std::optional<int> clears_in_s;
};

struct ChangeWalkInText {
    std::string typed;
};
struct NextStep {};  // with the text as it is
struct ChooseSuggestion {
    std::size_t index;
};
struct NoOrganisation {};
struct ComeInstead {};
struct ChooseRole {
    WalkInRole role;
};
struct ChooseOption {
    std::size_t index;
};
struct RegisterOnTheSpot {};
struct DeclineRegistration {};

using WalkInIntent =
    std::variant<ChangeWalkInText, NextStep, ChooseSuggestion, NoOrganisation, ComeInstead,
                 ChooseRole, ChooseOption, RegisterOnTheSpot, DeclineRegistration, FrameIntent>;

// "From an association", as it is offered.
[[nodiscard]] std::string walk_in_role_text(const Ui& ui, WalkInRole role, bool is_for_another);

// GoBack is to the step before.
std::optional<WalkInIntent> draw_walk_in(Ui& ui, const WalkInView& view);

}  // namespace stormote
