#include "tests/support/screens/open_board.h"

#include <catch2/catch.hpp>

namespace stormote::testing {

OpenBoard::OpenBoard(Plan plan, std::size_t here, int groups, std::size_t count, BoardForm form) {
    for (std::size_t i = 0; i < count; ++i) {
        people.push_back(
            event.add({"Person" + std::to_string(i), "Ek", "Förening " + std::to_string(i / 2)}));
    }
    if (plan == Plan::dealt) event->plan_groups(groups, 1, EventDesk::staff);
    for (std::size_t i = 0; i < here; ++i) event.come(people[i]);
    open_desk();
    presenter.emplace(*desk, nullptr, event.clock);
    presenter->open();
    show(presenter);
    driver.tap("tab_groups");
    settle();
    driver.advance_ms(Ui::settle_ms);
    settle();
    // Before there are groups, there is nothing to switch.
    if (plan == Plan::dealt) show_as(form);
}

OpenBoard::~OpenBoard() = default;

void OpenBoard::settle() {
    for (int i = 0; i < 3; ++i) ScreenAtDesk::settle();
}

void OpenBoard::tap(std::string_view id) {
    driver.tap(id);
    settle();
}

void OpenBoard::tap_more(std::string_view id) {
    tap("board_more");
    tap(id);
}

void OpenBoard::press(KeyKind key) {
    driver.press(key);
    settle();
}

void OpenBoard::focus(const std::string& id) {
    for (int i = 0; i < 40 && !is_focused(id); ++i) driver.press(KeyKind::next);
    REQUIRE(is_focused(id));
}

bool OpenBoard::is_focused(const std::string& id) const {
    const RecordedItem *item = driver.record().find_target(id);
    return item != nullptr && item->focused;
}

GroupNumber OpenBoard::group(std::size_t person) const {
    return desk->read(
        [&](const Desk& at) { return group_of(at.state(), people[person]).value_or(0); });
}

std::vector<GroupNumber> OpenBoard::groups() const {
    std::vector<GroupNumber> all;
    for (std::size_t i = 0; i < people.size(); ++i) all.push_back(group(i));
    return all;
}

std::string OpenBoard::focused() const {
    for (const RecordedItem& item : driver.record().items()) {
        if (item.focused) return item.id;
    }
    return "";
}

void OpenBoard::describe_elsewhere(GroupNumber group, GroupField field, const std::string& text) {
    desk->do_quietly([=](Desk& at) {
        const Body body{{},
                        ActingRole::organiser,
                        GroupDescribed{group, FieldSetter<GroupField>{}.set(field, text).take()}};
        at.record(std::span(&body, 1));
    });
    driver.advance_ms(1000);
    settle();
}

std::size_t OpenBoard::somebody_in(GroupNumber wanted) const {
    return somebody_who([&](GroupNumber own) { return own == wanted; });
}

Point OpenBoard::column_of(GroupNumber wanted) const {
    return driver.middle_of(card(somebody_in(wanted)));
}

std::size_t OpenBoard::move_count() const {
    return desk->read([&](const Desk& at) {
        std::size_t count = 0;
        for (const AttendeeId& person : people) {
            count += at.state().find_attendee(person)->moves.size();
        }
        return count;
    });
}

void OpenBoard::drag(std::size_t person, Point to) {
    const Point from = driver.middle_of(card(person));
    driver.finger_down(1, from);
    for (int step = 1; step <= 10; ++step) {
        const float share = static_cast<float>(step) / 10;
        driver.finger_move(1, {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    }
    settle();
    driver.finger_up(1, to);
    settle();
}

void OpenBoard::show_as(BoardForm form) {
    tap(form == BoardForm::room ? "board_room" : "board_columns");
}

}  // namespace stormote::testing
