#include "kiosk/desk/search/word_search.h"

#include <algorithm>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

bool begins_a_word(const std::vector<std::string>& words, const std::string& begun) {
    return std::any_of(words.begin(), words.end(),
                       [&begun](const std::string& word) { return word.starts_with(begun); });
}

// Of the pieces from one on, joined by spaces.
std::size_t count_from(const std::vector<std::string_view>& pieces, std::size_t first) {
    std::size_t count = 0;
    for (std::size_t i = first; i < pieces.size(); ++i) count += count_code_points(pieces[i]) + 1;
    return count == 0 ? 0 : count - 1;
}

}  // namespace

WordSearch::WordSearch(std::string_view typed) : begun_(fold_words(typed)) {}

bool WordSearch::finds(std::string_view text) const {
    if (is_empty()) return false;
    const auto words = fold_words(text);
    return std::all_of(begun_.begin(), begun_.end(),
                       [&words](const std::string& begun) { return begins_a_word(words, begun); });
}

bool WordSearch::begins(std::string_view piece) const {
    const auto words = fold_words(piece);
    return std::any_of(begun_.begin(), begun_.end(),
                       [&words](const std::string& begun) { return begins_a_word(words, begun); });
}

std::string WordSearch::excerpt(std::string_view text, std::size_t longest) const {
    const std::string line = trim_text(text);
    if (count_code_points(line) <= longest) return line;
    const auto pieces = split_text(std::string_view(line), ' ');
    const auto found = std::find_if(pieces.begin(), pieces.end(),
                                    [this](std::string_view piece) { return begins(piece); });
    // A few words before it, as far as more than enough follows.
    constexpr std::size_t words_before = 3;
    auto first = static_cast<std::size_t>(found - pieces.begin());
    if (found == pieces.end()) first = 0;
    first -= std::min(first, words_before);
    while (first > 0 && count_from(pieces, first - 1) <= longest) --first;
    std::string words = first > 0 ? "… " : "";
    std::size_t count = 0;
    for (std::size_t i = first; i < pieces.size(); ++i) {
        count += count_code_points(pieces[i]) + 1;
        if (i > first && count > longest) return words + " …";
        words += (i > first ? " " : "") + std::string(pieces[i]);
    }
    return words;
}

}  // namespace stormote
