#include "kiosk/ui/screens/organiser/people_here_presenter.h"

#include <map>
#include <utility>

#include "kiosk/desk/evening/evening_report.h"
#include "kiosk/ui/screens/common/event_views.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

constexpr std::int64_t reread_ms = 1'000;
// People without a group stand on cards of so many, so that no card is longer than a screen.
constexpr std::size_t most_lines_on_card = 20;

std::string line_of(const PersonHere& person) {
    return person.organisation.empty() ? person.name : person.name + " · " + person.organisation;
}

// A card a table, and behind them those who have none.
std::vector<DataCard> cards_of(const EventState& state, const PeopleHere& here,
                               const Texts& texts) {
    std::map<GroupNumber, DataCard> tables;
    std::vector<DataCard> others;
    for (const PersonHere& person : here.people) {
        if (person.group) {
            tables[*person.group].lines.push_back(line_of(person));
            continue;
        }
        if (others.empty() || others.back().lines.size() >= most_lines_on_card) {
            others.push_back({texts.get({"Without a group"})});
        }
        others.back().lines.push_back(line_of(person));
    }
    std::vector<DataCard> cards;
    for (auto& [group, card] : tables) {
        card.title = texts.get(Sentence{"Group {}"}, group);
        const std::string table = table_text(state, group, texts);
        if (!table.empty()) card.title += " · " + table;
        cards.push_back(std::move(card));
    }
    cards.insert(cards.end(), others.begin(), others.end());
    for (DataCard& card : cards) card.is_personal = true;
    if (here.unknown > 0) {
        cards.push_back({texts.get_plural(Sentence{"{} ticket of somebody unknown to this screen"},
                                          Sentence{"{} tickets of people unknown to this screen"},
                                          here.unknown)});
    }
    return cards;
}

}  // namespace

void PeopleHerePresenter::open() {
    is_open_ = true;
    view_ = {};
    view_.screen = "people_here";
    count_.reset();
    read_ms_.reset();
}

void PeopleHerePresenter::refresh(Ui& ui) {
    const bool is_due = !read_ms_ || ui.now_ms() - *read_ms_ >= reread_ms;
    if (is_due) {
        read_ms_ = ui.now_ms();
        read(ui.texts());
    }
    ui.wake_at(*read_ms_ + reread_ms);
}

void PeopleHerePresenter::read(const Texts& texts) {
    if (std::exchange(is_reading_, true)) return;
    struct Reading {
        std::vector<DataCard> cards;
        int count = 0;
    };
    desk_.ask(
        scope_,
        [wall_ms = clock_.wall_ms(), texts](Desk& desk) {
            const PeopleHere here = people_here(desk.state(), corrected_now_ms(desk, wall_ms));
            return Reading{cards_of(desk.state(), here, texts), here.count()};
        },
        [this](Reading reading) {
            is_reading_ = false;
            view_.cards = std::move(reading.cards);
            count_ = reading.count;
        },
        [this](const Error&) { is_reading_ = false; });
}

std::optional<FrameIntent> PeopleHerePresenter::draw(Ui& ui, const FrameView& frame) {
    refresh(ui);
    view_.frame = frame;
    view_.title = ui.say(Sentence{"Who is here?"});
    // That nobody is here is said where the names would stand.
    view_.lead = count_.value_or(0) > 0
                     ? ui.texts().get_plural(Sentence{"{} person is here"},
                                             Sentence{"{} people are here"}, *count_)
                     : "";
    view_.news = list_.news();
    view_.actions = {{.id = "print_people_here",
                      .label = ui.say(Sentence{"Print the list"}),
                      .icon = Icon::printer,
                      .enabled = !list_.is_busy()}};
    view_.empty = count_ ? ui.say(Sentence{"Nobody is here."})
                         : ui.say(Sentence{"Looking through the event…"});
    std::optional<FrameIntent> to;
    for (const DataPageIntent& intent : draw_data_page(ui, view_)) {
        ui.wake_at(ui.now_ms());
        std::visit(Match{[&](const ScrollData& scrolled) { view_.scroll = scrolled.scroll; },
                         [&](const FrameIntent& chosen) { to = chosen; },
                         [&](const PressDataAction&) { list_.print(ui.texts()); },
                         [](const ChooseDataFolder&) {}},
                   intent);
    }
    return to;
}

}  // namespace stormote
