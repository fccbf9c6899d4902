#include "kiosk/ui/screens/check_in/welcome.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/check_in/panel_caption.h"
#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/keyboard.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

void draw_scan_panel(Ui& ui, const Rect& panel) {
    const Theme& theme = ui.theme();
    ui.painter().glow(panel, theme.panel_glow, theme.panel, ui.px(28));
    if (theme.kind == ThemeKind::high_contrast) {
        ui.painter().outline(panel, theme.hairline, ui.px(3), ui.px(28));
    }
    Rect inside = panel.inset(ui.px(40), ui.px(40));
    const float caption = std::round(ui.px(136) * std::min(1.6F, ui.text_scale()));
    draw_panel_caption(ui, inside.take_bottom(std::min(caption, inside.height * 0.5F)),
                       {Icon::scan, ui.say(Sentence{"**Scan your ticket** with the hand scanner."}),
                        ui.say(Sentence{"On paper or on your phone – both are fine."})});
    inside.take_bottom(ui.px(40));
    const float height =
        std::round(std::min({inside.height, ui.px(440), inside.width / scanning_width}));
    ui.painter().scanning(inside.middle({height * scanning_width, height}));
}

struct Buttons {
    bool type_name = false;
    bool not_registered = false;
    bool way_out = false;
};

// Quieter than what most come for.
void add_way_out(Ui& ui, Column& column, Buttons& pressed) {
    const ChipStyle style{.id = "way_out",
                          .label = ui.say(Sentence{"Going home? Tell us what you think"}),
                          .icon = Icon::heart};
    const float text_scale = std::min(TextScale::aside, ui.text_scale());
    const TextScale aside(ui, text_scale);
    const Size size = chip_size(ui, style);
    column.gap(32);
    column.block(size.height, [&ui, &pressed, style, size, text_scale](const Rect& r) {
        const TextScale drawn(ui, std::min(text_scale, ui.text_scale()));
        pressed.way_out =
            chip(ui, {r.left, r.top, std::min(size.width, r.width), size.height}, style);
    });
}

void add_walk_in(Ui& ui, Column& column, Buttons& pressed) {
    const ButtonStyle walk_in{.id = "not_registered",
                              .label = ui.say(Sentence{"I am not registered"}),
                              .icon = Icon::person_plus,
                              .kind = ButtonKind::outlined};
    column.gap(32);
    column.block(button_size(ui, walk_in, column.width()).height,
                 [&ui, &pressed, walk_in](const Rect& r) {
                     pressed.not_registered = button(ui, r, walk_in);
                 });
}

void add_buttons(Ui& ui, Column& column, const WelcomeView& view, Buttons& pressed) {
    const ButtonStyle type{.id = "type_name",
                           .label = ui.say(Sentence{"Type your name instead"}),
                           .icon = Icon::keyboard};
    column.block(button_size(ui, type, column.width()).height,
                 [&ui, &pressed, type](const Rect& r) { pressed.type_name = button(ui, r, type); });
    if (view.walk_ins) add_walk_in(ui, column, pressed);
    if (view.has_way_out) add_way_out(ui, column, pressed);
}

Buttons draw_invitation(Ui& ui, Rect bounds, const WelcomeView& view) {
    const Theme& theme = ui.theme();
    TextBlockStyle quiet;
    quiet.size = 26;
    quiet.colour = theme.ink_secondary;
    const std::string promise = ui.say(Sentence{"We never show a list of who is coming."});
    const float scale = std::min(TextScale::aside, ui.text_scale());
    Rect promise_rect;
    {
        const TextScale aside(ui, scale);
        promise_rect = bounds.take_bottom(icon_line_height(ui, bounds.width, promise, quiet));
    }
    bounds.take_bottom(ui.px(24));

    Buttons pressed;
    const Column column = fit_column(ui, {bounds.width, bounds.height}, [&](Column& words) {
        TextBlockStyle title;
        title.size = 60;
        title.weight = Weight::bold;
        title.colour = theme.ink;
        title.role = Role::heading;
        words.words(ui.say(Sentence{"Welcome!\nCheck in here."}), title);
        words.gap(16);
        TextBlockStyle lead;
        lead.size = unit::lead;
        lead.colour = theme.ink_secondary;
        words.words(
            ui.say(Sentence{"It takes a few seconds. Then you see which group you are in."}), lead);
        words.gap(72);
        add_buttons(ui, words, view, pressed);
    });
    const float spare = std::max(0.0F, bounds.height - column.height());
    column.draw({bounds.left, bounds.top + std::round(std::min(spare / 3, ui.px(24)))});
    const TextScale aside(ui, scale);
    icon_line(ui, promise_rect, Icon::lock, theme.ink_secondary, promise, quiet);
    return pressed;
}

}  // namespace

std::optional<WelcomeIntent> typed_letters(const Ui& ui) {
    const std::string typed = edit_text(ui, "", std::nullopt, longest_typed_name);
    if (typed.empty()) return std::nullopt;
    return TypeName{typed};
}

void draw_ticket_panel(Ui& ui, const Rect& panel, const CameraView& camera) {
    if (!draw_camera_panel(ui, panel, camera)) draw_scan_panel(ui, panel);
}

std::optional<WelcomeIntent> draw_welcome(Ui& ui, const WelcomeView& view) {
    ui.begin_screen("welcome");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::clock);
    const float margin = margin_of(ui);
    Rect bounds = frame.bounds.inset(margin, ui.px(ui.metrics().portrait() ? 40 : 48));
    bounds.height += ui.px(16);
    Rect panel;
    if (ui.metrics().portrait()) {
        panel = bounds.take_top(std::round(bounds.height * 0.46F));
        bounds.take_top(ui.px(48));
    } else {
        panel =
            bounds.take_left(std::round(bounds.width * (ui.text_scale() > 1.2F ? 0.46F : 0.56F)));
        bounds.take_left(margin);
    }
    draw_ticket_panel(ui, panel, view.camera);
    const Buttons pressed = draw_invitation(ui, bounds, view);
    if (pressed.type_name) return TypeName{};
    if (pressed.not_registered) return NotRegistered{};
    if (pressed.way_out) return OpenWayOut{};
    if (frame.intent) return *frame.intent;
    return typed_letters(ui);
}

}  // namespace stormote
