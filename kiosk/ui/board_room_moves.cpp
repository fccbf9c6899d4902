// The board of groups: moves, what takes them back, locks, and proposals.
#include <algorithm>
#include <utility>

#include "kiosk/ui/board_room.h"

namespace stormote {

namespace {

constexpr Actor organiser{ActingRole::organiser};

using Kind = PanelLine::Kind;

BoardMove reversed(const BoardMove& step) {
    return {step.attendee, step.round, step.to, step.from};
}

}  // namespace

void BoardRoom::ask_or_move(const AttendeeId& attendee, GroupNumber group) {
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

void BoardRoom::move_by_hand(const BoardMove& step) {
    if (!std::holds_alternative<EveningOut>(task_)) {
        const bool is_chosen = card_id(step.attendee) == view_.chosen;
        task_ = is_chosen ? Task(OfPerson{step.attendee}) : Task(Overview{});
        if (!is_chosen) view_.chosen.clear();
    }
    move(step, [this, step] {
        history_.done.push_back(step);
        history_.undone.clear();
    });
}

// Shows the move at once; what the desk then says stands.
void BoardRoom::move(const BoardMove& step, std::function<void()> then) {
    auto moved = std::make_shared<GroupBoard>(*board_);
    for (BoardPerson& person : moved->people) {
        if (person.attendee == step.attendee) person.group = step.to;
    }
    const BoardPerson *person = moved->find(step.attendee);
    const std::string name = person == nullptr ? "?" : person->name;
    board_ = std::move(moved);
    ++change_;
    trying_.reset();
    tried_.clear();
    view_.reveal = card_id(step.attendee);
    ask([step](Desk& desk) { return move_person(desk, step, organiser); },
        [this, step, name, then = std::move(then)](bool is_moved) {
            ++change_;
            if (is_moved) {
                then();
                tell(moved_words(name, step.to), Kind::good);
            } else {
                tell(words({"{} was moved by somebody else meanwhile. Nothing was changed."}, name),
                     Kind::warning);
            }
            read();
        });
}

void BoardRoom::take_back() {
    if (history_.done.empty() || board_ == nullptr) return;
    const BoardMove step = history_.done.back();
    history_.done.pop_back();
    move(reversed(step), [this, step] { history_.undone.push_back(step); });
}

void BoardRoom::do_again() {
    if (history_.undone.empty() || board_ == nullptr) return;
    const BoardMove step = history_.undone.back();
    history_.undone.pop_back();
    move(step, [this, step] { history_.done.push_back(step); });
}

void BoardRoom::lock(SeatLock seat_lock) {
    const auto *task = std::get_if<OfPerson>(&task_);
    if (task == nullptr) return;
    ask(
        [attendee = task->attendee, seat_lock](Desk& desk) {
            lock_seat(desk, attendee, seat_lock, organiser);
            return true;
        },
        [this](bool) {
            ++change_;
            read();
        });
}

void BoardRoom::confirm() {
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
    }
}

void BoardRoom::propose_even_out() {
    task_ = EveningOut{};
    view_.chosen.clear();
    ask([round = round_](Desk& desk) { return propose_moves(desk.state(), round); },
        [this](BoardProposal proposal) {
            auto *task = std::get_if<EveningOut>(&task_);
            if (task == nullptr || task->proposal) return;
            task->proposal = std::move(proposal);
            show_proposal(*task);
        });
}

void BoardRoom::show_proposal(EveningOut& task) {
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

void BoardRoom::propose_deal_of(int group_count) {
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

void BoardRoom::record_deal(Dealing& task) {
    if (!task.proposal) return;
    ask(
        [draft = task.proposal->draft, round = round_](Desk& desk) {
            desk.record_groups(draft, seating_of(desk.state()), organiser);
            return read_at(desk, round);
        },
        [this](Reading reading) {
            // Moves of before were made between other groups.
            history_ = {};
            ++change_;
            task_ = Overview{};
            tell(words({"Everybody has a group now."}), Kind::good);
            take(std::move(reading));
        });
    // It is recorded once, however often the button is pressed.
    task.proposal.reset();
}

}  // namespace stormote
