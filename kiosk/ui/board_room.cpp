#include "kiosk/ui/board_room.h"

#include <algorithm>
#include <utility>

#include "sync/base/match.h"

namespace stormote {

namespace {

constexpr std::int64_t refresh_ms = 1000;
using Hold = BoardHand::Hold;
using Kind = PanelLine::Kind;

}  // namespace

void BoardRoom::open() {
    board_.reset();
    results_.clear();
    tried_.clear();
    trying_.reset();
    read_ms_.reset();
    ++change_;
    round_ = 1;
    task_ = Overview{};
    history_ = {};
    news_.reset();
    view_ = {};
}

void BoardRoom::refresh(Ui& ui) {
    const std::int64_t now_ms = ui.now_ms();
    const bool is_due = !read_ms_ || now_ms - *read_ms_ >= refresh_ms;
    if (is_due) read_ms_ = now_ms;
    ui.wake_at(*read_ms_ + refresh_ms);
    if (is_due) read();
}

// The desk's own thread may read its state; nobody else writes to it.
BoardRoom::Reading BoardRoom::read_at(const Desk& desk, RoundNumber round) {
    Reading reading;
    reading.board = read_board(desk.state(), round);
    reading.results = judge_board(reading.board);
    reading.usual_group_count = stormote::usual_group_count(desk.state());
    return reading;
}

void BoardRoom::read() {
    if (std::exchange(is_reading_, true)) return;
    ask([round = round_](Desk& desk) { return read_at(desk, round); },
        [this, asked = change_](Reading reading) {
            is_reading_ = false;
            if (asked == change_) {
                take(std::move(reading));
            } else {
                read();
            }
        });
}

void BoardRoom::take(Reading reading) {
    board_ = std::make_shared<const GroupBoard>(std::move(reading.board));
    results_ = std::move(reading.results);
    usual_group_count_ = reading.usual_group_count;
    const bool has_groups = board_->open_count() > 0;
    if (!has_groups && !board_->people.empty() && !std::holds_alternative<Dealing>(task_)) {
        propose_deal_of(usual_group_count_);
    }
    if (person_of(view_.chosen) == nullptr && !view_.chosen.empty()) close();
    if (trying_) judge_tried();
}

// What the groups would cost with the card where it is held.
void BoardRoom::judge_tried() {
    tried_.clear();
    if (!trying_ || board_ == nullptr) return;
    ask([board = board_, step = *trying_](Desk&) { return judge_board(*board, step); },
        [this, step = *trying_](std::vector<CriterionResult> results) {
            if (trying_ == step) tried_ = std::move(results);
        });
}

const BoardPerson *BoardRoom::person_of(const std::string& card) const {
    if (board_ == nullptr) return nullptr;
    const auto found =
        std::find_if(board_->people.begin(), board_->people.end(),
                     [&card](const auto& each) { return card_id(each.attendee) == card; });
    return found == board_->people.end() ? nullptr : &*found;
}

BoardView BoardRoom::view(const Texts& texts) {
    BoardView view = view_;
    view_.reveal.clear();
    if (board_ == nullptr) return view;
    view.columns = board_columns(*board_, texts);
    view.sectors = board_sectors(*board_, texts);
    view.criteria = board_criteria(results_, tried_, texts);
    if (board_->people.empty()) view.news = texts.get(Sentence{"Nobody is registered yet."});
    view.panel = panel(texts);
    if (news_) {
        const Words& words = news_->words;
        view.panel.lines.insert(
            view.panel.lines.begin(),
            {fill_in(std::string(texts.get(words.sentence)), words.arguments), news_->kind});
    }
    return view;
}

BoardPanel BoardRoom::panel(const Texts& texts) const {
    if (board_->groups.empty() && board_->people.empty()) return {};
    const auto of = [this](const AttendeeId& attendee) { return board_->find(attendee); };
    const auto overview = [&] { return overview_panel(*board_, results_, history_, texts); };
    return std::visit(
        Match{[&](const Overview&) { return overview(); },
              [&](const ReadingLegend&) { return legend_panel(texts); },
              [&](const OfPerson& task) {
                  const BoardPerson *person = of(task.attendee);
                  return person == nullptr ? overview() : person_panel(*board_, *person, texts);
              },
              [&](const ChoosingGroup& task) {
                  const BoardPerson *person = of(task.attendee);
                  return person == nullptr ? overview()
                                           : group_choice_panel(*board_, *person, texts);
              },
              [&](const AskingSeated& task) {
                  const BoardPerson *person = of(task.move.attendee);
                  return person == nullptr ? overview() : seated_panel(*person, task.move, texts);
              },
              [&](const EveningOut& task) {
                  return even_out_panel(*board_, task.proposal, task.place, texts);
              },
              [&](const Dealing& task) {
                  return deal_panel(*board_, task.group_count, task.proposal, texts);
              },
              [&](const Opening&) { return opening_panel(*board_, texts); },
              [&](const ChoosingClosing&) { return closing_choice_panel(*board_, texts); },
              [&](const Closing& task) {
                  if (task.is_choosing) return closing_into_panel(*board_, task.group, texts);
                  return closing_panel(*board_, task.group, task.into, task.proposal, texts);
              }},
        task_);
}

void BoardRoom::act(const BoardIntent& intent) {
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
              [&](const ChooseBoardGroup& wish) { choose_group(wish.group); }},
        intent);
}

void BoardRoom::choose_group(GroupNumber group) {
    if (const auto *choosing = std::get_if<ChoosingGroup>(&task_)) {
        ask_or_move(AttendeeId(choosing->attendee), group);
    } else if (std::holds_alternative<Opening>(task_)) {
        open_group(group);
    } else if (std::holds_alternative<ChoosingClosing>(task_)) {
        propose_closing_of(group, std::nullopt);
    } else if (const auto *closing = std::get_if<Closing>(&task_)) {
        propose_closing_of(closing->group, group);
    }
}

void BoardRoom::choose(const std::string& card) {
    const BoardPerson *person = person_of(card);
    if (person == nullptr) return;
    news_.reset();
    view_.chosen = card;
    view_.panel_scroll = {};
    task_ = OfPerson{person->attendee};
}

void BoardRoom::press(BoardAction action) {
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
        case BoardAction::clear_closed:
            clear_closed();
            break;
        case BoardAction::choose_into:
            if (auto *task = std::get_if<Closing>(&task_)) task->is_choosing = true;
            break;
        case BoardAction::deal_out:
            if (const auto *task = std::get_if<Closing>(&task_)) {
                propose_closing_of(task->group, std::nullopt);
            }
            break;
        case BoardAction::previous_round:
            turn_round(-1);
            break;
        case BoardAction::next_round:
            turn_round(1);
            break;
        case BoardAction::legend:
            task_ = ReadingLegend{};
            break;
        case BoardAction::choose_group:
            if (const auto *task = std::get_if<OfPerson>(&task_)) {
                task_ = ChoosingGroup{task->attendee};
            }
            break;
        case BoardAction::lock:
            lock(SeatLock::locked);
            break;
        case BoardAction::unlock:
            lock(SeatLock::open);
            break;
        case BoardAction::confirm:
            confirm();
            break;
        case BoardAction::skip:
            if (auto *task = std::get_if<EveningOut>(&task_)) {
                ++task->place;
                show_proposal(*task);
            }
            break;
        case BoardAction::fewer_groups:
        case BoardAction::more_groups:
            if (const auto *task = std::get_if<Dealing>(&task_)) {
                propose_deal_of(task->group_count + (action == BoardAction::more_groups ? 1 : -1));
            }
            break;
        case BoardAction::close:
            close();
            break;
    }
}

void BoardRoom::close() {
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
        task_ = Overview{};
        view_.chosen.clear();
    }
    trying_.reset();
    tried_.clear();
}

void BoardRoom::turn_round(int rounds) {
    if (board_ == nullptr) return;
    round_ = std::clamp<RoundNumber>(round_ + rounds, 1, board_->round_count);
    ++change_;
    read();
}

}  // namespace stormote
