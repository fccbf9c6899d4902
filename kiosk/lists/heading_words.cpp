#include "kiosk/lists/heading_words.h"

#include <algorithm>
#include <utility>

#include "kiosk/lists/list_words.h"
#include "sync/base/text_folding.h"
#include "sync/model/fields.h"

namespace stormote {

namespace {

const HeadingWord *find_key(HeadingWords words, const std::string& key) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&key](const HeadingWord& word) { return word.word == key; });
    return found == words.end() ? nullptr : &*found;
}

// As no heading_key() is written.
std::string key_in_language(std::string_view key, std::string_view language) {
    return std::string(key) + ':' + std::string(language);
}

}  // namespace

std::optional<HeadingInLanguage> heading_in_language(std::string_view heading) {
    const std::string whole = trim_text(heading);
    const std::size_t mark = whole.find_last_of(":.(");
    if (mark == std::string::npos || mark == 0) return std::nullopt;
    const bool is_bracket = whole[mark] == '(' && whole.back() == ')';
    const std::size_t end = whole.size() - (is_bracket ? 1 : 0);
    std::string said = trim_text(std::string_view(whole).substr(mark + 1, end - mark - 1));
    if (said.empty()) return std::nullopt;
    return HeadingInLanguage{trim_text(std::string_view(whole).substr(0, mark)), std::move(said)};
}

TranslatedHeadings::TranslatedHeadings(HeadingWords words, std::size_t column_count,
                                       std::vector<std::size_t> columns)
    : column_count_(column_count),
      columns_(std::move(columns)),
      words_(words.begin(), words.end()) {
    // No key moves any more once words point to it.
    keys_.reserve(words.size() * further_languages.size());
    for (const HeadingWord& word : words) {
        if (std::find(columns_.begin(), columns_.end(), word.column) == columns_.end()) continue;
        for (std::size_t language = 0; language < further_languages.size(); ++language) {
            keys_.push_back(key_in_language(word.word, further_languages[language]));
            words_.push_back({place(word.column, language), keys_.back(), word.rank});
        }
    }
}

std::size_t TranslatedHeadings::column_count() const {
    return column_count_ + columns_.size() * further_languages.size();
}

std::size_t TranslatedHeadings::place(std::size_t column, std::size_t language) const {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    return column_count_ + language * columns_.size() +
           static_cast<std::size_t>(found - columns_.begin());
}

std::string heading_key(std::string_view heading) {
    std::string key;
    for (const std::string& word : fold_words(heading)) key += word;
    return key;
}

const HeadingWord *find_heading_word(HeadingWords words, std::string_view heading) {
    const HeadingWord *found = find_key(words, heading_key(heading));
    if (found != nullptr) return found;
    if (const auto split = heading_in_language(heading)) {
        const std::string language = language_in_words(fold_text(split->said));
        found = find_key(words, key_in_language(heading_key(split->heading), language));
        if (found != nullptr) return found;
    }
    return find_key(words, heading_key(heading.substr(0, heading.find('('))));
}

std::optional<std::size_t> find_heading(HeadingWords words, std::string_view heading) {
    const HeadingWord *found = find_heading_word(words, heading);
    return found == nullptr ? std::nullopt : std::optional(found->column);
}

}  // namespace stormote
