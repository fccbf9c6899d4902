#include "kiosk/ui/screens/check_in/farewell.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/screens/common/page_title.h"
#include "kiosk/ui/widgets/card_grid.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/keyboard.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float padding = 48;
constexpr float badge_radius = 64;
constexpr float arrow_side = 56;
constexpr float tallest_card = 400;

struct Way {
    std::string_view id;
    Icon icon;
    std::string title;
    std::string sentence;
    bool is_primary = false;
};

std::array<Way, 2> ways_of(const Ui& ui, const FarewellView& view) {
    const std::string what_to_tell =
        view.question_count == 0
            ? ui.say(Sentence{"Write a comment, or ask to be contacted."})
            : ui.texts().get_plural(Sentence{"Answer {} question"}, Sentence{"Answer {} questions"},
                                    view.question_count) +
                  ". " + ui.say(Sentence{"Nobody sees who answered."});
    return {
        Way{"way_out", Icon::lines, ui.say(Sentence{"Tell us what you think"}), what_to_tell, true},
        Way{"check_out", Icon::exit, ui.say(Sentence{"Check out"}),
            ui.say(Sentence{"Hold up your ticket, or type your name."})}};
}

// Where the mark, the arrow and the words of a card stand: the words below the mark where there is
// room for that, and beside it where there is not.
struct Parts {
    Point mark;
    Rect arrow;
    Rect words;
};

Parts parts_of(const Ui& ui, const Rect& rect) {
    Rect inside = rect.inset(ui.px(padding), ui.px(32));
    const float radius = ui.px(badge_radius);
    const float side = ui.px(arrow_side);
    Parts parts;
    if (rect.height >= ui.px(tallest_card)) {
        const Rect top = inside.take_top(2 * radius);
        parts.mark = {top.left + radius, top.centre().y};
        parts.arrow = {top.right() - side, top.centre().y - side / 2, side, side};
        inside.take_top(ui.px(16));
    } else {
        const Rect left = inside.take_left(2 * radius);
        parts.mark = {left.left + radius, left.centre().y};
        const Rect right = inside.take_right(side);
        parts.arrow = {right.left, right.centre().y - side / 2, side, side};
        inside.take_left(ui.px(32));
        inside.take_right(ui.px(16));
    }
    parts.words = inside;
    return parts;
}

TextBlockStyle title_style(const Theme& theme, bool is_primary, float squeeze) {
    TextBlockStyle style = strong_text_style(theme, std::max(40.0F, 64 * squeeze));
    style.colour = is_primary ? theme.on_primary : theme.primary;
    return style;
}

TextBlockStyle sentence_style(const Theme& theme, bool is_primary) {
    TextBlockStyle style = quiet_text_style(theme, unit::lead);
    if (is_primary) style.colour = theme.on_primary;
    return style;
}

// The words of a target are its label: painted, but not written down a second time.
Column words_column(Ui& ui, Size bounds, const Way& way) {
    return fit_column(ui, bounds, [&](Column& column) {
        const auto paint = [&](const std::string& words, const TextBlockStyle& style) {
            column.block(
                measure_text(ui, column.width(), words, style).height,
                [&ui, words, style](const Rect& rect) { paint_text(ui, rect, words, style); });
        };
        paint(way.title, title_style(ui.theme(), way.is_primary, column.squeeze()));
        column.gap(8);
        paint(way.sentence, sentence_style(ui.theme(), way.is_primary));
    });
}

// `height` is that of the words of the other way, where they are higher: the titles stand in one
// line.
bool draw_way(Ui& ui, const Rect& rect, const Way& way, float height) {
    const Theme& theme = ui.theme();
    const float radius = ui.px(36);
    const Touch touch =
        ui.interact({.id = way.id, .label = way.title + ". " + way.sentence, .rect = rect});
    const Colour ground = way.is_primary ? theme.primary : theme.card;
    ui.painter().fill(rect, touch.pressed ? mix(ground, theme.primary_tint, 0.25F) : ground,
                      radius);
    ui.painter().outline(rect, theme.primary, ui.px(4), radius);
    const Parts parts = parts_of(ui, rect);
    const Colour shape = way.is_primary ? theme.on_primary : theme.primary;
    badge(ui, parts.mark, ui.px(badge_radius), way.icon, shape,
          way.is_primary ? mix(theme.primary, theme.on_primary, 0.15F) : theme.primary_tint);
    ui.painter().icon(parts.arrow, Icon::forward, shape);
    const Column column = words_column(ui, {parts.words.width, parts.words.height}, way);
    const bool is_below = parts.words.top > parts.mark.y;
    const float spare = parts.words.height - std::max(column.height(), height);
    column.draw({parts.words.left, parts.words.top + std::round(is_below ? spare : spare / 2)});
    if (touch.focused) focus_ring(ui, rect, radius);
    return touch.acted;
}

float highest_words(Ui& ui, const Size& card, const std::array<Way, 2>& ways) {
    float highest = 0;
    for (const Way& way : ways) {
        const Rect words = parts_of(ui, {0, 0, card.width, card.height}).words;
        highest = std::max(highest, words_column(ui, {words.width, words.height}, way).height());
    }
    return highest;
}

std::optional<FarewellIntent> draw_ways(Ui& ui, const Rect& bounds, const FarewellView& view) {
    const CardGrid grid(bounds.width, ui.metrics().portrait() ? 1 : 2, ui.px(32));
    const auto ways = ways_of(ui, view);
    const float height = std::min(ui.px(tallest_card), grid.share_of(bounds.height, ways.size()));
    // One size of letters for both.
    float text_scale = ui.text_scale();
    for (const Way& way : ways) {
        const Rect words = parts_of(ui, {0, 0, grid.width(), height}).words;
        text_scale =
            std::min(text_scale, words_column(ui, {words.width, words.height}, way).text_scale());
    }
    const TextScale scale(ui, text_scale);
    const float words = highest_words(ui, {grid.width(), height}, ways);
    const Point corner{bounds.left, bounds.top};
    std::optional<FarewellIntent> intent;
    if (draw_way(ui, grid.place(corner, height, 0), ways[0], words)) intent = OpenWayOut{};
    if (draw_way(ui, grid.place(corner, height, 1), ways[1], words)) intent = CheckOut{};
    return intent;
}

// For those few who come just now: quieter, and one step away.
bool draw_foot(Ui& ui, Rect& bounds) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    const ChipStyle style{
        .id = "arrive_late", .label = ui.say(Sentence{"Check in"}), .icon = Icon::person_plus};
    const Size size = chip_size(ui, style);
    const float gap = ui.px(32);
    const std::string words = ui.say(Sentence{"Just arriving? You are welcome in."});
    const TextBlockStyle quiet = quiet_text_style(ui.theme(), unit::body);
    const float room = bounds.width - size.width - gap;
    // As wide as on one line, where that fits.
    const float width =
        std::min(room, std::ceil(measure_text(ui, room, words, quiet).width + ui.icon_px(64)) + 1);
    const float height = std::max(size.height, icon_line_height(ui, width, words, quiet));
    Rect line = bounds.take_bottom(height);
    icon_line(ui, line.take_left(width), Icon::clock, ui.theme().ink_secondary, words, quiet);
    line.take_left(gap);
    return chip(ui, {line.left, line.centre().y - size.height / 2, size.width, size.height}, style);
}

void draw_head(Ui& ui, Rect& bounds) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    TextBlockStyle title = strong_text_style(ui.theme(), 88);
    title.role = Role::heading;
    const std::string thanks = ui.say(Sentence{"Thank you for this evening!"});
    draw_text(ui, bounds.take_top(measure_text(ui, bounds.width, thanks, title).height), thanks,
              title);
    draw_page_lead(ui, bounds, ui.say(Sentence{"Two things before you go, if you like."}));
}

}  // namespace

std::optional<FarewellIntent> draw_farewell(Ui& ui, const FarewellView& view) {
    ui.begin_screen("farewell");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::clock);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(40));
    draw_head(ui, bounds);
    bounds.take_top(ui.px(32));
    leave_upper_third(ui, bounds);
    // Laid out from below, read from above.
    const std::size_t first = ui.record().mark();
    const bool arrives = !view.is_over && draw_foot(ui, bounds);
    const std::size_t end = ui.record().mark();
    if (!view.is_over) bounds.take_bottom(ui.px(40));
    const auto intent = draw_ways(ui, bounds, view);
    ui.record().put_behind(first, end);
    if (intent) return intent;
    if (arrives) return ArriveLate{};
    if (frame.intent) return *frame.intent;
    // Whoever finds a real keyboard just types.
    const std::string typed = edit_text(ui, "", std::nullopt, longest_typed_name);
    if (!typed.empty()) return CheckOut{typed};
    return std::nullopt;
}

}  // namespace stormote
