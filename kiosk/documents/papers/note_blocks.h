// Note blocks: what was noted as parts of a paper: by question and group, as a list of one kind,
// and in numbers. Pure.
#pragma once

#include <set>
#include <vector>

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/papers/paper_notes.h"

namespace stormote {

// What the parts are written from. The heading of a part has level 1; or deeper, by as much.
struct NoteParts {
    const EventState& state;
    const Texts& texts;
    const std::vector<PublishedNote>& notes;
    const FullNames& names;  // of everybody registered for the paper's meetings
    Audience audience = Audience::internal;
    int depth = 0;
};

// Question by question and group by group, notes of those kinds; what was said under no question
// stands first.
void add_notes(std::vector<Block>& blocks, const NoteParts& parts, const std::set<NoteKind>& kinds);

// Every proposal, numbered by question: "2.3". Nothing where there are none.
void add_proposals(std::vector<Block>& blocks, const NoteParts& parts);
// Every commitment with who sees to it and by when, and every question with who answers and what,
// as far as that has been said.
void add_commitments(std::vector<Block>& blocks, const NoteParts& parts);
void add_questions(std::vector<Block>& blocks, const NoteParts& parts);
// What became of what was said at earlier meetings, meeting by meeting.
void add_earlier(std::vector<Block>& blocks, const NoteParts& parts);

// "140 synpunkter, 61 förslag, 12 frågor och 11 åtaganden"; empty where there are none.
[[nodiscard]] std::string count_notes(const std::vector<PublishedNote>& notes, const Texts& texts);

}  // namespace stormote
