#include "kiosk/ui/screens/common/room/room_map.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "kiosk/ui/screens/common/room/room_floor.h"
#include "kiosk/ui/screens/common/room/room_way.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float padding = 32;
constexpr float largest_table = 46;  // radii
constexpr float smallest_table = 14;
constexpr float numbered_table = 26;  // smaller ones have no room for a number
constexpr float smallest_own = 36;

class RoomPicture {
  public:
    RoomPicture(Ui& ui, const Rect& card, const SeatingMap& map, GroupNumber own,
                std::optional<GroupNumber> from)
        : ui_(ui), map_(map), own_(own) {
        if (from && map.tables.contains(*from)) {
            from_ = from;
            start_ = map.tables.at(*from);
        } else {
            start_ = map.entrance;
        }
        Rect inside = card.inset(ui.px(padding), ui.px(padding));
        if (start_) {
            caption_ =
                inside.take_bottom(measure_text(ui, inside.width, here(), here_style()).height);
            inside.take_bottom(ui.px(16));
        }
        scale_ = std::min(inside.width / static_cast<float>(map.size.across),
                          inside.height / static_cast<float>(map.size.down));
        floor_ = inside.middle({std::round(static_cast<float>(map.size.across) * scale_),
                                std::round(static_cast<float>(map.size.down) * scale_)});
        caption_.top = std::round(floor_.bottom() + ui.px(16));
        radius_ = std::clamp(closest() * 0.36F, ui.px(smallest_table), ui.px(largest_table));
    }

    // In pixels.
    [[nodiscard]] float closest() const {
        double closest = std::min(map_.size.across, map_.size.down) / 2;
        for (auto one = map_.tables.begin(); one != map_.tables.end(); ++one) {
            for (auto other = std::next(one); other != map_.tables.end(); ++other) {
                closest = std::min(closest, std::hypot(one->second.across - other->second.across,
                                                       one->second.down - other->second.down));
            }
        }
        return static_cast<float>(closest) * scale_;
    }

    void draw() {
        const RoomFloor floor(ui_, map_, floor_, scale_, ui_.screen_rect());
        floor.draw_ground();
        floor.draw_stage();
        floor.draw_marks([this](const Rect& rect) { return is_free(rect); });
        draw_way();
        for (const auto& [group, spot] : map_.tables) {
            if (group != own_ && group != from_) draw_table(group, place_of(spot));
        }
        draw_own();
        draw_start();
    }

  private:
    [[nodiscard]] std::string here() const {
        if (from_) return ui_.say(Sentence{"You are here – table {}"}, *from_);
        return ui_.say(Sentence{"You are here – the entrance"});
    }
    [[nodiscard]] TextBlockStyle here_style() const {
        TextBlockStyle style = quiet_text_style(ui_.theme(), unit::body);
        style.align = Align::centre;
        return style;
    }
    [[nodiscard]] Point place_of(const Spot& spot) const {
        return {floor_.left + static_cast<float>(spot.across) * scale_,
                floor_.top + static_cast<float>(spot.down) * scale_};
    }
    // A table at the wall, with all of it inside.
    [[nodiscard]] Point held(Point place, float radius) const {
        const float rim = radius + ui_.px(4);
        return {std::clamp(place.x, floor_.left + rim,
                           std::max(floor_.left + rim, floor_.right() - rim)),
                std::clamp(place.y, floor_.top + rim,
                           std::max(floor_.top + rim, floor_.bottom() - rim))};
    }
    [[nodiscard]] float own_radius() const {
        return std::max(std::round(radius_ * 1.3F), ui_.px(smallest_own));
    }
    [[nodiscard]] Point own_place() const {
        return held(place_of(map_.tables.at(own_)), own_radius());
    }

    [[nodiscard]] bool is_free(const Rect& rect) const {
        return std::none_of(map_.tables.begin(), map_.tables.end(), [&](const auto& table) {
            const Point at =
                table.first == own_ ? own_place() : held(place_of(table.second), radius_);
            const float reach = table.first == own_ ? own_radius() : radius_;
            const float across = std::max({rect.left - at.x, 0.0F, at.x - rect.right()});
            const float down = std::max({rect.top - at.y, 0.0F, at.y - rect.bottom()});
            return std::hypot(across, down) < reach + ui_.px(2);
        });
    }

    // Dots from the start to the table, between the others.
    void draw_way() const {
        if (!start_) return;
        // As far from the other tables as they are drawn large, and a dot besides.
        // Where they stand close together, the aisle between them is left.
        const double clear = std::min(radius_ + ui_.px(14), 0.4F * closest()) / scale_;
        std::vector<Point> corners;
        for (const Spot& spot : way_to(map_, *start_, own_, clear)) {
            corners.push_back(place_of(spot));
        }
        corners.back() = own_place();
        const Point from = corners.front();
        const Point to = corners.back();
        const float end = own_radius() + ui_.px(26);
        float left = ui_.px(30);  // to the next dot
        for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
            const float length = distance(corners[i], corners[i + 1]);
            float along = left;
            for (; along < length; along += ui_.px(20)) {
                const Point at = between(corners[i], corners[i + 1], along / length);
                if (distance(at, from) < ui_.px(30) || distance(at, to) < end) continue;
                ui_.painter().disc(at, ui_.px(4), ui_.theme().primary);
            }
            left = along - length;
        }
        draw_tip(corners[corners.size() - 2], to);
    }

    [[nodiscard]] static float distance(Point one, Point other) {
        return std::hypot(one.x - other.x, one.y - other.y);
    }
    [[nodiscard]] static Point between(Point from, Point to, float share) {
        return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
    }

    // Where the way ends: an arrow's head of dots, at the rim of the table.
    void draw_tip(Point from, Point to) const {
        const float length = distance(from, to);
        if (length < own_radius() + ui_.px(40)) return;
        const Point ahead{(to.x - from.x) / length, (to.y - from.y) / length};
        const float reach = own_radius() + ui_.px(16);
        for (const float side : {-1.0F, 0.0F, 1.0F}) {
            const float back = reach + (side == 0 ? 0 : ui_.px(12));
            const float aside = side * ui_.px(12);
            ui_.painter().disc(
                {to.x - ahead.x * back - ahead.y * aside, to.y - ahead.y * back + ahead.x * aside},
                ui_.px(5), ui_.theme().primary);
        }
    }

    void draw_number(Point centre, float radius, GroupNumber group,
                     const TextBlockStyle& style) const {
        const TextScale scale(ui_, 1);
        paint_text(ui_, {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius},
                   std::to_string(group), style);
    }

    void draw_table(GroupNumber group, Point place) const {
        const Theme& theme = ui_.theme();
        const Point centre = held(place, radius_);
        ui_.painter().disc(centre, radius_, theme.card);
        ui_.painter().circle(centre, radius_, theme.outline, ui_.px(3));
        if (radius_ < ui_.px(numbered_table)) return;
        TextBlockStyle style =
            strong_text_style(theme, std::clamp(radius_ / ui_.px(1) * 0.75F, unit::label, 34.0F));
        style.colour = theme.ink_secondary;
        style.align = Align::centre;
        style.vertical = Vertical::middle;
        draw_number(centre, radius_, group, style);
    }

    void draw_own() const {
        const Theme& theme = ui_.theme();
        const float radius = own_radius();
        const Point centre = own_place();
        // A rim of floor, where tables stand close together.
        ui_.painter().disc(centre, radius + ui_.px(6), theme.room);
        ui_.painter().disc(centre, radius, theme.primary);
        TextBlockStyle style =
            strong_text_style(theme, std::max(32.0F, radius / ui_.px(1) * 0.85F));
        style.colour = theme.on_primary;
        style.align = Align::centre;
        style.vertical = Vertical::middle;
        draw_number(centre, radius, own_, style);
    }

    void draw_mark(Point centre, float radius) const {
        const Theme& theme = ui_.theme();
        ui_.painter().disc(centre, radius, theme.card);
        ui_.painter().circle(centre, radius, theme.primary, std::round(radius * 0.2F));
        ui_.painter().disc(centre, std::round(radius * 0.45F), theme.primary);
    }

    void draw_start() const {
        if (!start_) return;
        const Point place = place_of(*start_);
        draw_mark(place, ui_.px(22));
        // Right below the entrance where that is in the nearest wall; else after the same mark.
        const bool is_below = !from_ && start_->down > map_.size.down * 0.9;
        const float mark = is_below ? 0 : ui_.px(44);
        const float width = measure_text(ui_, caption_.width, here(), here_style()).width + 2;
        const float middle = is_below ? place.x : floor_.centre().x;
        const float left = std::clamp(middle - (width + mark) / 2, caption_.left,
                                      std::max(caption_.left, caption_.right() - width - mark));
        const Rect words{left + mark, caption_.top + ui_.px(is_below ? 10 : 0), width,
                         caption_.height};
        if (!is_below) draw_mark({left + ui_.px(16), words.centre().y}, ui_.px(16));
        draw_text(ui_, words, here(), here_style());
    }

    Ui& ui_;
    const SeatingMap& map_;
    GroupNumber own_;
    std::optional<GroupNumber> from_;
    std::optional<Spot> start_;  // where the way begins
    Rect caption_;
    Rect floor_;
    float scale_ = 1;
    float radius_ = 0;
};

}  // namespace

bool room_map_fits(const Ui& ui, Size room, const SeatingMap& map) {
    const float across = (room.width - ui.px(2 * padding)) / static_cast<float>(map.size.across);
    const float down = (room.height - ui.px(2 * padding + 60)) / static_cast<float>(map.size.down);
    return std::min(across, down) * static_cast<float>(map.size.across) >= ui.px(280) &&
           std::min(across, down) * static_cast<float>(map.size.down) >= ui.px(190);
}

std::optional<Rect> take_map_card(Ui& ui, Rect& bounds, const SeatingMap& map, float share) {
    Rect rest = bounds;
    const bool is_tall = ui.metrics().portrait();
    const Rect card = is_tall ? rest.take_bottom(std::round(bounds.height * 0.46F))
                              : rest.take_right(std::round(bounds.width * share));
    if (!room_map_fits(ui, {card.width, card.height}, map)) return std::nullopt;
    if (is_tall) {
        rest.take_bottom(ui.px(32));
    } else {
        rest.take_right(ui.px(40));
    }
    bounds = rest;
    return card;
}

void draw_room_plan(Ui& ui, const Rect& rect, const SeatingMap& map, GroupNumber own,
                    std::optional<GroupNumber> from) {
    if (!map.tables.contains(own)) return;
    const Unturned as_it_is(ui.painter().mirror(), rect);
    RoomPicture(ui, rect, map, own, from).draw();
    RecordedItem item;
    item.role = Role::image;
    item.id = "room_map";
    item.label = ui.say(Sentence{"Map of the room"});
    item.rect = rect;
    ui.record().add(std::move(item));
}

void draw_room_map(Ui& ui, const Rect& rect, const SeatingMap& map, GroupNumber own,
                   std::optional<GroupNumber> from) {
    if (!map.tables.contains(own)) return;
    card(ui, rect);
    draw_room_plan(ui, rect, map, own, from);
}

}  // namespace stormote
