#include "kiosk/ui/screens/organiser/event_log_presenter.h"

#include <utility>

#include "kiosk/desk/evening/event_log.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

// What happened longer ago is looked up in the file.
constexpr std::size_t most_rows = 200;
// No card is longer than a screen.
constexpr std::size_t rows_on_card = 20;

// A card a day, or several where there was much to do.
std::vector<DataCard> cards_of(const EventLog& log) {
    std::vector<DataCard> cards;
    std::string day;
    for (const EventLog::Line& line : log.lines) {
        if (cards.empty() || line.day != day || cards.back().lines.size() >= rows_on_card) {
            cards.push_back({line.day, {}, false, true});
            day = line.day;
        }
        cards.back().lines.push_back(line.text);
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
    has_failed_ = false;
    desk_.ask(
        scope_, [texts](Desk& desk) { return read_event_log(desk, most_rows, texts); },
        [this](const EventLog& log) {
            is_reading_ = false;
            view_.cards = cards_of(log);
            view_.scroll = {};
            count_ = log.count;
        },
        [this](const Error&) {
            is_reading_ = false;
            has_failed_ = true;
        });
}

std::optional<FrameIntent> EventLogPresenter::draw(Ui& ui, const FrameView& frame) {
    if (is_wanted_) read(ui.texts());
    view_.frame = frame;
    view_.title = ui.say(Sentence{"Who did what?"});
    view_.lead = !count_ ? ""
                 : *count_ > most_rows
                     ? ui.say(Sentence{"The last {} of {}, the newest first. The command "
                                       "\"stormote export\" writes all of it."},
                              most_rows, *count_)
                     : ui.say(Sentence{"The newest first."});
    view_.empty = has_failed_ ? ui.say(Sentence{"It could not be read. Call the staff."})
                  : count_    ? ui.say(Sentence{"Nothing has happened yet."})
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
