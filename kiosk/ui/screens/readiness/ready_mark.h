// Ready mark: how a point before the doors open is shown: by a word, a shape and a colour. Plain
// values; any thread.
#pragma once

#include <cstdint>

#include "kiosk/ui/render/icons.h"
#include "sync/base/error.h"

namespace stormote {

enum class ReadyMark : std::uint8_t {
    no,
    look,
    trying,  // the answer is still to come
    yes,
};

// The word beside a mark: "Missing".
[[nodiscard]] Sentence ready_word(ReadyMark mark);
// Its colour on a card, and its shape.
[[nodiscard]] Colour ready_colour(const Theme& theme, ReadyMark mark);
[[nodiscard]] Icon ready_icon(ReadyMark mark);

}  // namespace stormote
