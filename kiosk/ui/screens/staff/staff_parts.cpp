#include "kiosk/ui/screens/staff/staff_parts.h"

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

void add_staff_line(Ui& ui, Column& column, Icon icon, Colour colour, const std::string& words) {
    if (words.empty()) return;
    TextBlockStyle style;
    style.colour = ui.theme().ink;
    style.role = Role::status;
    column.block(icon_line_height(ui, column.width(), words, style),
                 [&ui, icon, colour, words, style](const Rect& rect) {
                     icon_line(ui, rect, icon, colour, words, style);
                 });
    column.gap(16);
}

void add_staff_line(Ui& ui, Column& column, Icon icon, const StaffLine& line) {
    const Theme& theme = ui.theme();
    add_staff_line(ui, column, line.is_warning ? Icon::warning : icon,
                   line.is_warning ? theme.warning : theme.ink_secondary, line.text);
}

void add_staff_news(Ui& ui, Column& column, const std::string& news) {
    add_staff_line(ui, column, Icon::check, ui.theme().success, news);
}

}  // namespace stormote
