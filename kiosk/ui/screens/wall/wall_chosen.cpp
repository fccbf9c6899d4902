#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/ui/screens/wall/wall_parts.h"

namespace stormote {

namespace {

constexpr float figures_width = 500;
constexpr float largest_title = 104;
constexpr float largest_chosen = 72;
constexpr float number_side = 124;
constexpr float card_gap = 24;
constexpr float lowest_card = 200;
constexpr float card_padding = 24;

// How the evening was, below each other, or two beside each other at the foot of a tall screen.
void draw_figures(Ui& ui, Rect& screen, const WallView& view) {
    if (view.figures.empty()) return;
    const WallGround ground = wall_ground(ui.theme());
    const bool is_tall = ui.metrics().portrait();
    const std::size_t columns = is_tall ? 2 : 1;
    const std::size_t rows = (view.figures.size() + columns - 1) / columns;
    TextBlockStyle heading = strong_text_style(ui.theme(), wall_text);
    heading.colour = ground.ink;
    TextBlockStyle number = heading;
    number.size = 100;
    TextBlockStyle label = heading;
    label.size = wall_least;
    label.weight = Weight::regular;
    const std::string words = ui.say(Sentence{"Tonight"});
    const float tallest =
        measure_text(ui, 0, "0", number).height + measure_text(ui, 0, "Ag", label).height;
    const float head = measure_text(ui, 0, words, heading).height;
    const float padding = ui.px(44);
    const Rect panel = is_tall
                           ? screen.take_bottom(head + ui.px(48) + 2 * padding +
                                                static_cast<float>(rows) * (tallest + ui.px(24)))
                           : screen.take_right(ui.px(figures_width));
    ui.painter().fill(panel, ground.ground);
    ui.painter().fill({panel.left, panel.top, is_tall ? panel.width : ui.px(2),
                       is_tall ? ui.px(2) : panel.height},
                      ui.theme().hairline);
    Rect inside = panel.inset(is_tall ? ui.px(wall_margin) : padding, padding);
    draw_text(ui, inside.take_top(head), words, heading);
    inside.take_top(ui.px(16));
    const float height = std::min(inside.height / static_cast<float>(rows), tallest + ui.px(56));
    const float width = inside.width / static_cast<float>(columns);
    for (std::size_t i = 0; i < view.figures.size(); ++i) {
        Rect box{inside.left + static_cast<float>(i % columns) * width,
                 inside.top + static_cast<float>(i / columns) * height, width, height};
        const WallFigure& figure = view.figures[i];
        draw_text(ui, box.take_top(measure_text(ui, 0, "0", number).height), figure.number, number);
        draw_text(ui, box.take_top(measure_text(ui, 0, "Ag", label).height), figure.label, label);
    }
}

void draw_number(Ui& ui, const Rect& square, std::size_t number) {
    ui.painter().fill(square, ui.theme().primary, ui.px(unit::radius));
    TextBlockStyle style = strong_text_style(ui.theme(), 84);
    style.colour = ui.theme().on_primary;
    style.align = Align::centre;
    style.vertical = Vertical::middle;
    draw_text(ui, square, std::to_string(number), style);
}

// The cards share the room; none is higher than its words need.
void draw_list(Ui& ui, Rect bounds, const WallView& view) {
    const auto count = static_cast<float>(view.proposals.size());
    const float gap = ui.px(card_gap);
    const float share = (bounds.height - gap * (count - 1)) / count;
    const float side = std::min(ui.px(number_side), share - ui.px(2 * card_padding));
    TextBlockStyle style = strong_text_style(ui.theme(), largest_chosen);
    style.wording = Wording::event;
    style.vertical = Vertical::middle;
    std::size_t number = 0;
    for (const WallProposal& proposal : view.proposals) {
        const float width = bounds.width - ui.px(3 * 40) - side;
        const float words = measure_text(ui, width, proposal.text, style).height;
        const float height =
            std::min(share, std::max(ui.px(lowest_card), words + ui.px(2 * card_padding)));
        const Rect card = bounds.take_top(height);
        bounds.take_top(gap);
        ui.painter().fill(card, ui.theme().card, ui.px(unit::radius));
        ui.painter().outline(card, ui.theme().hairline, ui.px(2), ui.px(unit::radius));
        Rect inside = card.inset(ui.px(40), ui.px(card_padding));
        draw_number(ui, inside.take_left(side).middle({side, side}), ++number);
        inside.take_left(ui.px(40));
        draw_wall_text(ui, inside, proposal.text, style, largest_chosen);
    }
}

}  // namespace

void draw_wall_chosen(Ui& ui, const WallView& view) {
    Rect screen = ui.screen_rect();
    draw_figures(ui, screen, view);
    Rect bounds = screen.inset(ui.px(wall_margin), ui.px(64));
    TextBlockStyle title = strong_text_style(ui.theme(), largest_title);
    title.role = Role::heading;
    title = fit_wall_text(ui, {bounds.width, ui.px(280)}, view.title, title, largest_title);
    draw_text(ui, bounds.take_top(measure_text(ui, bounds.width, view.title, title).height),
              view.title, title);
    if (!view.detail.empty()) {
        TextBlockStyle detail = quiet_text_style(ui.theme(), wall_least);
        detail.wording = Wording::event;
        bounds.take_top(ui.px(8));
        const float height = measure_text(ui, bounds.width, view.detail, detail).height;
        draw_wall_text(ui, bounds.take_top(std::min(height, bounds.height / 4)), view.detail,
                       detail, wall_least);
    }
    bounds.take_top(ui.px(40));
    if (view.proposals.empty()) return;
    if (view.are_chosen) {
        draw_list(ui, bounds, view);
    } else {
        draw_wall_proposals(ui, bounds, view);
    }
}

}  // namespace stormote
