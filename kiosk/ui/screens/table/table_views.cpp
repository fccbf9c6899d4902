#include "kiosk/ui/screens/table/table_views.h"

#include <algorithm>

#include "kiosk/desk/notes/note_marking.h"
#include "kiosk/desk/search/word_search.h"
#include "kiosk/ui/screens/common/event_views.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"
#include "sync/model/agenda.h"

namespace stormote {

namespace {

// So long before the end of a question a table is asked what everybody is to see.
constexpr int choosing_minutes = 5;

bool is_by_name(const RosterPerson& left, const RosterPerson& right) {
    return compare_swedish(left.name, right.name) < 0;
}

// Where somebody comes from; their role, where they come for no organisation.
std::string origin_of(const EventState& state, const Attendee& attendee, const Texts& texts) {
    const std::string& name = state.organisation_of(attendee, OrganisationField::name);
    if (!name.empty()) return name;
    switch (role_of(attendee)) {
        case AttendeeRole::elected:
            return texts.get(Sentence{"Elected representative"});
        case AttendeeRole::official:
            return texts.get(Sentence{"From the municipality"});
        case AttendeeRole::civil:
            break;
    }
    return "";
}

std::string facilitator_name(const EventState& state, GroupNumber group) {
    const auto id = facilitator_of(state, group);
    return id ? state.find_attendee(*id)->full_name() : "";
}

// Notes that can be chosen.
std::size_t standing(const TableView& view) {
    return static_cast<std::size_t>(std::count_if(
        view.notes.begin(), view.notes.end(),
        [](const NoteCard& note) { return !note.is_withdrawn && note.choices.size() <= 1; }));
}

// So much of a note stands on the card of what was found: above the keyboard is little room.
constexpr std::size_t longest_excerpt = 48;

bool has_notes(const EventState& state, GroupNumber group) {
    return std::any_of(state.notes().begin(), state.notes().end(), [group](const auto& note) {
        return note.second.versions.front().content.group == group;
    });
}

// What it says, in whichever version.
bool finds(const WordSearch& search, const NoteCard& note) {
    return search.finds(note.text) ||
           std::any_of(note.choices.begin(), note.choices.end(),
                       [&search](const NoteChoice& choice) { return search.finds(choice.text); });
}

// A question's time is over, or soon is.
bool is_time_to_choose(const TableView& view) {
    const TableClock& clock = view.clock;
    switch (clock.time) {
        case TableTime::none:
            return false;
        case TableTime::before:
            return view.selected < clock.question;
        case TableTime::during:
            return view.selected < clock.question ||
                   (view.selected == clock.question && clock.minutes_left <= choosing_minutes);
        case TableTime::after:
            return true;
    }
    return false;
}

}  // namespace

std::vector<TableCard> table_cards(const EventState& state, RoundNumber round, const Texts& texts) {
    std::map<GroupNumber, TableCard> cards;
    for (const auto& [group, fields] : state.groups()) {
        cards[group] = {group, table_text(state, group, texts), 0, 0, is_closed(fields)};
    }
    for (const auto& [id, attendee] : state.attendees()) {
        if (attendee.fields.empty()) continue;
        const auto group = sitting_group(state, id, round);
        const auto card = group ? cards.find(*group) : cards.end();
        if (card == cards.end()) continue;
        const PresenceKind presence = presence_of(state, id).kind;
        const bool is_here = presence == PresenceKind::present;
        const bool is_expected = presence == PresenceKind::expected && !is_cancelled(attendee);
        if (is_here) ++card->second.here;
        if (is_here || is_expected) ++card->second.all;
    }
    std::vector<TableCard> list;
    list.reserve(cards.size());
    for (auto& [group, card] : cards) list.push_back(std::move(card));
    std::stable_partition(list.begin(), list.end(),
                          [](const TableCard& card) { return !card.is_closed; });
    return list;
}

TableRoster roster_of(const EventState& state, GroupNumber group, RoundNumber round,
                      const Texts& texts) {
    TableRoster roster;
    for (const auto& [id, attendee] : state.attendees()) {
        if (attendee.fields.empty() || sitting_group(state, id, round) != group) continue;
        RosterPerson person{attendee.full_name(), origin_of(state, attendee, texts)};
        // Whoever leads the table acts on them.
        if (const auto& needs = attendee.get(AttendeeField::access_needs); !needs.empty()) {
            person.needs = texts.get(Sentence{"Needs: {}"}, needs);
        }
        const PresenceKind presence = presence_of(state, id).kind;
        if (presence == PresenceKind::present) {
            roster.here.push_back(person);
        } else if (presence == PresenceKind::expected && !is_cancelled(attendee)) {
            roster.expected.push_back(person);
        }
    }
    std::sort(roster.here.begin(), roster.here.end(), is_by_name);
    std::sort(roster.expected.begin(), roster.expected.end(), is_by_name);
    return roster;
}

TableContents table_contents(const EventState& state, GroupNumber group,
                             std::optional<QuestionNumber> selected, const DeviceId& own,
                             const Texts& texts, std::int64_t wall_ms) {
    TableContents contents;
    TableView& view = contents.view;
    view.group_number = group;
    view.table_name = table_text(state, group, texts);
    view.facilitator = facilitator_name(state, group);
    const RoundTime time = round_time(state, wall_ms);
    view.roster = roster_of(state, group, time.now, texts);
    view.clock = table_clock(state, wall_ms);
    view.message = table_message(state, wall_ms);
    const auto ended_ms = meeting_ended_ms(state);
    if (ended_ms) view.ended_text = clock_text(*ended_ms);
    contents.changes = table_changes(state, group, time, texts);
    if (ended_ms) contents.changes.people.clear();
    view.has_changes = !contents.changes.people.empty();
    for (const AgendaQuestion& question : agenda_questions(state)) {
        contents.questions.push_back(question.number);
        const AgendaQuestion shown = question.in(texts.language());
        view.questions.push_back({shown.name(), shown.text});
    }
    const auto chosen =
        std::find(contents.questions.begin(), contents.questions.end(), selected.value_or(0));
    if (chosen != contents.questions.end()) {
        view.selected = static_cast<std::size_t>(chosen - contents.questions.begin());
    } else if (view.clock.time != TableTime::none && view.clock.time != TableTime::after) {
        view.selected = view.clock.question;
    }
    const QuestionNumber question =
        contents.questions.empty() ? 0 : contents.questions[view.selected];
    TableNotes notes = table_notes(state, group, question, own);
    view.notes = std::move(notes.cards);
    contents.notes = std::move(notes.ids);
    view.has_notes = has_notes(state, group);
    contents.has_departments = !way_out(state).departments.empty();
    contents.chosen_count = notes_chosen_at_table(state, group, question).size();
    view.asks_to_choose = !ended_ms && is_time_to_choose(view) &&
                          contents.chosen_count < std::min(most_chosen, standing(view));
    return contents;
}

FoundNotes find_notes(const EventState& state, GroupNumber group, const TableContents& contents,
                      std::string_view typed, const DeviceId& own) {
    const WordSearch search(typed);
    FoundNotes found;
    found.has_letters = !search.is_empty();
    if (search.is_empty()) return found;
    // Without questions all notes answer none.
    const std::size_t count = std::max<std::size_t>(1, contents.questions.size());
    for (std::size_t i = 0; i < count; ++i) {
        const bool is_asked = i < contents.questions.size();
        const QuestionNumber question = is_asked ? contents.questions[i] : 0;
        TableNotes notes = table_notes(state, group, question, own);
        for (std::size_t at = 0; at < notes.cards.size(); ++at) {
            NoteCard& card = notes.cards[at];
            if (!finds(search, card)) continue;
            found.places.push_back({notes.ids[at], question, card.choices.size() > 1});
            card.text = search.excerpt(card.text, longest_excerpt);
            found.cards.push_back(
                {std::move(card),
                 is_asked ? std::to_string(i + 1) + " " + contents.view.questions[i].title : ""});
        }
    }
    return found;
}

TableChangesView table_changes(const EventState& state, GroupNumber group, const RoundTime& time,
                               const Texts& texts) {
    TableChangesView view;
    view.group_number = group;
    view.round = time.now;
    if (const auto starts_ms = instant_of(time.starts)) view.time_text = clock_text(*starts_ms);
    if (!time.changing_from) return view;
    view.map = seating_map(state);
    for (const auto& [id, attendee] : state.attendees()) {
        if (attendee.fields.empty() || presence_of(state, id).kind != PresenceKind::present) {
            continue;
        }
        if (sitting_group(state, id, *time.changing_from) != group) continue;
        const auto next = sitting_group(state, id, time.now);
        if (!next || *next == group) continue;
        view.people.push_back({attendee.full_name(), *next, table_text(state, *next, texts),
                               place_text(state, *next, view.map, texts)});
    }
    std::sort(view.people.begin(), view.people.end(), [](const auto& left, const auto& right) {
        return compare_swedish(left.name, right.name) < 0;
    });
    return view;
}

std::optional<GroupNumber> table_of(const EventState& state, const AttendeeId& attendee,
                                    RoundNumber round) {
    for (const auto& [group, fields] : state.groups()) {
        if (is_closed(fields)) continue;
        if (facilitator_of(state, fields) == attendee) return group;
    }
    return sitting_group(state, attendee, round);
}

}  // namespace stormote
