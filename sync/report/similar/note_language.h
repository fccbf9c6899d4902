// Note language: in which the notes of an event are mostly written. Any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace stormote {

enum class NoteLanguage : std::uint8_t { swedish, english, finnish };

// Of a BCP 47 tag, such as "sv" or "en-GB"; Swedish for every other.
[[nodiscard]] constexpr NoteLanguage note_language(std::string_view tag) {
    if (tag.starts_with("en")) return NoteLanguage::english;
    return tag.starts_with("fi") ? NoteLanguage::finnish : NoteLanguage::swedish;
}

}  // namespace stormote
