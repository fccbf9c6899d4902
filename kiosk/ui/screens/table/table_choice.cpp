#include "kiosk/ui/screens/table/table_choice.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/widgets/card_grid.h"

namespace stormote {

namespace {

constexpr float number_side = 112;
constexpr float narrowest_card = 400;
constexpr float padding = 16;
constexpr float gap = 24;

std::string name_of(const Ui& ui, const TableCard& table) {
    return table.name.empty() ? ui.say(Sentence{"Group {}"}, table.number) : table.name;
}

std::string people_of(const Ui& ui, const TableCard& table) {
    if (!table.is_closed) return ui.say(Sentence{"{} of {} here"}, table.here, table.all);
    if (table.all == 0) return ui.say(Sentence{"Closed"});
    return ui.say(Sentence{"Closed, {} of {} here"}, table.here, table.all);
}

class Grid {
  public:
    Grid(Ui& ui, float width, const std::vector<TableCard>& tables)
        : cards_(width, columns_in(ui, width), ui.px(gap)) {
        const float words = cards_.width() - ui.px(number_side + 24 + 2 * padding);
        for (const TableCard& table : tables) {
            float height =
                measure_text(ui, words, name_of(ui, table), strong_text_style({}, 32)).height;
            height += measure_text(ui, words, people_of(ui, table), quiet_text_style({})).height;
            height_ = std::max({height_, height, ui.px(number_side)});
        }
        height_ += ui.px(2 * padding);
        whole_ = cards_.height_for(tables.size(), height_);
    }

    [[nodiscard]] float height() const { return whole_; }
    [[nodiscard]] Rect place(Point corner, std::size_t index) const {
        return cards_.place(corner, height_, index);
    }

  private:
    static std::size_t columns_in(const Ui& ui, float width) {
        const float narrowest = ui.px(narrowest_card) * std::min(1.6F, ui.text_scale());
        const float fitting = (width + ui.px(gap)) / (narrowest + ui.px(gap));
        return static_cast<std::size_t>(std::max(1.0F, fitting));
    }

    CardGrid cards_;
    float height_ = 0;
    float whole_ = 0;
};

bool draw_card(Ui& ui, const Rect& rect, const Rect& touchable, const TableCard& table) {
    const Theme& theme = ui.theme();
    const std::string id = "table_" + std::to_string(table.number);
    Touch touch;
    if (touchable.height > 0) {
        touch = ui.interact({.id = id,
                             .label = std::to_string(table.number) + " " + name_of(ui, table),
                             .rect = touchable,
                             .role = Role::hit});
    }
    const float radius = ui.px(28);
    Painter& painter = ui.painter();
    painter.fill(rect, touch.pressed ? theme.primary_tint : theme.card, radius);
    painter.outline(rect, touch.pressed ? theme.primary : theme.outline,
                    ui.px(touch.pressed ? 4 : 2), radius);
    Rect inside = rect.inset(ui.px(padding), ui.px(padding));
    const float side = ui.px(number_side);
    const Rect square = inside.take_left(side).middle({side, side});
    painter.fill(square, theme.primary, ui.px(unit::radius));
    {
        const TextScale scale(ui, 1);
        TextBlockStyle number;
        number.size = 60;
        number.weight = Weight::bold;
        number.colour = theme.on_primary;
        number.align = Align::centre;
        number.vertical = Vertical::middle;
        paint_text(ui, square.inset(ui.px(4), 0), std::to_string(table.number), number);
    }
    inside.take_left(ui.px(24));
    const TextBlockStyle strong = strong_text_style(theme, 32);
    const TextBlockStyle quiet = quiet_text_style(theme);
    const std::string name = name_of(ui, table);
    const std::string people = people_of(ui, table);
    const float upper = measure_text(ui, inside.width, name, strong).height;
    const float lower = measure_text(ui, inside.width, people, quiet).height;
    inside.take_top(std::round((inside.height - upper - lower) / 2));
    paint_text(ui, inside.take_top(upper), name, strong);
    paint_text(ui, inside.take_top(lower), people, quiet);
    if (touch.focused) focus_ring(ui, touchable, radius);
    return touch.acted;
}

void draw_title(Ui& ui, Rect& bounds, const TableChoiceView& view) {
    const Theme& theme = ui.theme();
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    TextBlockStyle title;
    title.size = 48;
    title.weight = Weight::bold;
    title.colour = theme.ink;
    title.role = Role::heading;
    const std::string question = ui.say(Sentence{"Which table do you lead?"});
    draw_text(ui, bounds.take_top(measure_text(ui, bounds.width, question, title).height), question,
              title);
    TextBlockStyle lead;
    lead.size = unit::lead;
    lead.colour = theme.ink_secondary;
    const std::string words = ui.say(
        Sentence{"Tap the number of the table, or hold your ticket up to the hand scanner."});
    if (!view.news.empty()) {
        lead.colour = theme.warning;
        lead.role = Role::status;
        icon_line(ui, bounds.take_top(icon_line_height(ui, bounds.width, view.news, lead)),
                  Icon::warning, theme.warning, view.news, lead);
    } else if (!view.tables.empty()) {
        draw_text(ui, bounds.take_top(measure_text(ui, bounds.width, words, lead).height), words,
                  lead);
    }
    bounds.take_top(ui.px(24));
}

}  // namespace

std::optional<TableChoiceIntent> draw_table_choice(Ui& ui, const TableChoiceView& view) {
    ui.begin_screen("table_choice");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    draw_title(ui, bounds, view);
    std::optional<TableChoiceIntent> intent;
    if (view.tables.empty()) {
        draw_empty_state(ui, bounds, Icon::people,
                         ui.say(Sentence{"There are no groups yet. The organiser makes them."}));
    } else {
        const ScrolledBounds scrolled = draw_scroll(
            ui, "tables", bounds,
            [&](float width) { return Grid(ui, width, view.tables).height(); }, view.scroll);
        const Grid grid(ui, scrolled.bounds.width, view.tables);
        if (!(scrolled.scroll == view.scroll)) intent = ScrollTables{scrolled.scroll};
        ui.painter().clip(scrolled.bounds.inset(-ui.px(12), 0));
        for (std::size_t i = 0; i < view.tables.size(); ++i) {
            const Rect rect = grid.place({scrolled.bounds.left, scrolled.top}, i);
            if (!is_in_sight(scrolled, rect)) continue;
            if (draw_card(ui, rect, touchable_part(ui, scrolled, rect), view.tables[i]) &&
                scrolled.taps_count) {
                intent = ChooseTable{i};
            }
        }
        ui.painter().end_clip();
        end_scroll(ui, scrolled);
    }
    if (frame.intent) intent = *frame.intent;
    return intent;
}

}  // namespace stormote
