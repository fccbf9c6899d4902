#include "kiosk/ui/screens/unlock/join_page.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/check_in/panel_caption.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

PanelCaption caption_of(const Ui& ui) {
    return {Icon::scan, ui.say(Sentence{"**Hold this screen's camera** to the code."}),
            ui.say(Sentence{"Or read it with the hand scanner."})};
}

// What stands in the panel where there is no camera: the hand scanner alone reads the code.
void draw_scanner_panel(Ui& ui, const Rect& panel) {
    const Theme& theme = ui.theme();
    ui.painter().glow(panel, theme.panel_glow, theme.panel, ui.px(28));
    const float side = std::round(std::min(panel.width, panel.height) * 0.4F);
    ui.painter().icon(panel.middle({side, side}), Icon::scan, theme.on_panel);
}

void draw_join_words(Ui& ui, const Rect& bounds, const JoinView& view) {
    const Theme& theme = ui.theme();
    const Column column = fit_column(ui, {bounds.width, bounds.height}, [&](Column& words) {
        words.words(ui.say(Sentence{"Connect this screen"}), screen_title_style(theme));
        words.gap(16);
        words.words(ui.say(Sentence{"On the organiser's screen, press Connect a screen, beside "
                                    "the list of screens. Read the code that is shown there."}),
                    quiet_text_style(theme, unit::lead));
        words.gap(28);
        TextBlockStyle status = strong_text_style(theme, unit::lead);
        status.role = Role::status;
        if (view.is_fetching) {
            words.words(ui.say(Sentence{"Fetching the event …"}), status);
        } else if (!view.problem.empty()) {
            status.colour = theme.error;
            words.words(view.problem, status);
        } else {
            words.words(ui.say(Sentence{"Waiting for a code."}), status);
        }
    });
    column.draw({bounds.left, bounds.top + std::round((bounds.height - column.height()) / 2)});
}

}  // namespace

std::optional<FrameIntent> draw_join_page(Ui& ui, const JoinView& view) {
    ui.begin_screen("join");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::nothing);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(28));
    const bool is_upright = ui.metrics().portrait();
    const Rect panel =
        is_upright ? bounds.take_top(bounds.height * 0.55F) : bounds.take_right(bounds.width / 2);
    if (is_upright) {
        bounds.take_top(ui.px(28));
    } else {
        bounds.take_right(ui.px(56));
    }
    // What a lost camera's panel says is for who has a ticket.
    const bool has_camera = view.camera.state != CameraState::lost &&
                            draw_camera_panel(ui, panel, view.camera, caption_of(ui));
    if (!has_camera) draw_scanner_panel(ui, panel);
    draw_join_words(ui, bounds, view);
    return frame.intent;
}

}  // namespace stormote
