// Way out: what people may leave behind when they go: answers to the survey, a comment, a wish to
// be contacted, and the word of their organisation that it joins the agreement. What there is to
// offer, and what came of it. Pure; any thread that may read the state.
#pragma once

#include "sync/model/survey.h"

namespace stormote {

struct WayOut {
    std::vector<SurveyQuestion> questions;  // empty: there is no survey
    std::string agreement;                  // what it is called; empty: there is nothing to join
    std::string agreement_text;
    std::vector<std::string> departments;  // whom a message may be for; may be empty
    // The same in further languages; the departments a line each.
    Translations agreements{};
    Translations agreement_texts{};
    Translations department_lines{};
};
// Words of the event, as somebody reads them who has chosen a language of the screens.
struct EventWords {
    std::string title;
    std::string text;
    bool is_translated = false;  // else they are in Swedish, all of them
};
[[nodiscard]] EventWords agreement_in(const WayOut& offer, std::string_view language);
struct DepartmentWords {
    std::vector<std::string> names;  // in the order of the offer
    bool is_translated = false;
};
[[nodiscard]] DepartmentWords departments_in(const WayOut& offer, std::string_view language);

[[nodiscard]] WayOut way_out(const EventState& state);

// Before the event has begun nobody is on their way home.
[[nodiscard]] bool is_way_out_open(const EventState& state, std::int64_t now_ms);

struct NewMessage {
    // Comment or contact; Desk::join_agreement() declares a joining.
    MessageKind kind = MessageKind::comment;
    std::optional<AttendeeId> from;  // nothing: anonymous, for comments alone
    std::string text;                // may be empty where somebody wants to be contacted
    std::string reach;               // telephone or e-mail; empty: as registered
    std::string department;          // one of those that are offered, or empty
};
// In letters. What is longer is refused, never cut.
constexpr std::size_t longest_answer = 2'000;
constexpr std::size_t longest_message = 10'000;
constexpr std::size_t longest_reach = 200;
// As many and as long as fit on the kiosk's pages.
constexpr std::size_t most_departments = 11;
constexpr std::size_t longest_department = 60;
constexpr std::size_t longest_agreement = 120;
constexpr std::size_t longest_agreement_text = 600;

enum class FeedbackOutcome : std::uint8_t {
    kept,         // it is on the disk
    empty,        // there was nothing in it
    too_long,     // than it may be
    nobody,       // there is no such person any more, or there must be one
    unreachable,  // neither said nor registered how the person can be reached
};

enum class Joining : std::uint8_t {
    joined,
    joined_already,   // and nothing was recorded
    no_agreement,     // the event has none
    no_organisation,  // the person comes from none
    municipality,     // the person comes from the municipality, whose agreement it is
    nobody,           // there is no such person any more
};
// What would come of it if the person's organisation joined now.
[[nodiscard]] Joining joining_of(const EventState& state, const AttendeeId& representative);

// Whose word the person can give; nothing: the person comes from none.
[[nodiscard]] std::optional<OrganisationId> organisation_of(const EventState& state,
                                                            const AttendeeId& representative);

// When it may be seen that anonymous answers were given: never while their place in the record, or
// their small number, could name somebody who was seen at the kiosk. The event has ended at the
// time that its settings say, or when an organiser ended it before that.
enum class Occasion : std::uint8_t {
    opening,   // of the event's file: once the event has ended
    running,   // while people may still stand at the kiosk: an hour after the end
    by_staff,  // who closes the kiosk or takes the answers along: once it has ended, and before
               // where more than five wait
};
[[nodiscard]] bool is_release_due(const EventState& state, Occasion occasion, std::int64_t now_ms,
                                  std::size_t waiting);

}  // namespace stormote
