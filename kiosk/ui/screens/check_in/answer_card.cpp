#include "kiosk/ui/screens/check_in/answer_card.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/room/room_map.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float corner = 28;  // radius

// Larger letters than these have no room beside the card.
constexpr float largest_beside = 1.2F;

// The coloured part of the card: the number at the left, what is told of the table at its right.
class Band {
  public:
    Band(Ui& ui, const SeatAnswer& answer, const std::string& over)
        : ui_(ui), answer_(answer), over_(over), ink_(ui.theme().on_primary) {}

    void draw(const Rect& rect) const {
        Rect inside = rect.inset(ui_.px(44), ui_.px(24));
        if (answer_.group_number == 0) return draw_no_group(inside);
        // Where there is nothing under it, what it says stands in the middle.
        const float most = std::min(inside.height, ui_.px(360));
        inside = inside.middle({inside.width, most});
        if (answer_.table_name.empty() && answer_.place.empty()) {
            return draw_number(inside);
        }
        draw_number(inside.take_left(std::round(inside.width * 0.32F)));
        inside.take_left(ui_.px(24));
        const Rect upright = inside.take_left(ui_.px(3));
        ui_.painter().fill(upright, mix(ui_.theme().primary, ink_, 0.35F));
        inside.take_left(ui_.px(36));
        draw_table(inside);
    }

  private:
    // Where the number would stand: what happens instead.
    void draw_no_group(const Rect& inside) const {
        TextBlockStyle style = strong_text_style(ui_.theme(), 56);
        style.colour = ink_;
        const std::string words = ui_.say(Sentence{"The staff will show you to a group."});
        const float height =
            std::min(inside.height, icon_line_height(ui_, inside.width, words, style));
        icon_line(ui_, inside.middle({inside.width, height}), Icon::people, ink_, words, style);
    }

    void draw_number(Rect inside) const {
        const TextBlockStyle over{.size = 32, .colour = ink_};
        const float over_height =
            std::min(measure_text(ui_, inside.width, over_, over).height, inside.height * 0.4F);
        draw_text(ui_, inside.take_top(over_height), over_, over);
        const std::string number = std::to_string(answer_.group_number);
        // Digits fill the room, whatever letters the reader asked for.
        const TextScale scale(ui_, 1);
        inside.take_top(ui_.px(8));
        const float unit_px = ui_.metrics().scale;
        TextBlockStyle style{.size = inside.height / unit_px / digit_height * 0.92F,
                             .colour = ink_,
                             .weight = Weight::bold};
        const float width = measure_text(ui_, 0, number, style).width + 2;
        if (width > inside.width) style.size *= inside.width / width;
        const Size box = measure_text(ui_, 0, number, style);
        const float above = std::round(style.size * unit_px * digit_top);
        paint_text(ui_, {inside.left, inside.top - above, box.width + 2, box.height}, number,
                   style);
        RecordedItem item;
        item.label = number;
        item.rect = inside;
        ui_.record().add(std::move(item));
    }

    void draw_table(Rect inside) const {
        const TextBlockStyle label{.size = 32, .colour = ink_};
        const float line = measure_text(ui_, 0, "0", label).height;
        Rect top = inside.take_top(std::min(line, inside.height * 0.3F));
        Rect photo = top;
        if (!answer_.table_name.empty()) {
            const std::string table = ui_.say(Sentence{"Table"});
            draw_text(ui_, top.take_left(measure_text(ui_, 0, table, label).width + 2), table,
                      label);
            TextBlockStyle name{.size = 88,
                                .colour = ink_,
                                .weight = Weight::bold,
                                .vertical = Vertical::middle,
                                .max_lines = 1};
            const float share = answer_.place.empty() ? 0.7F : 0.52F;
            const Rect place = inside.take_top(std::round(inside.height * share));
            // On one line, but rather on two than cut.
            const FittedText fitted =
                fit_text(ui_, {place.width, place.height}, answer_.table_name, name);
            if (fitted.shortened) name.max_lines = 0;
            draw_text(ui_, place, answer_.table_name, name);
        }
        if (!answer_.place.empty()) draw_place(inside);
        draw_photo(photo, label);
    }

    void draw_place(const Rect& inside) const {
        const bool is_alone = answer_.table_name.empty();
        draw_text(ui_, inside, answer_.place,
                  {.size = is_alone ? 56.0F : 38.0F,
                   .colour = ink_,
                   .vertical = is_alone ? Vertical::middle : Vertical::top});
    }

    // At the end of the line, where it leaves room for the word at the beginning.
    void draw_photo(Rect& line, const TextBlockStyle& label) const {
        TextBlockStyle style = label;
        style.size = unit::body;
        const std::string words = ui_.say(Sentence{"Feel free to take a photo"});
        const float icon = ui_.metrics().icon_px(40) + ui_.px(16);
        const float width = measure_text(ui_, 0, words, style).width + icon + 2;
        if (width > line.width * 0.6F) return;
        icon_line(ui_, line.take_right(width), Icon::camera, ink_, words, style);
    }

    // Of the height of a font: that of a digit, and what its box has above it.
    static constexpr float digit_height = 0.72F;
    static constexpr float digit_top = 0.33F;

    Ui& ui_;
    const SeatAnswer& answer_;
    const std::string& over_;
    Colour ink_;
};

}  // namespace

AnswerLayout lay_out_answer(Ui& ui, const Rect& screen) {
    AnswerLayout layout;
    Rect bounds = screen.inset(margin_of(ui), ui.px(32));
    layout.is_beside = !ui.metrics().portrait() && ui.text_scale() <= largest_beside;
    if (layout.is_beside) {
        layout.card = bounds.take_right(std::round(bounds.width * 0.64F));
        bounds.take_right(ui.px(48));
        layout.words = bounds;
        return layout;
    }
    const bool is_tall = ui.metrics().portrait();
    layout.words = bounds.take_top(std::round(bounds.height * (is_tall ? 0.14F : 0.13F)));
    bounds.take_top(ui.px(16));
    layout.card = bounds.take_top(std::round(bounds.height * (is_tall ? 0.54F : 0.53F)));
    bounds.take_top(ui.px(24));
    layout.below = bounds;
    return layout;
}

void draw_answer_card(Ui& ui, const Rect& rect, const SeatAnswer& answer, const std::string& over) {
    const Theme& theme = ui.theme();
    const bool is_flat = rect.width > 2.2F * rect.height;
    Rect plan = rect;
    Rect band = is_flat ? plan.take_left(std::round(rect.width * 0.52F))
                        : plan.take_top(std::round(rect.height * 0.36F));
    const bool has_map = answer.map && answer.group_number > 0 &&
                         room_map_fits(ui, {plan.width, plan.height}, *answer.map);
    if (!has_map) {
        ui.painter().fill(rect, theme.primary, ui.px(corner));
        Band(ui, answer, over).draw(rect);
        return;
    }
    card(ui, rect);
    ui.painter().fill(band, theme.primary, ui.px(corner));
    // Round at the card's own corners alone.
    Rect square = band;
    if (is_flat) {
        square.take_left(band.width / 2);
    } else {
        square.take_top(band.height / 2);
    }
    ui.painter().fill(square, theme.primary);
    Band(ui, answer, over).draw(band);
    // The band says it in the reader's letters; the plan needs the room.
    const TextScale scale(ui, std::min(1.15F, ui.text_scale()));
    draw_room_plan(ui, plan, *answer.map, answer.group_number);
}

}  // namespace stormote
