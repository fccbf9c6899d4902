#include "kiosk/ui/screens/common/page_title.h"

#include <algorithm>
#include <cmath>

namespace stormote {

namespace {

TextBlockStyle page_title_style(const Theme& theme) {
    TextBlockStyle style = strong_text_style(theme, 48);
    style.role = Role::heading;
    return style;
}

}  // namespace

float page_title_height(Ui& ui, float width, const std::string& title) {
    return measure_text(ui, width, title, page_title_style({})).height;
}

void draw_page_title(Ui& ui, Rect& bounds, const std::string& title) {
    draw_text(ui, bounds.take_top(page_title_height(ui, bounds.width, title)), title,
              page_title_style(ui.theme()));
}

void draw_page_lead(Ui& ui, Rect& bounds, const std::string& words) {
    const TextBlockStyle style = page_lead_style(ui.theme());
    draw_text(ui, bounds.take_top(measure_text(ui, bounds.width, words, style).height), words,
              style);
}

TextBlockStyle page_lead_style(const Theme& theme) {
    TextBlockStyle style;
    style.size = unit::lead;
    style.colour = theme.ink_secondary;
    return style;
}

void leave_upper_third(const Ui& ui, Rect& bounds) {
    if (!ui.metrics().portrait()) return;
    const float third = ui.metrics().screen.height / 3;
    bounds.take_top(std::max(0.0F, std::ceil(third - bounds.top + ui.px(8))));
}

void draw_page_news(Ui& ui, Rect& bounds, const StatusLine& news) {
    TextBlockStyle style = strong_text_style(ui.theme(), 26);
    style.colour = news.is_warning ? ui.theme().error : ui.theme().success;
    style.role = Role::status;
    const Rect line = bounds.take_top(icon_line_height(ui, bounds.width, news.text, style));
    icon_line(ui, line, news.is_warning ? Icon::warning : Icon::check, style.colour, news.text,
              style);
    bounds.take_top(ui.px(20));
}

}  // namespace stormote
