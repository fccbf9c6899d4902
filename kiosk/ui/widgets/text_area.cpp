#include "kiosk/ui/widgets/text_area.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/ui/widgets/widgets.h"
#include "sync/base/utf8.h"

namespace stormote {

namespace {

constexpr float letter_size = 32;
constexpr float line_height_share = 1.36F;
constexpr float caret_width = 4;
constexpr float mark_dot = 4;
constexpr float handle_radius = 15;
// Two taps on one word that come so soon after each other select it.
constexpr std::int64_t double_tap_ms = 400;

float line_height(const Ui& ui) {
    return std::round(ui.metrics().text_px(letter_size) * line_height_share);
}

bool is_copying(const KeyStroke& stroke) {
    return stroke.kind == KeyKind::copy || stroke.kind == KeyKind::cut;
}

class Lines {
  public:
    Lines(Ui& ui, const Rect& rect, Writing writing)
        : ui_(ui),
          rect_(rect),
          line_height_(line_height(ui)),
          visible_(static_cast<std::size_t>(
              std::max(1.0F, std::floor((rect.height + 1) / line_height_)))),
          writing_(std::move(writing)) {
        style_.size_px = ui.metrics().text_px(letter_size);
        style_.colour = ui.theme().ink;
        // Room for the caret behind the last letter of a full line.
        style_.wrap_px = std::max(1.0F, rect.width - ui.px(2 * caret_width));
        break_lines();
    }

    [[nodiscard]] const Writing& writing() const { return writing_; }
    [[nodiscard]] FieldKeys keys() const {
        const std::size_t line = caret_line();
        return {line > 0, line + 1 < lines_.size()};
    }

    void type(const TypedKey& key) {
        if (!key.letters.empty()) insert(writing_, key.letters);
        if (key.erases) erase(writing_);
        if (key.step == CaretStep::back) step_back(writing_);
        if (key.step == CaretStep::on) step_on(writing_);
        writing_.tapped_ms = 0;
        break_lines();
    }

    void press(const KeyStroke& stroke, bool has_arrows) {
        if (stroke.kind == KeyKind::character) {
            std::string letters;
            append_utf8(letters, stroke.character);
            type({.letters = letters});
        } else if (stroke.kind == KeyKind::backspace) {
            type({.erases = true});
        } else if (stroke.kind == KeyKind::select_all) {
            select_all(writing_);
        } else if (stroke.kind == KeyKind::copy || stroke.kind == KeyKind::cut) {
            take_selection(stroke.kind == KeyKind::cut);
        } else if (!has_arrows) {
            return;
        } else if (stroke.kind == KeyKind::enter) {
            type({.letters = "\n"});
        } else if (stroke.selects) {
            go_on_selecting(stroke.kind);
        } else if (stroke.kind == KeyKind::left || stroke.kind == KeyKind::right) {
            type({.step = stroke.kind == KeyKind::left ? CaretStep::back : CaretStep::on});
        } else if (stroke.kind == KeyKind::up || stroke.kind == KeyKind::down) {
            select_nothing(writing_);
            move_line(stroke.kind == KeyKind::up ? -1 : 1);
        }
    }

    // What was copied in this frame; empty: nothing.
    [[nodiscard]] const std::string& copied() const { return copied_; }

    // Where a finger was lifted that had only tapped.
    void tap(Point finger, std::int64_t now_ms) {
        put_caret(finger);
        select_nothing(writing_);
        writing_.tapped_ms = now_ms;
    }

    void follow_finger(const Pointer& pointer, std::int64_t now_ms) {
        if (pointer.change == PointerChange::down) lay_finger(pointer.position, now_ms);
        if (!writing_.held_y) return;
        if (writing_.selecting) {
            select_to(pointer.position);
        } else {
            move_text(pointer.position);
        }
        if (!pointer.down) {
            writing_.held_y.reset();
            writing_.selecting = false;
        }
    }

    void keep_in_sight() {
        const std::size_t last = lines_.size() > visible_ ? lines_.size() - visible_ : 0;
        if (writing_.follows_caret) {
            const std::size_t line = caret_line();
            writing_.first_line = std::min(writing_.first_line, line);
            if (line >= writing_.first_line + visible_) writing_.first_line = line + 1 - visible_;
        }
        writing_.first_line = std::min(writing_.first_line, last);
    }

    void draw() const {
        Painter& painter = ui_.painter();
        painter.clip(rect_.inset(-ui_.px(4), 0));
        draw_selection();
        const std::size_t end = std::min(lines_.size(), writing_.first_line + visible_ + 1);
        for (std::size_t i = writing_.first_line; i < end; ++i) {
            const std::string_view words = line_text(i);
            if (!words.empty()) painter.text({rect_.left, top_of(i)}, words, line_style());
        }
        const std::size_t line = caret_line();
        const Rect caret{std::round(rect_.left + caret_x(line)),
                         top_of(line) + std::round(line_height_ * 0.08F), ui_.px(caret_width),
                         std::round(line_height_ * 0.84F)};
        if (selection(writing_).empty()) painter.fill(caret, ui_.theme().primary);
        painter.end_clip();
        draw_handles();
    }

    // A dotted line below each word, as far as it still stands where it was marked.
    void draw_marks(std::string_view marked_in, std::span<const MarkedWord> marked) const {
        ui_.painter().clip(rect_);
        const std::string_view text = writing_.text;
        for (const MarkedWord& word : marked) {
            if (word.start + word.length > text.size()) break;
            if (text.substr(word.start, word.length) != marked_in.substr(word.start, word.length)) {
                continue;
            }
            for (std::size_t i = writing_.first_line; i < lines_.size(); ++i) draw_mark(i, word);
        }
        ui_.painter().end_clip();
    }

    // Marks that there is more above or below.
    void draw_more() const {
        const float side = ui_.px(24);
        const float left = rect_.right() - side;
        if (writing_.first_line > 0) {
            ui_.painter().icon({left, rect_.top, side, side}, Icon::up, ui_.theme().outline);
        }
        if (writing_.first_line + visible_ < lines_.size()) {
            ui_.painter().icon({left, rect_.bottom() - side, side, side}, Icon::down,
                               ui_.theme().outline);
        }
    }

  private:
    // A finger that comes down on an end of what is selected moves that end; one that taps a word
    // again selects it; another one may be about to move the text.
    void lay_finger(Point finger, std::int64_t now_ms) {
        writing_.held_y.reset();
        writing_.dragged = writing_.selecting = false;
        // Beside the field something else may be meant.
        if (!rect_.inset(-ui_.px(12), -ui_.px(12)).contains(finger)) return;
        const auto held = handle_at(finger);
        if (held) {
            hold_end(*held, finger);
        } else if (!rect_.contains(finger)) {
            return;
        } else if (is_second_tap(finger, now_ms)) {
            select_word(writing_);
            // What it lifts from is no tap.
            writing_.dragged = true;
            return;
        }
        writing_.held_y = finger.y;
        writing_.held_line = writing_.first_line;
    }

    void hold_end(std::size_t place, Point finger) {
        if (place != writing_.caret) writing_.anchor = writing_.caret;
        writing_.caret = place;
        writing_.selecting = writing_.dragged = true;
        const Point handle = handle_of(place);
        writing_.grip_across = handle.x - finger.x;
        writing_.grip_down = handle.y - line_height_ / 2 - finger.y;
    }

    [[nodiscard]] bool is_second_tap(Point finger, std::int64_t now_ms) const {
        if (writing_.tapped_ms == 0 || now_ms - writing_.tapped_ms > double_tap_ms) return false;
        const std::size_t caret = place_at(finger);
        const TextLine word = TextShaper::word_at(writing_.text, writing_.caret);
        return word.length > 0 && word.start <= caret && caret <= word.start + word.length;
    }

    void select_to(Point finger) {
        const std::size_t caret =
            place_at({finger.x + writing_.grip_across, finger.y + writing_.grip_down});
        // There is always something selected, or the handles would be gone under the finger.
        if (caret != writing_.anchor) writing_.caret = caret;
        writing_.follows_caret = true;
    }

    void move_text(Point finger) {
        const auto way = std::lround((*writing_.held_y - finger.y) / line_height_);
        if (way != 0) writing_.dragged = true;
        if (!writing_.dragged) return;
        const auto line = static_cast<std::int64_t>(writing_.held_line) + way;
        writing_.first_line = static_cast<std::size_t>(std::max<std::int64_t>(0, line));
        writing_.follows_caret = false;
    }

    void take_selection(bool cuts) {
        if (selection(writing_).empty()) return;
        copied_ = selection(writing_);
        if (cuts) type({.erases = true});
    }

    void go_on_selecting(KeyKind kind) {
        const std::size_t anchor = writing_.anchor.value_or(writing_.caret);
        if (kind == KeyKind::left) {
            writing_.caret = TextShaper::previous_caret(writing_.text, writing_.caret);
        } else if (kind == KeyKind::right) {
            writing_.caret = TextShaper::next_caret(writing_.text, writing_.caret);
        } else if (kind == KeyKind::up || kind == KeyKind::down) {
            move_line(kind == KeyKind::up ? -1 : 1);
        }
        writing_.anchor = anchor;
        writing_.follows_caret = true;
    }

    [[nodiscard]] std::size_t line_of(std::size_t place) const {
        std::size_t line = 0;
        while (line + 1 < lines_.size() && lines_[line + 1].start <= place) ++line;
        return line;
    }

    // Where an end of what is selected is taken hold of: below its line.
    [[nodiscard]] Point handle_of(std::size_t place) const {
        const std::size_t line = line_of(place);
        const std::string_view words = line_text(line);
        const float x = words.empty() ? 0
                                      : ui_.painter().shaper().caret_x(words, line_style(),
                                                                       place - lines_[line].start);
        return {std::round(rect_.left + x), top_of(line) + line_height_};
    }
    [[nodiscard]] bool shows(std::size_t place) const {
        const std::size_t line = line_of(place);
        return line >= writing_.first_line && line < writing_.first_line + visible_;
    }
    // The nearer of the two ends that is within a finger's reach.
    [[nodiscard]] std::optional<std::size_t> handle_at(Point finger) const {
        std::optional<std::size_t> found;
        if (selection(writing_).empty()) return found;
        float nearest = ui_.px(unit::target) / 2;
        for (const std::size_t place : {*writing_.anchor, writing_.caret}) {
            const Point handle = handle_of(place);
            const float away = std::hypot(handle.x - finger.x, handle.y - finger.y);
            if (!shows(place) || away > nearest) continue;
            nearest = away;
            found = place;
        }
        return found;
    }

    void draw_handles() const {
        if (selection(writing_).empty()) return;
        for (const std::size_t place : {*writing_.anchor, writing_.caret}) {
            if (!shows(place)) continue;
            const Point foot = handle_of(place);
            const float bar = ui_.px(caret_width);
            ui_.painter().fill({foot.x - bar / 2, foot.y - line_height_, bar, line_height_},
                               ui_.theme().primary);
            ui_.painter().disc({foot.x, foot.y}, ui_.px(handle_radius), ui_.theme().primary);
        }
    }

    // A line feed at the end of a line that is selected shows as a narrow strip.
    void draw_selection() const {
        const std::string_view chosen = selection(writing_);
        if (chosen.empty()) return;
        const auto first = static_cast<std::size_t>(chosen.data() - writing_.text.data());
        const std::size_t last = first + chosen.size();
        const std::size_t end = std::min(lines_.size(), writing_.first_line + visible_ + 1);
        const TextShaper& shaper = ui_.painter().shaper();
        for (std::size_t i = writing_.first_line; i < end; ++i) {
            const TextLine& line = lines_[i];
            const std::size_t from = std::max(first, line.start);
            const std::size_t to = std::min(last, line.start + line.length);
            if (from > to || from >= last) continue;
            const std::string_view words = line_text(i);
            const auto x_of = [&](std::size_t place) {
                return words.empty() ? 0 : shaper.caret_x(words, line_style(), place - line.start);
            };
            const float one = x_of(from);
            const float other = x_of(to);
            const float least = ui_.px(2 * caret_width);
            const Rect part{std::round(rect_.left + std::min(one, other)), top_of(i),
                            std::max(least, std::round(std::abs(other - one))), line_height_};
            ui_.painter().fill(part, ui_.theme().primary_tint);
            const float edge = ui_.px(caret_width);
            ui_.painter().fill({part.left, part.bottom() - edge, part.width, edge},
                               ui_.theme().primary);
        }
    }

    // The part of the word that stands on that line.
    void draw_mark(std::size_t line, const MarkedWord& word) const {
        const TextLine& at = lines_[line];
        const std::size_t start = std::max(word.start, at.start);
        const std::size_t end = std::min(word.start + word.length, at.start + at.length);
        if (start >= end) return;
        const std::string_view words = line_text(line);
        const TextShaper& shaper = ui_.painter().shaper();
        const float from = shaper.caret_x(words, line_style(), start - at.start);
        const float to = shaper.caret_x(words, line_style(), end - at.start);
        const float dot = ui_.px(mark_dot);
        const float top = std::round(top_of(line) + line_height_ * 0.9F);
        for (float x = std::min(from, to); x + dot <= std::max(from, to); x += 2 * dot) {
            ui_.painter().fill({std::round(rect_.left + x), top, dot, dot}, ui_.theme().error);
        }
    }
    void break_lines() { lines_ = ui_.painter().shaper().lines(writing_.text, style_); }

    [[nodiscard]] TextStyle line_style() const {
        TextStyle style = style_;
        style.wrap_px = 0;
        return style;
    }
    [[nodiscard]] std::string_view line_text(std::size_t line) const {
        return std::string_view(writing_.text).substr(lines_[line].start, lines_[line].length);
    }
    [[nodiscard]] std::size_t caret_line() const { return line_of(writing_.caret); }
    [[nodiscard]] float caret_x(std::size_t line) const {
        const std::string_view words = line_text(line);
        if (words.empty()) return 0;
        return ui_.painter().shaper().caret_x(words, line_style(),
                                              writing_.caret - lines_[line].start);
    }
    [[nodiscard]] float top_of(std::size_t line) const {
        return rect_.top +
               line_height_ * (static_cast<float>(line) - static_cast<float>(writing_.first_line));
    }
    [[nodiscard]] std::size_t line_at(Point finger) const {
        const float down = (finger.y - rect_.top) / line_height_;
        return std::min(lines_.size() - 1,
                        writing_.first_line + static_cast<std::size_t>(std::max(0.0F, down)));
    }
    // Where a caret would stand below the finger.
    [[nodiscard]] std::size_t place_at(Point finger) const {
        return place_in(line_at(finger), finger.x - rect_.left);
    }
    void put_caret(Point finger) {
        writing_.caret = place_at(finger);
        writing_.follows_caret = true;
    }
    [[nodiscard]] std::size_t place_in(std::size_t line, float x) const {
        const std::string_view words = line_text(line);
        std::size_t offset = words.empty() ? 0
                                           : ui_.painter().shaper().offset_at(words, line_style(),
                                                                              std::max(0.0F, x));
        // Behind the last letter of a wrapped line is the beginning of the next one.
        const bool is_wrapped =
            line + 1 < lines_.size() && lines_[line + 1].start == lines_[line].start + words.size();
        if (is_wrapped && offset == words.size()) {
            offset = TextShaper::previous_caret(words, offset);
        }
        return lines_[line].start + offset;
    }
    void put_caret_in(std::size_t line, float x) {
        writing_.caret = place_in(line, x);
        writing_.follows_caret = true;
    }
    void move_line(int step) {
        const std::size_t line = caret_line();
        if (step < 0 ? line == 0 : line + 1 == lines_.size()) return;
        put_caret_in(step < 0 ? line - 1 : line + 1, caret_x(line));
    }

    Ui& ui_;
    Rect rect_;
    float line_height_;
    std::size_t visible_;
    Writing writing_;
    std::string copied_;
    TextStyle style_;
    std::vector<TextLine> lines_;
};

void draw_placeholder(Ui& ui, const Rect& rect, const std::string& text) {
    TextBlockStyle style;
    style.size = letter_size;
    style.colour = ui.theme().ink_secondary;
    paint_text(ui, {rect.left + ui.px(12), rect.top, rect.width - ui.px(12), rect.height}, text,
               style);
}

}  // namespace

float text_area_height(const Ui& ui, int lines) {
    return static_cast<float>(lines) * line_height(ui);
}

TextAreaAnswer text_area(Ui& ui, const Rect& rect, const TextAreaStyle& style,
                         const Writing& writing, const std::optional<TypedKey>& key) {
    TextAreaAnswer answer{writing, false};
    // A caret stands beside the letters as they are, whatever language the screen is in.
    const Unturned unturned(ui.painter().mirror(), rect);
    const Touch touch = ui.interact({.id = style.id,
                                     .label = style.label,
                                     .rect = rect,
                                     .role = Role::field,
                                     .value = writing.text,
                                     .wording = style.wording});
    const bool has_arrows = ui.has_keys(style.id);
    Lines lines(ui, rect, writing);
    if (key) lines.type(*key);
    for (const KeyStroke& stroke : ui.input().keys) {
        if (style.copies || !is_copying(stroke)) lines.press(stroke, has_arrows);
    }
    lines.follow_finger(ui.pointer(), ui.now_ms());
    if (touch.acted && !lines.writing().dragged) {
        lines.tap(ui.pointer().position, ui.now_ms());
        answer.touched = true;
    }
    ui.keep_keys_for(style.id, lines.keys());
    lines.keep_in_sight();
    if (writing.text.empty() && lines.writing().text.empty()) {
        draw_placeholder(ui, rect, style.placeholder);
    }
    lines.draw();
    lines.draw_marks(writing.text, style.marked);
    lines.draw_more();
    if (touch.focused) focus_ring(ui, rect, ui.px(8));
    answer.writing = lines.writing();
    answer.copied = lines.copied();
    return answer;
}

}  // namespace stormote
