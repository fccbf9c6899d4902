#include "kiosk/lists/follow_up/follow_up_fields.h"

#include <algorithm>
#include <array>

#include "kiosk/lists/field_limits.h"
#include "kiosk/lists/list_dates.h"
#include "sync/base/text_folding.h"
#include "sync/report/follow_up.h"

namespace stormote {

namespace {

struct StateName {
    std::string_view word;  // folded
    FollowUpState state;
};
constexpr std::array<StateName, 21> state_names{
    {{"open", FollowUpState::open},         {"still open", FollowUpState::open},
     {"oppet", FollowUpState::open},        {"oppen", FollowUpState::open},
     {"ej paborjat", FollowUpState::open},  {"inte paborjat", FollowUpState::open},
     {"begun", FollowUpState::begun},       {"paborjat", FollowUpState::begun},
     {"paborjad", FollowUpState::begun},    {"pagar", FollowUpState::begun},
     {"done", FollowUpState::done},         {"completed", FollowUpState::done},
     {"klart", FollowUpState::done},        {"klar", FollowUpState::done},
     {"genomfort", FollowUpState::done},    {"besvarat", FollowUpState::done},
     {"declined", FollowUpState::declined}, {"blir inte av", FollowUpState::declined},
     {"avslag", FollowUpState::declined},   {"avslaget", FollowUpState::declined},
     {"avbojt", FollowUpState::declined}}};

std::size_t longest(FollowUpField field) {
    const bool is_long = field == FollowUpField::answer || field == FollowUpField::wording;
    return is_long ? FieldLimits::note : FieldLimits::word;
}

Result<std::string> check_date(const std::string& text) {
    const auto date = registered_in_words(text);
    const bool is_day =
        date && date->is_registered && date->date.size() >= 10 && !date->date.starts_with("--");
    if (is_day) return date->date.substr(0, 10);
    return input_error({"\"{}\" is not a date. Write it as 2022-09-26."}, text);
}

Result<std::string> check_state(const std::string& text) {
    const std::string folded = fold_text(text);
    const auto *const known =
        std::find_if(state_names.begin(), state_names.end(),
                     [&folded](const StateName& name) { return name.word == folded; });
    if (known == state_names.end()) {
        return input_error({"The state \"{}\" is not known. Write öppet, påbörjat, klart or blir "
                            "inte av."},
                           text);
    }
    if (known->state == FollowUpState::open) return std::string();
    return std::string(follow_up_state_word(known->state).code);
}

// So that the name goes with the person when they are erased.
Result<std::string> check_owner(const EventState& state, const std::string& text) {
    if (const auto id = parse_id<AttendeeId>(text)) {
        if (state.find_attendee(*id) != nullptr) return to_string(state.person_of(*id));
        return input_error({"There is nobody with the id {}."}, text);
    }
    const std::vector<AttendeeId> namesakes = people_called(state, text);
    if (namesakes.empty()) return text;
    if (namesakes.size() == 1) return to_string(namesakes.front());
    return input_error({"Several people are called {}. Write the id of one of them: \"stormote "
                        "search\" shows it."},
                       text);
}

}  // namespace

Result<std::string> check_follow_up(const EventState& state, FollowUpField field, std::string text,
                                    const std::string& name) {
    if (const auto length = excess_length(text, longest(field))) {
        return input_error({"{} is longer than {} characters: it has {}. Make it shorter."}, name,
                           longest(field), *length);
    }
    if (text.empty()) return text;
    switch (field) {
        case FollowUpField::due:
        case FollowUpField::answered:
        case FollowUpField::told:
            return check_date(text);
        case FollowUpField::state:
            return check_state(text);
        case FollowUpField::owner:
            return check_owner(state, text);
        default:
            return text;
    }
}

}  // namespace stormote
