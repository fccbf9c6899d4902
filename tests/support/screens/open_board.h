// OpenBoard: the organiser's board of groups with a real desk behind it, touched and keyed by a
// test. One thread: the test's.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/screens/organiser/organiser_presenter.h"
#include "tests/support/screens/board_moves.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote::testing {

enum class Plan { dealt, none };

// Eight people of four associations in two groups, nobody here yet, with the board open, as columns
// unless the room is asked for.
class OpenBoard : public ScreenAtDesk {
  public:
    explicit OpenBoard(Plan plan = Plan::dealt, std::size_t here = 0, int groups = 2,
                       std::size_t count = 8, BoardForm form = BoardForm::columns);
    ~OpenBoard();

    // Draws what has come, once the desk has done all that was asked, and all that this asked for.
    void settle();
    void tap(std::string_view id);
    // What lies under "Mer".
    void tap_more(std::string_view id);
    void press(KeyKind key);
    void focus(const std::string& id);
    [[nodiscard]] bool is_focused(const std::string& id) const;
    [[nodiscard]] std::string card(std::size_t person) const { return card_id(people[person]); }
    [[nodiscard]] GroupNumber group(std::size_t person) const;
    [[nodiscard]] std::vector<GroupNumber> groups() const;
    [[nodiscard]] std::string focused() const;
    // By a device that does not know who sits there.
    void describe_elsewhere(GroupNumber group, GroupField field, const std::string& text);
    // Somebody whose group is such a one.
    template <typename IsWanted>
    [[nodiscard]] std::size_t somebody_who(IsWanted is_wanted) const {
        for (std::size_t person = 0; person < people.size(); ++person) {
            if (is_wanted(group(person))) return person;
        }
        throw std::out_of_range("nobody sits in such a group");
    }
    [[nodiscard]] std::size_t somebody_in(GroupNumber wanted) const;
    // In the column of a group, beside its cards.
    [[nodiscard]] Point column_of(GroupNumber wanted) const;
    [[nodiscard]] std::size_t move_count() const;
    void drag(std::size_t person, Point to);
    void show_as(BoardForm form);

    std::vector<AttendeeId> people;
    std::optional<OrganiserPresenter> presenter;
};

}  // namespace stormote::testing
