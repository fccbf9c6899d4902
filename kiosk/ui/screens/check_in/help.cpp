#include "kiosk/ui/screens/check_in/help.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/ui/accessibility/screen_reader.h"
#include "kiosk/ui/widgets/card_grid.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

struct Advice {
    Icon icon;
    std::string title;
    std::string sentence;
};

std::vector<Advice> advice_of(const Ui& ui, const HelpView& view) {
    std::vector<Advice> advice{
        {Icon::scan, ui.say(Sentence{"With a ticket"}),
         ui.say(Sentence{
             "Hold the square code up to the hand scanner. It beeps when it has read it."})},
        {Icon::keyboard, ui.say(Sentence{"Without a ticket"}),
         ui.say(Sentence{"Tap “Type your name instead” and type a few letters of your name."})}};
    if (view.walk_ins) {
        advice.push_back(
            {Icon::person_plus, ui.say(Sentence{"Not registered"}),
             ui.say(Sentence{"You are still welcome. Register here in a minute or two."})});
    }
    std::string staff = view.staff_line.empty()
                            ? ui.say(Sentence{"The staff close by will gladly help you. Just ask."})
                            : view.staff_line;
    if (view.is_called) {
        staff =
            ui.say(Sentence{"The staff at this door can now see that somebody needs help. Stay "
                            "here, or just ask."});
    }
    advice.push_back({Icon::bell, ui.say(Sentence{"Call the staff"}), staff});
    return advice;
}

Column advice_column(Ui& ui, Size bounds, const Advice& advice) {
    return fit_column(ui, bounds, [&](Column& words) {
        TextBlockStyle title;
        title.size = unit::heading;
        title.weight = Weight::bold;
        title.colour = ui.theme().ink;
        title.role = Role::heading;
        words.words(advice.title, title);
        words.gap(4);
        TextBlockStyle sentence;
        sentence.size = 30;
        sentence.colour = ui.theme().ink_secondary;
        words.words(advice.sentence, sentence);
    });
}

// The room for words in a card, beside its badge.
Rect words_bounds(const Ui& ui, const Rect& card_rect) {
    Rect inside = card_rect.inset(ui.px(36), ui.px(20));
    inside.take_left(ui.px(120));
    return inside;
}

void draw_advice(Ui& ui, const Rect& rect, const Advice& advice) {
    card(ui, rect);
    badge(ui, {rect.left + ui.px(80), rect.centre().y}, ui.px(44), advice.icon, ui.theme().primary,
          ui.theme().primary_tint);
    const Rect inside = words_bounds(ui, rect);
    const Column column = advice_column(ui, {inside.width, inside.height}, advice);
    column.draw({inside.left, inside.top + std::round((inside.height - column.height()) / 2)});
}

void draw_grid(Ui& ui, const Rect& bounds, const std::vector<Advice>& advice) {
    const CardGrid grid(bounds.width, ui.metrics().portrait() ? 1 : 2, ui.px(24));
    const float height = std::min(ui.px(300), grid.share_of(bounds.height, advice.size()));
    // One size of letters for all four.
    const Rect inside = words_bounds(ui, {0, 0, grid.width(), height});
    float text_scale = ui.text_scale();
    for (const Advice& one : advice) {
        const Column column = advice_column(ui, {inside.width, inside.height}, one);
        text_scale = std::min(text_scale, column.text_scale());
    }
    const TextScale scale(ui, text_scale);
    for (std::size_t i = 0; i < advice.size(); ++i) {
        draw_advice(ui, grid.place({bounds.left, bounds.top}, height, i), advice[i]);
    }
}

// At the foot of the room.
void draw_speech_keys(Ui& ui, Rect& bounds) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    TextBlockStyle style;
    style.size = 26;
    style.colour = ui.theme().ink_secondary;
    const std::string words = ui.say(speech_keys);
    const Rect line = bounds.take_bottom(icon_line_height(ui, bounds.width, words, style));
    icon_line(ui, line, Icon::speaker, style.colour, words, style);
}

// The staff's way in, the call for them, and the way back, at the foot of the room: the call on a
// line of its own where the screen is too narrow.
std::optional<HelpIntent> draw_foot(Ui& ui, Rect& bounds, const HelpView& view) {
    // The pictures and sentences need the room.
    const TextScale scale(ui, std::min(1.1F, ui.text_scale()));
    const ChipStyle staff{
        .id = "staff", .label = ui.say(Sentence{"For the staff"}), .icon = Icon::lock};
    const ButtonStyle call{.id = "call_staff",
                           .label = ui.say(Sentence{"Call the staff"}),
                           .icon = Icon::bell,
                           .kind = ButtonKind::outlined};
    const ButtonStyle back{.id = "close_help", .label = ui.say(Sentence{"I understand"})};
    const float gap = ui.px(24);
    const Size back_size = button_size(ui, back, bounds.width * 0.6F);
    const Size staff_size = chip_size(ui, staff);
    const Size call_size = button_size(ui, call, bounds.width);
    const bool one_line =
        back_size.width + staff_size.width + call_size.width + 2 * gap <= bounds.width;
    Rect foot = bounds.take_bottom(back_size.height);
    bounds.take_bottom(gap);
    Rect above;
    if (!one_line && !view.is_called) {
        above = bounds.take_bottom(call_size.height);
        bounds.take_bottom(gap);
    }
    std::optional<HelpIntent> intent;
    const auto draw_call = [&](const Rect& rect) {
        if (button(ui, rect, call)) intent = CallStaff{};
    };
    if (!one_line && !view.is_called) {
        draw_call({above.right() - call_size.width, above.top, call_size.width, above.height});
    }
    const Rect chip_rect{foot.left, foot.top + std::round((foot.height - staff_size.height) / 2),
                         std::min(staff_size.width, foot.width - back_size.width - gap),
                         staff_size.height};
    const Rect back_rect = foot.take_right(back_size.width);
    foot.take_right(gap);
    if (chip(ui, chip_rect, staff)) intent = OpenStaff{};
    if (one_line && !view.is_called) draw_call(foot.take_right(call_size.width));
    if (button(ui, back_rect, back)) intent = FrameIntent{GoBack{}};
    return intent;
}

}  // namespace

std::optional<HelpIntent> draw_help(Ui& ui, const HelpView& view) {
    ui.begin_screen("help");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    const TextScale scale(ui, std::min(1.6F, ui.text_scale()));
    draw_title(ui, bounds, ui.say(Sentence{"How to check in"}));
    bounds.take_top(ui.px(24));

    // Shared out from below, read from above.
    const std::size_t first = ui.record().mark();
    auto chosen = draw_foot(ui, bounds, view);
    const std::size_t end = ui.record().mark();
    if (view.frame.can_speak) {
        draw_speech_keys(ui, bounds);
        bounds.take_bottom(ui.px(24));
    }
    draw_grid(ui, bounds, advice_of(ui, view));
    ui.record().put_behind(first, end);
    if (chosen) return chosen;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
