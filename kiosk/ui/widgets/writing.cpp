#include "kiosk/ui/widgets/writing.h"

#include <algorithm>
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

namespace {

struct Span {
    std::size_t start = 0;
    std::size_t end = 0;
};

Span selected_span(const Writing& writing) {
    // The text may be another one since.
    const std::size_t anchor =
        std::min(writing.anchor.value_or(writing.caret), writing.text.size());
    return {std::min(anchor, writing.caret), std::max(anchor, writing.caret)};
}

bool has_selection(const Writing& writing) {
    return !selection(writing).empty();
}

void take_away(Writing& writing, const Span& span) {
    writing.text.erase(span.start, span.end - span.start);
    writing.caret = span.start;
    select_nothing(writing);
}

void go_to(Writing& writing, std::size_t caret) {
    writing.caret = caret;
    select_nothing(writing);
}

}  // namespace

std::string_view selection(const Writing& writing) {
    const Span span = selected_span(writing);
    return std::string_view(writing.text).substr(span.start, span.end - span.start);
}

void select_nothing(Writing& writing) {
    writing.anchor.reset();
    writing.selecting = false;
    writing.follows_caret = true;
}

void select_word(Writing& writing) {
    const TextLine word = TextShaper::word_at(writing.text, writing.caret);
    select_nothing(writing);
    if (word.length == 0) return;
    writing.anchor = word.start;
    writing.caret = word.start + word.length;
}

void select_all(Writing& writing) {
    select_nothing(writing);
    writing.anchor = 0;
    writing.caret = writing.text.size();
}

void insert(Writing& writing, std::string_view letters) {
    const std::size_t stays =
        count_code_points(writing.text) - count_code_points(selection(writing));
    if (stays + count_code_points(letters) > longest_writing) return;
    take_away(writing, selected_span(writing));
    writing.text.insert(writing.caret, letters);
    writing.caret += letters.size();
}

void erase(Writing& writing) {
    if (has_selection(writing)) return take_away(writing, selected_span(writing));
    take_away(writing, {TextShaper::previous_caret(writing.text, writing.caret), writing.caret});
}

void step_back(Writing& writing) {
    go_to(writing, has_selection(writing)
                       ? selected_span(writing).start
                       : TextShaper::previous_caret(writing.text, writing.caret));
}

void step_on(Writing& writing) {
    go_to(writing, has_selection(writing) ? selected_span(writing).end
                                          : TextShaper::next_caret(writing.text, writing.caret));
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
