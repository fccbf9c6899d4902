#include "kiosk/ui/widgets/widgets.h"

#include <algorithm>
#include <cmath>

namespace stormote {

namespace {

constexpr float button_padding = 40;
constexpr float button_icon = 54;
constexpr float button_icon_gap = 24;
constexpr float button_words = 34;
constexpr float button_height = 112;
constexpr float chip_padding = 28;
constexpr float chip_icon = 36;
constexpr float chip_icon_gap = 16;
constexpr float chip_words = 26;
constexpr float edge = 3;

TextBlockStyle button_words_style(const ButtonStyle& style, Colour ink) {
    TextBlockStyle words;
    words.size = button_words;
    words.colour = ink;
    words.weight = Weight::bold;
    words.align = style.icon || style.align == Align::start ? Align::start : Align::centre;
    words.vertical = Vertical::middle;
    return words;
}

// What a button holds beside its words.
float button_extras(const Ui& ui, const ButtonStyle& style) {
    const float icon = style.icon ? ui.icon_px(button_icon) + ui.px(button_icon_gap) : 0;
    return ui.px(2 * button_padding + style.reserved) + icon;
}

struct ButtonColours {
    Colour ground;
    Colour ink;
    Colour edge;
};

ButtonColours button_colours(const Theme& theme, const ButtonStyle& style, bool pressed) {
    if (!style.enabled) return {theme.card, resting_colour(theme), resting_colour(theme)};
    switch (style.kind) {
        case ButtonKind::primary: {
            const Colour ground = pressed ? mix(theme.primary, theme.ink, 0.25F) : theme.primary;
            return {ground, theme.on_primary, ground};
        }
        case ButtonKind::warning:
            return {pressed ? theme.warning_ground : theme.card, theme.warning, theme.warning};
        case ButtonKind::danger:
            return {pressed ? theme.error_ground : theme.card, theme.error, theme.error};
        case ButtonKind::outlined:
            break;
    }
    return {pressed ? theme.primary_tint : theme.card, theme.primary, theme.primary};
}

}  // namespace

void focus_ring(Ui& ui, const Rect& rect, float radius) {
    const float away = ui.px(4);
    const float thickness = ui.px(5);
    const Rect ring = rect.inset(-away - thickness, -away - thickness);
    ui.painter().outline(ring, ui.theme().focus, thickness, radius + away + thickness);
}

Size button_size(Ui& ui, const ButtonStyle& style, float widest) {
    const float extras = button_extras(ui, style);
    const TextBlockStyle words = button_words_style(style, ui.theme().ink);
    const Size one_line = measure_text(ui, 0, style.label, words);
    Size size{std::min(widest, std::max(one_line.width + extras, ui.px(176))), 0};
    const Size wrapped = measure_text(ui, size.width - extras + 1, style.label, words);
    size.height = std::max(ui.px(button_height), wrapped.height + ui.px(40));
    return size;
}

bool button_holds(Ui& ui, Size size, const ButtonStyle& style) {
    if (size.height < ui.px(unit::target)) return false;
    const TextBlockStyle words = button_words_style(style, ui.theme().ink);
    const Size bounds{size.width - button_extras(ui, style) + 1, size.height - ui.px(16)};
    const FittedText fitted = fit_text(ui, bounds, style.label, words);
    return !fitted.shortened && fitted.style.size_px >= ui.metrics().text_px(words.size);
}

bool button(Ui& ui, const Rect& rect, const ButtonStyle& style) {
    const float radius = ui.px(unit::radius);
    const float right = ui.px(button_padding + style.reserved);
    const float left = button_extras(ui, style) - right;
    // Half a pixel lost in rounding must not break a line that was measured to fit.
    const Rect box{rect.left + left, rect.top, rect.width - left - right + 1, rect.height};
    TextBlockStyle words = button_words_style(style, ui.theme().ink);
    const FittedText fitted = fit_text(ui, {box.width, box.height - ui.px(16)}, style.label, words);
    const Touch touch = ui.interact({.id = style.id,
                                     .label = style.name.empty() ? style.label : style.name,
                                     .rect = rect,
                                     .role = Role::button,
                                     .enabled = style.enabled,
                                     .shortened = fitted.shortened,
                                     .wording = style.wording});
    const ButtonColours colours = button_colours(ui.theme(), style, touch.pressed);
    Painter& painter = ui.painter();
    painter.fill(rect, colours.ground, radius);
    painter.outline(rect, colours.edge, ui.px(edge), radius);
    if (style.icon) {
        const float side = ui.icon_px(button_icon);
        const Rect square{rect.left + ui.px(button_padding), rect.top + (rect.height - side) / 2,
                          side, side};
        painter.icon(square, *style.icon, colours.ink);
    }
    words.colour = colours.ink;
    paint_text(ui, box.inset(0, ui.px(8)), style.label, words);
    if (touch.focused) focus_ring(ui, rect, radius);
    return touch.acted;
}

Size chip_size(Ui& ui, const ChipStyle& style) {
    TextBlockStyle words;
    words.size = chip_words;
    const Size text = measure_text(ui, 0, style.label, words);
    const float icon = style.icon ? ui.icon_px(chip_icon) + ui.px(chip_icon_gap) : 0;
    return {std::max(ui.px(unit::target), text.width + ui.px(2 * chip_padding) + icon),
            std::max(ui.px(unit::target), text.height + ui.px(24))};
}

bool chip(Ui& ui, const Rect& rect, const ChipStyle& style) {
    const Theme& theme = ui.theme();
    TextBlockStyle words;
    words.size = chip_words;
    words.vertical = Vertical::middle;
    words.align = Align::centre;
    const float icon = style.icon ? ui.icon_px(chip_icon) + ui.px(chip_icon_gap) : 0;
    const float padding = ui.px(chip_padding);
    const Size natural = chip_size(ui, style);
    // In a chip wider than it need be, icon and words stay together in the middle.
    const float spare = style.icon ? std::floor(std::max(0.0F, rect.width - natural.width) / 2) : 0;
    const Rect box{rect.left + padding + icon + spare, rect.top,
                   rect.width - 2 * padding - icon - 2 * spare + 1, rect.height};
    const FittedText fitted = fit_text(ui, {box.width, box.height}, style.label, words);
    const Touch touch = ui.interact({.id = style.id,
                                     .label = style.name.empty() ? style.label : style.name,
                                     .rect = rect,
                                     .role = Role::chip,
                                     .enabled = style.enabled,
                                     .selected = style.selected,
                                     .shortened = fitted.shortened});
    const float radius = rect.height / 2;
    Painter& painter = ui.painter();
    const Colour ground = style.selected  ? theme.primary
                          : touch.pressed ? theme.primary_tint
                                          : theme.card;
    words.colour = !style.enabled   ? resting_colour(theme)
                   : style.selected ? theme.on_primary
                                    : theme.ink;
    painter.fill(rect, ground, radius);
    painter.outline(rect,
                    !style.enabled   ? resting_colour(theme)
                    : style.selected ? theme.primary
                                     : theme.outline,
                    ui.px(2), radius);
    if (style.icon) {
        const float side = ui.icon_px(chip_icon);
        painter.icon({box.left - icon, rect.top + (rect.height - side) / 2, side, side},
                     *style.icon, words.colour);
    }
    paint_text(ui, box, style.label, words);
    if (touch.focused) focus_ring(ui, rect, radius);
    return touch.acted;
}

bool text_field(Ui& ui, const Rect& rect, const FieldStyle& style) {
    const Theme& theme = ui.theme();
    const float radius = ui.px(unit::radius);
    const float padding = ui.px(40);
    Painter& painter = ui.painter();
    painter.fill(rect, theme.card, radius);
    painter.outline(rect, theme.primary, ui.px(4), radius);
    RecordedItem item;
    item.role = Role::field;
    item.label = style.label;
    if (!style.is_secret) item.value = style.text;
    item.personal = true;
    item.rect = rect;
    ui.record().add(item);

    bool cleared = false;
    Rect box = rect.inset(padding, ui.px(8));
    if (!style.text.empty()) {
        TextBlockStyle words;
        words.size = 26;
        words.colour = theme.ink_secondary;
        words.align = Align::centre;
        words.vertical = Vertical::middle;
        const float words_width = measure_text(ui, 0, style.clear_label, words).width;
        const float width = std::min(rect.width / 3, words_width + 2 * padding);
        const Rect clear{rect.right() - width, rect.top, width, rect.height};
        const Touch touch = ui.interact(
            {.id = "clear_text", .label = style.clear_label, .rect = clear, .role = Role::button});
        if (touch.pressed)
            painter.fill(clear.inset(ui.px(8), ui.px(8)), theme.primary_tint, radius);
        paint_text(ui, clear.inset(ui.px(16), 0), style.clear_label, words);
        if (touch.focused) focus_ring(ui, clear.inset(ui.px(16), ui.px(16)), radius);
        cleared = touch.acted;
        box.width = clear.left - box.left;
    }

    TextStyle text_style;
    // Enlarged only as far as the field is high.
    text_style.size_px = std::min(ui.metrics().text_px(52), std::floor(box.height / 1.45F));
    text_style.colour = theme.ink;
    text_style.weight = Weight::bold;
    const TextExtent extent = painter.measure(style.text.empty() ? "Å" : style.text, text_style);
    const float caret = style.text.empty() ? 0 : painter.caret_x(style.text, text_style);
    const float caret_height = std::round(text_style.size_px * 1.1F);
    // A text longer than the field shows its end, where one is typing.
    const float at_end = box.right() - extent.size.width - ui.px(16);
    const float left = ui.turned() ? at_end : std::min(box.left, at_end);
    // A caret stands beside the letters as they are, whatever language the screen is in.
    const Unturned unturned(painter.mirror(), box);
    const float top = rect.top + (rect.height - extent.size.height) / 2;
    painter.clip({box.left - ui.px(8), rect.top, box.width + ui.px(8), rect.height});
    if (!style.text.empty()) painter.text({left, top}, style.text, text_style);
    painter.fill({std::round(left + caret + ui.px(5)), rect.centre().y - caret_height / 2, ui.px(4),
                  caret_height},
                 theme.primary);
    painter.end_clip();
    return cleared;
}

void card(Ui& ui, const Rect& rect) {
    const float radius = ui.px(28);
    ui.painter().fill(rect, ui.theme().card, radius);
    ui.painter().outline(rect, ui.theme().hairline, ui.px(2), radius);
}

void badge(Ui& ui, Point centre, float radius, Icon icon, Colour shape, Colour ground) {
    ui.painter().disc(centre, radius, ground);
    // A pale badge needs an edge; a full one is its own.
    if (contrast_ratio(ground, ui.theme().surface) < 3) {
        ui.painter().circle(centre, radius, shape, ui.px(4));
    }
    const float side = std::round(radius * 1.15F);
    ui.painter().icon({centre.x - side / 2, centre.y - side / 2, side, side}, icon, shape);
}

void countdown_ring(Ui& ui, Point centre, float radius, float share, int seconds, Colour ink,
                    Colour ground) {
    const Colour accent = ui.theme().accent;
    const Colour moving = contrast_ratio(accent, ground) >= 3 ? accent : ink;
    const float thickness = std::round(radius * 0.22F);
    ui.painter().circle(centre, radius, mix(ground, ink, 0.35F), thickness);
    ui.painter().arc(centre, radius, moving, thickness, share);
    TextStyle text_style;
    text_style.size_px = std::round(radius * 0.9F);
    text_style.weight = Weight::bold;
    text_style.colour = ink;
    const std::string words = std::to_string(seconds);
    const TextExtent extent = ui.painter().measure(words, text_style);
    ui.painter().text({centre.x - extent.size.width / 2, centre.y - extent.size.height / 2}, words,
                      text_style);
}

float icon_line_height(Ui& ui, float width, std::string_view text, const TextBlockStyle& style) {
    return std::max(ui.icon_px(48), measure_text(ui, width - ui.icon_px(64), text, style).height);
}

void icon_line(Ui& ui, const Rect& rect, Icon icon, Colour icon_colour, std::string_view text,
               const TextBlockStyle& style) {
    const float side = ui.icon_px(44);
    ui.painter().icon({rect.left, rect.top + (rect.height - side) / 2, side, side}, icon,
                      icon_colour);
    TextBlockStyle words = style;
    words.vertical = Vertical::middle;
    draw_text(ui, {rect.left + ui.icon_px(64), rect.top, rect.width - ui.icon_px(64), rect.height},
              text, words);
}

}  // namespace stormote
