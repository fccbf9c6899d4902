#include "kiosk/ui/screens/board/board_room_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stormote {

namespace {

constexpr float table_gap = 16;
constexpr float below_disc = 4;      // to the words there
constexpr float largest_disc = 236;  // across
// Tables that stand so close on the plan that it would have to grow that much are put in a grid.
constexpr float largest_zoom = 6;

// How far apart in a direction, as that key points; nothing where it lies the other way.
std::optional<Point> distance_along(Point from, Point to, KeyKind key) {
    const float across = to.x - from.x;
    const float down = to.y - from.y;
    const float ahead = key == KeyKind::left    ? -across
                        : key == KeyKind::right ? across
                        : key == KeyKind::up    ? -down
                                                : down;
    const bool is_level = key == KeyKind::left || key == KeyKind::right;
    if (ahead < 1) return std::nullopt;
    return Point{ahead, std::abs(is_level ? down : across)};
}

// So many pixels a metre keep tables of that size apart.
float scale_that_parts(const std::vector<Point>& spots, Size table) {
    float needed = 0;
    const auto scale_for = [](float length, float distance) {
        return distance > 0 ? length / distance : std::numeric_limits<float>::max();
    };
    for (std::size_t i = 0; i < spots.size(); ++i) {
        for (std::size_t j = i + 1; j < spots.size(); ++j) {
            needed = std::max(needed,
                              std::min(scale_for(table.width, std::abs(spots[i].x - spots[j].x)),
                                       scale_for(table.height, std::abs(spots[i].y - spots[j].y))));
        }
    }
    return needed;
}

// As far as the two closest tables are apart, as squares are; in metres.
float closest_of(const std::vector<Point>& spots) {
    float closest = std::numeric_limits<float>::max();
    for (std::size_t i = 0; i < spots.size(); ++i) {
        for (std::size_t j = i + 1; j < spots.size(); ++j) {
            closest = std::min(closest, std::max(std::abs(spots[i].x - spots[j].x),
                                                 std::abs(spots[i].y - spots[j].y)));
        }
    }
    return closest;
}

}  // namespace

TextBlockStyle table_number_style(const Theme& theme) {
    TextBlockStyle style = strong_text_style(theme, 40);
    style.align = Align::centre;
    style.vertical = Vertical::middle;
    return style;
}

TextBlockStyle table_name_style(const Theme& theme) {
    TextBlockStyle style = strong_text_style(theme, unit::label);
    style.align = Align::centre;
    style.vertical = Vertical::middle;
    return style;
}

TextBlockStyle table_count_style(const Theme& theme) {
    TextBlockStyle style = quiet_text_style(theme, unit::label);
    style.align = Align::centre;
    style.vertical = Vertical::middle;
    return style;
}

float table_rim(const Ui& ui) {
    return ui.px(14 + 4) + ui.icon_px(22) + ui.px(4);
}

BoardRoomLayout::BoardRoomLayout(Ui& ui, const Rect& bounds, const BoardView& view)
    : view_(view), gap_(ui.px(table_gap)) {
    measure(ui);
    tables_.reserve(view.columns().size());
    if (!place_on_plan({bounds.width, bounds.height})) {
        place_in_grid({bounds.width, bounds.height});
    }
    Size sheet{floor_.right(), floor_.bottom()};
    for (const PlacedTable& table : tables_) {
        sheet.width = std::max(sheet.width, table.rect.right() + gap_ / 2);
        sheet.height = std::max(sheet.height, table.rect.bottom() + gap_ / 2);
    }
    range_.furthest = {std::max(0.0F, std::ceil(sheet.width - bounds.width)),
                       std::max(0.0F, std::ceil(sheet.height - bounds.height))};
    range_.step = {std::round(bounds.width * 0.8F), std::round(bounds.height * 0.8F)};
}

void BoardRoomLayout::measure(Ui& ui) {
    const BoardColumn *widest = nullptr;
    for (const BoardColumn& column : view_.columns()) {
        if (widest == nullptr || column.present.size() > widest->present.size()) widest = &column;
    }
    const Size count =
        measure_text(ui, 0, widest == nullptr ? "" : widest->present, table_count_style({}));
    const Size number = measure_text(ui, 0, "88", table_number_style({}));
    const float growth = std::clamp(ui.text_scale(), 1.0F, 1.6F);
    least_.radius = std::round(ui.px(unit::target) * growth / 2);
    least_.box = {std::ceil(std::max(2 * least_.radius, count.width + ui.px(8))),
                  std::ceil(2 * least_.radius + ui.px(below_disc) + count.height)};
    const float words = std::hypot(std::max(number.width, count.width) / 2,
                                   line_share * (number.height + count.height) / 2);
    least_with_words_ = std::ceil(2 * (words + table_rim(ui)));
    largest_radius_ = std::max(ui.px(largest_disc), least_with_words_ * 1.2F) / 2;
}

BoardRoomLayout::Shape BoardRoomLayout::shape_in(Size cell) const {
    const float widest = std::min(cell.width, cell.height) - gap_;
    if (widest >= least_with_words_) {
        const float radius = std::floor(std::min(widest / 2, largest_radius_));
        return {radius, {2 * radius, 2 * radius}, true};
    }
    const float words = least_.box.height - 2 * least_.radius;
    const float radius = std::clamp(std::min(cell.width - gap_, cell.height - gap_ - words) / 2,
                                    least_.radius, least_.radius * 1.5F);
    const float side = std::floor(radius) * 2;
    return {side / 2, {std::max(side, least_.box.width), side + words}, false};
}

void BoardRoomLayout::place(const BoardColumn& column, Point middle, const Shape& shape) {
    const Rect rect{std::round(middle.x - shape.box.width / 2),
                    std::round(middle.y - shape.box.height / 2), shape.box.width, shape.box.height};
    tables_.push_back({&column,
                       rect,
                       {rect.centre().x, rect.top + shape.radius},
                       shape.radius,
                       shape.holds_words});
}

bool BoardRoomLayout::place_on_plan(Size bounds) {
    if (!view_.contents->room) return false;
    const SeatingMap& plan = *view_.contents->room;
    std::vector<const BoardColumn *> placed;
    std::vector<const BoardColumn *> others;
    std::vector<Point> spots;
    for (const BoardColumn& column : view_.columns()) {
        const auto spot = plan.tables.find(column.group);
        if (spot == plan.tables.end()) {
            others.push_back(&column);
        } else {
            placed.push_back(&column);
            spots.push_back(
                {static_cast<float>(spot->second.across), static_cast<float>(spot->second.down)});
        }
    }
    if (spots.empty()) return false;
    const Size least{least_.box.width + gap_, least_.box.height + gap_};
    const float beside = std::max(1.0F, std::floor(bounds.width / least.width));
    bounds.height -= std::ceil(static_cast<float>(others.size()) / beside) * least.height;
    const Size size{static_cast<float>(plan.size.across), static_cast<float>(plan.size.down)};
    const float fitting = std::min(bounds.width / size.width, bounds.height / size.height);
    // A plan is shown whole rather than with wide gaps.
    const float needed = scale_that_parts(spots, {least.width, least.height - gap_ / 2});
    if (fitting <= 0 || needed > largest_zoom * fitting) return false;
    plan_ = &plan;
    scale_ = std::max(fitting, needed);
    const Size floor{size.width * scale_, size.height * scale_};
    // What is left beside the floor belongs to the tables at its walls.
    Point corner{std::max(0.0F, bounds.width - floor.width) / 2,
                 std::max(0.0F, bounds.height - floor.height) / 2};
    const float room =
        std::min(closest_of(spots) * scale_, 2 * least_to_edge(spots, size, corner) + gap_);
    const Shape shape = needed > fitting ? least_ : shape_in({room, room});
    for (const Point& spot : spots) {
        corner.x = std::max(corner.x, shape.box.width / 2 - spot.x * scale_);
        corner.y = std::max(corner.y, shape.box.height / 2 - spot.y * scale_);
    }
    floor_ = {std::round(corner.x), std::round(corner.y), std::round(floor.width),
              std::round(floor.height)};
    float below = floor_.bottom();
    for (std::size_t i = 0; i < placed.size(); ++i) {
        place(*placed[i], {floor_.left + spots[i].x * scale_, floor_.top + spots[i].y * scale_},
              shape);
        below = std::max(below, tables_.back().rect.bottom());
    }
    place_rows(others, below, bounds.width);
    return true;
}

// From the middle of the table nearest to a wall to what shows beyond it.
float BoardRoomLayout::least_to_edge(const std::vector<Point>& spots, Size size,
                                     Point aside) const {
    float least = std::numeric_limits<float>::max();
    for (const Point& spot : spots) {
        least =
            std::min({least, spot.x * scale_ + aside.x, (size.width - spot.x) * scale_ + aside.x,
                      spot.y * scale_ + aside.y, (size.height - spot.y) * scale_ + aside.y});
    }
    return least;
}

// Tables that stand nowhere on the plan, below it.
void BoardRoomLayout::place_rows(const std::vector<const BoardColumn *>& columns, float top,
                                 float width) {
    const Size cell{least_.box.width + gap_, least_.box.height + gap_};
    const auto beside = static_cast<std::size_t>(std::max(1.0F, std::floor(width / cell.width)));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        place(*columns[i],
              {(static_cast<float>(i % beside) + 0.5F) * cell.width,
               top + (static_cast<float>(i / beside) + 0.5F) * cell.height},
              least_);
    }
}

void BoardRoomLayout::place_in_grid(Size bounds) {
    const auto count = static_cast<int>(view_.columns().size());
    if (count == 0) return;
    const Size least{least_.box.width + gap_, least_.box.height + gap_};
    const int most = std::max(1, static_cast<int>(bounds.width / least.width));
    int beside = most;
    Size cell{bounds.width / static_cast<float>(beside), least.height};
    float best = 0;
    for (int across = 1; across <= std::min(most, count); ++across) {
        const int down = (count + across - 1) / across;
        const Size tried{bounds.width / static_cast<float>(across),
                         bounds.height / static_cast<float>(down)};
        if (tried.height < least.height) continue;
        const Shape shape = shape_in(tried);
        // Round tables that hold their words first, then large ones, then few rows.
        const float worth = shape.radius + (shape.holds_words ? 1e4F : 0);
        if (worth <= best) continue;
        best = worth;
        cell = tried;
        beside = across;
    }
    const int down = (count + beside - 1) / beside;
    const Shape shape = shape_in(cell);
    // A few tables are not drawn out over the whole screen.
    cell.width = std::min(cell.width, shape.box.width * 1.5F);
    cell.height = std::min(cell.height, shape.box.height * 1.4F);
    const Size whole{cell.width * static_cast<float>(std::min(beside, count)),
                     cell.height * static_cast<float>(down)};
    const Point corner{std::max(0.0F, bounds.width - whole.width) / 2,
                       std::max(0.0F, bounds.height - whole.height) / 2};
    floor_ = {0, 0, std::max(bounds.width, whole.width), std::max(bounds.height, whole.height)};
    for (int i = 0; i < count; ++i) {
        place(view_.columns()[static_cast<std::size_t>(i)],
              {corner.x + (static_cast<float>(i % beside) + 0.5F) * cell.width,
               corner.y + (static_cast<float>(i / beside) + 0.5F) * cell.height},
              shape);
    }
}

const PlacedTable *BoardRoomLayout::find(GroupNumber group) const {
    const auto found = std::find_if(tables_.begin(), tables_.end(), [group](const auto& table) {
        return table.column->group == group;
    });
    return found == tables_.end() ? nullptr : &*found;
}

std::optional<GroupNumber> BoardRoomLayout::group_at(Point point) const {
    const float around = gap_ / 2 - 1;
    for (const PlacedTable& table : tables_) {
        if (table.rect.inset(-around, -around).contains(point)) return table.column->group;
    }
    return std::nullopt;
}

const PlacedTable *BoardRoomLayout::after(const PlacedTable& table, KeyKind key) const {
    switch (key) {
        case KeyKind::left:
        case KeyKind::right:
        case KeyKind::up:
        case KeyKind::down:
            return towards(table, key);
        case KeyKind::home:
            return &tables_.front() == &table ? nullptr : &tables_.front();
        case KeyKind::end:
            return &tables_.back() == &table ? nullptr : &tables_.back();
        default:
            return nullptr;
    }
}

// What lies aside counts double, and more than ahead not at all: the arrow would lead astray.
const PlacedTable *BoardRoomLayout::towards(const PlacedTable& table, KeyKind key) const {
    const PlacedTable *nearest = nullptr;
    float least = std::numeric_limits<float>::max();
    for (const PlacedTable& other : tables_) {
        const auto way = distance_along(table.rect.centre(), other.rect.centre(), key);
        if (!way || way->y > 2 * way->x) continue;
        const float distance = way->x + 2 * way->y;
        if (distance >= least) continue;
        nearest = &other;
        least = distance;
    }
    return nearest;
}

}  // namespace stormote
