#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float padding = 32;
constexpr float disc_radius = 36;
constexpr float check_side = 44;

// Narrow cards do without the check mark, and the narrowest without the initials.
struct Parts {
    Rect disc;
    Rect words;
    Rect check;
};

Parts parts_of(const Ui& ui, const Rect& rect) {
    Parts parts;
    Rect bounds = rect.inset(ui.px(padding), ui.px(6));
    if (bounds.width > ui.px(330)) {
        parts.disc = bounds.take_left(ui.px(2 * disc_radius));
        bounds.take_left(ui.px(28));
    }
    if (bounds.width > ui.px(480)) {
        parts.check = bounds.take_right(ui.px(check_side));
        bounds.take_right(ui.px(16));
    }
    parts.words = bounds;
    return parts;
}

}  // namespace

float search_result_height(Ui& ui, float width, const SearchResultStyle& style) {
    const Parts parts = parts_of(ui, {0, 0, width, 0});
    float height =
        measure_text(ui, parts.words.width, style.name, strong_text_style(ui.theme(), 34)).height;
    if (!style.organisation.empty()) {
        height +=
            measure_text(ui, parts.words.width, style.organisation, quiet_text_style(ui.theme()))
                .height;
    }
    return height + ui.px(16);
}

bool search_result_card(Ui& ui, const Rect& rect, const SearchResultStyle& style) {
    const Theme& theme = ui.theme();
    Painter& painter = ui.painter();
    const float radius = ui.px(unit::radius);
    const Parts parts = parts_of(ui, rect);
    const TextBlockStyle name = strong_text_style(theme, 34);
    const TextBlockStyle organisation = quiet_text_style(theme);

    // The organisation gives way first: the name is what one looks for.
    const Size bounds{parts.words.width, parts.words.height};
    float organisation_height = 0;
    if (!style.organisation.empty()) {
        const float line = std::round(ui.px(unit::label) * 1.4F);
        organisation_height =
            std::clamp(bounds.height - measure_text(ui, bounds.width, style.name, name).height,
                       line, std::max(line, bounds.height * 0.6F));
    }
    const Size name_bounds{bounds.width, bounds.height - organisation_height};
    const FittedText name_words = fit_text(ui, name_bounds, style.name, name);
    FittedText organisation_words;
    if (!style.organisation.empty()) {
        const Size rest{bounds.width, bounds.height - name_words.extent.size.height};
        organisation_words = fit_text(ui, rest, style.organisation, organisation);
    }

    const std::string label =
        style.organisation.empty() ? style.name : style.name + ", " + style.organisation;
    const Touch touch =
        ui.interact({.id = style.id,
                     .label = label,
                     .rect = rect,
                     .role = Role::hit,
                     .selected = style.selected,
                     .shortened = name_words.shortened || organisation_words.shortened,
                     .personal = true});
    const bool marked = touch.pressed || style.selected;
    painter.fill(rect, marked ? theme.primary_tint : theme.card, radius);
    painter.outline(rect, marked ? theme.primary : theme.outline, ui.px(marked ? 4 : 2), radius);
    if (parts.disc.width > 0) {
        const TextScale scale(ui, 1);
        const Point centre = parts.disc.centre();
        painter.disc(centre, ui.px(disc_radius), theme.primary);
        const float side = ui.px(2 * disc_radius - 12);
        TextBlockStyle initials;
        initials.size = 28;
        initials.weight = Weight::bold;
        initials.colour = theme.on_primary;
        initials.align = Align::centre;
        initials.vertical = Vertical::middle;
        paint_text(ui, {centre.x - side / 2, centre.y - side / 2, side, side},
                   initials_of(style.name), initials);
    }
    if (parts.check.width > 0) {
        const float side = parts.check.width;
        painter.icon(parts.check.middle({side, side}), Icon::check, theme.primary);
    }
    const float height = name_words.extent.size.height + organisation_words.extent.size.height;
    const float top = rect.top + (rect.height - height) / 2;
    painter.text({parts.words.left, top}, style.name, name_words.style);
    if (!style.organisation.empty()) {
        painter.text({parts.words.left, top + name_words.extent.size.height}, style.organisation,
                     organisation_words.style);
    }
    if (touch.focused) focus_ring(ui, rect, radius);
    return touch.acted;
}

}  // namespace stormote
