#include "kiosk/ui/screens/staff/staff_parts.h"

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

void add_staff_line(Ui& ui, Column& column, Icon icon, Colour colour, const std::string& words) {
    if (words.empty()) return;
    WordsLook look;
    look.colour = ui.theme().ink;
    look.role = Role::status;
    column.block(icon_line_height(ui, column.width(), words, look),
                 [&ui, icon, colour, words, look](const Rect& rect) {
                     icon_line(ui, rect, icon, colour, words, look);
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
