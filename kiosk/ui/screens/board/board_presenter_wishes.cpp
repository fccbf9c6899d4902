// The board of groups: what is touched there, and what it leads to.
#include <utility>

#include "kiosk/ui/screens/board/board_presenter.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

using Hold = BoardHand::Hold;

}  // namespace

void BoardPresenter::act(const BoardIntent& intent) {
    std::visit(
        Match{[&](const ChooseCard& wish) { choose(wish.card); },
              [&](const HoldCard& wish) {
                  view_.hand = wish.hand;
                  // What is asked about is tried as long as the question stands.
                  const bool is_asking = std::holds_alternative<AskingSeated>(task_) ||
                                         std::holds_alternative<EveningOut>(task_);
                  if (is_asking && wish.hand.hold == Hold::nothing) return;
                  std::optional<BoardMove> trying;
                  const BoardPerson *person = person_of(wish.hand.card);
                  const bool is_up =
                      wish.hand.hold == Hold::dragged || wish.hand.hold == Hold::carried;
                  if (is_up && person != nullptr && wish.hand.over &&
                      *wish.hand.over != person->group) {
                      trying = BoardMove{person->attendee, round_, person->group, *wish.hand.over};
                  }
                  if (trying == trying_) return;
                  trying_ = trying;
                  judge_tried();
              },
              [&](const DropCard& wish) {
                  if (const BoardPerson *person = person_of(wish.card)) {
                      ask_or_move(person->attendee, wish.group);
                  }
              },
              [&](const PanBoard& wish) { view_.pan = wish.pan; },
              [&](const ScrollBoardPanel& wish) { view_.panel_scroll = wish.scroll; },
              [&](const PressBoard& wish) { press(wish.action); },
              [&](const ChooseBoardGroup& wish) { choose_group(wish.group); },
              [&](const ShowBoardAs& wish) { show_as(wish.form); },
              [&](const OpenBoardTable& wish) { open_table(wish.group); }},
        intent);
}

void BoardPresenter::choose_group(GroupNumber group) {
    if (const auto *choosing = std::get_if<ChoosingGroup>(&task_)) {
        ask_or_move(AttendeeId(choosing->attendee), group);
    } else if (std::holds_alternative<Opening>(task_)) {
        open_group(group);
    } else if (std::holds_alternative<ChoosingClosing>(task_)) {
        propose_closing_of(group, std::nullopt);
    } else if (const auto *closing = std::get_if<Closing>(&task_)) {
        propose_closing_of(closing->group, group);
    } else if (std::holds_alternative<ChoosingNaming>(task_)) {
        open_naming(group);
    }
}

void BoardPresenter::choose(const std::string& card) {
    const BoardPerson *person = person_of(card);
    if (person == nullptr) return;
    news_.reset();
    view_.chosen = card;
    view_.panel_scroll = {};
    if (view_.form == BoardForm::room) view_.opened = person->group;
    task_ = OfPerson{person->attendee};
}

void BoardPresenter::press(BoardAction action) {
    const GroupNumber nameless = news_ ? news_->nameless : 0;
    news_.reset();
    view_.panel_scroll = {};
    switch (action) {
        case BoardAction::undo:
            take_back();
            break;
        case BoardAction::redo:
            do_again();
            break;
        case BoardAction::even_out:
            propose_even_out();
            break;
        case BoardAction::deal:
            propose_deal_of(usual_group_count_);
            break;
        case BoardAction::open_table:
            task_ = Opening{};
            break;
        case BoardAction::close_table:
            task_ = ChoosingClosing{};
            break;
        case BoardAction::name_table:
            task_ = ChoosingNaming{};
            break;
        case BoardAction::name_opened:
            open_naming(nameless);
            break;
        case BoardAction::clear_closed:
            clear_closed();
            break;
        case BoardAction::previous_round:
            turn_round(-1);
            break;
        case BoardAction::next_round:
            turn_round(1);
            break;
        case BoardAction::more:
            task_ = ChoosingMore{};
            break;
        case BoardAction::legend:
            task_ = ReadingLegend{};
            break;
        case BoardAction::lock:
            lock(SeatLock::locked);
            break;
        case BoardAction::unlock:
            lock(SeatLock::open);
            break;
        case BoardAction::lead:
            lead();
            break;
        case BoardAction::stop_leading:
            stop_leading();
            break;
        case BoardAction::confirm:
            confirm();
            break;
        case BoardAction::close:
            close();
            break;
        case BoardAction::choose_into:
        case BoardAction::deal_out:
        case BoardAction::choose_group:
        case BoardAction::skip:
        case BoardAction::fewer_groups:
        case BoardAction::more_groups:
            go_on(action);
            break;
    }
}

// A button that is pressed when its task is over does nothing.
void BoardPresenter::go_on(BoardAction action) {
    if (auto *closing = std::get_if<Closing>(&task_)) {
        if (action == BoardAction::choose_into) closing->is_choosing = true;
        if (action == BoardAction::deal_out) propose_closing_of(closing->group, std::nullopt);
    } else if (const auto *person = std::get_if<OfPerson>(&task_)) {
        if (action == BoardAction::choose_group) task_ = ChoosingGroup{person->attendee};
    } else if (auto *evening_out = std::get_if<EveningOut>(&task_)) {
        if (action != BoardAction::skip) return;
        ++evening_out->place;
        show_proposal(*evening_out);
    } else if (const auto *dealing = std::get_if<Dealing>(&task_)) {
        if (action == BoardAction::fewer_groups) propose_deal_of(dealing->group_count - 1);
        if (action == BoardAction::more_groups) propose_deal_of(dealing->group_count + 1);
    }
}

void BoardPresenter::close() {
    const auto *choosing = std::get_if<ChoosingGroup>(&task_);
    const auto *asking = std::get_if<AskingSeated>(&task_);
    auto *closing = std::get_if<Closing>(&task_);
    view_.panel_scroll = {};
    if (closing != nullptr && std::exchange(closing->is_choosing, false)) return;
    if (choosing != nullptr) {
        task_ = OfPerson{choosing->attendee};
    } else if (asking != nullptr && card_id(asking->move.attendee) == view_.chosen) {
        task_ = OfPerson{asking->move.attendee};
    } else {
        leave_panel();
    }
    trying_.reset();
    tried_.clear();
}

// Back to the open table, whose card or whose place on the plan has the keys then; or to the room.
void BoardPresenter::leave_panel() {
    const bool was_table = std::holds_alternative<OfTable>(task_);
    if (was_table && view_.opened) {
        view_.reveal = table_id(*view_.opened);
        view_.opened.reset();
    } else if (view_.opened) {
        view_.reveal = view_.chosen;
    }
    view_.chosen.clear();
    task_ = at_rest();
}

}  // namespace stormote
