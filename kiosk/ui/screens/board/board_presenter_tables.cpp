// The board of groups: groups that open and close.
#include <utility>

#include "kiosk/ui/screens/board/board_presenter.h"

namespace stormote {

void BoardPresenter::open_group(std::optional<GroupNumber> again) {
    if (board_ == nullptr) return;
    const GroupNumber group = again.value_or(next_number(*board_));
    task_ = Overview{};
    view_.panel_scroll = {};
    take_new({{}, {{group, true}}, {}});
}

GroupNumber BoardPresenter::opened_nameless(const BoardStep& step) const {
    const bool only_opens =
        step.tables.size() == 1 && step.tables.front().opens && step.moves.empty() && !step.plan;
    if (!only_opens) return 0;
    const GroupNumber group = step.tables.front().group;
    const BoardGroup *known = board_->find(group);
    return known == nullptr || known->name.empty() ? group : 0;
}

void BoardPresenter::propose_closing_of(GroupNumber group, std::optional<GroupNumber> into) {
    task_ = Closing{group, into, false, std::nullopt};
    view_.panel_scroll = {};
    ask(
        [group, into, round = round_](Desk& desk) -> std::optional<ClosingProposal> {
            // The other may have closed since the groups were read.
            if (!can_close(desk.state(), group)) return std::nullopt;
            return propose_closing(desk.state(), group, into, round);
        },
        [this, group, into](std::optional<ClosingProposal> proposal) {
            auto *task = std::get_if<Closing>(&task_);
            if (task == nullptr || task->group != group || task->into != into) return;
            if (proposal) {
                task->proposal = std::move(proposal);
            } else {
                task_ = Overview{};
                tell({{"No other group is open."}, {}}, PanelLine::Kind::warning);
            }
        });
}

void BoardPresenter::clear_closed() {
    if (board_ == nullptr || board_->open_count() == 0) return;
    const GroupNumber group = closed_with_people(*board_);
    if (group > 0) propose_closing_of(group, std::nullopt);
}

void BoardPresenter::record_closing(Closing& task) {
    if (!task.proposal) return;
    const BoardStep step = std::exchange(task.proposal, std::nullopt)->step;
    task_ = Overview{};
    view_.panel_scroll = {};
    if (!step.moves.empty() || !step.tables.empty()) take_new(step);
}

}  // namespace stormote
