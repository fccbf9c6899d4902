#include "kiosk/ui/screens/common/cards/card_list.h"

#include "kiosk/ui/screens/common/card_lines.h"
#include "kiosk/ui/screens/common/chip_flow.h"

namespace stormote {

namespace {

constexpr float padding = 28;
constexpr float narrowest_card = 760;

TextBlockStyle style_of(CardText look, const Theme& theme) {
    if (look == CardText::detail) return quiet_text_style(theme, 26);
    if (look == CardText::question) return strong_text_style(theme, 28);
    TextBlockStyle style = strong_text_style(theme, 30);
    if (look == CardText::words) {
        style = {};
        style.size = 28;
        style.colour = theme.ink;
    }
    style.personal = true;
    return style;
}

class List {
  public:
    List(Ui& ui, std::size_t count, const std::function<CardParts(std::size_t)>& parts_of)
        : ui_(ui), parts_of_(parts_of), count_(count) {}

    CardListAnswer draw(std::string_view id, const Rect& bounds, const Scroll& scroll) {
        const ScrolledBounds scrolled = draw_scroll(
            ui_, id, bounds, [this](float width) { return lines(width).height(); }, scroll);
        const CardLines list = lines(scrolled.bounds.width);
        ui_.painter().clip(scrolled.bounds.inset(-ui_.px(12), -ui_.px(2)));
        for (std::size_t i = 0; i < count_; ++i) {
            const Rect rect = list.place({scrolled.bounds.left, scrolled.top}, i);
            if (is_in_sight(scrolled, rect)) draw_card(scrolled, rect, i);
        }
        ui_.painter().end_clip();
        end_scroll(ui_, scrolled);
        return {std::move(pressed_), scrolled.scroll};
    }

  private:
    [[nodiscard]] CardLines lines(float width) {
        return CardLines(ui_, width, count_, narrowest_card, [this](float each, std::size_t index) {
            // As high as it takes.
            Rect room{0, 0, each - ui_.px(2 * padding), 1e6F};
            for (const CardPart& part : parts_of_(index)) (void)take_part(room, part);
            return room.top + ui_.px(2 * padding);
        });
    }

    // Where the part's words or chips stand, from the top of the room, which begins below it then.
    std::vector<Rect> take_part(Rect& room, const CardPart& part) {
        std::vector<Rect> places;
        if (part.chips.empty()) {
            const float height =
                measure_text(ui_, room.width, part.text, style_of(part.look, ui_.theme())).height;
            places.push_back(room.take_top(height));
        } else {
            ChipFlow flow(ui_, room);
            for (const CardChip& each : part.chips) {
                places.push_back(flow.place(chip_size(ui_, each.style())));
            }
            flow.end(0);
        }
        room.take_top(ui_.px(part.gap_below));
        return places;
    }

    void draw_card(const ScrolledBounds& scrolled, const Rect& rect, std::size_t index) {
        card(ui_, rect);
        Rect room = rect.inset(ui_.px(padding), ui_.px(padding));
        for (const CardPart& part : parts_of_(index)) {
            const std::vector<Rect> places = take_part(room, part);
            if (part.chips.empty()) {
                draw_words_in(ui_, scrolled, places.front(), part.text,
                              style_of(part.look, ui_.theme()));
                continue;
            }
            for (std::size_t i = 0; i < places.size(); ++i) {
                draw_chip(scrolled, places[i], part.chips[i]);
            }
        }
    }

    void draw_chip(const ScrolledBounds& scrolled, const Rect& rect, const CardChip& each) {
        if (is_wholly_in_sight(scrolled, rect) && chip(ui_, rect, each.style()) &&
            scrolled.taps_count) {
            pressed_ = each.id;
        }
    }

    Ui& ui_;
    const std::function<CardParts(std::size_t)>& parts_of_;
    std::size_t count_;
    std::optional<std::string> pressed_;
};

}  // namespace

CardListAnswer draw_card_list(Ui& ui, std::string_view id, const Rect& bounds, std::size_t count,
                              const std::function<CardParts(std::size_t)>& parts_of,
                              const Scroll& scroll) {
    return List(ui, count, parts_of).draw(id, bounds, scroll);
}

}  // namespace stormote
