// The organiser's board of groups, in every state worth looking at: part of screen_samples.
#include <array>

#include "kiosk/ui/screens/board/board_views.h"
#include "kiosk/ui/screens/board/table_name.h"
#include "kiosk/ui/screens/organiser/organiser.h"
#include "sync/base/assets.h"
#include "tests/support/screens/facility_samples.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

namespace {

constexpr std::array<const char *, 13> given_names{"Åsa",  "Yusuf",  "Gunilla", "Bo",   "Amina",
                                                   "Lars", "Siv",    "Kerstin", "Omar", "Eva",
                                                   "Nils", "Birgit", "Tomas"};
constexpr std::array<const char *, 11> family_names{"Öberg",  "Ek",        "Wallenström", "Lööf",
                                                    "Hassan", "Lindqvist", "Dahl",        "Ahmadi",
                                                    "Berg",   "Holmgren",  "Strand"};
struct SampleOrganisation {
    const char *name;
    const char *sector;
};
constexpr std::array<SampleOrganisation, 9> organisations{
    {{"Ekbackens IF", "Idrottsrörelsen"},
     {"SPF Seniorerna Eken", "Pensionärer"},
     {"Ekbackens församling", "Trossamfund"},
     {"Byalaget Norra sidan", "Landsbygd"},
     {"Hembygdsföreningen", "Landsbygd"},
     {"Bilda", "Studieförbund"},
     {"Kooperativet Solrosen", "Sociala företag"},
     {"Kvinnojouren", "Nätverk"},
     {"", ""}}};
constexpr std::array<const char *, 6> trees{"Lönnen", "Eken", "Björken", "Alen", "", "Rönnen"};

AttendeeId id_of(std::size_t number) {
    AttendeeId id;
    id.value.bytes[14] = static_cast<std::uint8_t>(number / 256);
    id.value.bytes[15] = static_cast<std::uint8_t>(number % 256);
    return id;
}

GroupBoard board_of(std::size_t groups, std::size_t people) {
    GroupBoard board;
    for (std::size_t i = 0; i < groups; ++i) {
        board.groups.push_back(
            {static_cast<GroupNumber>(i + 1), trees[i % trees.size()], "", i == 3 ? 7 : 0});
    }
    board.problem.criteria = standard_criteria();
    board.problem.criteria.pop_back();
    board.problem.group_count = static_cast<int>(groups);
    for (std::size_t i = 0; i < people; ++i) {
        const SampleOrganisation& organisation = organisations[i * 5 % organisations.size()];
        BoardPerson person;
        person.attendee = id_of(i + 1);
        person.name = std::string(given_names[i % given_names.size()]) + " " +
                      family_names[i * 3 % family_names.size()];
        person.organisation = organisation.name;
        person.sector = organisation.sector;
        if (person.organisation.empty()) {
            person.role = i % 2 == 0 ? AttendeeRole::elected : AttendeeRole::official;
        }
        person.group = groups == 0 ? 0 : static_cast<GroupNumber>(i % groups + 1);
        person.is_here = i % 3 != 0;
        person.is_locked = i % 17 == 4;
        board.people.push_back(person);
        board.problem.people.push_back(person.name);
        board.problem.criteria[0].values.push_back(person.organisation);
        board.problem.criteria[1].values.push_back(person.sector);
        board.problem.criteria[2].values.push_back(role_name(person.role));
    }
    return board;
}

const MoveHistory one_move{{BoardStep{}}, {}};

// As the presenter would show it.
BoardView view_of(const GroupBoard& board, const Texts& texts,
                  BoardForm form = BoardForm::columns) {
    BoardView view;
    const auto results = judge_board(board);
    view.contents = board_contents(board, texts);
    view.form = form;
    view.criteria = board_criteria(results, {}, texts);
    view.panel = overview_panel(board, results, one_move, form, texts);
    return view;
}

// Some tables are small, some have too few chairs, and some who lead them have not come.
GroupBoard uneven_board(std::size_t groups, std::size_t people) {
    GroupBoard board = board_of(groups, people);
    for (std::size_t i = 0; i < groups; ++i) {
        board.groups[i].facilitator = board.people[i].attendee;
        board.people[i].is_here = i % 5 != 3;
        board.people[i].leads = board.groups[i].number;
    }
    std::size_t stayed = 0;
    for (BoardPerson& person : board.people) {
        // The seventh table is small.
        if (person.group == 7 && ++stayed > 3) person.group = 8;
    }
    return board;
}

class Samples {
  public:
    Samples(std::vector<ScreenSample>& samples, const std::string& language)
        : samples_(samples), language_(language), texts_(load_texts(language).value()) {}

    void add_all() {
        const GroupBoard board = board_of(13, 104);
        BoardView view = view_of(board, texts_);
        add("groups", view);
        add_panels(board);
        add_hands(board);
        add("groups-three", view_of(board_of(3, 20), texts_));
        add_late_ones();
        add_tables();
        add_names();
        add_empty();
        add_long();
        add_rooms();
    }

  private:
    void add(const std::string& name, const BoardView& board, bool extreme = false) {
        OrganiserView view;
        view.frame.municipality = "Ekbackens kommun";
        view.frame.language = language_;
        view.line =
            language_ == "sv" ? "Stormöte · 12 oktober · 18.37" : "Stormöte · 12 October · 18.37";
        view.tab = OrganiserTab::groups;
        view.board = board;
        samples_.push_back(
            {"organiser-" + name, [view](Ui& ui) { (void)draw_organiser(ui, view); }, extreme});
    }

    void add_panels(const GroupBoard& board) {
        BoardView view = view_of(board, texts_);
        const BoardPerson& person = board.people[4];
        view.chosen = card_id(person.attendee);
        view.reveal = view.chosen;
        view.panel = person_panel(board, person, texts_);
        add("groups-person", view);
        view.panel = group_choice_panel(board, person, texts_);
        add("groups-where", view);
        const BoardMove move{person.attendee, 1, person.group, 2};
        view.panel = seated_panel(person, move, texts_);
        add("groups-seated", view);
        BoardProposal proposal;
        proposal.moves = {move, move, move};
        proposal.people = 69;
        proposal.at_least = 2;
        proposal.is_of_those_here = true;
        proposal.now = judge_board(board);
        proposal.then = judge_board(board, move);
        view.panel = even_out_panel(board, proposal, 0, texts_);
        add("groups-even-out", view);
        DealProposal deal;
        deal.draft.plan.results = proposal.now;
        deal.moved = 31;
        deal.staying = 70;
        view.chosen.clear();
        view.panel = deal_panel(board, 13, deal, texts_);
        add("groups-deal", view);
        view.panel = more_panel(board, texts_);
        add("groups-more", view);
        view.panel = legend_panel(texts_);
        add("groups-legend", view);
        GroupBoard rounds = board;
        rounds.round_count = 3;
        add("groups-rounds", view_of(rounds, texts_));
    }

    void add_hands(const GroupBoard& board) {
        BoardView view = view_of(board, texts_);
        const BoardPerson& person = board.people[1];
        view.hand.card = card_id(person.attendee);
        view.hand.hold = BoardHand::Hold::dragged;
        view.hand.over = 3;
        view.hand.from = {500, 400};
        view.hand.at = {760, 520};
        view.criteria = board_criteria(
            judge_board(board), judge_board(board, BoardMove{person.attendee, 1, 2, 3}), texts_);
        add("groups-drag", view);
        view.hand.hold = BoardHand::Hold::carried;
        view.chosen = view.hand.card;
        view.panel = person_panel(board, person, texts_);
        add("groups-carry", view);
    }

    void add_late_ones() {
        GroupBoard board = board_of(13, 104);
        for (std::size_t i = 0; i < 5; ++i) board.people[i * 7].group = 0;
        add("groups-late", view_of(board, texts_));
    }

    // Groups that open and close; one has closed over somebody who came late.
    void add_tables() {
        GroupBoard board = board_of(13, 104);
        BoardView view = view_of(board, texts_);
        view.panel = closing_choice_panel(board, texts_);
        add("groups-close-which", view);
        ClosingProposal proposal;
        for (std::size_t i = 2; i < 104; i += 13) {
            proposal.step.moves.push_back(
                {board.people[i].attendee, 1, 3, static_cast<GroupNumber>(5 + i % 9)});
        }
        proposal.people = proposal.step.moves.size();
        proposal.here = 5;
        proposal.now = judge_board(board);
        proposal.then = judge_board(board, proposal.step.moves.front());
        view.panel = closing_panel(board, 3, std::nullopt, proposal, texts_);
        add("groups-close", view);
        view.panel = closing_panel(board, 3, 4, proposal, texts_);
        add("groups-merge", view);
        view.panel = closing_into_panel(board, 3, texts_);
        add("groups-merge-where", view);
        board.groups[1].is_closed = true;
        board.groups[4].is_closed = true;
        board.problem.group_numbers = {1, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13};
        board.problem.group_count = 11;
        for (std::size_t i = 1; i < 104; ++i) {
            if (board.people[i].group == 2 && i > 1) board.people[i].group = 3;
            if (board.people[i].group == 5) board.people[i].group = 6;
        }
        add("groups-closed", view_of(board, texts_));
        view = view_of(board, texts_);
        view.panel = opening_panel(board, texts_);
        add("groups-open", view);
    }

    // Tables that get a name; a group has just opened.
    void add_names() {
        GroupBoard board = board_of(13, 104);
        BoardView view = view_of(board, texts_);
        view.panel = naming_choice_panel(board, texts_);
        add("groups-name-which", view);
        board.groups.push_back({14, "", "", 0});
        view = view_of(board, texts_);
        const BoardStep opening{{}, {{14, true}}, {}};
        const LocalizedMessage news = step_words(opening, "");
        view.panel.lines.insert(view.panel.lines.begin(),
                                {texts_.say(news), PanelLine::Kind::good});
        offer_name(view.panel, texts_);
        add("groups-opened", view);

        TableNameView name;
        name.frame = frame_in(language_);
        name.group = 14;
        add_name("table-name-none", name);
        name.words = {"Lönnen", language_ == "sv" ? "Vid fönstret" : "By the window"};
        add_name("table-name", name);
        name.field = TableField::place;
        name.namesake = 1;
        add_name("table-name-twice", name);
        name.namesake = 0;
        name.words = {std::string("Det runda bordet vid det stora fönstret mot den gamla parken"),
                      std::string("Längst in till vänster, bakom pelaren vid scenen, förbi kaffet "
                                  "och kapprummet")};
        add_name("table-name-long", name);
    }

    void add_name(const std::string& name, const TableNameView& view) {
        samples_.push_back({name, [view](Ui& ui) { (void)draw_table_name(ui, view); }, false});
    }

    void add_empty() {
        const GroupBoard board = board_of(0, 104);
        BoardView view;
        DealProposal deal;
        deal.draft.plan.results = judge_board(board_of(13, 104));
        view.panel = deal_panel(board, 13, deal, texts_);
        add("groups-none", view);
        view = {};
        view.news = texts_.get(Sentence{"Nobody is registered yet."});
        add("groups-nobody", view);
        add("groups-unread", {});
    }

    void add_long() {
        GroupBoard board = board_of(13, 104);
        for (BoardPerson& person : board.people) {
            person.name = "Alexandra Margareta " + person.name + "-Christoffersdotter";
            person.organisation = "Riksförbundet för frivilliga samhällsarbetare i " +
                                  person.organisation + " med omnejd";
        }
        for (BoardGroup& group : board.groups) {
            group.name = "Det runda bordet vid det stora fönstret mot parken";
        }
        BoardView view = view_of(board, texts_);
        add("groups-long", view, true);
        view.chosen = card_id(board.people[2].attendee);
        view.panel = person_panel(board, board.people[2], texts_);
        add("groups-long-person", view, true);
    }

    void add_rooms() {
        GroupBoard board = uneven_board(13, 104);
        add("room-grid", view_of(board, texts_, BoardForm::room));
        add("room-60", view_of(uneven_board(60, 500), texts_, BoardForm::room));
        add("room-250", view_of(uneven_board(250, 2000), texts_, BoardForm::room));
        board.room = sample_hall();
        board.room->coffee = Spot{1.2, 11.2};
        board.room->window = Spot{18, 6};
        add("room", view_of(board, texts_, BoardForm::room));
        add_opened(board);
        // Somebody has no group, a table has no place, and another has closed over its people.
        board.people[30].group = 0;
        board.people[31].group = 0;
        board.room->tables.erase(13);
        board.room->tables.erase(12);
        board.groups[11].is_closed = true;
        add("room-late", view_of(board, texts_, BoardForm::room));
    }

    void add_opened(const GroupBoard& board) {
        BoardView view = view_of(board, texts_, BoardForm::room);
        view.opened = 4;
        view.panel = table_panel(board, 4, one_move, texts_);
        add("room-table", view);
        const BoardPerson& person = board.people[16];
        BoardView held = view;
        held.hand.card = card_id(person.attendee);
        held.hand.hold = BoardHand::Hold::dragged;
        held.hand.over = 2;
        held.hand.from = {1500, 700};
        held.hand.at = {560, 480};
        held.criteria = board_criteria(
            judge_board(board), judge_board(board, BoardMove{person.attendee, 1, 4, 2}), texts_);
        add("room-drag", held);
        view.chosen = card_id(person.attendee);
        view.panel = person_panel(board, person, texts_);
        add("room-person", view);
        view.panel = group_choice_panel(board, person, texts_);
        offer_tables(view.panel, texts_);
        add("room-where", view);
        view.panel = seated_panel(person, {person.attendee, 1, 4, 2}, texts_);
        view.aimed = 2;
        add("room-seated", view);
        GroupBoard waiting = board;
        waiting.people[5].group = 0;
        view = view_of(waiting, texts_, BoardForm::room);
        view.opened = 0;
        view.panel = table_panel(waiting, 0, one_move, texts_);
        add("room-waiting", view);
        view = view_of(board, texts_, BoardForm::room);
        view.panel = legend_panel(texts_);
        add("room-legend", view);
    }

    std::vector<ScreenSample>& samples_;
    std::string language_;
    Texts texts_;
};

}  // namespace

void add_board_samples(std::vector<ScreenSample>& samples, const std::string& language) {
    Samples(samples, language).add_all();
}

}  // namespace stormote
