#include "kiosk/ui/screens/organiser/event_log_presenter.h"

#include <algorithm>
#include <utility>

#include "sync/base/local_time.h"
#include "sync/base/match.h"
#include "sync/report/audit_table.h"

namespace stormote {

namespace {

// What happened longer ago is looked up in the file.
constexpr std::size_t most_rows = 200;
// No card is longer than a screen.
constexpr std::size_t rows_on_card = 20;

std::string words_of(const Cell& cell, const Texts& texts) {
    return std::visit(Match{[](const std::string& text) { return text; },
                            [&texts](const Word& word) { return texts.get(word.shown); },
                            [](std::int64_t number) { return std::to_string(number); },
                            [](const auto& /*other*/) { return std::string(); }},
                      cell);
}

// "18.05 · Entré 1 · Personal · Checkade in: Åsa Öberg".
std::string line_of(const std::vector<Cell>& row, std::int64_t at_ms, const Texts& texts) {
    std::string line = clock_text(at_ms);
    for (std::size_t column = 1; column <= 3; ++column) {
        const std::string words = words_of(row[column], texts);
        if (!words.empty()) line += " · " + words;
    }
    const std::string about = words_of(row[4], texts);
    if (!about.empty()) line += ": " + about;
    const std::string group = words_of(row[5], texts);
    if (!group.empty()) line += " · " + texts.get(Sentence{"Group {}"}, group);
    return line;
}

std::vector<DataCard> cards_of(const Table& table, const Texts& texts) {
    std::vector<DataCard> cards;
    std::string day;
    const std::size_t count = std::min(most_rows, table.rows.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto& row = table.rows[table.rows.size() - 1 - i];
        const std::int64_t at_ms = std::get<Instant>(row[0]).wall_ms;
        const std::string on = local_time_of(at_ms).substr(0, 10);
        if (cards.empty() || on != day || cards.back().lines.size() >= rows_on_card) {
            cards.push_back({on, {}, false, true});
            day = on;
        }
        cards.back().lines.push_back(line_of(row, at_ms, texts));
    }
    return cards;
}

}  // namespace

void EventLogPresenter::open() {
    is_open_ = is_wanted_ = true;
    view_ = {};
    view_.screen = "event_log";
    count_.reset();
}

void EventLogPresenter::read(const Texts& texts) {
    is_wanted_ = false;
    if (std::exchange(is_reading_, true)) return;
    struct Reading {
        std::vector<DataCard> cards;
        int count = 0;
    };
    desk_.ask(
        scope_,
        [texts](Desk& desk) {
            std::vector<Operation> operations;
            desk.journal().read_all(
                [&](const Operation& operation, Belief) { operations.push_back(operation); });
            return Reading{cards_of(audit_table(desk.state(), operations), texts),
                           static_cast<int>(operations.size())};
        },
        [this](Reading reading) {
            is_reading_ = false;
            view_.cards = std::move(reading.cards);
            view_.scroll = {};
            count_ = reading.count;
        },
        [this](const Error&) { is_reading_ = false; });
}

std::optional<FrameIntent> EventLogPresenter::draw(Ui& ui, const FrameView& frame) {
    if (is_wanted_) read(ui.texts());
    view_.frame = frame;
    view_.title = ui.say(Sentence{"Who did what?"});
    view_.lead = !count_ ? ""
                 : *count_ > static_cast<int>(most_rows)
                     ? ui.say(Sentence{"The last {} of {}, the newest first. The command "
                                       "\"stormote export\" writes all of it."},
                              most_rows, *count_)
                     : ui.say(Sentence{"The newest first."});
    view_.empty = count_ ? ui.say(Sentence{"Nothing has happened yet."})
                         : ui.say(Sentence{"Looking through the event…"});
    view_.actions = {{.id = "read_again",
                      .label = ui.say(Sentence{"Read again"}),
                      .icon = Icon::redo,
                      .kind = ButtonKind::outlined,
                      .enabled = !is_reading_}};
    std::optional<FrameIntent> to;
    for (const DataPageIntent& intent : draw_data_page(ui, view_)) {
        ui.wake_at(ui.now_ms());
        std::visit(Match{[&](const ScrollData& scrolled) { view_.scroll = scrolled.scroll; },
                         [&](const FrameIntent& chosen) { to = chosen; },
                         [&](const PressDataAction&) { is_wanted_ = true; },
                         [](const ChooseDataFolder&) {}},
                   intent);
    }
    return to;
}

}  // namespace stormote
