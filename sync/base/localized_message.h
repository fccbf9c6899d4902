// LocalizedMessage: a sentence with its arguments, put into the reader's language only where it is
// shown. A value.
#pragma once

#include <string>
#include <vector>

#include "sync/base/error.h"

namespace stormote {

struct LocalizedMessage {
    Sentence sentence{""};
    std::vector<std::string> arguments;

    [[nodiscard]] std::string english() const { return fill_in(sentence.english, arguments); }
};

template <typename... Arguments>
[[nodiscard]] LocalizedMessage localized(Sentence sentence, const Arguments&...arguments) {
    return {sentence, {argument_text(arguments)...}};
}

}  // namespace stormote
