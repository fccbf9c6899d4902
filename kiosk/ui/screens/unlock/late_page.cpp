#include "kiosk/ui/screens/unlock/late_page.h"

#include "kiosk/ui/screens/common/message_page.h"

namespace stormote {

namespace {

std::string remedy_of(const Ui& ui, const LatePageView& view) {
    if (view.store.can_sync) {
        return ui.say(
            Sentence{"Connect it to the network. It goes on by itself once it has heard "
                     "from the central store."});
    }
    return ui.say(
        Sentence{"Start the kiosk again with the address of the central store. If the event "
                 "is over, remove its file from this machine."});
}

}  // namespace

std::optional<LatePageIntent> draw_late_page(Ui& ui, const LatePageView& view) {
    ui.begin_screen("late_device");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::clock);
    const Theme& theme = ui.theme();
    const TextBlockStyle quiet = quiet_text_style(theme, unit::lead);
    TextBlockStyle status = quiet;
    status.role = Role::status;
    const MessagePage page{
        .icon = Icon::lock,
        .shape = theme.primary,
        .ground = theme.primary_tint,
        .title = ui.say(Sentence{"This screen shows no names"}),
        .lines = {{ui.say(Sentence{"{} was the last day on which the registrations were there. "
                                   "This screen has not heard from the central store since, and "
                                   "does not know what has been destroyed."},
                          view.last_day),
                   quiet},
                  {ui.say(Sentence{"By this machine's clock it is {} today. If that is wrong, set "
                                   "the clock first."},
                          view.today),
                   quiet},
                  {remedy_of(ui, view), strong_text_style(theme, unit::lead)},
                  {view.store.status.text, status}},
        .buttons = {{{.id = "close_kiosk",
                      .label = ui.say(Sentence{"Close the kiosk"}),
                      .icon = Icon::exit,
                      .kind = ButtonKind::outlined},
                     {}}}};
    const auto pressed = draw_message_page(ui, frame.bounds, page);
    if (pressed) return CloseLateKiosk{};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
