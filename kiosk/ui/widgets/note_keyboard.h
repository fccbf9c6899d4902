// Note keyboard: the keyboard on the screen for sentences, lines and passphrases: small and capital
// letters, digits and punctuation, line feeds, and steps of the caret. Keys show what they type.
// The screen thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "kiosk/ui/widgets/text_area.h"

namespace stormote {

// letters: of the reader's language; latin: those of Swedish, where these are others.
enum class KeyPage { letters, latin, signs, more_letters };
// Automatic: a capital where a sentence begins.
enum class Capitals { automatic, small, capital };

// A line is written at its end. So is a passphrase, which has other signs, of which every one
// counts, and an address (of e-mail, or a telephone number), which has no rare letters.
enum class KeyboardUse { sentences, line, passphrase, address };

struct NoteKeys {
    bool open = false;
    KeyboardUse use = KeyboardUse::sentences;
    std::int64_t since_ms = 0;  // when it opened, on the steady clock
    KeyPage page = KeyPage::letters;
    Capitals capitals = Capitals::automatic;
    std::string_view written{};  // the language that is written; empty: the reader's

    bool operator==(const NoteKeys&) const = default;
};

struct NoteKeysAnswer {
    std::optional<TypedKey> key;
    NoteKeys keys;  // as they are now; equal to those given where nothing happened
};

// Nothing where it is closed.
[[nodiscard]] float note_keyboard_height(const Ui& ui, const NoteKeys& keys);
// `starts_sentence` says what the next letter would be by itself.
NoteKeysAnswer draw_note_keyboard(Ui& ui, const Rect& tray, const NoteKeys& keys,
                                  bool starts_sentence);
// A line after a key of the screen and this frame's keys of a real keyboard: letters come to its
// end as they are, those beyond the longest are left out, and steps of the caret count for nothing.
[[nodiscard]] std::string edit_line(const Ui& ui, std::string text,
                                    const std::optional<TypedKey>& key, std::size_t longest);

}  // namespace stormote
