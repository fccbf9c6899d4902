#include "kiosk/ui/widgets/writing.h"

#include <utility>

#include "kiosk/ui/render/text_shaper.h"
#include "sync/base/text_folding.h"

namespace stormote {

Writing writing_of(std::string text) {
    Writing writing;
    writing.caret = text.size();
    writing.text = std::move(text);
    return writing;
}

void insert(Writing& writing, std::string_view letters) {
    if (count_code_points(writing.text) + count_code_points(letters) > longest_writing) return;
    writing.text.insert(writing.caret, letters);
    writing.caret += letters.size();
    writing.follows_caret = true;
}

void erase(Writing& writing) {
    const std::size_t start = TextShaper::previous_caret(writing.text, writing.caret);
    writing.text.erase(start, writing.caret - start);
    writing.caret = start;
    writing.follows_caret = true;
}

void step_back(Writing& writing) {
    writing.caret = TextShaper::previous_caret(writing.text, writing.caret);
    writing.follows_caret = true;
}

void step_on(Writing& writing) {
    writing.caret = TextShaper::next_caret(writing.text, writing.caret);
    writing.follows_caret = true;
}

bool is_sentence_start(const Writing& writing) {
    std::string_view before = std::string_view(writing.text).substr(0, writing.caret);
    if (before.empty() || before.back() == '\n') return true;
    if (before.back() != ' ') return false;
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
    return before.empty() || std::string_view(".!?\n").find(before.back()) != std::string::npos;
}

std::string text_of(const Writing& writing) {
    const std::size_t last = writing.text.find_last_not_of(" \n\t");
    return last == std::string::npos ? "" : writing.text.substr(0, last + 1);
}

bool is_blank(const Writing& writing) {
    return writing.text.find_first_not_of(" \n\t") == std::string::npos;
}

}  // namespace stormote
