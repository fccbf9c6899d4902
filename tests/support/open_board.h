// OpenBoard: the organiser's board of groups with a real desk behind it, touched and keyed by a
// test. One thread: the test's.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "kiosk/ui/organiser_room.h"
#include "tests/support/board_moves.h"
#include "tests/support/screen_at_desk.h"

namespace stormote::testing {

enum class Plan { dealt, none };

// Eight people of four associations in two groups, nobody here yet, with the board open.
class OpenBoard : public ScreenAtDesk {
  public:
    explicit OpenBoard(Plan plan = Plan::dealt, std::size_t here = 0, int groups = 2,
                       std::size_t count = 8) {
        for (std::size_t i = 0; i < count; ++i) {
            people.push_back(event.add(
                {"Person" + std::to_string(i), "Ek", "Förening " + std::to_string(i / 2)}));
        }
        if (plan == Plan::dealt) event->plan_groups(groups, 1, EventDesk::staff);
        for (std::size_t i = 0; i < here; ++i) event.come(people[i]);
        open_desk();
        room.emplace(*desk, nullptr, event.clock);
        room->open();
        driver.show([this](Ui& ui) { room->draw(ui, {}); });
        driver.tap("tab_groups");
        settle();
        driver.advance_ms(Ui::settle_ms);
        settle();
    }

    // Draws what has come, once the desk has done all that was asked, and all that this asked for.
    void settle() {
        for (int i = 0; i < 3; ++i) ScreenAtDesk::settle();
    }
    void tap(std::string_view id) {
        driver.tap(id);
        settle();
    }
    void press(KeyKind key) {
        driver.press(key);
        settle();
    }
    void focus(const std::string& id) {
        for (int i = 0; i < 40 && !is_focused(id); ++i) driver.press(KeyKind::next);
        REQUIRE(is_focused(id));
    }
    [[nodiscard]] bool is_focused(const std::string& id) const {
        const RecordedItem *item = driver.record().find_target(id);
        return item != nullptr && item->focused;
    }
    [[nodiscard]] std::string card(std::size_t person) const { return card_id(people[person]); }
    [[nodiscard]] GroupNumber group(std::size_t person) const {
        return desk->read(
            [&](const Desk& at) { return group_of(at.state(), people[person]).value_or(0); });
    }
    [[nodiscard]] std::vector<GroupNumber> groups() const {
        std::vector<GroupNumber> all;
        for (std::size_t i = 0; i < people.size(); ++i) all.push_back(group(i));
        return all;
    }
    [[nodiscard]] std::string focused() const {
        for (const RecordedItem& item : driver.record().items()) {
            if (item.focused) return item.id;
        }
        return "";
    }
    // By a device that does not know who sits there.
    void describe_elsewhere(GroupNumber group, GroupField field, const std::string& text) {
        desk->do_quietly([=](Desk& at) {
            const Body body{
                {},
                ActingRole::organiser,
                GroupDescribed{group, FieldSetter<GroupField>{}.set(field, text).take()}};
            at.record(std::span(&body, 1));
        });
        driver.advance_ms(1000);
        settle();
    }
    // Somebody whose group is such a one.
    template <typename IsWanted>
    [[nodiscard]] std::size_t somebody_who(IsWanted is_wanted) const {
        for (std::size_t person = 0; person < people.size(); ++person) {
            if (is_wanted(group(person))) return person;
        }
        throw std::out_of_range("nobody sits in such a group");
    }
    [[nodiscard]] std::size_t somebody_in(GroupNumber wanted) const {
        return somebody_who([&](GroupNumber own) { return own == wanted; });
    }
    // In the column of a group, beside its cards.
    [[nodiscard]] Point column_of(GroupNumber wanted) const {
        return driver.middle_of(card(somebody_in(wanted)));
    }
    [[nodiscard]] std::size_t move_count() const {
        return desk->read([&](const Desk& at) {
            std::size_t count = 0;
            for (const AttendeeId& person : people) {
                count += at.state().find_attendee(person)->moves.size();
            }
            return count;
        });
    }
    void drag(std::size_t person, Point to) {
        const Point from = driver.middle_of(card(person));
        driver.finger_down(1, from);
        for (int step = 1; step <= 10; ++step) {
            const float share = static_cast<float>(step) / 10;
            driver.finger_move(
                1, {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
        }
        settle();
        driver.finger_up(1, to);
        settle();
    }

    std::vector<AttendeeId> people;
    std::optional<OrganiserRoom> room;
};

}  // namespace stormote::testing
