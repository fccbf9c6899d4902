// How the kinds of notes look, and the cards that show notes. The screen thread.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/screens/common/note_card.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

// In the order in which they are offered.
constexpr std::array<NoteKind, 4> note_kinds{NoteKind::proposal, NoteKind::point,
                                             NoteKind::question, NoteKind::commitment};

[[nodiscard]] Icon note_icon(NoteKind kind);
[[nodiscard]] Colour note_colour(const Theme& theme, NoteKind kind);
[[nodiscard]] std::string note_word(const Texts& texts, NoteKind kind);
// "4 agree".
[[nodiscard]] std::string agreeing_words(const Texts& texts, int count);

// Chips for the four kinds within the width, on as many rows as they need.
[[nodiscard]] float kind_chips_height(Ui& ui, float width);
// The width that they need on one row.
[[nodiscard]] float kind_chips_width(Ui& ui);
std::optional<NoteKind> draw_kind_chips(Ui& ui, const Rect& rect, NoteKind selected);

// A white card with a coloured edge, as notes have it.
void note_ground(Ui& ui, const Rect& rect, Colour edge, bool pressed);
// Where a touch opens the whole note, its first lines do; where none does, all of it is shown.
enum class NoteText { first_lines, whole };

// Kind and time on one line, the text below, and below that what the table says of it besides.
// `aside` is kept free at the right end, in pixels, for a button upon the card.
[[nodiscard]] float note_height(Ui& ui, float width, const NoteCard& note, NoteText text,
                                float aside = 0);
// Whether it was pressed. `touchable` is the part of it that takes touches; empty: none.
bool draw_note(Ui& ui, const Rect& rect, const Rect& touchable, const std::string& id,
               const NoteCard& note, float aside = 0);
// To be read only: whole, and written down with the part of it that is in sight.
void show_note(Ui& ui, const Rect& rect, const Rect& in_sight, const NoteCard& note);

// Kind and time on one line, in the colour of the kind. `times` says the same ever more briefly:
// the first that fits beside the kind is shown, and none where none does.
[[nodiscard]] float note_head_height(Ui& ui);
void draw_note_head(Ui& ui, Rect line, NoteKind kind, bool is_withdrawn,
                    const std::vector<std::string>& times);

}  // namespace stormote
