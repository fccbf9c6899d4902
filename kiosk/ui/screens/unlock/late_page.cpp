#include "kiosk/ui/screens/unlock/late_page.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/button_row.h"
#include "kiosk/ui/widgets/column.h"

namespace stormote {

namespace {

std::string remedy_of(const Ui& ui, const LatePageView& view) {
    if (view.store.can_sync) {
        return ui.say(
            Sentence{"Connect it to the network. It goes on by itself once it has heard "
                     "from the central store."});
    }
    return ui.say(
        Sentence{"Start it with the address of the central store (--central). If the "
                 "event is over, remove its file from this machine."});
}

}  // namespace

std::optional<LatePageIntent> draw_late_page(Ui& ui, const LatePageView& view) {
    ui.begin_screen("late_device");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::clock);
    const Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    const Theme& theme = ui.theme();
    const std::vector<RowButton> buttons{{{.id = "close_kiosk",
                                           .label = ui.say(Sentence{"Close the kiosk"}),
                                           .icon = Icon::exit,
                                           .kind = ButtonKind::outlined},
                                          {}}};
    bool is_closed = false;
    const Column column = fit_column(ui, {bounds.width, bounds.height}, [&](Column& words) {
        const float radius = ui.px(std::max(44.0F, 70 * words.squeeze()));
        words.block(2 * radius, [&ui, &theme, radius](const Rect& rect) {
            badge(ui, rect.centre(), radius, Icon::lock, theme.primary, theme.primary_tint);
        });
        words.gap(32);
        TextBlockStyle title = screen_title_style(theme);
        title.align = Align::centre;
        words.words(ui.say(Sentence{"This screen shows no names"}), title);
        words.gap(16);
        TextBlockStyle quiet = quiet_text_style(theme, unit::lead);
        quiet.align = Align::centre;
        words.words(ui.say(Sentence{"{} was the last day on which the registrations were there. "
                                    "This screen has not heard from the central store since, and "
                                    "does not know what has been destroyed."},
                           view.last_day),
                    quiet);
        words.gap(16);
        words.words(ui.say(Sentence{"By this machine's clock it is {} today. If that is wrong, set "
                                    "the clock first."},
                           view.today),
                    quiet);
        words.gap(16);
        TextBlockStyle strong = strong_text_style(theme, unit::lead);
        strong.align = Align::centre;
        words.words(remedy_of(ui, view), strong);
        if (!view.store.status.text.empty()) {
            words.gap(16);
            TextBlockStyle status = quiet;
            status.role = Role::status;
            words.words(view.store.status.text, status);
        }
        words.gap(40);
        words.block(button_row_height(ui, words.width(), buttons), [&](const Rect& rect) {
            is_closed = button_row(ui, rect, buttons).has_value();
        });
    });
    column.draw({bounds.left, bounds.top + std::round((bounds.height - column.height()) / 2)});
    if (is_closed) return CloseLateKiosk{};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
