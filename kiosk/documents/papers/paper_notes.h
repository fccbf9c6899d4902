// Paper notes: what was said at the tables, as papers tell it, by the questions of the agenda. The
// one source of all papers that hold notes. Pure; the same on every replica.
#pragma once

#include <string>
#include <vector>

#include "kiosk/documents/papers/audience.h"
#include "kiosk/documents/papers/full_names.h"
#include "sync/base/texts.h"
#include "sync/report/published_notes.h"

namespace stormote {

// In the order of published_notes(). For everybody without those that are not for the public; for
// everybody and without names, without owners in whom one of the names is.
[[nodiscard]] std::vector<PublishedNote> paper_notes(const EventState& state, Audience audience,
                                                     const FullNames& names);
// The same of what earlier meetings said.
[[nodiscard]] std::vector<EarlierPublishedNote> earlier_paper_notes(const EventState& state,
                                                                    Audience audience,
                                                                    const FullNames& names);

// A question with what was said under it.
struct NotedQuestion {
    std::string title;  // "1 Kontakt"
    std::string text;   // the question in full, where the title does not say it; or empty
    std::vector<const PublishedNote *> notes;  // of the ones that were given, in their order
};

// Every question of the agenda, and those that notes name beside it, whatever was said under them.
[[nodiscard]] std::vector<NotedQuestion> by_question(const EventState& state,
                                                     const std::vector<PublishedNote>& notes,
                                                     const Texts& texts);

}  // namespace stormote
