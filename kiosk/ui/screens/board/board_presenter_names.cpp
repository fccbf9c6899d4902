// The board of groups: tables that get a name and a place.
#include <algorithm>
#include <utility>

#include "kiosk/ui/screens/board/board_presenter.h"
#include "sync/base/match.h"
#include "sync/base/text_folding.h"

namespace stormote {

void BoardPresenter::open_naming(GroupNumber group) {
    const BoardGroup *found = board_ == nullptr ? nullptr : board_->find(group);
    if (found == nullptr) return;
    Naming task;
    task.before = {found->name, found->place};
    task.view.group = group;
    task.view.words = task.before;
    task_ = std::move(task);
    view_.chosen.clear();
    view_.panel_scroll = {};
}

std::optional<TableNameView> BoardPresenter::naming() const {
    const auto *task = std::get_if<Naming>(&task_);
    if (task == nullptr) return std::nullopt;
    TableNameView view = task->view;
    const std::string name = fold_text(view.words.name);
    for (const BoardGroup& group : board_->groups) {
        const bool is_other = group.number != view.group && !group.is_closed;
        if (is_other && !name.empty() && fold_text(group.name) == name) {
            view.namesake = group.number;
        }
    }
    return view;
}

void BoardPresenter::act(const TableNameIntent& intent) {
    auto *task = std::get_if<Naming>(&task_);
    if (task == nullptr) return;
    TableNameView& view = task->view;
    std::visit(Match{[&](const ChooseTableField& choice) { view.field = choice.field; },
                     [&](const ChangeTableField& change) {
                         const bool is_name = view.field == TableField::name;
                         (is_name ? view.words.name : view.words.place) = change.typed;
                         // A capital that was asked for is for one letter.
                         view.keys.capitals = Capitals::automatic;
                     },
                     [&](const TurnTableKeys& turned) { view.keys = turned.keys; },
                     [&](const SaveTable&) { save_name(); },
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) task_ = Overview{};
                     }},
               intent);
}

void BoardPresenter::save_name() {
    const Naming task = std::get<Naming>(std::exchange(task_, Overview{}));
    const BoardStep step = naming_step(task.view.group, task.before, task.view.words);
    if (!step.namings.empty()) take_new(step);
}

}  // namespace stormote
