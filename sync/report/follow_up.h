// Follow-up: what becomes of what was promised, proposed and asked: who sees to it, by when, and
// what the answer is. Pure functions of the event state; the same on every replica.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sync/model/event_state.h"
#include "sync/report/table.h"

namespace stormote {

enum class FollowUpState : std::uint8_t { open, begun, done, declined };

// "open", "begun", "done" or "declined" as the record has it; a word of a later version is open.
[[nodiscard]] FollowUpState parse_follow_up_state(std::string_view text);
[[nodiscard]] Word follow_up_state_word(FollowUpState state);
[[nodiscard]] inline bool is_settled(FollowUpState state) {
    return state == FollowUpState::done || state == FollowUpState::declined;
}

// What the organiser has said. Empty: nothing.
struct FollowUp {
    std::string owner;  // a function, or the name of somebody registered; nobody who was erased
    std::string department;
    std::string due;  // a date
    FollowUpState state = FollowUpState::open;
    std::string answer;
    std::string answered;  // a date
    std::string told;      // the date on which who asked was told
};

[[nodiscard]] FollowUp follow_up_of(const EventState& state, const LatestFields& fields);

// The date on which who asked was told of the answer that stands: of one before it does not count.
[[nodiscard]] std::string told_of(const EventState& state, const LatestFields& fields);

// Those registered whom an owner in words names, "Åsa Öberg" or "Öberg, Åsa": ascending.
[[nodiscard]] std::vector<AttendeeId> people_called(const EventState& state,
                                                    std::string_view words);

// Not settled, and its date has passed.
[[nodiscard]] bool is_late(const FollowUp& follow_up, std::string_view today);

// Something that is followed up.
struct FollowUpItem {
    std::variant<NoteId, MessageKey> subject;
    Word kind;
    std::string text;  // of a note as it is published
    // Of a note: its question, and the groups in which it was said. 0 and none for others.
    QuestionNumber question = 0;
    std::vector<GroupNumber> groups{};
    // Of a message: who left it. Empty: nobody signed it.
    std::string asked_by{};
    std::string reach{};
    std::int64_t said_ms = 0;  // 0 where that must not be told, or is not known
    // Of a note that was carried over: where and when it was said.
    bool is_earlier = false;
    std::string earlier_meeting{};
    std::string earlier_date{};
    FollowUp follow_up{};

    [[nodiscard]] std::string id() const;
};

// Every commitment and proposal that stands, every wish to be contacted, what was carried over, and
// whatever else somebody has said anything of. What was carried over is first; within each, what is
// open by its date, so that what is late comes first, and then what is settled.
[[nodiscard]] std::vector<FollowUpItem> follow_up_items(const EventState& state);

// One row an item, in that order, with who asked.
[[nodiscard]] Table follow_up_table(const EventState& state);

}  // namespace stormote
