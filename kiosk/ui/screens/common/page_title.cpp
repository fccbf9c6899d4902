#include "kiosk/ui/screens/common/page_title.h"

namespace stormote {

void draw_page_title(Ui& ui, Rect& bounds, const std::string& title) {
    TextBlockStyle style;
    style.size = 48;
    style.weight = Weight::bold;
    style.colour = ui.theme().ink;
    style.role = Role::heading;
    draw_text(ui, bounds.take_top(measure_text(ui, bounds.width, title, style).height), title,
              style);
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

}  // namespace stormote
