#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/board/board_parts.h"

namespace stormote {

namespace {

constexpr float mark_side = 28;
constexpr float card_padding = 10;
constexpr float mark_gap = 8;

TextBlockStyle card_name(const Theme& theme) {
    return strong_text_style(theme, unit::label);
}

TextBlockStyle card_words(const Theme& theme) {
    return quiet_text_style(theme, unit::label);
}

// Marks stand at both sides of the words, below each other.
float words_width(const Ui& ui, float width) {
    return width - 2 * ui.px(card_padding) - 2 * ui.icon_px(mark_side) - 2 * ui.px(mark_gap);
}

struct CardWords {
    float name = 0;
    float organisation = 0;
};

CardWords measure_card(Ui& ui, float width, const BoardCard& card) {
    const float words = words_width(ui, width);
    CardWords height;
    height.name = measure_text(ui, words, card.name, card_name(ui.theme())).height;
    if (!card.organisation.empty()) {
        height.organisation =
            measure_text(ui, words, card.organisation, card_words(ui.theme())).height;
    }
    return height;
}

Icon sector_icon(std::size_t sector) {
    const auto first = static_cast<std::size_t>(Icon::mark_disc);
    return static_cast<Icon>(first + std::min(sector, sector_mark_count - 1));
}

}  // namespace

Sentence role_sentence(AttendeeRole role) {
    switch (role) {
        case AttendeeRole::elected:
            return {"Elected representative"};
        case AttendeeRole::official:
            return {"Municipal official"};
        case AttendeeRole::civil:
            break;
    }
    return {"Civil society"};
}

void draw_sector_mark(Ui& ui, const Rect& square, std::size_t sector) {
    const auto& kinds = ui.theme().kinds;
    ui.painter().icon(square, sector_icon(sector),
                      kinds[std::min(sector, sector_mark_count - 1) % kinds.size()]);
}

void draw_role_mark(Ui& ui, const Rect& square, AttendeeRole role) {
    const Icon icon = role == AttendeeRole::elected    ? Icon::ballot
                      : role == AttendeeRole::official ? Icon::building
                                                       : Icon::people;
    ui.painter().icon(square, icon, ui.theme().ink);
}

void draw_here_mark(Ui& ui, const Rect& square, bool is_here) {
    const Theme& theme = ui.theme();
    const float radius = square.width / 2;
    if (!is_here) {
        ui.painter().circle(square.centre(), radius, theme.outline, ui.px(3));
        return;
    }
    ui.painter().disc(square.centre(), radius, theme.success);
    const float side = std::round(square.width * 0.7F);
    ui.painter().icon(square.middle({side, side}), Icon::check, theme.card);
}

float card_height(Ui& ui, float width, const BoardCard& card) {
    const CardWords words = measure_card(ui, width, card);
    const float marks = 2 * ui.icon_px(mark_side) + ui.px(6);
    return std::max(
        {ui.px(unit::target), words.name + words.organisation + ui.px(20), marks + ui.px(20)});
}

void paint_card(Ui& ui, const Rect& rect, const BoardCard& card, const CardStyle& style) {
    const Theme& theme = ui.theme();
    Painter& painter = ui.painter();
    const float radius = ui.px(18);
    const bool is_marked = style.is_chosen || style.is_lifted;
    if (style.is_gone) {
        painter.outline(rect, theme.outline, ui.px(2), radius);
        return;
    }
    painter.fill(rect, is_marked ? theme.primary_tint : theme.card, radius);
    painter.outline(rect, is_marked ? theme.primary : theme.outline, ui.px(is_marked ? 4 : 2),
                    radius);
    const float side = ui.icon_px(mark_side);
    const float left = rect.left + ui.px(card_padding);
    const float right = rect.right() - ui.px(card_padding) - side;
    const float upper = std::round(rect.centre().y - side - ui.px(3));
    const float lower = std::round(rect.centre().y + ui.px(3));
    if (card.sector) draw_sector_mark(ui, {left, upper, side, side}, *card.sector);
    const float role = card.sector ? lower : std::round(rect.centre().y - side / 2);
    draw_role_mark(ui, {left, role, side, side}, card.role);
    const float here = card.is_locked ? upper : std::round(rect.centre().y - side / 2);
    draw_here_mark(ui, {right, here, side, side}, card.is_here);
    if (card.is_locked) painter.icon({right, lower, side, side}, Icon::lock, theme.ink);
    const CardWords words = measure_card(ui, rect.width, card);
    const float top = rect.top + std::round((rect.height - words.name - words.organisation) / 2);
    const Rect name{left + side + ui.px(mark_gap), top, words_width(ui, rect.width), words.name};
    paint_text(ui, name, card.name, card_name(theme));
    if (words.organisation == 0) return;
    paint_text(ui, {name.left, name.bottom(), name.width, words.organisation}, card.organisation,
               card_words(theme));
}

std::string card_label(const Ui& ui, const BoardView& view, const BoardCard& card) {
    std::string label = card.name;
    const auto add = [&label](const std::string& words) {
        if (!words.empty()) label += ", " + words;
    };
    add(card.organisation);
    if (card.sector && *card.sector < view.sectors().size()) add(view.sectors()[*card.sector]);
    add(ui.say(role_sentence(card.role)));
    add(card.is_here ? ui.say(Sentence{"is here"}) : ui.say(Sentence{"has not come"}));
    if (card.is_locked) add(ui.say(Sentence{"place is locked"}));
    return label;
}

}  // namespace stormote
