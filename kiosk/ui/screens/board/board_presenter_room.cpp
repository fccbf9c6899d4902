// The board of groups: the room with its tables, and the one that is open.
#include <algorithm>
#include <utility>

#include "kiosk/ui/screens/board/board_presenter.h"

namespace stormote {

void BoardPresenter::show_as(BoardForm form) {
    if (std::exchange(view_.form, form) == form) return;
    view_.pan = {};
    view_.panel_scroll = {};
    view_.hand = {};
    view_.opened.reset();
    const BoardPerson *person = person_of(view_.chosen);
    if (form == BoardForm::room && person != nullptr) view_.opened = person->group;
    if (std::holds_alternative<OfTable>(task_)) task_ = Overview{};
    view_.reveal = view_.chosen;
}

// Tapped once more, it closes.
void BoardPresenter::open_table(GroupNumber group) {
    if (board_ == nullptr) return;
    const auto *open = std::get_if<OfTable>(&task_);
    if (open != nullptr && open->group == group) return close();
    news_.reset();
    trying_.reset();
    tried_.clear();
    view_.chosen.clear();
    view_.panel_scroll = {};
    view_.opened = group;
    task_ = OfTable{group};
    const auto& people = board_->people;
    const auto first = std::find_if(people.begin(), people.end(),
                                    [group](const auto& person) { return person.group == group; });
    if (first != people.end()) view_.reveal = card_id(first->attendee);
}

void BoardPresenter::keep_open_table() {
    if (!view_.opened || board_ == nullptr) return;
    const BoardGroup *table = board_->find(*view_.opened);
    const bool is_open = table != nullptr && !table->is_closed;
    if (is_open || board_->people_in(*view_.opened) > 0) return;
    view_.opened.reset();
    if (std::holds_alternative<OfTable>(task_)) task_ = Overview{};
}

BoardPresenter::Task BoardPresenter::at_rest() const {
    if (view_.form == BoardForm::room && view_.opened) return OfTable{*view_.opened};
    return Overview{};
}

}  // namespace stormote
