#include "kiosk/ui/screens/exit/farewell_page.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/choice_grid.h"
#include "kiosk/ui/widgets/column.h"

namespace stormote {

namespace {

constexpr float padding = 40;

void add_fact(Ui& ui, Column& column, const FarewellFact& fact) {
    WordsLook look;
    look.size = 34;
    look.colour = ui.theme().ink;
    look.personal = fact.is_personal;
    column.gap(16);
    column.block(icon_line_height(ui, column.width(), fact.words, look),
                 [&ui, fact, look](const Rect& rect) {
                     icon_line(ui, rect, fact.icon, ui.theme().primary, fact.words, look);
                 });
}

// `cut` is taken off the height of the text, which then stands in smaller letters.
Column sheet_column(Ui& ui, Size room, const FarewellPageView& view, float cut) {
    return fit_column(ui, room, [&](Column& words) {
        WordsLook title = title_words(ui.theme());
        title.wording = view.wording;
        words.words(view.title, title);
        if (!view.text.empty()) {
            WordsLook look = quiet_words(ui.theme(), unit::heading);
            look.wording = view.wording;
            words.gap(24);
            const float height = measure_words(ui, words.width(), view.text, look).height - cut;
            words.block(height, [&ui, text = view.text, look](const Rect& rect) {
                draw_words(ui, rect, text, look);
            });
        }
        if (!view.facts.empty()) words.gap(24);
        for (const FarewellFact& fact : view.facts) add_fact(ui, words, fact);
    });
}

void draw_sheet(Ui& ui, const Rect& room, const FarewellPageView& view) {
    const Size most{room.width - ui.px(112), room.height - ui.px(2 * padding)};
    // An agreement of many sentences gives way itself, before what it leads to does.
    const float whole = sheet_column(ui, most, view, 0).height();
    const Column column = sheet_column(ui, most, view, std::max(0.0F, whole - most.height));
    const float height = column.height() + ui.px(2 * padding);
    const float spare = std::max(0.0F, room.height - height);
    const Rect sheet{room.left, room.top + std::round(spare * 0.45F), room.width, height};
    card(ui, sheet);
    column.draw({sheet.left + ui.px(56), sheet.top + ui.px(padding)});
}

}  // namespace

std::optional<FarewellChoice> draw_farewell_page(Ui& ui, const FarewellPageView& view) {
    ui.begin_screen(view.screen);
    const FrameRoom frame = draw_frame(ui, view.frame, Aside::back);
    Rect room = frame.room.inset(margin_of(ui), ui.px(32));
    const Rect foot_rect = room.take_bottom(farewell_foot_height(ui, room.width, view.foot));
    room.take_bottom(ui.px(24));
    if (view.steps) {
        const TextScale aside(ui, std::min(TextScale::aside, ui.text_scale()));
        draw_progress(ui, room.take_top(progress_size(ui, *view.steps).height), *view.steps);
        room.take_top(ui.px(24));
    }
    draw_sheet(ui, room, view);
    const auto pressed = draw_farewell_foot(ui, foot_rect, view.foot);
    if (pressed) return *pressed;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

std::optional<FarewellChoice> draw_farewell_options(Ui& ui, const FarewellOptionsView& view) {
    ui.begin_screen(view.screen);
    const FrameRoom frame = draw_frame(ui, view.frame, Aside::back);
    Rect room = frame.room.inset(margin_of(ui), ui.px(32));
    const Rect warning = room.take_bottom(ui.px(96));
    room.take_bottom(ui.px(24));
    draw_question(ui, room, view.steps, {view.question});
    room.take_top(ui.px(32));
    if (ui.metrics().portrait()) {
        // What must be reached begins below the upper third.
        const float third = ui.metrics().screen.height / 3;
        const float needed = ui.px(112.0F * static_cast<float>(view.options.size() + 1) / 2);
        const float spare = std::max(0.0F, room.height - needed);
        room.take_top(std::min(spare, std::max(0.0F, std::ceil(third - room.top) + ui.px(8))));
    }
    const auto chosen = choice_grid(ui, room, view.options, view.event_options);
    if (view.closes_in_s) draw_close_warning(ui, warning, *view.closes_in_s);
    if (chosen) return *chosen;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
