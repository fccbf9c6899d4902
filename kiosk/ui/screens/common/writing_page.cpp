#include "kiosk/ui/screens/common/writing_page.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/text_area.h"

namespace stormote {

namespace {

// The button and the hint above it.
constexpr float least_side = 216;

TextBlockStyle question_style(const Ui& ui, Wording wording) {
    TextBlockStyle style =
        strong_text_style(ui.theme(), ui.metrics().portrait() ? unit::title : unit::lead);
    style.role = Role::heading;
    style.wording = wording;
    return style;
}

// On wide screen beside how far one has come; no higher than leaves room for what is below.
void draw_wide_head(Ui& ui, Rect& bounds, const WritingPageView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const Size progress = view.steps ? progress_size(ui, *view.steps) : Size{};
    const float width = bounds.width - (view.steps ? progress.width + ui.px(48) : 0);
    const float height = std::max(
        progress.height,
        std::min(bounds.height - ui.px(least_side),
                 measure_text(ui, width, view.question, question_style(ui, view.wording)).height));
    Rect line = bounds.take_top(height);
    const Rect right = line.take_right(progress.width);
    draw_text(ui, {line.left, line.top, width, height}, view.question,
              question_style(ui, view.wording));
    if (view.steps) {
        draw_progress(ui, {right.left, right.top, right.width, progress.height}, *view.steps);
    }
}

void draw_upright_head(Ui& ui, Rect& bounds, const WritingPageView& view) {
    const float highest = ui.metrics().screen.height / 3 - bounds.top;
    if (view.steps) {
        return draw_question(ui, bounds, *view.steps,
                             {view.question, unit::title, view.wording, highest});
    }
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const float height =
        measure_text(ui, bounds.width, view.question, question_style(ui, view.wording)).height;
    draw_text(ui, bounds.take_top(std::min(height, highest)), view.question,
              question_style(ui, view.wording));
}

TextAreaAnswer draw_field(Ui& ui, const Rect& rect, const WritingPageView& view,
                          const std::optional<TypedKey>& key) {
    const float radius = ui.px(unit::radius);
    ui.painter().fill(rect, ui.theme().card, radius);
    ui.painter().outline(rect, ui.theme().primary, ui.px(4), radius);
    return text_area(ui, rect.inset(ui.px(28), ui.px(16)),
                     {.id = "written_text",
                      .label = view.question,
                      .placeholder = view.placeholder,
                      .wording = view.wording},
                     view.writing, key);
}

void draw_hint(Ui& ui, const Rect& rect, const WritingPageView& view) {
    if (view.clears_in_s) return draw_clear_warning(ui, rect, *view.clears_in_s);
    if (view.hint.empty()) return;
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    TextBlockStyle style = quiet_text_style(ui.theme(), unit::body);
    style.vertical = Vertical::middle;
    icon_line(ui, rect, view.hint_icon, style.colour, view.hint, style);
}

bool draw_go_on(Ui& ui, const Rect& rect, const WritingPageView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    return button(ui, rect, view.go_on);
}

Size go_on_size(Ui& ui, const WritingPageView& view, float widest) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    return button_size(ui, view.go_on, widest);
}

// The field, and beside it what there is to know and to press.
void draw_wide(Ui& ui, Rect bounds, const WritingPageView& view, const std::optional<TypedKey>& key,
               WritingPageAnswer& answer) {
    Rect side = bounds.take_right(std::round(bounds.width * 0.32F));
    bounds.take_right(ui.px(32));
    answer.writing = draw_field(ui, bounds, view, key).writing;
    const Rect go_on = side.take_bottom(go_on_size(ui, view, side.width).height);
    side.take_bottom(ui.px(16));
    draw_hint(ui, side, view);
    answer.goes_on = draw_go_on(ui, go_on, view);
}

// Below each other, what must be reached below the upper third.
void draw_upright(Ui& ui, Rect bounds, const WritingPageView& view,
                  const std::optional<TypedKey>& key, WritingPageAnswer& answer) {
    const float third = ui.metrics().screen.height / 3;
    bounds.take_top(std::max(0.0F, std::ceil(third - bounds.top) + ui.px(8)));
    const Rect go_on = bounds.take_bottom(go_on_size(ui, view, bounds.width).height);
    bounds.take_bottom(ui.px(16));
    const Rect hint = bounds.take_bottom(ui.px(96));
    bounds.take_bottom(ui.px(8));
    answer.writing = draw_field(ui, bounds, view, key).writing;
    draw_hint(ui, hint, view);
    answer.goes_on = draw_go_on(ui, go_on, view);
}

}  // namespace

WritingPageAnswer draw_writing_page(Ui& ui, const WritingPageView& view) {
    ui.begin_screen(view.screen);
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    const bool portrait = ui.metrics().portrait();
    WritingPageAnswer answer{view.writing, view.keys, false, frame.intent};
    Rect bounds = frame.bounds;
    const Rect tray = bounds.take_bottom(note_keyboard_height(ui, view.keys));
    bounds = bounds.inset(margin_of(ui), ui.px(portrait ? 32 : 14));
    // Drawn first, for its key; read and reached after the field.
    const std::size_t first = ui.record().mark();
    const NoteKeysAnswer keys =
        draw_note_keyboard(ui, tray, view.keys, is_sentence_start(view.writing));
    const std::size_t end = ui.record().mark();
    answer.keys = keys.keys;
    if (portrait) {
        draw_upright_head(ui, bounds, view);
    } else {
        draw_wide_head(ui, bounds, view);
    }
    bounds.take_top(ui.px(8));
    if (portrait) {
        draw_upright(ui, bounds, view, keys.key, answer);
    } else {
        draw_wide(ui, bounds, view, keys.key, answer);
    }
    ui.record().put_behind(first, end);
    return answer;
}

}  // namespace stormote
