#include <algorithm>
#include <cmath>
#include <functional>

#include "kiosk/ui/screens/organiser/organiser_parts.h"
#include "kiosk/ui/widgets/card_grid.h"

namespace stormote {

namespace {

constexpr float gap_units = 20;
constexpr float padding = 34;
constexpr float number_size = 76;
constexpr float least_chart = 300;
constexpr float least_chart_with_legend = 350;
constexpr float highest_chart = 420;
constexpr float tile_padding = 22;
// Digits have no descenders: what stands below them may stand closer.
constexpr float digit_share = 0.9F;
constexpr float bar_height = 22;
constexpr std::size_t most_sectors = 8;

class DoorTab {
  public:
    // The room's height is filled where all fits into it.
    DoorTab(Ui& ui, float room_height, const DoorView& view)
        : ui_(ui), view_(view), room_height_(room_height), gap_(ui.px(gap_units)) {}

    float height(float width) {
        plan(width);
        return steps_height_ + top_card_height_ + tiles_height_ + gap_ + charts_height_ + gap_ +
               lists_height_ + sectors_below_height_;
    }

    void draw(const ScrolledBounds& scrolled, OrganiserIntents& intents) {
        plan(scrolled.bounds.width);
        scrolled_ = &scrolled;
        Rect bounds{scrolled.bounds.left, scrolled.top, scrolled.bounds.width, 0};
        bounds.height = height(bounds.width);
        if (steps_height_ > 0) {
            Rect steps = bounds.take_top(steps_height_);
            steps.take_bottom(gap_);
            draw_evening_steps(ui_, scrolled, steps, view_.steps);
        }
        const TopCardRank rank = top_card_rank(scrolled);
        if (rank == TopCardRank::first) draw_top_card(bounds.take_top(top_card_height_), intents);
        draw_tiles(bounds.take_top(tiles_height_));
        bounds.take_top(gap_);
        if (rank == TopCardRank::second) draw_top_card(bounds.take_top(top_card_height_), intents);
        draw_charts(bounds.take_top(charts_height_), intents);
        bounds.take_top(gap_);
        if (rank == TopCardRank::third) draw_top_card(bounds.take_top(top_card_height_), intents);
        draw_status(ui_, scrolled, bounds.take_top(lists_height_), view_, intents);
        if (!is_evening_beside_) return;
        bounds.take_top(gap_);
        card(ui_, bounds);
        draw_sectors(bounds.inset(ui_.px(padding), ui_.px(24)));
    }

  private:
    // Before the doors open how ready all is, and then what is to be seen to at this hour. Held
    // upright, what must be reached stands below the upper third.
    enum class TopCardRank { first, second, third };
    [[nodiscard]] TopCardRank top_card_rank(const ScrolledBounds& scrolled) const {
        if (!ui_.metrics().portrait()) return TopCardRank::first;
        const float below_tiles = scrolled.bounds.top + steps_height_ + tiles_height_ + gap_;
        const bool is_low = below_tiles >= ui_.metrics().screen.height / 3;
        return is_low ? TopCardRank::second : TopCardRank::third;
    }

    void plan(float width) {
        const float unit_width = width / (ui_.px(1) * std::max(1.0F, ui_.text_scale()));
        is_wide_ = is_wide_page(ui_, width);
        grid_ = CardGrid(width, unit_width > 1300 || is_wide_ ? 4 : 2, gap_);
        const float inner = grid_.width() - ui_.px(2 * padding);
        float tile = 0;
        for (const DoorTile& each : view_.tiles) tile = std::max(tile, tile_height(inner, each));
        tile_height_ = tile + ui_.px(2 * tile_padding);
        tiles_height_ = grid_.height_for(view_.tiles.size(), tile_height_);

        // Where there is room, what is to be seen to stands beside the arrivals.
        is_evening_beside_ = is_wide_ && view_.evening && !view_.ready;
        const float steps = evening_steps_height(ui_, width, view_.steps);
        steps_height_ = steps > 0 ? steps + gap_ : 0;
        top_card_height_ = top_card_height(width);
        half_ = is_wide_ ? std::floor((width - gap_) * 0.53F) : width;
        other_half_ = is_wide_ ? width - gap_ - half_ : width;
        sectors_height_ = sectors_height(other_half_ - ui_.px(2 * padding));
        lists_height_ = status_height(ui_, width, view_);
        arrivals_height_ = ui_.px(view_.expected.empty() ? least_chart : least_chart_with_legend);
        if (is_wide_) {
            const float rest = room_height_ - steps_height_ - top_card_height_ - tiles_height_ -
                               lists_height_ - 2 * gap_;
            const float fitting = std::clamp(rest, arrivals_height_, ui_.px(highest_chart));
            const float right = is_evening_beside_
                                    ? evening_card_height(ui_, other_half_, *view_.evening)
                                    : sectors_height_;
            arrivals_height_ = std::max(right, std::floor(fitting));
            if (!is_evening_beside_) sectors_height_ = arrivals_height_;
        }
        sectors_below_height_ =
            is_evening_beside_ ? gap_ + sectors_height(width - ui_.px(2 * padding)) : 0;
        charts_height_ = is_wide_ ? arrivals_height_ : arrivals_height_ + gap_ + sectors_height_;
    }

    float top_card_height(float width) {
        if (view_.ready) return ready_card_height(ui_, width, *view_.ready) + gap_;
        return view_.evening && !is_evening_beside_
                   ? evening_card_height(ui_, width, *view_.evening) + gap_
                   : 0;
    }

    float tile_height(float width, const DoorTile& tile) {
        return std::round(measure_text(ui_, 0, "0", strong_text_style({}, number_size)).height *
                          digit_share) +
               measure_text(ui_, width, tile.label, organiser_heading({})).height +
               measure_text(ui_, width, tile.detail, quiet_text_style({}, 25)).height;
    }

    [[nodiscard]] std::size_t sector_count() const {
        return std::min(most_sectors, view_.sectors.size());
    }
    float sector_row() {
        const float words = measure_text(ui_, 0, "Åg", organiser_words({})).height;
        return words + ui_.px(sector_count() > 5 ? 2 : 8);
    }
    float heading_height(float width, const std::string& words) {
        return measure_text(ui_, width, words, organiser_heading({})).height + ui_.px(12);
    }
    float sectors_height(float width) {
        return heading_height(width, ui_.say(Sentence{"By sector"})) +
               static_cast<float>(std::max<std::size_t>(1, sector_count())) * sector_row() +
               ui_.px(2 * 24);
    }

    void words(const Rect& box, const std::string& text, const TextBlockStyle& style) {
        draw_words_in(ui_, *scrolled_, box, text, style);
    }

    void draw_top_card(Rect rect, OrganiserIntents& intents) {
        if (rect.height <= 0) return;
        rect.height -= gap_;
        if (view_.ready) {
            draw_ready_card(ui_, *scrolled_, rect, *view_.ready, intents);
        } else if (view_.evening) {
            draw_evening_card(ui_, *scrolled_, rect, *view_.evening, intents);
        }
    }

    void draw_tiles(const Rect& rect) {
        const Theme& theme = ui_.theme();
        for (std::size_t i = 0; i < view_.tiles.size(); ++i) {
            const DoorTile& tile = view_.tiles.at(i);
            const Rect place = grid_.place({rect.left, rect.top}, tile_height_, i);
            card(ui_, place);
            Rect inside = place.inset(ui_.px(padding), ui_.px(tile_padding));
            const float number =
                measure_text(ui_, 0, "0", strong_text_style(theme, number_size)).height;
            Rect top = inside.take_top(std::round(number * digit_share));
            top.top -= std::round(number * 0.08F);
            top.height = number;
            words(top, tile.number, strong_text_style(theme, number_size));
            const float label =
                measure_text(ui_, inside.width, tile.label, organiser_heading(theme)).height;
            words(inside.take_top(label), tile.label, organiser_heading(theme));
            words(inside, tile.detail, quiet_text_style(theme, 25));
        }
    }

    void draw_charts(Rect rect, OrganiserIntents& intents) {
        const Rect left = is_wide_ ? rect.take_left(half_) : rect.take_top(arrivals_height_);
        if (is_wide_) {
            rect.take_left(gap_);
        } else {
            rect.take_top(gap_);
        }
        card(ui_, left);
        Rect inside = left.inset(ui_.px(padding), ui_.px(24));
        const std::string arrivals = ui_.say(Sentence{"Arrivals"});
        words(inside.take_top(heading_height(inside.width, arrivals)), arrivals,
              organiser_heading(ui_.theme()));
        draw_arrivals(ui_, *scrolled_, inside, view_);
        if (is_evening_beside_) {
            return draw_evening_card(ui_, *scrolled_, rect, *view_.evening, intents);
        }
        card(ui_, rect);
        draw_sectors(rect.inset(ui_.px(padding), ui_.px(24)));
    }

    void draw_sectors(Rect inside) {
        const Theme& theme = ui_.theme();
        const std::string title = ui_.say(Sentence{"By sector"});
        words(inside.take_top(heading_height(inside.width, title)), title,
              organiser_heading(theme));
        if (view_.sectors.empty()) {
            TextBlockStyle quiet = quiet_text_style(theme);
            quiet.align = Align::centre;
            quiet.vertical = Vertical::middle;
            words(inside, ui_.say(Sentence{"Nobody is registered yet."}), quiet);
            return;
        }
        TextBlockStyle name = organiser_words(theme);
        name.vertical = Vertical::middle;
        name.max_lines = 1;
        TextBlockStyle count = name;
        count.align = Align::end;
        const float row = sector_row();
        float counts = 0;
        for (const SectorLine& sector : view_.sectors) {
            counts = std::max(counts, measure_text(ui_, 0, count_of(sector), count).width + 1);
        }
        const float names = std::round((inside.width - counts) * 0.46F);
        for (std::size_t i = 0; i < sector_count(); ++i) {
            const SectorLine& sector = view_.sectors[i];
            Rect line = inside.take_top(row);
            words(line.take_left(names), sector.sector, name);
            words(line.take_right(counts), count_of(sector), count);
            line.take_left(ui_.px(16));
            line.take_right(ui_.px(24));
            draw_bar(line, sector);
        }
    }

    [[nodiscard]] std::string count_of(const SectorLine& sector) const {
        return ui_.say(Sentence{"{} of {}"}, sector.arrived, sector.registered);
    }

    void draw_bar(const Rect& line, const SectorLine& sector) {
        const Theme& theme = ui_.theme();
        const float height = ui_.px(bar_height);
        const Rect bar{line.left, std::round(line.centre().y - height / 2), line.width, height};
        const int whole = std::max({1, sector.registered, sector.arrived});
        const float share = static_cast<float>(sector.arrived) / static_cast<float>(whole);
        ui_.painter().fill(bar, mix(theme.card, theme.outline, 0.25F), height / 2);
        if (sector.arrived == 0) return;
        ui_.painter().fill({bar.left, bar.top, std::max(height, bar.width * share), height},
                           theme.primary, height / 2);
    }

    Ui& ui_;
    const DoorView& view_;
    const ScrolledBounds *scrolled_ = nullptr;
    float room_height_;
    float gap_;
    CardGrid grid_{0, 1, 0};
    bool is_wide_ = true;
    bool is_evening_beside_ = false;
    float sectors_below_height_ = 0;
    float steps_height_ = 0;
    float top_card_height_ = 0;
    float tile_height_ = 0;
    float tiles_height_ = 0;
    float half_ = 0;
    float other_half_ = 0;
    float arrivals_height_ = 0;
    float sectors_height_ = 0;
    float charts_height_ = 0;
    float lists_height_ = 0;
};

}  // namespace

void draw_door_tab(Ui& ui, const Rect& bounds, const OrganiserView& view,
                   OrganiserIntents& intents) {
    DoorTab tab(ui, bounds.height, view.door);
    const ScrolledBounds scrolled = draw_scroll(
        ui, "door", bounds, [&](float width) { return tab.height(width); }, view.scroll);
    ui.painter().clip(scrolled.bounds.inset(-ui.px(12), -ui.px(2)));
    tab.draw(scrolled, intents);
    ui.painter().end_clip();
    end_scroll(ui, scrolled);
    if (!(scrolled.scroll == view.scroll)) intents.emplace_back(ScrollOrganiser{scrolled.scroll});
}

}  // namespace stormote
