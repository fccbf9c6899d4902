#include "kiosk/ui/screens/staff/staff_closing.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/button_row.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

std::string what_it_means(const Ui& ui, const StaffClosingView& view) {
    return view.is_entrance ? ui.say(Sentence{"Nobody can check in here until somebody starts the "
                                              "kiosk again."})
                            : ui.say(Sentence{"Nobody can use this screen until somebody starts "
                                              "the kiosk again."});
}

void add_lines(Ui& ui, Column& words, const StaffClosingView& view) {
    TextBlockStyle style;
    style.align = Align::centre;
    style.role = Role::status;
    const auto add = [&](const std::string& line, Colour colour) {
        if (line.empty()) return;
        words.gap(16);
        style.colour = colour;
        words.words(line, style);
    };
    const Theme& theme = ui.theme();
    add(ui.say(Sentence{"Everything that was recorded here is kept."}), theme.ink);
    add(view.sync.text, view.sync.is_warning ? theme.warning : theme.ink);
    add(view.waiting_line, theme.ink);
}

}  // namespace

std::optional<StaffClosingIntent> draw_staff_closing(Ui& ui, const StaffClosingView& view) {
    ui.begin_screen("staff_closing");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    const Theme& theme = ui.theme();
    const Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    const std::vector<RowButton> buttons{
        {{.id = "keep_running", .label = ui.say(Sentence{"No, keep it running"})}, {}},
        {{.id = "close_kiosk",
          .label = ui.say(Sentence{"Yes, close the kiosk"}),
          .icon = Icon::exit,
          .kind = ButtonKind::danger},
         {}}};
    std::optional<std::size_t> pressed;
    const Column column = fit_column(ui, {bounds.width, bounds.height}, [&](Column& words) {
        const float radius = ui.px(std::max(44.0F, 70 * words.squeeze()));
        words.block(2 * radius, [&ui, &theme, radius](const Rect& rect) {
            badge(ui, rect.centre(), radius, Icon::exit, theme.error, theme.error_ground);
        });
        words.gap(40);
        TextBlockStyle title = screen_title_style(theme);
        title.align = Align::centre;
        words.words(ui.say(Sentence{"Close the kiosk?"}), title);
        words.gap(16);
        TextBlockStyle lead = strong_text_style(theme, unit::lead);
        lead.align = Align::centre;
        words.words(what_it_means(ui, view), lead);
        add_lines(ui, words, view);
        words.gap(56);
        words.block(button_row_height(ui, words.width(), buttons),
                    [&](const Rect& rect) { pressed = button_row(ui, rect, buttons); });
    });
    column.draw({bounds.left, bounds.top + std::round((bounds.height - column.height()) / 2)});
    if (pressed == std::size_t{0}) return KeepKioskRunning{};
    if (pressed) return CloseKioskNow{};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
