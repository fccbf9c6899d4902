#include "kiosk/ui/screens/organiser/meeting_end_presenter.h"

#include <utility>

#include "kiosk/ui/screens/common/event_views.h"
#include "kiosk/ui/screens/common/status_views.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

constexpr std::int64_t end_reread_ms = 1'000;
// The others are behind the line that counts them.
constexpr std::size_t most_lines_on_end_card = 5;

std::int64_t whole(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

// The first lines of a list, and how many more there are.
template <typename Item, typename Say>
std::vector<std::string> first_lines(const std::vector<Item>& items, const Texts& texts, Say say) {
    std::vector<std::string> lines;
    const std::size_t shown =
        items.size() > most_lines_on_end_card + 1 ? most_lines_on_end_card : items.size();
    for (std::size_t i = 0; i < shown; ++i) lines.push_back(say(items[i]));
    if (shown < items.size()) {
        lines.push_back(texts.get(Sentence{"and {} more"}, items.size() - shown));
    }
    return lines;
}

DataCard what_happens(const Texts& texts) {
    return {texts.get({"This happens"}),
            {texts.get({"The entrances say goodbye. People still check out there and answer the "
                        "survey, and nobody is checked in."}),
             texts.get({"The tables are thanked and begin no new notes. What is half-written there "
                        "can be finished."})}};
}

DataCard people_card(const PeopleHere& here, const Texts& texts) {
    if (here.count() == 0) return {texts.get({"Everybody has checked out"})};
    DataCard card{texts.get_plural(Sentence{"{} person has not checked out"},
                                   Sentence{"{} people have not checked out"}, here.count())};
    card.lines =
        first_lines(here.people, texts, [](const PersonHere& person) { return person.name; });
    card.is_personal = true;
    return card;
}

DataCard choice_card(const EventState& state, const std::vector<GroupNumber>& groups,
                     const Texts& texts) {
    DataCard card{texts.get_plural(Sentence{"{} table has chosen nothing for the wall"},
                                   Sentence{"{} tables have chosen nothing for the wall"},
                                   whole(groups.size()))};
    card.lines = first_lines(groups, texts, [&](GroupNumber group) {
        const std::string table = table_text(state, group, texts);
        return texts.get(Sentence{"Group {}"}, group) + (table.empty() ? "" : " · " + table);
    });
    return card;
}

std::vector<DataCard> cards_of(const EventState& state, const OpenAtEnd& open, const Texts& texts) {
    std::vector<DataCard> cards{people_card(open.here, texts)};
    if (open.drafts > 0) {
        cards.push_back(
            {texts.get_plural(Sentence{"{} half-written note on this screen"},
                              Sentence{"{} half-written notes on this screen"}, open.drafts),
             {texts.get({"It stays, and can be finished."})}});
    }
    if (!open.not_chosen.empty()) cards.push_back(choice_card(state, open.not_chosen, texts));
    return cards;
}

}  // namespace

void MeetingEndPresenter::open() {
    is_open_ = true;
    reopening_news_.reset();
    is_busy_ = false;
    view_ = {};
    view_.screen = "end_meeting";
    found_.clear();
    read_ms_.reset();
}

void MeetingEndPresenter::refresh(Ui& ui) {
    const bool is_due = !read_ms_ || ui.now_ms() - *read_ms_ >= end_reread_ms;
    if (is_due) {
        read_ms_ = ui.now_ms();
        read(ui.texts());
    }
    ui.wake_at(*read_ms_ + end_reread_ms);
}

void MeetingEndPresenter::read(const Texts& texts) {
    if (std::exchange(is_reading_, true)) return;
    desk_.ask(
        scope_,
        [wall_ms = clock_.wall_ms(), texts](Desk& desk) {
            return cards_of(desk.state(), open_at_end(desk, corrected_now_ms(desk, wall_ms)),
                            texts);
        },
        [this](std::vector<DataCard> cards) {
            is_reading_ = false;
            found_ = std::move(cards);
        },
        [this](const Error&) { is_reading_ = false; });
}

std::optional<DataCard> MeetingEndPresenter::unsent_card(const Texts& texts) const {
    if (sync_ == nullptr) return std::nullopt;
    const SyncStatus status = sync_->status();
    if (status.waiting == 0) return std::nullopt;
    return DataCard{texts.get({"Not everything is sent from this screen"}),
                    {store_view(status, texts).status.text}};
}

std::optional<FrameIntent> MeetingEndPresenter::draw(Ui& ui, const FrameView& frame) {
    refresh(ui);
    view_.frame = frame;
    view_.title = ui.say(Sentence{"End the meeting?"});
    view_.lead = ui.say(Sentence{"Nothing is erased, and you can open the meeting again."});
    view_.cards = {what_happens(ui.texts())};
    view_.cards.insert(view_.cards.end(), found_.begin(), found_.end());
    if (auto unsent = unsent_card(ui.texts())) view_.cards.push_back(std::move(*unsent));
    view_.actions = {{.id = "keep_open",
                      .label = ui.say(Sentence{"No, go back"}),
                      .kind = ButtonKind::outlined,
                      .enabled = !is_busy_},
                     {.id = "end_meeting",
                      .label = ui.say(Sentence{"Yes, end the meeting"}),
                      .icon = Icon::exit,
                      .kind = ButtonKind::warning,
                      .enabled = !is_busy_}};
    std::optional<FrameIntent> to;
    for (const DataPageIntent& intent : draw_data_page(ui, view_)) {
        ui.wake_at(ui.now_ms());
        std::visit(Match{[&](const ScrollData& scrolled) { view_.scroll = scrolled.scroll; },
                         [&](const FrameIntent& chosen) { to = chosen; },
                         [&](const PressDataAction& pressed) {
                             if (pressed.index == 0) {
                                 to = GoBack{};
                             } else {
                                 end(ui.texts());
                             }
                         },
                         [](const ChooseDataFolder&) {}},
                   intent);
    }
    return to;
}

void MeetingEndPresenter::end(const Texts& texts) {
    // Who taps twice means it once.
    if (std::exchange(is_busy_, true)) return;
    desk_.ask(
        scope_,
        [wall_ms = clock_.wall_ms()](Desk& desk) {
            end_meeting(desk, corrected_now_ms(desk, wall_ms), actor::organiser);
            return true;
        },
        [this](bool) {
            is_busy_ = false;
            close();
        },
        [this, texts](const Error& error) {
            is_busy_ = false;
            view_.news = StatusLine{texts.get(error), true};
        });
}

void MeetingEndPresenter::reopen(const Texts& texts) {
    // Who taps twice means it once.
    if (std::exchange(is_busy_, true)) return;
    reopening_news_.reset();
    desk_.ask(
        scope_,
        [](Desk& desk) {
            reopen_meeting(desk, actor::organiser);
            return true;
        },
        [this](bool) { is_busy_ = false; },
        [this, texts](const Error& error) {
            is_busy_ = false;
            reopening_news_ = StatusLine{texts.get(error), true};
        });
}

}  // namespace stormote
