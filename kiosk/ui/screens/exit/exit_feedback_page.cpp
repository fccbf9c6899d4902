#include "kiosk/ui/screens/exit/exit_feedback_page.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/choice_grid.h"
#include "kiosk/ui/widgets/column.h"

namespace stormote {

namespace {

constexpr float sheet_padding = 40;

void add_fact(Ui& ui, Column& column, const ExitFeedbackFact& fact) {
    TextBlockStyle style;
    style.size = 34;
    style.colour = ui.theme().ink;
    style.personal = fact.is_personal;
    column.gap(16);
    column.block(icon_line_height(ui, column.width(), fact.words, style),
                 [&ui, fact, style](const Rect& rect) {
                     icon_line(ui, rect, fact.icon, ui.theme().primary, fact.words, style);
                 });
}

// `cut` is taken off the height of the text, which then stands in smaller letters.
Column sheet_column(Ui& ui, Size bounds, const ExitFeedbackPageView& view, float cut) {
    return fit_column(ui, bounds, [&](Column& words) {
        TextBlockStyle title = screen_title_style(ui.theme());
        title.wording = view.wording;
        words.words(view.title, title);
        if (!view.text.empty()) {
            TextBlockStyle style = quiet_text_style(ui.theme(), unit::heading);
            style.wording = view.wording;
            words.gap(24);
            const float height = measure_text(ui, words.width(), view.text, style).height - cut;
            words.block(height, [&ui, text = view.text, style](const Rect& rect) {
                draw_text(ui, rect, text, style);
            });
        }
        if (!view.facts.empty()) words.gap(24);
        for (const ExitFeedbackFact& fact : view.facts) add_fact(ui, words, fact);
    });
}

void draw_sheet(Ui& ui, const Rect& bounds, const ExitFeedbackPageView& view) {
    const Size most{bounds.width - ui.px(112), bounds.height - ui.px(2 * sheet_padding)};
    // An agreement of many sentences gives way itself, before what it leads to does.
    const float whole = sheet_column(ui, most, view, 0).height();
    const Column column = sheet_column(ui, most, view, std::max(0.0F, whole - most.height));
    const float height = column.height() + ui.px(2 * sheet_padding);
    const float spare = std::max(0.0F, bounds.height - height);
    const Rect sheet{bounds.left, bounds.top + std::round(spare * 0.45F), bounds.width, height};
    card(ui, sheet);
    column.draw({sheet.left + ui.px(56), sheet.top + ui.px(sheet_padding)});
}

}  // namespace

std::optional<ExitFeedbackChoice> draw_exit_feedback_page(Ui& ui,
                                                          const ExitFeedbackPageView& view) {
    ui.begin_screen(view.screen);
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    const Rect foot_rect =
        bounds.take_bottom(exit_feedback_foot_height(ui, bounds.width, view.foot));
    bounds.take_bottom(ui.px(24));
    if (view.steps) {
        const TextScale aside(ui, std::min(TextScale::aside, ui.text_scale()));
        draw_progress(ui, bounds.take_top(progress_size(ui, *view.steps).height), *view.steps);
        bounds.take_top(ui.px(24));
    }
    draw_sheet(ui, bounds, view);
    const auto pressed = draw_exit_feedback_foot(ui, foot_rect, view.foot);
    if (pressed) return *pressed;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

std::optional<ExitFeedbackChoice> draw_exit_feedback_options(Ui& ui,
                                                             const ExitFeedbackOptionsView& view) {
    ui.begin_screen(view.screen);
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    const Rect warning = bounds.take_bottom(ui.px(96));
    bounds.take_bottom(ui.px(24));
    draw_question(ui, bounds, view.steps, {view.question});
    bounds.take_top(ui.px(32));
    if (ui.metrics().portrait()) {
        // What must be reached begins below the upper third.
        const float third = ui.metrics().screen.height / 3;
        const float needed = ui.px(112.0F * static_cast<float>(view.options.size() + 1) / 2);
        const float spare = std::max(0.0F, bounds.height - needed);
        bounds.take_top(std::min(spare, std::max(0.0F, std::ceil(third - bounds.top) + ui.px(8))));
    }
    const auto chosen = choice_grid(ui, bounds, view.options, view.event_options);
    if (view.closes_in_s) draw_close_warning(ui, warning, *view.closes_in_s);
    if (chosen) return *chosen;
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
