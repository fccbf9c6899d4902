#include "kiosk/ui/screens/common/steps.h"

#include <algorithm>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

TextBlockStyle step_style(const Ui& ui) {
    TextBlockStyle style;
    style.size = 26;
    style.colour = ui.theme().ink_secondary;
    return style;
}

std::string step_words(const Ui& ui, const Steps& steps) {
    return ui.say(Sentence{"Step {} of {}"}, steps.number, steps.count);
}

constexpr float progress_gap = 8;

// Of many steps each is a shorter piece of the bar, so that it fits the narrowest screen.
float progress_piece(const Steps& steps) {
    constexpr float usual = 64;
    constexpr float longest_bar = 576;
    const auto count = static_cast<float>(std::max(1, steps.count));
    return std::min(usual, longest_bar / count - progress_gap);
}

}  // namespace

Size progress_size(Ui& ui, const Steps& steps) {
    const Size words = measure_text(ui, 0, step_words(ui, steps), step_style(ui));
    const auto pieces = static_cast<float>(steps.count);
    return {
        words.width + ui.px(24 + pieces * (progress_piece(steps) + progress_gap) - progress_gap),
        words.height};
}

void draw_progress(Ui& ui, const Rect& line, const Steps& steps) {
    TextBlockStyle style = step_style(ui);
    style.vertical = Vertical::middle;
    const std::string words = step_words(ui, steps);
    const float width = measure_text(ui, 0, words, style).width;
    draw_text(ui, {line.left, line.top, width + 1, line.height}, words, style);
    const float gap = ui.px(progress_gap);
    const float piece = ui.px(progress_piece(steps));
    float left = line.left + width + ui.px(24);
    for (int step = 1; step <= steps.count; ++step) {
        const Rect bar{left, line.centre().y - ui.px(5), piece, ui.px(10)};
        const bool reached = step <= steps.number;
        ui.painter().fill(bar, reached ? ui.theme().primary : ui.theme().card, ui.px(5));
        if (!reached) ui.painter().outline(bar, ui.theme().outline, ui.px(2), ui.px(5));
        left += piece + gap;
    }
}

void draw_question(Ui& ui, Rect& bounds, const Steps& steps, const Question& question) {
    TextBlockStyle title;
    title.size = question.size;
    title.wording = question.wording;
    title.weight = Weight::bold;
    title.colour = ui.theme().ink;
    title.role = Role::heading;
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const Size progress = progress_size(ui, steps);
    const float line_width = measure_text(ui, 0, question.text, title).width;
    if (line_width + progress.width + ui.px(48) <= bounds.width) {
        Rect line = bounds.take_top(measure_text(ui, 0, question.text, title).height);
        draw_progress(ui, line.take_right(progress.width), steps);
        draw_text(ui, line, question.text, title);
        return;
    }
    draw_progress(ui, bounds.take_top(progress.height), steps);
    const float height = measure_text(ui, bounds.width, question.text, title).height;
    draw_text(ui, bounds.take_top(std::min(height, question.highest - progress.height)),
              question.text, title);
}

float warning_band_height(Ui& ui, float width, const std::string& sentence) {
    TextBlockStyle words;
    words.size = unit::body;
    return icon_line_height(ui, width - ui.px(48), sentence, words) + ui.px(16);
}

void draw_warning_band(Ui& ui, const Rect& rect, const std::string& sentence) {
    const Theme& theme = ui.theme();
    ui.painter().fill(rect, theme.warning_ground, ui.px(unit::radius));
    ui.painter().outline(rect, theme.warning, ui.px(3), ui.px(unit::radius));
    TextBlockStyle words;
    words.size = unit::body;
    words.colour = theme.warning;
    words.role = Role::status;
    icon_line(ui, rect.inset(ui.px(24), ui.px(8)), Icon::clock, theme.warning, sentence, words);
}

void draw_clear_warning(Ui& ui, const Rect& rect, int seconds) {
    draw_warning_band(
        ui, rect,
        ui.say(Sentence{"Still there? The text is cleared in {} s. Touch the screen to keep it."},
               seconds));
}

}  // namespace stormote
