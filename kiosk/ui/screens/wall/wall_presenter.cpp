#include "kiosk/ui/screens/wall/wall_presenter.h"

#include <utility>

#include "kiosk/desk/evening/evening_report.h"
#include "kiosk/ui/screens/wall/wall_views.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

constexpr std::int64_t refresh_ms = 1'000;

}  // namespace

void WallPresenter::open() {
    is_open_ = true;
    miniature_.emplace(clock_);
    view_ = {};
    reading_.reset();
    news_.reset();
    read_ms_.reset();
}

void WallPresenter::close() {
    // Whoever leaves the page has read that the wall was lost.
    if (is_open_ && second_screen_ != nullptr && second_screen_->lost()) second_screen_->close();
    is_open_ = false;
    miniature_.reset();
}

void WallPresenter::refresh(Ui& ui) {
    const bool is_due = !read_ms_ || ui.now_ms() - *read_ms_ >= refresh_ms;
    if (is_due) {
        read_ms_ = ui.now_ms();
        read(ui.texts());
        desk_.read([this](const Desk& desk) { style_.follow(desk.state().settings()); });
    }
    ui.wake_at(*read_ms_ + refresh_ms);
}

void WallPresenter::read(const Texts& texts) {
    if (std::exchange(is_reading_, true)) return;
    const Moderation moderation =
        desk_.may(OperationKind::note_described) ? Moderation::allowed : Moderation::refused;
    desk_.ask(
        scope_,
        [wall_ms = clock_.wall_ms(), tab = view_.tab, moderation, texts](Desk& desk) {
            return Reading{tab, note_cards(desk.state(), tab, moderation, texts),
                           wall_view(desk.state(), corrected_now_ms(desk, wall_ms), texts)};
        },
        [this](Reading reading) {
            is_reading_ = false;
            if (reading.tab == view_.tab) {
                reading_ = std::move(reading);
            } else {
                read_ms_.reset();
            }
        },
        [this](const Error&) { is_reading_ = false; });
}

// The monitors are read each frame: one that is plugged in wakes the kiosk.
void WallPresenter::show_screens(const Texts& texts) {
    const auto shown_on = second_screen_ == nullptr ? std::nullopt : second_screen_->shown_on();
    const auto lost = second_screen_ == nullptr ? std::nullopt : second_screen_->lost();
    view_.caption = shown_on ? texts.get(Sentence{"Stands on {} now."}, *shown_on)
                             : texts.get({"Stands on no screen: this is what it would show."});
    view_.news = news_;
    if (!news_ && lost) {
        view_.news = StatusLine{
            texts.get(Sentence{"{} was unplugged, and the wall was closed."}, *lost), true};
    }
    if (view_.tab != WallTab::all) return;
    const auto monitors =
        second_screen_ == nullptr ? std::vector<MonitorInfo>() : second_screen_->monitors();
    view_.cards.push_back(monitor_card(monitors, shown_on, texts, actions_));
}

std::optional<FrameIntent> WallPresenter::draw(Ui& ui, const FrameView& frame) {
    refresh(ui);
    view_.frame = frame;
    view_.theme = style_.adorn(theme_of(ThemeKind::light));
    view_.cards.clear();
    actions_.clear();
    show_screens(ui.texts());
    if (reading_) {
        view_.wall = reading_->wall;
        view_.wall.logo = style_.logo();
        view_.on_wall_count = reading_->notes.on_wall_count;
        view_.cards.insert(view_.cards.end(), reading_->notes.cards.begin(),
                           reading_->notes.cards.end());
        actions_.insert(reading_->notes.actions.begin(), reading_->notes.actions.end());
    }
    std::optional<FrameIntent> to;
    for (const WallPageIntent& intent : draw_wall_page(ui, view_, *miniature_)) {
        ui.wake_at(ui.now_ms());
        std::visit(Match{[&](const ChooseWallTab& choice) {
                             view_.tab = choice.tab;
                             view_.scroll = {};
                             reading_.reset();
                             read_ms_.reset();
                         },
                         [&](const PressWallChip& pressed) { act(pressed.id, ui.texts()); },
                         [&](const ScrollWallPage& scrolled) { view_.scroll = scrolled.scroll; },
                         [&](const FrameIntent& chosen) { to = chosen; }},
                   intent);
    }
    return to;
}

void WallPresenter::act(const std::string& chip, const Texts& texts) {
    const auto found = actions_.find(chip);
    if (found == actions_.end()) return;
    news_.reset();
    std::visit(Match{[&](const PlaceNote& wish) { place(wish, texts); },
                     [&](const ShowOnMonitor& wish) {
                         if (second_screen_->show_on(wish.monitor)) return;
                         news_ = StatusLine{
                             texts.get(Sentence{"{} is not there any more."}, wish.monitor), true};
                     },
                     [&](const CloseWall&) { second_screen_->close(); }},
               found->second);
}

void WallPresenter::place(const PlaceNote& wish, const Texts& texts) {
    // Who taps twice means it once.
    if (std::exchange(is_placing_, true)) return;
    desk_.ask(
        scope_,
        [wish](Desk& desk) {
            return place_on_wall(desk, wish.note, wish.version, wish.place, actor::organiser);
        },
        [this, texts](WallPlacing placing) {
            is_placing_ = false;
            read_ms_.reset();
            if (placing == WallPlacing::full) {
                news_ =
                    StatusLine{texts.get({"Three are chosen. Take one of them away first."}), true};
            } else if (placing == WallPlacing::gone) {
                news_ = StatusLine{texts.get({"It is not as it was any more. Look again."}), true};
            }
        },
        [this, texts](const Error& error) {
            is_placing_ = false;
            news_ = StatusLine{texts.get(error), true};
        });
}

}  // namespace stormote
