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
    Rect room = rect.inset(ui.px(padding), ui.px(6));
    if (room.width > ui.px(330)) {
        parts.disc = room.take_left(ui.px(2 * disc_radius));
        room.take_left(ui.px(28));
    }
    if (room.width > ui.px(480)) {
        parts.check = room.take_right(ui.px(check_side));
        room.take_right(ui.px(16));
    }
    parts.words = room;
    return parts;
}

}  // namespace

float hit_height(Ui& ui, float width, const HitLook& look) {
    const Parts parts = parts_of(ui, {0, 0, width, 0});
    float height =
        measure_words(ui, parts.words.width, look.name, strong_words(ui.theme(), 34)).height;
    if (!look.organisation.empty()) {
        height +=
            measure_words(ui, parts.words.width, look.organisation, quiet_words(ui.theme())).height;
    }
    return height + ui.px(16);
}

bool hit_card(Ui& ui, const Rect& rect, const HitLook& look) {
    const Theme& theme = ui.theme();
    Painter& painter = ui.painter();
    const float radius = ui.px(unit::radius);
    const Parts parts = parts_of(ui, rect);
    const WordsLook name = strong_words(theme, 34);
    const WordsLook organisation = quiet_words(theme);

    // The organisation gives way first: the name is what one looks for.
    const Size room{parts.words.width, parts.words.height};
    float organisation_height = 0;
    if (!look.organisation.empty()) {
        const float line = std::round(ui.px(unit::label) * 1.4F);
        organisation_height =
            std::clamp(room.height - measure_words(ui, room.width, look.name, name).height, line,
                       std::max(line, room.height * 0.6F));
    }
    const Size name_room{room.width, room.height - organisation_height};
    const FittedWords name_words = fit_words(ui, name_room, look.name, name);
    FittedWords organisation_words;
    if (!look.organisation.empty()) {
        const Size rest{room.width, room.height - name_words.extent.size.height};
        organisation_words = fit_words(ui, rest, look.organisation, organisation);
    }

    const std::string label =
        look.organisation.empty() ? look.name : look.name + ", " + look.organisation;
    const Touch touch =
        ui.interact({.id = look.id,
                     .label = label,
                     .rect = rect,
                     .role = Role::hit,
                     .selected = look.selected,
                     .shortened = name_words.shortened || organisation_words.shortened,
                     .personal = true});
    const bool marked = touch.pressed || look.selected;
    painter.fill(rect, marked ? theme.primary_tint : theme.card, radius);
    painter.outline(rect, marked ? theme.primary : theme.outline, ui.px(marked ? 4 : 2), radius);
    if (parts.disc.width > 0) {
        const TextScale scale(ui, 1);
        const Point centre = parts.disc.centre();
        painter.disc(centre, ui.px(disc_radius), theme.primary);
        const float side = ui.px(2 * disc_radius - 12);
        WordsLook initials;
        initials.size = 28;
        initials.weight = Weight::bold;
        initials.colour = theme.on_primary;
        initials.align = Align::centre;
        initials.vertical = Vertical::middle;
        paint_words(ui, {centre.x - side / 2, centre.y - side / 2, side, side},
                    initials_of(look.name), initials);
    }
    if (parts.check.width > 0) {
        const float side = parts.check.width;
        painter.icon(parts.check.middle({side, side}), Icon::check, theme.primary);
    }
    const float height = name_words.extent.size.height + organisation_words.extent.size.height;
    const float top = rect.top + (rect.height - height) / 2;
    painter.text({parts.words.left, top}, look.name, name_words.style);
    if (!look.organisation.empty()) {
        painter.text({parts.words.left, top + name_words.extent.size.height}, look.organisation,
                     organisation_words.style);
    }
    if (touch.focused) focus_ring(ui, rect, radius);
    return touch.acted;
}

}  // namespace stormote
