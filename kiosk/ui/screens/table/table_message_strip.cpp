#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/table/table_parts.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float strip_padding = 14;
constexpr float strip_icon = 40;

TextBlockStyle message_style(const Theme& theme) {
    TextBlockStyle style;
    style.size = unit::body;
    style.weight = Weight::bold;
    style.colour = theme.warning;
    style.role = Role::status;
    style.vertical = Vertical::middle;
    style.max_lines = 3;
    return style;
}

// That the meeting is over goes before what was said in it.
std::string message_words(const Ui& ui, const TableView& view) {
    if (view.ended_text.empty()) {
        const TableMessage& message = *view.message;
        return ui.say(Sentence{"From the organiser, {}: {}"}, message.time_text, message.text);
    }
    return is_written_out(view)
               ? ui.say(Sentence{"The meeting ended at {}. Thank you! What you wrote is kept."},
                        view.ended_text)
               : ui.say(Sentence{"The meeting ended at {}. Finish your note, and tap Done."},
                        view.ended_text);
}

// Beside the icon.
float words_width(const Ui& ui, float width) {
    return width - 2 * margin_of(ui) - ui.icon_px(strip_icon) - ui.px(20);
}

}  // namespace

bool is_written_out(const TableView& view) {
    return !view.ended_text.empty() && is_blank(view.composer.writing);
}

float table_message_height(Ui& ui, float width, const TableView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const TextBlockStyle style = message_style(ui.theme());
    const float line = measure_text(ui, 0, "Å", style).height;
    const float whole =
        measure_text(ui, words_width(ui, width), message_words(ui, view), style).height;
    const float words = std::min(whole, std::ceil(line * static_cast<float>(style.max_lines)));
    return std::max(words, ui.icon_px(strip_icon)) + ui.px(2 * strip_padding);
}

void draw_table_message(Ui& ui, const Rect& rect, const TableView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const Theme& theme = ui.theme();
    ui.painter().fill(rect, theme.warning_ground);
    Rect inside = rect.inset(margin_of(ui), ui.px(strip_padding));
    const float side = ui.icon_px(strip_icon);
    ui.painter().icon(inside.take_left(side).middle({side, side}),
                      view.ended_text.empty() ? Icon::speaker : Icon::heart, theme.warning);
    inside.take_left(ui.px(20));
    draw_text(ui, inside, message_words(ui, view), message_style(theme));
}

}  // namespace stormote
