#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float padding = 32;
constexpr float check_side = 44;

// Narrow cards do without the check mark.
struct Parts {
    Rect words;
    Rect check;
};

Parts parts_of(const Ui& ui, const Rect& rect) {
    Parts parts;
    parts.words = rect.inset(ui.px(padding), ui.px(6));
    if (parts.words.width > ui.px(380)) {
        parts.check = parts.words.take_right(ui.px(check_side));
        parts.words.take_right(ui.px(16));
    }
    return parts;
}

}  // namespace

float search_result_height(Ui& ui, float width, const SearchResultStyle& style) {
    const Parts parts = parts_of(ui, {0, 0, width, 0});
    const TextBlockStyle name = strong_text_style(ui.theme(), 34);
    return measure_text(ui, parts.words.width, style.name, name).height + ui.px(16);
}

bool search_result_card(Ui& ui, const Rect& rect, const SearchResultStyle& style) {
    const Theme& theme = ui.theme();
    Painter& painter = ui.painter();
    const float radius = ui.px(unit::radius);
    const Parts parts = parts_of(ui, rect);
    const FittedText words = fit_text(ui, {parts.words.width, parts.words.height}, style.name,
                                      strong_text_style(theme, 34));
    const Touch touch = ui.interact({.id = style.id,
                                     .label = style.name,
                                     .rect = rect,
                                     .role = Role::hit,
                                     .shortened = words.shortened,
                                     .personal = true});
    painter.fill(rect, touch.pressed ? theme.primary_tint : theme.card, radius);
    painter.outline(rect, touch.pressed ? theme.primary : theme.outline,
                    ui.px(touch.pressed ? 4 : 2), radius);
    if (parts.check.width > 0) {
        const float side = parts.check.width;
        painter.icon(parts.check.middle({side, side}), Icon::check, theme.primary);
    }
    const float top = rect.top + (rect.height - words.extent.size.height) / 2;
    painter.text({parts.words.left, top}, style.name, words.style);
    if (touch.focused) focus_ring(ui, rect, radius);
    return touch.acted;
}

}  // namespace stormote
