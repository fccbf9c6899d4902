#include "kiosk/ui/screens/check_in/next_welcome.h"

#include <algorithm>

#include "kiosk/ui/screens/check_in/panel_caption.h"
#include "kiosk/ui/widgets/card_grid.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

struct WayIn {
    ButtonStyle button;
    WelcomeIntent intent;
};

std::vector<WayIn> ways_in_of(const Ui& ui, const WelcomeView& view) {
    std::vector<WayIn> ways = {{{.id = "type_name",
                                 .label = ui.say(Sentence{"Type your name instead"}),
                                 .icon = Icon::keyboard},
                                TypeName{}}};
    if (view.walk_ins) {
        ways.push_back({{.id = "not_registered",
                         .label = ui.say(Sentence{"I am not registered"}),
                         .icon = Icon::person_plus,
                         .kind = ButtonKind::outlined},
                        NotRegistered{}});
    }
    if (view.has_way_out) {
        ways.push_back({{.id = "way_out",
                         .label = ui.say(Sentence{"Going home?"}),
                         .icon = Icon::heart,
                         .kind = ButtonKind::outlined},
                        OpenWayOut{}});
    }
    return ways;
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

// Takes the room of the buttons off its foot: below each other, or all in one row.
std::optional<WelcomeIntent> take_ways(Ui& ui, Rect& room, const WelcomeView& view, bool is_row) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const std::vector<WayIn> ways = ways_in_of(ui, view);
    const CardGrid grid(room.width, is_row ? ways.size() : 1, ui.px(unit::gap));
    float height = 0;
    for (const WayIn& way : ways) {
        height = std::max(height, button_size(ui, way.button, grid.width()).height);
    }
    const float rows = is_row ? 1 : static_cast<float>(ways.size());
    const Rect place = room.take_bottom(rows * height + (rows - 1) * ui.px(unit::gap));
    room.take_bottom(ui.px(unit::gap));
    std::optional<WelcomeIntent> intent;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const Rect rect = grid.place({place.left, place.top}, height, i);
        if (button(ui, rect, ways[i].button)) intent = ways[i].intent;
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
    const bool is_row = !layout.is_beside && !ui.metrics().portrait();
    std::optional<WelcomeIntent> intent = take_ways(ui, room, view, is_row);
    take_words(ui, layout.words);
    draw_ticket(ui, room, view.camera);
    draw_answer_card(ui, layout.card, answer, ui.say(Sentence{"Group"}));
    if (intent) return intent;
    if (frame.intent) return *frame.intent;
    return typed_letters(ui);
}

}  // namespace stormote
