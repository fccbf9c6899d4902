#include "kiosk/documents/papers/note_blocks.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "kiosk/documents/papers/paper_frame.h"
#include "sync/base/date_text.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

struct CountedKind {
    NoteKind kind;
    Sentence one;
    Sentence other;
};

const std::vector<CountedKind>& counted_kinds() {
    static const std::vector<CountedKind> kinds{
        {NoteKind::point, {"{} point"}, {"{} points"}},
        {NoteKind::proposal, {"{} proposal"}, {"{} proposals"}},
        {NoteKind::question, {"{} question"}, {"{} questions"}},
        {NoteKind::commitment, {"{} commitment"}, {"{} commitments"}}};
    return kinds;
}

// What the municipality knows of a note beside what everybody reads.
void add_internal_words(std::vector<std::string>& words, const PublishedNote& note,
                        const Texts& texts) {
    if (note.is_in_conflict) words.push_back(texts.get({"One of several versions"}));
    if (note.publication != Publication::open) words.push_back(texts.get({"Not for the public"}));
    if (note.is_edited) words.push_back(texts.get({"Written as: {}"}, note.original));
}

// Behind a note: its kind where it is no point, and all groups where several said it.
std::string source_of(const PublishedNote& note, const NoteParts& parts) {
    std::vector<std::string> words;
    if (note.kind != NoteKind::point) {
        words.push_back(parts.texts.get(note_kind_word(note.kind).shown));
    }
    if (note.agreeing > 0) {
        words.push_back(parts.texts.get_plural({"{} agrees"}, {"{} agree"}, note.agreeing));
    }
    if (note.groups.size() > 1) words.push_back(group_numbers(note.groups, parts.texts));
    if (parts.audience != Audience::everybody) add_internal_words(words, note, parts.texts);
    return fmt::format("{}", fmt::join(words, " · "));
}

std::vector<NotedQuestion> questions_with(const NoteParts& parts, const std::set<NoteKind>& kinds) {
    std::vector<NotedQuestion> questions = by_question(parts.state, parts.notes, parts.texts);
    for (NotedQuestion& question : questions) {
        std::erase_if(question.notes,
                      [&kinds](const PublishedNote *note) { return !kinds.contains(note->kind); });
    }
    std::erase_if(questions, [](const NotedQuestion& question) { return question.notes.empty(); });
    return questions;
}

void add_question_heading(std::vector<Block>& blocks, const NotedQuestion& question, int depth) {
    blocks.emplace_back(Heading{2 + depth, question.title});
    if (!question.text.empty()) blocks.emplace_back(Paragraph{question.text, ParagraphStyle::lead});
}

// How many proposals each question has, as a chart; of one question there is nothing to compare.
void add_proposal_chart(std::vector<Block>& blocks, const NoteParts& parts,
                        const std::vector<NotedQuestion>& questions) {
    if (questions.size() < 2) return;
    BarChart chart{parts.texts.get({"Proposals by question"}), "", {}};
    for (const NotedQuestion& question : questions) {
        const auto count = static_cast<std::int64_t>(question.notes.size());
        chart.bars.push_back({question.title, count, std::to_string(count)});
        chart.meaning += (chart.meaning.empty() ? "" : "; ") + question.title + ": " +
                         parts.texts.get_plural({"{} proposal"}, {"{} proposals"}, count);
    }
    chart.meaning += ".";
    blocks.emplace_back(std::move(chart));
}

// "Åsa Öberg, Fritidsförvaltningen".
std::string responsible(const FollowUp& follow_up) {
    const bool has_both = !follow_up.owner.empty() && !follow_up.department.empty();
    return follow_up.owner + (has_both ? ", " : "") + follow_up.department;
}

// Where it stands: "Pågår", and by when, until it is settled.
std::string standing(const FollowUp& follow_up, const Texts& texts) {
    const std::string state = texts.get(follow_up_state_word(follow_up.state).shown);
    if (is_settled(follow_up.state) || follow_up.due.empty()) return state;
    return state + ", " + texts.get({"by {}"}, date_in_words(follow_up.due, texts.language()));
}

// A column of a list, which is left out where no note has anything in it.
struct ListColumn {
    Sentence heading;
    double share = 1;
    std::string (*cell)(const PublishedNote& note, const Texts& texts);
};

std::string responsible_cell(const PublishedNote& note, const Texts& /*texts*/) {
    return responsible(note.follow_up);
}
std::string standing_cell(const PublishedNote& note, const Texts& texts) {
    const bool is_untouched =
        note.follow_up.state == FollowUpState::open && note.follow_up.due.empty();
    return is_untouched ? "" : standing(note.follow_up, texts);
}
std::string answer_cell(const PublishedNote& note, const Texts& /*texts*/) {
    return note.follow_up.answer;
}
std::string groups_cell(const PublishedNote& note, const Texts& texts) {
    return group_numbers(note.groups, texts);
}
std::string remark_cell(const PublishedNote& note, const Texts& texts) {
    std::vector<std::string> words;
    add_internal_words(words, note, texts);
    return fmt::format("{}", fmt::join(words, " · "));
}

// The columns, and for the municipality one more of what it knows beside them.
std::vector<ListColumn> columns_for(Audience audience, std::vector<ListColumn> columns) {
    if (audience != Audience::everybody) columns.push_back({{"Remark"}, 1.5, remark_cell});
    return columns;
}

// A table of notes, each named in the first column.
TextTable list_of(const std::vector<const PublishedNote *>& notes, const TableColumn& first,
                  const std::vector<ListColumn>& columns, const Texts& texts) {
    TextTable table{"", {first}, {}, false};
    for (const PublishedNote *note : notes) table.rows.push_back({note->text});
    for (const ListColumn& column : columns) {
        std::vector<std::string> cells;
        for (const PublishedNote *note : notes) cells.push_back(column.cell(*note, texts));
        if (std::all_of(cells.begin(), cells.end(), std::mem_fn(&std::string::empty))) continue;
        table.columns.push_back({texts.get(column.heading), column.share});
        for (std::size_t i = 0; i < cells.size(); ++i) {
            table.rows[i].push_back(std::move(cells[i]));
        }
    }
    return table;
}

// All notes of one kind, question by question.
void add_list(std::vector<Block>& blocks, const NoteParts& parts, NoteKind kind, Sentence heading,
              const std::vector<ListColumn>& columns) {
    std::vector<const PublishedNote *> notes;
    for (const NotedQuestion& question : questions_with(parts, {kind})) {
        notes.insert(notes.end(), question.notes.begin(), question.notes.end());
    }
    if (notes.empty()) return;
    blocks.emplace_back(Heading{1 + parts.depth, parts.texts.get(heading)});
    const TableColumn first{parts.texts.get(note_kind_word(kind).shown), 3};
    blocks.emplace_back(list_of(notes, first, columns_for(parts.audience, columns), parts.texts));
}

// Under a heading for each group; where that would be deeper than headings go, behind each note.
void add_groups(std::vector<Block>& blocks, const NotedQuestion& question, const NoteParts& parts) {
    std::map<GroupNumber, BulletList> groups;
    for (const PublishedNote *note : question.notes) {
        groups[note->group].items.push_back({note->text, source_of(*note, parts)});
    }
    for (auto& [group, list] : groups) {
        const std::string title = group_title(parts.state, group, parts.texts);
        if (parts.depth == 0) {
            blocks.emplace_back(Heading{3, title});
        } else {
            for (ListItem& item : list.items) {
                item.source = title + (item.source.empty() ? "" : " · ") + item.source;
            }
        }
        blocks.emplace_back(std::move(list));
    }
}

}  // namespace

void add_notes(std::vector<Block>& blocks, const NoteParts& parts,
               const std::set<NoteKind>& kinds) {
    const std::vector<NotedQuestion> questions = questions_with(parts, kinds);
    // All of it stands in other parts: that nothing was noted would be untrue.
    if (questions.empty() && !parts.notes.empty()) return;
    blocks.emplace_back(Heading{1 + parts.depth, parts.texts.get({"What the groups noted"})});
    if (questions.empty()) {
        blocks.emplace_back(Paragraph{parts.texts.get({"Nothing has been noted yet."})});
    }
    for (const NotedQuestion& question : questions) {
        add_question_heading(blocks, question, parts.depth);
        add_groups(blocks, question, parts);
    }
}

void add_proposals(std::vector<Block>& blocks, const NoteParts& parts) {
    const std::vector<NotedQuestion> questions = questions_with(parts, {NoteKind::proposal});
    if (questions.empty()) return;
    blocks.emplace_back(Heading{1 + parts.depth, parts.texts.get({"Proposals"})});
    add_proposal_chart(blocks, parts, questions);
    for (const NotedQuestion& question : questions) {
        blocks.emplace_back(Heading{2 + parts.depth, question.title});
        TextTable table = list_of(question.notes, {parts.texts.get({"Proposal"}), 4},
                                  columns_for(parts.audience, {{{"Answer"}, 2, answer_cell},
                                                               {{"Group"}, 1, groups_cell}}),
                                  parts.texts);
        table.columns.insert(table.columns.begin(), {parts.texts.get({"Number"}), 0.6});
        table.has_row_headers = true;
        const std::string number = std::to_string(question.notes.front()->question);
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            auto& row = table.rows[i];
            row.insert(row.begin(), number + "." + std::to_string(i + 1));
        }
        blocks.emplace_back(std::move(table));
    }
}

void add_commitments(std::vector<Block>& blocks, const NoteParts& parts) {
    add_list(blocks, parts, NoteKind::commitment, {"Commitments"},
             {{{"Responsible"}, 1.5, responsible_cell},
              {{"State"}, 1.5, standing_cell},
              {{"Group"}, 1, groups_cell}});
}

void add_questions(std::vector<Block>& blocks, const NoteParts& parts) {
    add_list(blocks, parts, NoteKind::question, {"Questions to the municipality"},
             {{{"Responsible"}, 1.5, responsible_cell},
              {{"Answer"}, 2, answer_cell},
              {{"Group"}, 1, groups_cell}});
}

void add_earlier(std::vector<Block>& blocks, const NoteParts& parts) {
    const Texts& texts = parts.texts;
    TextTable table;
    std::string meeting;
    const auto end_table = [&] {
        if (!table.rows.empty()) blocks.emplace_back(std::move(table));
        table = {"",
                 {{texts.get({"What was said"}), 3},
                  {texts.get({"State"}), 1.5},
                  {texts.get({"Answer"}), 2}},
                 {},
                 false};
    };
    for (const EarlierPublishedNote& note :
         earlier_paper_notes(parts.state, parts.audience, parts.names)) {
        if (meeting.empty()) {
            blocks.emplace_back(Heading{1 + parts.depth, texts.get({"What became of it"})});
        }
        const std::string title = note.meeting + (note.meeting.empty() ? "" : ", ") +
                                  date_in_words(note.date, texts.language());
        if (title != meeting) {
            end_table();
            blocks.emplace_back(Heading{2 + parts.depth, title});
            meeting = title;
        }
        table.rows.push_back({texts.get(note_kind_word(note.kind).shown) + ": " + note.text,
                              standing(note.follow_up, texts), note.follow_up.answer});
    }
    if (!table.rows.empty()) blocks.emplace_back(std::move(table));
}

std::string count_notes(const std::vector<PublishedNote>& notes, const Texts& texts) {
    std::vector<std::string> counts;
    for (const CountedKind& kind : counted_kinds()) {
        const auto count =
            std::count_if(notes.begin(), notes.end(),
                          [&kind](const PublishedNote& note) { return note.kind == kind.kind; });
        if (count > 0) counts.push_back(texts.get_plural(kind.one, kind.other, count));
    }
    return join_words(counts, texts);
}

}  // namespace stormote
