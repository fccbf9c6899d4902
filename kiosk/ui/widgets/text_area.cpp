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

float line_height(const Ui& ui) {
    return std::round(ui.metrics().text_px(letter_size) * line_height_share);
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
        break_lines();
    }

    void press(const KeyStroke& stroke, bool has_arrows) {
        if (stroke.kind == KeyKind::character) {
            std::string letters;
            append_utf8(letters, stroke.character);
            type({.letters = letters});
        } else if (stroke.kind == KeyKind::backspace) {
            type({.erases = true});
        } else if (!has_arrows) {
            return;
        } else if (stroke.kind == KeyKind::enter) {
            type({.letters = "\n"});
        } else if (stroke.kind == KeyKind::left || stroke.kind == KeyKind::right) {
            type({.step = stroke.kind == KeyKind::left ? CaretStep::back : CaretStep::on});
        } else if (stroke.kind == KeyKind::up || stroke.kind == KeyKind::down) {
            move_line(stroke.kind == KeyKind::up ? -1 : 1);
        }
    }

    void put_caret(Point finger) {
        const float down = (finger.y - rect_.top) / line_height_;
        const std::size_t line =
            std::min(lines_.size() - 1,
                     writing_.first_line + static_cast<std::size_t>(std::max(0.0F, down)));
        put_caret_in(line, finger.x - rect_.left);
    }

    void follow_finger(const Pointer& pointer) {
        if (pointer.change == PointerChange::down) {
            writing_.held_y.reset();
            writing_.dragged = false;
            if (!rect_.contains(pointer.position)) return;
            writing_.held_y = pointer.position.y;
            writing_.held_line = writing_.first_line;
        }
        if (!writing_.held_y) return;
        const auto way = std::lround((*writing_.held_y - pointer.position.y) / line_height_);
        if (way != 0) writing_.dragged = true;
        if (writing_.dragged) {
            const auto line = static_cast<std::int64_t>(writing_.held_line) + way;
            writing_.first_line = static_cast<std::size_t>(std::max<std::int64_t>(0, line));
            writing_.follows_caret = false;
        }
        if (!pointer.down) writing_.held_y.reset();
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
        const std::size_t end = std::min(lines_.size(), writing_.first_line + visible_ + 1);
        for (std::size_t i = writing_.first_line; i < end; ++i) {
            const std::string_view words = line_text(i);
            if (!words.empty()) painter.text({rect_.left, top_of(i)}, words, line_style());
        }
        const std::size_t line = caret_line();
        const Rect caret{std::round(rect_.left + caret_x(line)),
                         top_of(line) + std::round(line_height_ * 0.08F), ui_.px(caret_width),
                         std::round(line_height_ * 0.84F)};
        painter.fill(caret, ui_.theme().primary);
        painter.end_clip();
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
    [[nodiscard]] std::size_t caret_line() const {
        std::size_t line = 0;
        while (line + 1 < lines_.size() && lines_[line + 1].start <= writing_.caret) ++line;
        return line;
    }
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
    void put_caret_in(std::size_t line, float x) {
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
        writing_.caret = lines_[line].start + offset;
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
    for (const KeyStroke& stroke : ui.input().keys) lines.press(stroke, has_arrows);
    lines.follow_finger(ui.pointer());
    if (touch.acted && !lines.writing().dragged) {
        lines.put_caret(ui.pointer().position);
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
    return answer;
}

}  // namespace stormote
