// The board of groups at an evening's full size: read, judged while a card is dragged, drawn, and
// evened out, beside one pass over the people.
#include <map>

#include "kiosk/desk/board/board_proposals.h"
#include "kiosk/groups/mix_plan.h"
#include "kiosk/ui/screens/board/board_views.h"
#include "sync/base/assets.h"
#include "tests/bench/benches.h"
#include "tests/bench/numbered_id.h"
#include "tests/kiosk/groups/small_mix.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote::testing {

namespace {

// Everybody planned into a group and here, and every twentieth moved to the next one by hand, so
// that there is something to even out.
class FullHouse {
  public:
    FullHouse(int people, int groups) : problem_(draw_evening(1, people, groups)) {
        describe_organisations();
        for (std::size_t i = 0; i < problem_.people.size(); ++i) describe_person(i);
        for (GroupNumber group = 1; group <= groups; ++group) add({}, GroupDescribed{group, {}});
        plan();
    }

    [[nodiscard]] const EventState& state() const { return state_; }

  private:
    void add(std::vector<AttendeeId> persons, BodyContent content) {
        const Operation operation =
            maker_.make(Body{std::move(persons), ActingRole::organiser, std::move(content)});
        state_.fold(operation);
    }

    void describe_organisations() {
        for (std::size_t i = 0; i < problem_.people.size(); ++i) {
            const std::string& name = problem_.criteria[0].values[i];
            const auto id = numbered_id<OrganisationId>(organisations_.size() + 1);
            if (!organisations_.try_emplace(name, id).second) continue;
            FieldSetter<OrganisationField> fields;
            fields.set(OrganisationField::name, name)
                .set(OrganisationField::sector, problem_.criteria[1].values[i]);
            add({}, OrganisationDescribed{id, fields.take()});
        }
    }

    void describe_person(std::size_t i) {
        FieldSetter<AttendeeField> fields;
        fields.set(AttendeeField::given_name, problem_.people[i])
            .set(AttendeeField::family_name, "Ek")
            .set(AttendeeField::organisation,
                 to_string(organisations_.at(problem_.criteria[0].values[i])))
            .set(AttendeeField::role, problem_.criteria[2].values[i])
            .set(AttendeeField::gender, problem_.criteria[3].values[i]);
        add({numbered_id<AttendeeId>(i)}, AttendeeDescribed{fields.take()});
    }

    void plan() {
        const std::vector<int> group_of = plan_mix(problem_).group_of.front();
        std::vector<GroupSeat> seats;
        for (std::size_t i = 0; i < group_of.size(); ++i) {
            seats.push_back({numbered_id<AttendeeId>(i), group_of[i] + 1});
        }
        add({}, GroupsPlanned{{seats}});
        for (const GroupSeat& seat : seats) {
            add({seat.attendee}, CheckedIn{CheckInMethod::name, {}, seat.group});
        }
        for (std::size_t i = 0; i < seats.size(); i += 20) {
            const GroupNumber next = seats[i].group % problem_.group_count + 1;
            add({seats[i].attendee}, GroupMoved{1, next});
        }
    }

    MixProblem problem_;
    std::map<std::string, OrganisationId> organisations_;
    OperationMaker maker_{1};
    EventState state_;
};

// The least that anybody must do who wants to know who is here and where they sit.
std::size_t pass_over_people(const EventState& state) {
    std::size_t seated = 0;
    for (const auto& [id, attendee] : state.attendees()) {
        const bool is_here = presence_of(state, id).kind == PresenceKind::present;
        if (is_here && group_of(state, id)) ++seated;
    }
    return seated;
}

template <typename Work>
double median_ms(int rounds, Work work) {
    Samples samples;
    for (int round = 0; round < rounds; ++round) samples.measure(work);
    return samples.median() / 1000;
}

// A frame while a card is dragged over the columns, or over the tables of the room.
double frame_ms(const GroupBoard& board, BoardForm form) {
    const Texts texts = load_texts("sv").value();
    const auto results = judge_board(board);
    const BoardPerson& person = board.people.front();
    BoardView view;
    view.contents = board_contents(board, texts);
    view.form = form;
    view.hand.hold = BoardHand::Hold::dragged;
    view.hand.card = card_id(person.attendee);
    view.hand.over = board.groups[1].number;
    if (form == BoardForm::room) view.opened = person.group;
    UiDriver driver;
    driver.ui().set_texts(texts);
    const auto draw = [&](Ui& ui) {
        view.hand.at = {view.hand.at.x < 1200 ? view.hand.at.x + 10 : 300, 500};
        view.criteria = board_criteria(results, {}, texts);
        view.panel = form == BoardForm::room ? table_panel(board, person.group, {}, texts)
                                             : overview_panel(board, results, {}, form, texts);
        ui.begin_screen("organiser_groups");
        static_cast<void>(draw_board(ui, {57, 120, 1806, 930}, view));
    };
    driver.show(draw);
    for (int i = 0; i < 3; ++i) driver.frame();
    return median_ms(50, [&] { driver.frame(); });
}

void measure_house(Figures& figures, int people, int groups) {
    const FullHouse house(people, groups);
    const EventState& state = house.state();
    const std::string who = std::to_string(people) + " people, " + std::to_string(groups);
    std::size_t seated = 0;
    Figures::value(who + " groups: one pass over them",
                   median_ms(20, [&] { seated += pass_over_people(state); }), "ms");
    GroupBoard board;
    Figures::value(who + " groups: the board read",
                   median_ms(10, [&] { board = read_board(state, 1); }), "ms");
    const BoardPerson& person = board.people.front();
    const BoardMove move{person.attendee, 1, person.group, person.group % groups + 1};
    constexpr double frame_limit_ms = 16;
    figures.at_most(who + " groups: judged while dragging",
                    median_ms(10, [&] { seated += judge_board(board, move).size(); }),
                    frame_limit_ms, "ms");
    const Texts texts = load_texts("sv").value();
    figures.at_most(who + " groups: made ready to draw after a change",
                    median_ms(10, [&] { seated += board_contents(board, texts)->columns.size(); }),
                    frame_limit_ms, "ms");
    figures.at_most(who + " groups: a frame while dragging over columns",
                    frame_ms(board, BoardForm::columns), frame_limit_ms, "ms");
    figures.at_most(who + " groups: a frame while dragging over the room",
                    frame_ms(board, BoardForm::room), frame_limit_ms, "ms");
    BoardProposal proposal;
    Figures::value(who + " groups: evened out",
                   median_ms(3, [&] { proposal = propose_moves(state, 1); }), "ms");
    Figures::value("  moves proposed", static_cast<double>(proposal.moves.size()), "");
    Figures::value("  proven at least", static_cast<double>(proposal.at_least), "");
}

}  // namespace

void measure_board(Figures& figures, const std::filesystem::path& /*folder*/) {
    Figures::section("The board of groups");
    measure_house(figures, 104, 13);
    measure_house(figures, 500, 60);
    measure_house(figures, 2000, 250);
}

}  // namespace stormote::testing
