#include "kiosk/documents/papers/note_papers.h"

#include "kiosk/documents/papers/note_blocks.h"
#include "kiosk/documents/papers/paper_frame.h"

namespace stormote {

Document compose_notes(const EventState& state, const Texts& texts, Audience audience) {
    Document paper = begin_plain_paper(state, {"Notes"}, texts);
    const EventState *const meeting = &state;
    const FullNames names({&meeting, 1});
    const std::vector<PublishedNote> notes = paper_notes(state, audience, names);
    add_notes(paper.blocks, {state, texts, notes, names, audience},
              {NoteKind::point, NoteKind::proposal, NoteKind::question, NoteKind::commitment});
    return paper;
}

Document compose_proposals(const EventState& state, const Texts& texts, Audience audience) {
    Document paper = begin_plain_paper(state, {"Proposals"}, texts);
    const EventState *const meeting = &state;
    const FullNames names({&meeting, 1});
    const std::vector<PublishedNote> notes = paper_notes(state, audience, names);
    const std::size_t before = paper.blocks.size();
    add_proposals(paper.blocks, {state, texts, notes, names, audience});
    if (paper.blocks.size() == before) {
        paper.blocks.emplace_back(Paragraph{texts.get({"Nothing has been proposed yet."})});
    }
    return paper;
}

}  // namespace stormote
