// BoardPresenter: the board of groups while the organiser has it open: what is chosen and held, the
// moves that can be taken back, and what is being proposed. All reading, judging and writing is
// done on the desk's thread. The screen thread; borrows the desk, which outlives it.
//
// Sources: board_presenter.cpp, board_presenter_moves.cpp, board_presenter_names.cpp,
// board_presenter_room.cpp, board_presenter_tables.cpp, board_presenter_wishes.cpp.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <variant>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/board/board_views.h"
#include "kiosk/ui/screens/board/table_name.h"

namespace stormote {

class BoardPresenter {
  public:
    explicit BoardPresenter(DeskThread& desk) : desk_(desk) {}

    // As at the beginning: nothing read, chosen or to be taken back.
    void open();
    // Once a frame while the board is shown: asks the desk for the groups, at most once a second.
    void refresh(Ui& ui);
    // What the board shows now; what is to be brought into sight is said once.
    [[nodiscard]] BoardView view(const Texts& texts);
    void act(const BoardIntent& intent);

    // In a round, as if somebody who is at that table and does not lead it had been tapped: as soon
    // as the groups are read.
    void show_table(GroupNumber group, RoundNumber round);
    // In a round, the question of who goes where when that group closes.
    void ask_closing(GroupNumber group, RoundNumber round);

    // The page for the table that is being named, instead of the board; nothing while none is.
    [[nodiscard]] std::optional<TableNameView> naming() const;
    // Of that page; of what is the frame's, only GoBack is meant for it.
    void act(const TableNameIntent& intent);

  private:
    // What the panel is about.
    struct Overview {};
    struct ChoosingMore {};
    struct ReadingLegend {};
    // In the room: the people of one table.
    struct OfTable {
        GroupNumber group = 0;
    };
    struct OfPerson {
        AttendeeId attendee;
    };
    struct ChoosingGroup {
        AttendeeId attendee;
    };
    struct AskingSeated {
        BoardMove move;
    };
    struct EveningOut {
        std::optional<BoardProposal> proposal;
        std::size_t place = 0;
    };
    struct Dealing {
        int group_count = 1;
        std::optional<DealProposal> proposal;
    };
    struct Opening {};
    struct ChoosingClosing {};
    struct Closing {
        GroupNumber group = 0;
        std::optional<GroupNumber> into;  // nothing: dealt out to all others
        bool is_choosing = false;         // that
        std::optional<ClosingProposal> proposal;
    };
    struct ChoosingNaming {};
    struct Naming {
        TableWords before;
        TableNameView view;
    };
    using Task = std::variant<Overview, ChoosingMore, ReadingLegend, OfTable, OfPerson,
                              ChoosingGroup, AskingSeated, EveningOut, Dealing, Opening,
                              ChoosingClosing, Closing, ChoosingNaming, Naming>;

    // What has just happened.
    struct News {
        LocalizedMessage words;
        PanelLine::Kind kind = PanelLine::Kind::good;
        GroupNumber nameless = 0;  // a group that has opened, whose table has no name; 0: none
    };
    // What the desk has read, with what the groups cost.
    struct Reading {
        GroupBoard board;
        std::vector<CriterionResult> results;
        int usual_group_count = 1;
    };

    [[nodiscard]] static Reading read_at(const Desk& desk, RoundNumber round);
    void read();
    void take(Reading reading);
    void show_groups(std::shared_ptr<const GroupBoard> board);
    void bring_table_into_sight();
    void begin_in(RoundNumber round);
    void judge_tried();
    void press(BoardAction action);
    // With the task at hand: what only its own panel asks for.
    void go_on(BoardAction action);
    void choose(const std::string& card);
    void ask_or_move(const AttendeeId& attendee, GroupNumber group);
    void choose_group(GroupNumber group);
    void show_as(BoardForm form);
    void open_table(GroupNumber group);
    // A table that is gone, and whose people are gone, is not open any more.
    void keep_open_table();
    // What the panel is about when nothing is asked: the open table, or all of them.
    [[nodiscard]] Task at_rest() const;
    [[nodiscard]] const std::shared_ptr<const BoardContents>& contents(const Texts& texts);
    // `told` once it is done, whatever it was; `then` before that.
    void take(const BoardStep& step, LocalizedMessage told, std::function<void()> then);
    void take_new(const BoardStep& step);
    // What it says where it is done for the first time, or again.
    [[nodiscard]] LocalizedMessage words_of(const BoardStep& step) const;
    [[nodiscard]] std::string moved_name(const BoardStep& step) const;
    void show_at_once(const BoardMove& move);
    void move_by_hand(const BoardMove& step);
    void take_back();
    void do_again();
    void lock(SeatLock seat_lock);
    void lead();
    void stop_leading();
    void confirm();
    void propose_even_out();
    // The next move of the proposal that still can be made, tried and brought into sight.
    void show_proposal(EveningOut& task);
    void propose_deal_of(int group_count);
    void record_deal(Dealing& task);
    void open_group(std::optional<GroupNumber> again);
    void propose_closing_of(GroupNumber group, std::optional<GroupNumber> into);
    void clear_closed();
    void record_closing(Closing& task);
    void open_naming(GroupNumber group);
    void save_name();
    // The group that the step opens and does nothing else, if its table has no name; 0: none.
    [[nodiscard]] GroupNumber opened_nameless(const BoardStep& step) const;
    void close();
    void leave_panel();
    void turn_round(int rounds);
    void tell(LocalizedMessage words, PanelLine::Kind kind) {
        news_ = News{std::move(words), kind};
    }
    [[nodiscard]] const BoardPerson *person_of(const std::string& card) const;
    [[nodiscard]] BoardPanel panel(const Texts& texts) const;
    // Before groups are asked for, and in the room how a table answers.
    [[nodiscard]] BoardPanel panel_of_task(const Texts& texts) const;
    // Does a job at the desk; `then` gets its answer unless the room is gone by then.
    template <typename Job, typename Then>
    void ask(Job job, Then then);

    DeskThread& desk_;
    std::shared_ptr<const GroupBoard> board_;        // null: nothing read yet
    std::shared_ptr<const BoardContents> contents_;  // of these groups, in that language
    std::string contents_language_;
    std::vector<CriterionResult> results_;
    std::vector<CriterionResult> tried_;  // after the move that is being tried
    std::optional<BoardMove> trying_;
    int usual_group_count_ = 1;
    RoundNumber round_ = 1;
    GroupNumber shown_table_ = 0;          // to be brought into sight; 0: none
    std::optional<std::int64_t> read_ms_;  // when the desk was last asked
    bool is_reading_ = false;
    // Counts what was changed here: an answer to a question from before is out of date.
    std::uint64_t change_ = 0;
    Task task_;
    MoveHistory history_;
    std::optional<News> news_;
    BoardView view_;  // what does not come from what was read
    AskScope scope_;
};

template <typename Job, typename Then>
void BoardPresenter::ask(Job job, Then then) {
    desk_.ask(scope_, std::move(job), std::move(then), [this](const Error& error) {
        is_reading_ = false;
        tell({error.sentence, error.arguments}, PanelLine::Kind::warning);
        ++change_;
    });
}

}  // namespace stormote
