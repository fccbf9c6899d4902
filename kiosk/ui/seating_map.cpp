#include "kiosk/ui/seating_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "kiosk/ui/widgets.h"

namespace stormote {

namespace {

constexpr float wall_distance = 28;
constexpr float corridor = 44;  // along the entrance's wall

struct Floor {
    Rect tables;
    Size cell;
    float radius = 0;
};

Floor plan_floor(const Ui& ui, const Rect& room, const SeatingMapView& view) {
    std::size_t columns = 1;
    for (const auto& row : view.rows) columns = std::max(columns, row.size());
    Floor floor;
    floor.tables = room.inset(ui.px(wall_distance), ui.px(wall_distance) / 2);
    floor.tables.take_bottom(ui.px(corridor));
    floor.cell = {floor.tables.width / static_cast<float>(columns),
                  floor.tables.height / static_cast<float>(view.rows.size())};
    floor.radius =
        std::floor(std::min(ui.px(44), std::min(floor.cell.width, floor.cell.height) * 0.36F));
    return floor;
}

Point place_of(const Floor& floor, std::size_t row, std::size_t column) {
    return {std::round(floor.tables.left + (static_cast<float>(column) + 0.5F) * floor.cell.width),
            std::round(floor.tables.top + (static_cast<float>(row) + 0.5F) * floor.cell.height)};
}

// A cubic Bezier curve in short pieces.
void add_curve(std::vector<Point>& path, Point from, Point bend, Point other_bend, Point to) {
    constexpr int pieces = 24;
    for (int i = 0; i <= pieces; ++i) {
        const float share = static_cast<float>(i) / pieces;
        const float rest = 1 - share;
        const std::array<float, 4> weights{rest * rest * rest, 3 * rest * rest * share,
                                           3 * rest * share * share, share * share * share};
        path.push_back({weights[0] * from.x + weights[1] * bend.x + weights[2] * other_bend.x +
                            weights[3] * to.x,
                        weights[0] * from.y + weights[1] * bend.y + weights[2] * other_bend.y +
                            weights[3] * to.y});
    }
}

// Along the corridor, up the aisle between two columns, and then to the table: as one walks.
std::vector<Point> way_to(const Floor& floor, Point entrance, Point table, float marked_radius) {
    const float side = table.x > entrance.x ? -1.0F : 1.0F;
    const Point aisle{table.x + side * floor.cell.width / 2, floor.tables.bottom()};
    const float depth = entrance.y - aisle.y;
    std::vector<Point> path;
    add_curve(path, entrance, {entrance.x, entrance.y - depth * 0.9F},
              {aisle.x, aisle.y + depth * 0.6F}, {aisle.x, aisle.y - depth * 0.4F});
    const float turn = std::min(floor.cell.width, floor.cell.height) / 2;
    const float end = marked_radius + floor.radius * 0.25F;
    // The marked table stands out into the aisle: the last steps go to its lower side.
    const Point beside{aisle.x, table.y + turn};
    add_curve(path, beside, {aisle.x, table.y + turn * 0.6F},
              {table.x + side * end, table.y + end * 0.5F},
              {table.x + side * end * 0.86F, table.y + end * 0.5F});
    return path;
}

void draw_table(Ui& ui, const Floor& floor, Point centre, int number, bool marked) {
    const Theme& theme = ui.theme();
    const float radius = marked ? std::round(floor.radius * 1.3F) : floor.radius;
    Painter& painter = ui.painter();
    painter.disc(centre, radius, marked ? theme.primary : theme.card);
    if (!marked) painter.circle(centre, radius, theme.outline, ui.px(3));
    TextStyle style;
    style.size_px = std::round(std::min(marked ? radius : radius * 0.8F, ui.px(marked ? 52 : 32)));
    style.weight = Weight::bold;
    style.colour = marked ? theme.on_primary : theme.ink;
    const std::string words = std::to_string(number);
    const TextExtent extent = painter.measure(words, style);
    painter.text({centre.x - extent.size.width / 2, centre.y - extent.size.height / 2}, words,
                 style);
}

}  // namespace

bool has_map(const SeatingMapView& view) {
    return std::any_of(view.rows.begin(), view.rows.end(),
                       [](const auto& row) { return !row.empty(); });
}

void draw_seating_map(Ui& ui, const Rect& rect, const SeatingMapView& view) {
    const Theme& theme = ui.theme();
    Painter& painter = ui.painter();
    card(ui, rect);
    Rect inside = rect.inset(ui.px(40), ui.px(32));
    WordsLook caption;
    caption.size = unit::body;
    caption.colour = theme.ink_secondary;
    caption.align = Align::centre;
    caption.vertical = Vertical::middle;
    const std::string here = ui.say(Sentence{"You are here – the entrance"});
    const float caption_height =
        std::min(inside.height * 0.25F, measure_words(ui, inside.width, here, caption).height);
    const Rect caption_rect = inside.take_bottom(caption_height);
    inside.take_bottom(ui.px(16));

    // Cells wider than high would stretch the room; a hall is seldom longer than twice its depth.
    const float height = std::min(inside.height, inside.width * 0.75F);
    const Rect room = inside.middle({inside.width, height});
    const float wall = ui.px(4);
    painter.fill(room, theme.room, ui.px(20));
    painter.outline(room, theme.hairline, wall, ui.px(20));
    const Point entrance{std::round(room.centre().x), room.bottom()};
    const float door = ui.px(72);
    painter.fill({entrance.x - door, room.bottom() - wall - 1, 2 * door, wall + 2}, theme.card);

    const Floor floor = plan_floor(ui, room, view);
    for (std::size_t row = 0; row < view.rows.size(); ++row) {
        for (std::size_t column = 0; column < view.rows[row].size(); ++column) {
            const int number = view.rows[row][column];
            const Point place = place_of(floor, row, column);
            draw_table(ui, floor, place, number, number == view.marked);
            if (number != view.marked) continue;
            const auto way = way_to(floor, entrance, place, std::round(floor.radius * 1.3F));
            painter.dashes(way, theme.primary, ui.px(6), ui.px(14));
        }
    }
    draw_words(ui,
               {caption_rect.left, room.bottom() + ui.px(12), caption_rect.width, caption_height},
               here, caption);
    RecordedItem item;
    item.role = Role::image;
    item.label = ui.say(Sentence{"Map of the tables; yours is number {}"}, view.marked);
    item.rect = rect;
    ui.record().add(std::move(item));
}

}  // namespace stormote
