// Sectors: what kind of association an organisation is. A sector is a text, in the municipality's
// words: those of its list, or one of the usual ones, which are stored in Swedish whatever the
// language of the screen, and shown in the reader's. Pure.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "sync/base/texts.h"

namespace stormote {

struct UsualSector {
    std::string_view stored;
    Sentence shown;
    // What earlier versions stored instead, from screens in English, Finnish, Arabic and Ukrainian.
    std::array<std::string_view, 4> earlier;
};

// By kind; the last is "Annat", for whatever fits nowhere.
[[nodiscard]] std::span<const UsualSector> usual_sectors();

// As it is stored: words of another language that an earlier version stored become the Swedish
// ones; all else stays as it is.
[[nodiscard]] std::string stored_sector(std::string_view sector);
// In the reader's language where it is a usual one.
[[nodiscard]] std::string sector_text(std::string_view stored, const Texts& texts);

}  // namespace stormote
