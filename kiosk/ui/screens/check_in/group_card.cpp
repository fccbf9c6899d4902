#include "kiosk/ui/screens/check_in/group_card.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float padding = 56;
constexpr float padding_down = 32;
constexpr float gap = 56;
constexpr float line = 3;

}  // namespace

GroupCard::GroupCard(Ui& ui, float width, float squeeze, const VerdictView& view)
    : ui_(ui), table_(view.table_name), place_(view.place) {
    over_ = view.leads_group ? ui.say(Sentence{"You lead group"})
                             : ui.say(Sentence{"You sit in group"});
    number_ = std::to_string(view.group_number);
    const Colour ink = ui.theme().on_primary;
    over_style_ = {.size = std::max(30.0F, std::round(40 * squeeze)), .colour = ink};
    number_style_ = {.size = std::max(150.0F, std::round(unit::group * 1.3F * squeeze)),
                     .colour = ink,
                     .weight = Weight::bold};
    table_style_ = {
        .size = std::max(40.0F, std::round(88 * squeeze)), .colour = ink, .weight = Weight::bold};
    place_style_ = {.size = std::max(30.0F, std::round(44 * squeeze)), .colour = ink};
    const float inner = width - ui.px(2 * padding);
    number_block_ = measure_text(ui, 0, over_, over_style_).width + 1;
    {
        const TextScale scale(ui, 1);
        const Size digits = measure_text(ui, 0, number_, number_style_);
        number_block_ = std::min(inner, std::max(number_block_, digits.width + 1));
        number_width_ = digits.width + 1;
        number_box_ = digits.height;
        // Digits stand low in their box, and reach below its foot with nothing.
        number_top_ = std::round(ui.metrics().text_px(number_style_.size) * 0.22F);
        number_height_ = number_box_ - std::round(number_top_ * 1.25F);
    }
    const float beside = inner - number_block_ - ui.px(2 * gap + line);
    // Beside a plan or above it the room is short.
    const float least = ui.px(view.map ? 400 : 560);
    is_wide_ = beside >= least * std::min(1.3F, ui.text_scale());
    table_width_ = is_wide_ ? beside : inner;
    if (!is_wide_) number_block_ = inner;
}

float GroupCard::height() const {
    if (table_side() <= 0) return number_height_ + ui_.px(4 * padding_down);
    const float both =
        is_wide_ ? std::max(number_side(), table_side()) : number_side() + table_side();
    return both + ui_.px(2 * padding_down);
}

void GroupCard::draw(const Rect& rect) const {
    const Theme& theme = ui_.theme();
    ui_.painter().fill(rect, theme.primary, ui_.px(28));
    Rect inside = rect.inset(ui_.px(padding), ui_.px(padding_down));
    if (table_side() <= 0) return draw_without_table(inside);
    Rect left = is_wide_ ? inside.take_left(number_block_) : inside.take_top(number_side());
    left.take_top(is_wide_ ? std::round((left.height - number_side()) / 2) : 0);
    draw_line(left, over_, over_style_);
    draw_number(left);
    if (is_wide_) {
        inside.take_left(ui_.px(gap));
        const Rect upright = inside.take_left(ui_.px(line));
        ui_.painter().fill(upright, mix(theme.primary, theme.on_primary, 0.35F));
        inside.take_left(ui_.px(gap));
        inside.take_top(std::round((inside.height - table_side()) / 2));
    }
    draw_line(inside, table_, table_style_);
    draw_line(inside, place_, place_style_);
}

float GroupCard::line_height(float width, const std::string& words,
                             const TextBlockStyle& style) const {
    return words.empty() ? 0 : measure_text(ui_, width, words, style).height;
}

float GroupCard::number_side() const {
    return line_height(number_block_, over_, over_style_) + number_height_;
}

float GroupCard::table_side() const {
    return line_height(table_width_, table_, table_style_) +
           line_height(table_width_, place_, place_style_);
}

void GroupCard::draw_number(const Rect& bounds) const {
    const TextScale scale(ui_, 1);
    paint_text(ui_, {bounds.left, bounds.top - number_top_, number_width_, number_box_}, number_,
               number_style_);
    RecordedItem item;
    item.label = number_;
    item.rect = {bounds.left, bounds.top, number_width_, number_height_};
    ui_.record().add(std::move(item));
}

// One line from the left to the right: there is nothing to stand beside it.
void GroupCard::draw_without_table(Rect inside) const {
    TextBlockStyle words = table_style_;
    words.vertical = Vertical::middle;
    const float most = inside.width - number_width_ - ui_.px(gap);
    const float width = std::min(most, measure_text(ui_, 0, over_, words).width + 1);
    draw_text(ui_, inside.take_left(width), over_, words);
    inside.take_left(ui_.px(gap));
    inside.take_top(std::round((inside.height - number_height_) / 2));
    draw_number(inside);
}

void GroupCard::draw_line(Rect& rest, const std::string& words, const TextBlockStyle& style) const {
    if (words.empty()) return;
    draw_text(ui_, rest.take_top(line_height(rest.width, words, style)), words, style);
}

}  // namespace stormote
