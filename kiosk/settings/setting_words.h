// Setting words: what people may write for a setting's name, a kind of document and the like, in
// any of the programs' languages. Any thread.
#pragma once

#include <string>
#include <vector>

#include "sync/base/texts.h"

namespace stormote {

// English and, where its catalogue is there, Swedish. Loaded once.
[[nodiscard]] const std::vector<Texts>& written_languages();

// Whether a text is the sentence in one of them, whatever its capitals, or the name itself.
[[nodiscard]] bool is_written(std::string_view text, Sentence sentence);

}  // namespace stormote
