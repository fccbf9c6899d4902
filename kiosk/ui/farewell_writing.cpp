#include "kiosk/ui/farewell_writing.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/text_area.h"

namespace stormote {

namespace {

// The button and the hint above it.
constexpr float least_side = 240;

// No higher than leaves room for the field and what stands beside it.
void draw_head(Ui& ui, Rect& room, const FarewellWritingView& view) {
    const bool portrait = ui.metrics().portrait();
    const float units = portrait ? unit::title : unit::lead;
    const float highest =
        portrait ? ui.metrics().screen.height / 3 - room.top : room.height - ui.px(least_side);
    if (view.steps) return draw_question(ui, room, *view.steps, view.question, units, highest);
    WordsLook title = strong_words(ui.theme(), units);
    title.role = Role::heading;
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const float height = measure_words(ui, room.width, view.question, title).height;
    draw_words(ui, room.take_top(std::min(height, highest)), view.question, title);
}

TextAreaAnswer draw_field(Ui& ui, const Rect& rect, const FarewellWritingView& view,
                          const std::optional<TypedKey>& key) {
    const float radius = ui.px(unit::radius);
    ui.painter().fill(rect, ui.theme().card, radius);
    ui.painter().outline(rect, ui.theme().primary, ui.px(4), radius);
    return text_area(
        ui, rect.inset(ui.px(28), ui.px(16)),
        {.id = "farewell_text", .label = view.question, .placeholder = view.placeholder},
        view.writing, key);
}

void draw_hint(Ui& ui, const Rect& rect, const FarewellWritingView& view) {
    if (view.clears_in_s) return draw_clear_warning(ui, rect, *view.clears_in_s);
    if (view.hint.empty()) return;
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    WordsLook look = quiet_words(ui.theme(), unit::body);
    look.vertical = Vertical::middle;
    icon_line(ui, rect, view.hint_icon, look.colour, view.hint, look);
}

bool draw_go_on(Ui& ui, const Rect& rect, const FarewellWritingView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    return button(ui, rect, view.go_on);
}

Size go_on_size(Ui& ui, const FarewellWritingView& view, float widest) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    return button_size(ui, view.go_on, widest);
}

// The field, and beside it what there is to know and to press.
void draw_wide(Ui& ui, Rect room, const FarewellWritingView& view,
               const std::optional<TypedKey>& key, FarewellWritingAnswer& answer) {
    Rect side = room.take_right(std::round(room.width * 0.32F));
    room.take_right(ui.px(32));
    answer.writing = draw_field(ui, room, view, key).writing;
    const Rect go_on = side.take_bottom(go_on_size(ui, view, side.width).height);
    side.take_bottom(ui.px(16));
    draw_hint(ui, side, view);
    answer.goes_on = draw_go_on(ui, go_on, view);
}

// Below each other, what must be reached below the upper third.
void draw_upright(Ui& ui, Rect room, const FarewellWritingView& view,
                  const std::optional<TypedKey>& key, FarewellWritingAnswer& answer) {
    const float third = ui.metrics().screen.height / 3;
    room.take_top(std::max(0.0F, std::ceil(third - room.top) + ui.px(8)));
    const Rect go_on = room.take_bottom(go_on_size(ui, view, room.width).height);
    room.take_bottom(ui.px(16));
    const Rect hint = room.take_bottom(ui.px(96));
    room.take_bottom(ui.px(8));
    answer.writing = draw_field(ui, room, view, key).writing;
    draw_hint(ui, hint, view);
    answer.goes_on = draw_go_on(ui, go_on, view);
}

}  // namespace

FarewellWritingAnswer draw_farewell_writing(Ui& ui, const FarewellWritingView& view) {
    ui.begin_screen(view.screen);
    const FrameRoom frame = draw_frame(ui, view.frame, Aside::back);
    const bool portrait = ui.metrics().portrait();
    FarewellWritingAnswer answer{view.writing, view.keys, false, frame.intent};
    Rect room = frame.room;
    const Rect tray = room.take_bottom(note_keyboard_height(ui, view.keys));
    room = room.inset(margin_of(ui), ui.px(portrait ? 32 : 14));
    // Drawn first, for its key; read and reached after the field.
    const std::size_t first = ui.record().mark();
    const NoteKeysAnswer keys =
        draw_note_keyboard(ui, tray, view.keys, is_sentence_start(view.writing));
    const std::size_t end = ui.record().mark();
    answer.keys = keys.keys;
    draw_head(ui, room, view);
    room.take_top(ui.px(8));
    if (portrait) {
        draw_upright(ui, room, view, keys.key, answer);
    } else {
        draw_wide(ui, room, view, keys.key, answer);
    }
    ui.record().put_behind(first, end);
    return answer;
}

}  // namespace stormote
