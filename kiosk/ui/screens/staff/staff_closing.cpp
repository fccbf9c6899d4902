#include "kiosk/ui/screens/staff/staff_closing.h"

#include "kiosk/ui/screens/common/message_page.h"

namespace stormote {

namespace {

std::string what_it_means(const Ui& ui, const StaffClosingView& view) {
    return view.is_entrance ? ui.say(Sentence{"Nobody can check in here until somebody starts the "
                                              "kiosk again."})
                            : ui.say(Sentence{"Nobody can use this screen until somebody starts "
                                              "the kiosk again."});
}

}  // namespace

std::optional<StaffClosingIntent> draw_staff_closing(Ui& ui, const StaffClosingView& view) {
    ui.begin_screen("staff_closing");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    const Theme& theme = ui.theme();
    const auto status = [](const std::string& line, Colour colour) {
        TextBlockStyle style;
        style.role = Role::status;
        style.colour = colour;
        return MessageLine{line, style};
    };
    const MessagePage page{
        .icon = Icon::exit,
        .shape = theme.error,
        .ground = theme.error_ground,
        .title = ui.say(Sentence{"Close the kiosk?"}),
        .lines = {{what_it_means(ui, view), strong_text_style(theme, unit::lead)},
                  status(ui.say(Sentence{"Everything that was recorded here is kept."}), theme.ink),
                  status(view.sync.text, view.sync.is_warning ? theme.warning : theme.ink),
                  status(view.waiting_line, theme.ink)},
        .buttons = {{{.id = "keep_running", .label = ui.say(Sentence{"No, keep it running"})}, {}},
                    {{.id = "close_kiosk",
                      .label = ui.say(Sentence{"Yes, close the kiosk"}),
                      .icon = Icon::exit,
                      .kind = ButtonKind::danger},
                     {}}}};
    const auto pressed = draw_message_page(ui, frame.bounds, page);
    if (pressed == std::size_t{0}) return KeepKioskRunning{};
    if (pressed) return CloseKioskNow{};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
