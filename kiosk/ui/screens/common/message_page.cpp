#include "kiosk/ui/screens/common/message_page.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/column.h"

namespace stormote {

namespace {

void add_words(Ui& ui, Column& column, const MessagePage& page) {
    const float radius = ui.px(std::max(44.0F, 70 * column.squeeze()));
    column.block(2 * radius, [&ui, &page, radius](const Rect& rect) {
        badge(ui, rect.centre(), radius, page.icon, page.shape, page.ground);
    });
    column.gap(40);
    TextBlockStyle title = screen_title_style(ui.theme());
    title.align = Align::centre;
    title.personal = page.is_personal;
    column.words(page.title, title);
    for (const MessageLine& line : page.lines) {
        if (line.text.empty()) continue;
        column.gap(16);
        TextBlockStyle style = line.style;
        style.align = Align::centre;
        column.words(line.text, style);
    }
}

}  // namespace

std::optional<std::size_t> draw_message_page(Ui& ui, const Rect& frame_bounds,
                                             const MessagePage& page) {
    const Rect bounds = frame_bounds.inset(margin_of(ui), ui.px(32));
    std::optional<std::size_t> pressed;
    const Column column = fit_column(ui, {bounds.width, bounds.height}, [&](Column& words) {
        add_words(ui, words, page);
        words.gap(56);
        words.block(button_row_height(ui, words.width(), page.buttons),
                    [&](const Rect& rect) { pressed = button_row(ui, rect, page.buttons); });
    });
    column.draw({bounds.left, bounds.top + std::round((bounds.height - column.height()) / 2)});
    return pressed;
}

}  // namespace stormote
