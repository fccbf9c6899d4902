// The board of groups: moves, what takes them back, locks, and proposals.
#include <algorithm>
#include <utility>

#include "kiosk/ui/screens/board/board_presenter.h"

namespace stormote {

namespace {

using Kind = PanelLine::Kind;

}  // namespace

void BoardPresenter::ask_or_move(const AttendeeId& attendee, GroupNumber group) {
    const BoardPerson *person = board_ == nullptr ? nullptr : board_->find(attendee);
    if (person == nullptr || person->group == group) return;
    const BoardMove step{attendee, round_, person->group, group};
    news_.reset();
    view_.panel_scroll = {};
    if (person->is_here) {
        task_ = AskingSeated{step};
        trying_ = step;
        judge_tried();
        return;
    }
    move_by_hand(step);
}

void BoardPresenter::move_by_hand(const BoardMove& step) {
    if (!std::holds_alternative<EveningOut>(task_)) {
        const bool is_chosen = card_id(step.attendee) == view_.chosen;
        task_ = is_chosen ? Task(OfPerson{step.attendee}) : at_rest();
        if (!is_chosen) view_.chosen.clear();
    }
    take_new({{step}, {}, {}});
}

void BoardPresenter::take_new(const BoardStep& step) {
    take(step, words_of(step), [this, step] {
        history_.done.push_back(step);
        history_.undone.clear();
    });
}

// One move shows at once; what the desk then says stands.
void BoardPresenter::take(const BoardStep& step, LocalizedMessage told,
                          std::function<void()> then) {
    if (step.moves.size() == 1) show_at_once(step.moves.front());
    ++change_;
    trying_.reset();
    tried_.clear();
    ask([step](Desk& desk) { return take_step(desk, step, actor::organiser); },
        [this, told = std::move(told), name = moved_name(step), nameless = opened_nameless(step),
         then = std::move(then)](StepOutcome outcome) {
            ++change_;
            if (outcome == StepOutcome::done) {
                then();
                tell(told, Kind::good);
                news_->nameless = nameless;
            } else {
                tell(refusal_words(outcome, name), Kind::warning);
            }
            read();
        });
}

void BoardPresenter::show_at_once(const BoardMove& move) {
    auto moved = std::make_shared<GroupBoard>(*board_);
    for (BoardPerson& person : moved->people) {
        if (person.attendee == move.attendee) person.group = move.to;
    }
    show_groups(std::move(moved));
    if (view_.opened && view_.chosen == card_id(move.attendee)) view_.opened = move.to;
    view_.reveal = card_id(move.attendee);
}

// Of whom the step moves, where it moves one person and does nothing else.
std::string BoardPresenter::moved_name(const BoardStep& step) const {
    if (step.moves.size() != 1 || !step.tables.empty() || step.plan) return "";
    const BoardPerson *person = board_->find(step.moves.front().attendee);
    return person == nullptr ? "?" : person->name;
}

LocalizedMessage BoardPresenter::words_of(const BoardStep& step) const {
    return step_words(step, moved_name(step));
}

void BoardPresenter::take_back() {
    if (history_.done.empty() || board_ == nullptr) return;
    const BoardStep step = history_.done.back();
    history_.done.pop_back();
    const BoardStep back = reversed(step);
    const LocalizedMessage told =
        step.plan ? localized({"The groups are as they were before they were dealt again."})
                  : words_of(back);
    take(back, told, [this, step] { history_.undone.push_back(step); });
}

void BoardPresenter::do_again() {
    if (history_.undone.empty() || board_ == nullptr) return;
    const BoardStep step = history_.undone.back();
    history_.undone.pop_back();
    take(step, words_of(step), [this, step] { history_.done.push_back(step); });
}

void BoardPresenter::lock(SeatLock seat_lock) {
    const auto *task = std::get_if<OfPerson>(&task_);
    if (task == nullptr) return;
    ask(
        [attendee = task->attendee, seat_lock](Desk& desk) {
            lock_seat(desk, attendee, seat_lock, actor::organiser);
            return true;
        },
        [this](bool) {
            ++change_;
            read();
        });
}

// The person whose panel it is leads the group where they sit, and none that they led before.
void BoardPresenter::lead() {
    const auto *task = std::get_if<OfPerson>(&task_);
    const BoardPerson *person = task == nullptr ? nullptr : board_->find(task->attendee);
    const BoardGroup *group = person == nullptr ? nullptr : board_->find(person->group);
    if (group == nullptr) return;
    BoardStep step;
    if (person->leads > 0) step.leads.push_back({person->leads, person->attendee, std::nullopt});
    step.leads.push_back({group->number, group->facilitator, person->attendee});
    take_new(step);
}

void BoardPresenter::stop_leading() {
    const auto *task = std::get_if<OfPerson>(&task_);
    const BoardPerson *person = task == nullptr ? nullptr : board_->find(task->attendee);
    if (person == nullptr || person->leads == 0) return;
    BoardStep step;
    step.leads.push_back({person->leads, person->attendee, std::nullopt});
    take_new(step);
}

void BoardPresenter::confirm() {
    if (const auto *asking = std::get_if<AskingSeated>(&task_)) {
        move_by_hand(BoardMove(asking->move));
    } else if (auto *evening = std::get_if<EveningOut>(&task_)) {
        if (!evening->proposal || evening->place >= evening->proposal->moves.size()) return;
        const BoardMove step = evening->proposal->moves[evening->place];
        ++evening->place;
        move_by_hand(step);
        show_proposal(*evening);
    } else if (auto *dealing = std::get_if<Dealing>(&task_)) {
        record_deal(*dealing);
    } else if (std::holds_alternative<Opening>(task_)) {
        open_group(std::nullopt);
    } else if (auto *closing = std::get_if<Closing>(&task_)) {
        record_closing(*closing);
    }
}

void BoardPresenter::propose_even_out() {
    task_ = EveningOut{};
    view_.opened.reset();
    view_.chosen.clear();
    ask([round = round_](Desk& desk) { return propose_moves(desk.state(), round); },
        [this](BoardProposal proposal) {
            auto *task = std::get_if<EveningOut>(&task_);
            if (task == nullptr || task->proposal) return;
            task->proposal = std::move(proposal);
            show_proposal(*task);
        });
}

void BoardPresenter::show_proposal(EveningOut& task) {
    trying_.reset();
    tried_.clear();
    view_.chosen.clear();
    const auto& moves = task.proposal->moves;
    while (task.place < moves.size()) {
        const BoardPerson *person = board_->find(moves[task.place].attendee);
        if (person != nullptr && person->group == moves[task.place].from) break;
        ++task.place;
    }
    if (task.place >= moves.size()) return;
    view_.chosen = card_id(moves[task.place].attendee);
    view_.reveal = view_.chosen;
    // What is reckoned for those here alone cannot be seen in what the whole board costs.
    if (task.proposal->is_of_those_here) return;
    trying_ = moves[task.place];
    judge_tried();
}

void BoardPresenter::propose_deal_of(int group_count) {
    task_ = Dealing{group_count, std::nullopt};
    view_.chosen.clear();
    // Another plan each time somebody asks, the same one on every try at the same moment.
    ask([group_count,
         seed = change_ + 1](Desk& desk) { return propose_deal(desk.state(), group_count, seed); },
        [this, group_count](DealProposal proposal) {
            auto *task = std::get_if<Dealing>(&task_);
            if (task == nullptr || task->group_count != group_count) return;
            task->proposal = std::move(proposal);
        });
}

void BoardPresenter::record_deal(Dealing& task) {
    if (!task.proposal) return;
    ask(
        [draft = task.proposal->draft](Desk& desk) {
            BoardStep step = deal_step(desk.state(), draft);
            const StepOutcome outcome = take_step(desk, step, actor::organiser);
            return std::pair(outcome, std::move(step));
        },
        [this](const std::pair<StepOutcome, BoardStep>& answer) {
            const auto& [outcome, step] = answer;
            ++change_;
            task_ = Overview{};
            if (outcome == StepOutcome::done) {
                history_.done.push_back(step);
                history_.undone.clear();
                tell(words_of(step), Kind::good);
            } else {
                tell(refusal_words(outcome, ""), Kind::warning);
            }
            read();
        });
    // It is recorded once, however often the button is pressed.
    task.proposal.reset();
}

}  // namespace stormote
