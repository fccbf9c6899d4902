#include "kiosk/ui/screens/check_in/next_welcome.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/check_in/panel_caption.h"
#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/keyboard.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

std::vector<ButtonStyle> buttons_of(const Ui& ui, const WelcomeView& view) {
    std::vector<ButtonStyle> buttons = {{.id = "type_name",
                                         .label = ui.say(Sentence{"Type your name instead"}),
                                         .icon = Icon::keyboard}};
    if (view.walk_ins) {
        buttons.push_back({.id = "not_registered",
                           .label = ui.say(Sentence{"I am not registered"}),
                           .icon = Icon::person_plus,
                           .kind = ButtonKind::outlined});
    }
    return buttons;
}

WelcomeIntent intent_of(std::string_view id) {
    if (id == "type_name") return TypeName{};
    return NotRegistered{};
}

// Quieter than what most come for.
bool take_way_out(Ui& ui, Rect& room) {
    const ChipStyle style{
        .id = "way_out", .label = ui.say(Sentence{"Going home?"}), .icon = Icon::heart};
    const Size size = chip_size(ui, style);
    const Rect line = room.take_bottom(size.height);
    return chip(ui, {line.left, line.top, std::min(size.width, line.width), size.height}, style);
}

// What the scanner reads; where there is no room for a picture of it, the words alone.
void draw_ticket(Ui& ui, const Rect& room, const CameraView& camera) {
    const float least = ui.px(camera.state == CameraState::none ? 360 : 220);
    if (room.height >= least) return draw_ticket_panel(ui, room, camera);
    if (room.height < ui.px(120)) return;
    ui.painter().fill(room, ui.theme().panel, ui.px(28));
    draw_panel_caption(
        ui, room.inset(ui.px(24), ui.px(12)),
        {Icon::scan, ui.say(Sentence{"**Scan your ticket** with the hand scanner."}), ""});
}

// Below each other, as wide as the room; takes their room off its foot.
std::optional<WelcomeIntent> take_buttons(Ui& ui, Rect& room, const WelcomeView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    std::optional<WelcomeIntent> intent;
    if (view.has_way_out && take_way_out(ui, room)) intent = OpenWayOut{};
    const std::vector<ButtonStyle> buttons = buttons_of(ui, view);
    std::vector<float> heights;
    float all = 0;
    for (const ButtonStyle& style : buttons) {
        heights.push_back(button_size(ui, style, room.width).height);
        all += heights.back() + ui.px(unit::gap);
    }
    if (view.has_way_out) room.take_bottom(ui.px(unit::gap));
    Rect rest = room.take_bottom(std::min(room.height, all));
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        rest.take_top(ui.px(unit::gap));
        if (button(ui, rest.take_top(heights[i]), buttons[i])) intent = intent_of(buttons[i].id);
    }
    return intent;
}

// Takes the room of the words off the top.
void take_words(Ui& ui, Rect& room) {
    const Column words = fit_column(ui, {room.width, room.height}, [&](Column& column) {
        TextBlockStyle title = screen_title_style(ui.theme());
        column.words(ui.say(Sentence{"Next, welcome!"}), title);
        column.gap(8);
        TextBlockStyle lead = quiet_text_style(ui.theme(), unit::lead);
        column.words(ui.say(Sentence{"Now it is your turn to check in."}), lead);
    });
    words.draw({room.left, room.top});
    room.take_top(words.height() + ui.px(24));
}

}  // namespace

std::optional<WelcomeIntent> draw_next_welcome(Ui& ui, const WelcomeView& view,
                                               const SeatAnswer& answer) {
    ui.begin_screen("welcome");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::clock);
    AnswerLayout layout = lay_out_answer(ui, frame.bounds);
    Rect& room = layout.is_beside ? layout.words : layout.below;
    std::optional<WelcomeIntent> intent = take_buttons(ui, room, view);
    take_words(ui, layout.words);
    draw_ticket(ui, room, view.camera);
    draw_answer_card(ui, layout.card, answer, ui.say(Sentence{"Group"}));
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    // Whoever finds a real keyboard just types.
    if (const std::string typed = edit_text(ui, "", std::nullopt, longest_typed_name);
        !typed.empty()) {
        return TypeName{typed};
    }
    return std::nullopt;
}

}  // namespace stormote
