// Follow-up cards: what the tabs of the follow-up page show, and what each chip on them does. Pure;
// any thread that may read the state.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/desk/notes/note_step.h"
#include "kiosk/desk/notes/similar_proposals.h"
#include "kiosk/ui/screens/common/cards/card_list.h"

namespace stormote {

using FollowUpSubject = std::variant<NoteId, MessageKey>;

// Said at once.
struct SayOfNotes {
    // From the state in which it is said. Nothing: it is not as it was shown any more.
    std::function<std::optional<std::vector<FollowUpChange>>(const EventState&)> changes;
};
// Written by somebody first.
struct WriteField {
    FollowUpSubject subject;
    FollowUpField field = FollowUpField::wording;
    std::string about;  // what was said at the table
    std::string text;   // as the field stands, in words
};
// The note that says the same is looked for among the others.
struct LookForSame {
    NoteId note;
};
// One of the event's departments is chosen, or another is written.
struct ChooseDepartment {
    FollowUpSubject subject;
};
// Neither note nor department is looked for any more.
struct StopLooking {};
using CardAction = std::variant<SayOfNotes, WriteField, LookForSame, ChooseDepartment, StopLooking>;

struct FollowUpCards {
    std::vector<CardParts> cards;
    std::map<std::string, CardAction> actions;  // by the id of the chip
};

[[nodiscard]] FollowUpCards similar_cards(const std::vector<SimilarProposals>& groups,
                                          const Texts& texts);
// `looked_for`: the note whose like is looked for.
[[nodiscard]] FollowUpCards published_cards(const EventState& state,
                                            const std::optional<NoteId>& looked_for,
                                            const Texts& texts);
// `chosen_for`: that of which a department is chosen.
[[nodiscard]] FollowUpCards follow_up_cards(const EventState& state, const std::string& today,
                                            const std::optional<FollowUpSubject>& chosen_for,
                                            const Texts& texts);

// Whether a field says what was shown, in words; of a note in several versions, in one of them.
[[nodiscard]] bool stands_as_shown(const EventState& state, const FollowUpSubject& subject,
                                   FollowUpField field, std::string_view shown);

// What a field that is written is called.
[[nodiscard]] Sentence follow_up_label(FollowUpField field);

}  // namespace stormote
