#include "kiosk/ui/screens/board/board_presenter.h"

#include <algorithm>
#include <utility>

#include "sync/base/match.h"

namespace stormote {

namespace {

constexpr std::int64_t refresh_ms = 1000;

}  // namespace

void BoardPresenter::open() {
    show_groups(nullptr);
    results_.clear();
    tried_.clear();
    trying_.reset();
    read_ms_.reset();
    ++change_;
    round_ = 1;
    shown_table_ = 0;
    task_ = Overview{};
    history_ = {};
    news_.reset();
    view_ = {};
}

void BoardPresenter::refresh(Ui& ui) {
    const std::int64_t now_ms = ui.now_ms();
    const bool is_due = !read_ms_ || now_ms - *read_ms_ >= refresh_ms;
    if (is_due) read_ms_ = now_ms;
    ui.wake_at(*read_ms_ + refresh_ms);
    if (is_due) read();
}

// The desk's own thread may read its state; nobody else writes to it.
BoardPresenter::Reading BoardPresenter::read_at(const Desk& desk, RoundNumber round) {
    Reading reading;
    reading.board = read_board(desk.state(), round);
    reading.results = judge_board(reading.board);
    reading.usual_group_count = stormote::usual_group_count(desk.state());
    return reading;
}

void BoardPresenter::read() {
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

void BoardPresenter::take(Reading reading) {
    show_groups(std::make_shared<const GroupBoard>(std::move(reading.board)));
    results_ = std::move(reading.results);
    usual_group_count_ = reading.usual_group_count;
    const bool has_groups = board_->open_count() > 0;
    if (!has_groups && !board_->people.empty() && !std::holds_alternative<Dealing>(task_)) {
        propose_deal_of(usual_group_count_);
    }
    if (person_of(view_.chosen) == nullptr && !view_.chosen.empty()) close();
    keep_open_table();
    if (trying_) judge_tried();
    bring_table_into_sight();
}

void BoardPresenter::begin_in(RoundNumber round) {
    if (round_ != round) show_groups(nullptr);
    round_ = round;
    ++change_;
    read_ms_.reset();
    task_ = Overview{};
    view_.opened.reset();
    view_.chosen.clear();
    view_.panel_scroll = {};
    trying_.reset();
    tried_.clear();
    news_.reset();
}

void BoardPresenter::show_groups(std::shared_ptr<const GroupBoard> board) {
    board_ = std::move(board);
    contents_.reset();
}

void BoardPresenter::show_table(GroupNumber group, RoundNumber round) {
    begin_in(round);
    shown_table_ = group;
}

void BoardPresenter::ask_closing(GroupNumber group, RoundNumber round) {
    begin_in(round);
    propose_closing_of(group, std::nullopt);
}

void BoardPresenter::bring_table_into_sight() {
    const GroupNumber group = std::exchange(shown_table_, 0);
    if (group == 0) return;
    const BoardGroup *table = board_->find(group);
    const auto leader = table == nullptr ? std::nullopt : table->facilitator;
    const auto& people = board_->people;
    const auto found = std::find_if(people.begin(), people.end(), [&](const BoardPerson& person) {
        return person.group == group && person.is_here && person.attendee != leader;
    });
    if (found == people.end()) {
        return tell(localized({"Nobody else is at group {} yet."}, group),
                    PanelLine::Kind::warning);
    }
    const std::string card = card_id(found->attendee);
    choose(card);
    view_.reveal = card;
}

// What the groups would cost with the card where it is held.
void BoardPresenter::judge_tried() {
    tried_.clear();
    if (!trying_ || board_ == nullptr) return;
    ask([board = board_, step = *trying_](Desk&) { return judge_board(*board, step); },
        [this, step = *trying_](std::vector<CriterionResult> results) {
            if (trying_ == step) tried_ = std::move(results);
        });
}

const BoardPerson *BoardPresenter::person_of(const std::string& card) const {
    if (board_ == nullptr) return nullptr;
    const auto found =
        std::find_if(board_->people.begin(), board_->people.end(),
                     [&card](const auto& each) { return card_id(each.attendee) == card; });
    return found == board_->people.end() ? nullptr : &*found;
}

BoardView BoardPresenter::view(const Texts& texts) {
    BoardView view = view_;
    view_.reveal.clear();
    if (board_ == nullptr) return view;
    view.contents = contents(texts);
    if (trying_ && view.hand.hold != BoardHand::Hold::dragged) view.aimed = trying_->to;
    view.criteria = board_criteria(results_, tried_, texts);
    if (board_->people.empty()) view.news = texts.get(Sentence{"Nobody is registered yet."});
    view.panel = panel(texts);
    if (news_) {
        const LocalizedMessage& words = news_->words;
        view.panel.lines.insert(view.panel.lines.begin(), {texts.say(words), news_->kind});
        if (news_->nameless > 0) offer_name(view.panel, texts);
    }
    return view;
}

const std::shared_ptr<const BoardContents>& BoardPresenter::contents(const Texts& texts) {
    if (contents_ == nullptr || contents_language_ != texts.language()) {
        contents_ = board_contents(*board_, texts);
        contents_language_ = texts.language();
    }
    return contents_;
}

BoardPanel BoardPresenter::panel(const Texts& texts) const {
    BoardPanel panel = panel_of_task(texts);
    // What is closed is not on the plan.
    const bool is_on_plan = !std::holds_alternative<Opening>(task_);
    if (view_.form == BoardForm::room && is_on_plan) offer_tables(panel, texts);
    return panel;
}

BoardPanel BoardPresenter::panel_of_task(const Texts& texts) const {
    if (board_->groups.empty() && board_->people.empty()) return {};
    const auto of = [this](const AttendeeId& attendee) { return board_->find(attendee); };
    const auto overview = [&] {
        return overview_panel(*board_, results_, history_, view_.form, texts);
    };
    return std::visit(
        Match{
            [&](const Overview&) { return overview(); },
            [&](const ChoosingMore&) { return more_panel(*board_, texts); },
            [&](const ReadingLegend&) { return legend_panel(texts); },
            [&](const OfTable& task) { return table_panel(*board_, task.group, history_, texts); },
            [&](const OfPerson& task) {
                const BoardPerson *person = of(task.attendee);
                return person == nullptr ? overview() : person_panel(*board_, *person, texts);
            },
            [&](const ChoosingGroup& task) {
                const BoardPerson *person = of(task.attendee);
                return person == nullptr ? overview() : group_choice_panel(*board_, *person, texts);
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
            [&](const ChoosingNaming&) { return naming_choice_panel(*board_, texts); },
            [&](const Naming&) { return overview(); },
            [&](const Closing& task) {
                if (task.is_choosing) return closing_into_panel(*board_, task.group, texts);
                return closing_panel(*board_, task.group, task.into, task.proposal, texts);
            }},
        task_);
}

void BoardPresenter::turn_round(int rounds) {
    if (board_ == nullptr) return;
    round_ = std::clamp<RoundNumber>(round_ + rounds, 1, board_->round_count);
    ++change_;
    read();
}

}  // namespace stormote
