#include "kiosk/ui/screens/common/room/room_way.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <queue>

namespace stormote {

namespace {

// Along the longer side of the room: fine enough for a picture.
constexpr int most_cells = 72;
// A turn costs as much as some steps: people remember "straight on, then left".
constexpr double turn_cost = 4;
// Whoever stands close to a table, or at one, gets away from it: metres.
constexpr double start_room = 1;

struct Step {
    int across;
    int down;
};
constexpr std::array<Step, 4> steps{{{0, -1}, {0, 1}, {-1, 0}, {1, 0}}};

class Aisles {
  public:
    Aisles(const SeatingMap& map, const Spot& from, GroupNumber table, double clear)
        : from_(from), to_(map.tables.at(table)) {
        cell_ = std::max(map.size.across, map.size.down) / most_cells;
        width_ = std::max(1, static_cast<int>(std::ceil(map.size.across / cell_)));
        height_ = std::max(1, static_cast<int>(std::ceil(map.size.down / cell_)));
        is_free_.assign(static_cast<std::size_t>(width_ * height_), true);
        for (const auto& [group, spot] : map.tables) {
            if (group != table) close(spot, clear);
        }
    }

    [[nodiscard]] std::vector<Spot> way() {
        search();
        const auto end = static_cast<std::size_t>(place_of(to_) * 4);
        std::size_t best = end;
        for (std::size_t turned = end; turned < end + 4; ++turned) {
            if (cost_[turned] < cost_[best]) best = turned;
        }
        if (cost_[best] == unreached) return {from_, to_};
        return corners(best);
    }

  private:
    static constexpr double unreached = std::numeric_limits<double>::infinity();

    [[nodiscard]] static double distance(const Spot& one, const Spot& other) {
        return std::hypot(one.across - other.across, one.down - other.down);
    }
    [[nodiscard]] int place_of(const Spot& spot) const {
        const int across = std::clamp(static_cast<int>(spot.across / cell_), 0, width_ - 1);
        const int down = std::clamp(static_cast<int>(spot.down / cell_), 0, height_ - 1);
        return down * width_ + across;
    }
    [[nodiscard]] Spot middle_of(int place) const {
        return {(place % width_ + 0.5) * cell_, (place / width_ + 0.5) * cell_};
    }

    void close(const Spot& table, double clear) {
        for (int place = 0; place < width_ * height_; ++place) {
            const Spot middle = middle_of(place);
            if (distance(middle, table) >= clear || distance(middle, from_) < start_room) continue;
            is_free_[static_cast<std::size_t>(place)] = false;
        }
    }

    // The cheapest cost to each place in each direction, by Dijkstra.
    void search() {
        const std::size_t count = is_free_.size() * steps.size();
        cost_.assign(count, unreached);
        before_.assign(count, count);
        using Reached = std::pair<double, std::size_t>;
        std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open;
        const auto start = static_cast<std::size_t>(place_of(from_)) * steps.size();
        for (std::size_t direction = 0; direction < steps.size(); ++direction) {
            cost_[start + direction] = 0;
            open.emplace(0, start + direction);
        }
        while (!open.empty()) {
            const auto [cost, at] = open.top();
            open.pop();
            if (cost > cost_[at]) continue;
            for (std::size_t direction = 0; direction < steps.size(); ++direction) {
                const auto next = neighbour(static_cast<int>(at / steps.size()), direction);
                if (!next) continue;
                const double turned = direction == at % steps.size() ? 0 : turn_cost;
                const auto to = static_cast<std::size_t>(*next) * steps.size() + direction;
                if (cost + 1 + turned >= cost_[to]) continue;
                cost_[to] = cost + 1 + turned;
                before_[to] = at;
                open.emplace(cost_[to], to);
            }
        }
    }

    [[nodiscard]] std::optional<int> neighbour(int place, std::size_t direction) const {
        const int across = place % width_ + steps.at(direction).across;
        const int down = place / width_ + steps.at(direction).down;
        if (across < 0 || down < 0 || across >= width_ || down >= height_) return std::nullopt;
        const int next = down * width_ + across;
        if (!is_free_[static_cast<std::size_t>(next)]) return std::nullopt;
        return next;
    }

    // Backwards from the end: where the direction changes. Start and end are where they are, and
    // not in the middle of their cells: the corners next to them are moved along.
    [[nodiscard]] std::vector<Spot> corners(std::size_t end) const {
        std::vector<Spot> way;
        std::vector<std::size_t> directions;
        for (std::size_t at = end; before_[at] != before_.size(); at = before_[at]) {
            if (directions.empty() || directions.back() != at % steps.size()) {
                way.push_back(middle_of(static_cast<int>(at / steps.size())));
                directions.push_back(at % steps.size());
            }
        }
        if (way.empty()) return {from_, to_};
        way.front() = to_;
        way.push_back(from_);
        std::reverse(way.begin(), way.end());
        std::reverse(directions.begin(), directions.end());
        straighten(way, directions);
        return way;
    }

    // directions[i] leads from way[i] to way[i + 1].
    static void straighten(std::vector<Spot>& way, const std::vector<std::size_t>& directions) {
        if (way.size() < 3) return;
        const auto is_upright = [](std::size_t direction) { return direction < 2; };
        if (is_upright(directions.front())) {
            way[1].across = way.front().across;
        } else {
            way[1].down = way.front().down;
        }
        const std::size_t last = way.size() - 2;
        if (is_upright(directions.back())) {
            way[last].across = way.back().across;
        } else {
            way[last].down = way.back().down;
        }
    }

    Spot from_;
    Spot to_;
    double cell_ = 1;
    int width_ = 1;
    int height_ = 1;
    std::vector<bool> is_free_;
    std::vector<double> cost_;         // by place and direction
    std::vector<std::size_t> before_;  // likewise; its size: none
};

}  // namespace

std::vector<Spot> way_to(const SeatingMap& map, const Spot& from, GroupNumber table, double clear) {
    return Aisles(map, from, table, clear).way();
}

}  // namespace stormote
