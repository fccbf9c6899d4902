#include "kiosk/desk/evening/table_page.h"

#include <algorithm>

#include "sync/base/local_time.h"
#include "sync/model/presence.h"

namespace stormote {

namespace {

std::int64_t first_written_ms(const EventState& state, const Note& note) {
    const auto first =
        std::min_element(note.versions.begin(), note.versions.end(),
                         [&state](const NoteVersion& left, const NoteVersion& right) {
                             return left.stamp.is_before(right.stamp, state.device_table());
                         });
    return first->wall_ms + state.device_at(first->stamp.device()).clock.ms;
}

// Nothing where the note is another table's.
std::optional<TablePageNote> note_of(const EventState& state, GroupNumber table, const NoteId& id,
                                     const Note& note) {
    const auto heads = note.heads(state.device_table());
    if (heads.empty() || heads.back()->content.group != table) return std::nullopt;
    const NoteWritten& newest = heads.back()->content;
    TablePageNote shown;
    shown.id = id;
    shown.version = heads.back()->id;
    shown.question = newest.question;
    shown.kind = newest.kind;
    shown.text = newest.text;
    shown.is_withdrawn = newest.state == NoteState::withdrawn;
    shown.is_edited = note.versions.size() > 1;
    for (const NoteVersion *head : heads) {
        if (head != heads.back()) shown.other_texts.push_back(head->content.text);
    }
    shown.written_ms = first_written_ms(state, note);
    return shown;
}

void count_people(const EventState& state, GroupNumber table, RoundNumber round, TablePage& page) {
    for (const auto& [id, attendee] : state.attendees()) {
        if (attendee.fields.empty() || sitting_group(state, id, round) != table) continue;
        const PresenceKind presence = presence_of(state, id).kind;
        const bool is_here = presence == PresenceKind::present;
        if (is_here) ++page.here;
        if (is_here || (presence == PresenceKind::expected && !is_cancelled(attendee))) {
            ++page.expected;
        }
    }
}

std::size_t choose_question(const TablePage& page, std::optional<QuestionNumber> selected) {
    const auto chosen = std::find_if(
        page.questions.begin(), page.questions.end(),
        [selected](const AgendaQuestion& question) { return question.number == selected; });
    if (chosen != page.questions.end()) {
        return static_cast<std::size_t>(chosen - page.questions.begin());
    }
    const bool is_timed =
        page.clock.time == TableTime::before || page.clock.time == TableTime::during;
    return is_timed ? page.clock.question : 0;
}

}  // namespace

TablePage table_page(const EventState& state, GroupNumber table,
                     std::optional<QuestionNumber> selected, std::string_view language,
                     std::int64_t wall_ms) {
    TablePage page;
    if (const auto group = state.groups().find(table); group != state.groups().end()) {
        page.name = group->second.get(GroupField::name, language);
    }
    count_people(state, table, round_time(state, wall_ms).now, page);
    page.clock = table_clock(state, wall_ms);
    page.message = table_message(state, wall_ms);
    for (const AgendaQuestion& question : agenda_questions(state)) {
        page.questions.push_back(question.in(language));
    }
    page.selected = choose_question(page, selected);
    const QuestionNumber asked =
        page.questions.empty() ? QuestionNumber{0} : page.questions[page.selected].number;
    for (const auto& [id, note] : state.notes()) {
        auto shown = note_of(state, table, id, note);
        if (shown && shown->question == asked) page.notes.push_back(*std::move(shown));
    }
    std::stable_sort(page.notes.begin(), page.notes.end(),
                     [](const TablePageNote& left, const TablePageNote& right) {
                         return left.written_ms > right.written_ms;
                     });
    return page;
}

std::optional<TablePageNote> table_page_note(const EventState& state, GroupNumber table,
                                             const NoteId& id) {
    const auto found = state.notes().find(id);
    return found == state.notes().end() ? std::nullopt : note_of(state, table, id, found->second);
}

}  // namespace stormote
