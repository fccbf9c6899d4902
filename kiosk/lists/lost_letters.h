// Lost letters: names that were saved in an encoding without their letters, as Polish names are in
// a list of western Europe: "Wałęsa" comes as "Wa?esa" or "Wa³êsa". What stood there is not
// guessed. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/lists/list_text.h"

namespace stormote {

// Names of people hold no signs; those of organisations may, beside a word: "Vad händer?", "m³".
enum class NameKind : std::uint8_t { person, organisation };

// The signs that stand where letters should, each once: "?", "³, ê". Empty where the name may well
// be right. Letters such as ê count in Windows-1252 alone: in Unicode nothing makes them of others,
// and Forêt is a name.
[[nodiscard]] std::string lost_letters(std::string_view name, NameKind kind, ListEncoding encoding);

}  // namespace stormote
