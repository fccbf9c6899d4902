#include "kiosk/lists/heading_words.h"

#include <algorithm>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

const HeadingWord *find_key(HeadingWords words, const std::string& key) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&key](const HeadingWord& word) { return word.word == key; });
    return found == words.end() ? nullptr : &*found;
}

}  // namespace

std::string heading_key(std::string_view heading) {
    std::string key;
    for (const std::string& word : fold_words(heading)) key += word;
    return key;
}

const HeadingWord *find_heading_word(HeadingWords words, std::string_view heading) {
    const HeadingWord *found = find_key(words, heading_key(heading));
    if (found != nullptr) return found;
    return find_key(words, heading_key(heading.substr(0, heading.find('('))));
}

std::optional<std::size_t> find_heading(HeadingWords words, std::string_view heading) {
    const HeadingWord *found = find_heading_word(words, heading);
    return found == nullptr ? std::nullopt : std::optional(found->column);
}

}  // namespace stormote
