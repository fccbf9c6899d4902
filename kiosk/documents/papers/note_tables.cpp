#include "kiosk/documents/papers/note_tables.h"

#include "kiosk/documents/papers/paper_notes.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

Cell question_title(const EventState& state, QuestionNumber question) {
    const auto found = state.questions().find(question);
    return found == state.questions().end() ? Cell()
                                            : text_cell(found->second.get(QuestionField::title));
}

// "1, 4", as they stand in one cell.
Cell groups_cell(const std::vector<GroupNumber>& groups) {
    std::string numbers;
    for (const GroupNumber group : groups) {
        if (group > 0) numbers += (numbers.empty() ? "" : ", ") + std::to_string(group);
    }
    return text_cell(numbers);
}

std::vector<PublishedNote> public_notes(const EventState& state) {
    // Owners are in none of the tables.
    return paper_notes(state, Audience::everybody, FullNames({}));
}

}  // namespace

Table public_notes_table(const EventState& state) {
    Table table;
    table.columns = {{"question", {"Question number"}},
                     {"question_title", {"Question"}},
                     {"groups", {"Groups"}},
                     {"kind", {"Kind"}},
                     {"text", {"Text"}},
                     {"note", {"Id"}}};
    for (const PublishedNote& note : public_notes(state)) {
        table.rows.push_back({std::int64_t{note.question}, question_title(state, note.question),
                              groups_cell(note.groups), note_kind_word(note.kind), note.text,
                              to_string(note.id)});
    }
    return table;
}

Table public_proposals_table(const EventState& state) {
    Table table;
    table.columns = {{"question", {"Question number"}},
                     {"question_title", {"Question"}},
                     {"groups", {"Groups"}},
                     {"text", {"Text"}},
                     {"note", {"Id"}}};
    for (const PublishedNote& note : public_notes(state)) {
        if (note.kind != NoteKind::proposal) continue;
        table.rows.push_back({std::int64_t{note.question}, question_title(state, note.question),
                              groups_cell(note.groups), note.text, to_string(note.id)});
    }
    return table;
}

}  // namespace stormote
