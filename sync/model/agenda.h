// Agenda: the questions of the evening, the round of groups that each is discussed in, and the
// programme around them, as the record describes them. Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/error.h"
#include "sync/model/event_state.h"

namespace stormote {

// As much as fits on the tabs of a table's screen, on the sign of a table and in the header.
constexpr std::size_t most_agenda_questions = 12;
constexpr std::size_t longest_question_title = 60;  // in characters
constexpr std::size_t longest_question_text = 300;
constexpr std::size_t most_programme_items = 30;
constexpr std::size_t longest_programme_item = 60;
constexpr RoundNumber most_rounds = 9;

struct AgendaQuestion {
    QuestionNumber number = 0;
    std::string title;
    std::string text;
    // Local times, "2022-10-12T18:50"; both empty where it has no time of its own.
    std::string starts;
    std::string ends;
    RoundNumber round = 1;
    // Title and text in further languages.
    Translations titles{};
    Translations texts{};

    // The title, or the question where it has none.
    [[nodiscard]] const std::string& name() const { return title.empty() ? text : title; }
    // "3 När och hur möts vi?": the question in full, as papers and lists head it.
    [[nodiscard]] std::string numbered() const {
        return std::to_string(number) + ' ' + (text.empty() ? title : text);
    }
    // In a language of the screens, as far as it is said in that one.
    [[nodiscard]] AgendaQuestion in(std::string_view language) const;
    // Of a question that becomes this one: the translations of the words that stay.
    void keep_translations(const AgendaQuestion& before);
    bool operator==(const AgendaQuestion&) const = default;
};

// What happens beside the questions: "18:30", "Inledning".
struct ProgrammeItem {
    std::string starts;
    std::string title;
    Translations titles{};

    [[nodiscard]] const std::string& title_in(std::string_view language) const {
        return in_language(title, titles, language);
    }
    bool operator==(const ProgrammeItem&) const = default;
};

struct Agenda {
    std::vector<AgendaQuestion> questions;  // ascending by number, each once
    std::vector<ProgrammeItem> programme;   // in the order of the evening

    bool operator==(const Agenda&) const = default;
};

// The questions that are asked. One without a round of its own is discussed in that of the one
// before.
[[nodiscard]] std::vector<AgendaQuestion> agenda_questions(const EventState& state);
[[nodiscard]] std::vector<ProgrammeItem> programme_of(const EventState& state);
[[nodiscard]] Agenda agenda_of(const EventState& state);

// The setting that holds a programme: a line "18:30 Inledning" each. In a further language: ""
// where nothing of it is said in that one, else all of it, with the items that are not as they are.
[[nodiscard]] std::string write_programme(const std::vector<ProgrammeItem>& programme,
                                          std::string_view language = "sv");
// The items of such lines; a line that is none is left out.
[[nodiscard]] std::vector<ProgrammeItem> parse_programme(const std::string& lines);

enum class AgendaPart : std::uint8_t { number, title, text, starts, ends, round };

// What is wrong with an agenda, and where; no place: with the whole of it.
struct AgendaFault {
    enum class Where : std::uint8_t { whole, question, programme };
    Where where = Where::whole;
    std::size_t index = 0;
    AgendaPart part = AgendaPart::title;
    Error message;
};
// Against itself and the times of the event that the state describes.
[[nodiscard]] std::vector<AgendaFault> check_agenda(const EventState& state, const Agenda& agenda);

// What has to be recorded so that the agenda becomes this one; nothing where it is already. A
// question that it leaves out is asked no more.
[[nodiscard]] std::vector<Body> change_agenda(const EventState& state, const Agenda& wanted);

// "18:50" of the event's evening, "2022-10-12T18:50": where it goes on past midnight and that time
// comes only then, of the day after.
[[nodiscard]] std::string time_of_evening(const EventState& state, const std::string& clock);

// When an organiser ended the meeting; nothing: nobody has, or it was opened again. An end before
// the event starts is that of a rehearsal.
[[nodiscard]] std::optional<std::int64_t> meeting_ended_ms(const EventState& state);

// How many rounds of groups its questions are discussed in.
[[nodiscard]] RoundNumber agenda_round_count(const Agenda& agenda);
// How many rounds of groups there are: those of the plan, and one where there is none.
[[nodiscard]] RoundNumber round_count(const EventState& state);
// Where the evening is among its rounds, by the times of the questions.
struct RoundTime {
    RoundNumber now = 1;
    // While people change tables: from the end of a round's last question until the next round has
    // begun, and shortly after.
    std::optional<RoundNumber> changing_from;
    // When the round of this moment begins or began, "2022-10-12T19:40"; may be empty.
    std::string starts;
};
[[nodiscard]] RoundTime round_time(const EventState& state, std::int64_t wall_ms);
// When a round begins; "" where no question says.
[[nodiscard]] std::string round_start(const EventState& state, RoundNumber round);

}  // namespace stormote
