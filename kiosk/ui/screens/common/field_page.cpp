#include "kiosk/ui/screens/common/field_page.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/page_title.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

// Beside each other: chips, of which the one that is written in is chosen.
std::optional<std::size_t> draw_chips(Ui& ui, Rect& bounds, const FieldPage& page) {
    const TextScale scale(ui, std::min(1.2F, ui.text_scale()));
    const float gap = ui.px(unit::gap);
    const auto count = static_cast<float>(page.fields.size());
    const float width = std::floor((bounds.width - gap * (count - 1)) / count);
    const Rect line = bounds.take_top(ui.px(unit::target));
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < page.fields.size(); ++i) {
        const Rect rect{line.left + static_cast<float>(i) * (width + gap), line.top, width,
                        line.height};
        if (chip(ui, rect,
                 {.id = page.fields[i].id,
                  .label = page.fields[i].label,
                  .selected = i == page.chosen})) {
            chosen = i;
        }
    }
    return chosen;
}

// How the whole will stand, or what is wrong with it.
void draw_result(Ui& ui, const Rect& bounds, const FieldPage& page) {
    const Theme& theme = ui.theme();
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    if (!page.problem.empty()) {
        TextBlockStyle style = strong_text_style(theme, unit::body);
        style.colour = theme.error;
        style.role = Role::status;
        icon_line(ui, bounds, Icon::warning, theme.error, page.problem, style);
        return;
    }
    TextBlockStyle style = quiet_text_style(theme, 30);
    style.vertical = Vertical::middle;
    style.personal = page.is_personal;
    draw_text(ui, bounds, page.whole, style);
}

}  // namespace

FieldPageAnswer draw_field_page(Ui& ui, Rect bounds, const FieldPage& page) {
    const bool portrait = ui.metrics().portrait();
    bounds = bounds.inset(margin_of(ui), ui.px(portrait ? 32 : 14));
    if (portrait) {
        draw_title(ui, bounds, page.title);
        bounds.take_top(ui.px(24));
        leave_upper_third(ui, bounds);
    }
    FieldPageAnswer answer;
    if (page.fields.size() > 1) {
        answer.chosen = draw_chips(ui, bounds, page);
        bounds.take_top(ui.px(12));
    }
    Rect line = bounds.take_top(ui.px(portrait ? 112 : 96));
    const ButtonStyle save{.id = "save",
                           .label = page.done.empty() ? ui.say(Sentence{"Save"}) : page.done,
                           .icon = Icon::check};
    const Rect save_rect = line.take_right(button_size(ui, save, line.width * 0.4F).width);
    line.take_right(ui.px(24));
    answer.is_cleared = text_field(ui, line,
                                   {.id = page.text_id,
                                    .label = page.fields.at(page.chosen).label,
                                    .text = page.text,
                                    .clear_label = ui.say(Sentence{"Erase all"})});
    answer.is_saved = button(ui, save_rect, save);
    bounds.take_top(ui.px(12));
    draw_result(ui, bounds, page);
    return answer;
}

WrittenAnswer draw_written_page(Ui& ui, Rect bounds, const FieldPage& page, const NoteKeys& keys,
                                std::size_t longest) {
    const Rect tray = bounds.take_bottom(note_keyboard_height(ui, keys));
    const FieldPageAnswer answer = draw_field_page(ui, bounds, page);
    const NoteKeysAnswer pressed = draw_note_keyboard(ui, tray, keys, page.text.empty());
    WrittenAnswer written;
    if (answer.chosen) {
        written.chosen = answer.chosen;
    } else if (answer.is_cleared) {
        written.typed = "";
    } else if (answer.is_saved) {
        written.is_saved = true;
    } else if (std::string typed = edit_line(ui, page.text, pressed.key, longest);
               typed != page.text) {
        written.typed = std::move(typed);
    } else if (pressed.keys != keys) {
        written.keys = pressed.keys;
    } else {
        written.is_saved = ui.pressed(KeyKind::enter);
    }
    return written;
}

}  // namespace stormote
