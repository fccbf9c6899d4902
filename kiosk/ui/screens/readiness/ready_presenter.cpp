#include "kiosk/ui/screens/readiness/ready_presenter.h"

#include <utility>

#include "kiosk/desk/evening/evening_report.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

// Everybody and every organisation is read: not for every second.
constexpr std::int64_t refresh_ms = 10'000;
constexpr std::int64_t news_last_ms = 8'000;

}  // namespace

ReadyPresenter::ReadyPresenter(DeskThread& desk, const Clock& clock, const ReadyParts& parts,
                               ReadyTabs tabs)
    : desk_(desk),
      clock_(clock),
      parts_(parts),
      abilities_{tabs == ReadyTabs::organisers, parts.sounds != nullptr, parts.sync != nullptr} {}

void ReadyPresenter::open() {
    view_ = {};
    scanned_.reset();
    held_up_.reset();
    look_at_doors();
    if (is_before_doors_) try_all();
}

void ReadyPresenter::look_at_doors() {
    is_before_doors_ = desk_.read(
        [this](const Desk& desk) { return opens_later(desk.state(), clock_.wall_ms()); });
}

void ReadyPresenter::try_all() {
    read_ms_.reset();
    if (parts_.trials != nullptr) parts_.trials->begin();
}

void ReadyPresenter::refresh(Ui& ui) {
    if (read_ms_ && ui.now_ms() - *read_ms_ < refresh_ms) return ui.wake_at(*read_ms_ + refresh_ms);
    const bool was_before_doors = is_before_doors_;
    look_at_doors();
    // The start was put off, and nothing has been tried for it yet.
    if (is_before_doors_ && !was_before_doors) try_all();
    read_ms_ = ui.now_ms();
    ui.wake_at(*read_ms_ + refresh_ms);
    read_event();
}

void ReadyPresenter::read_event() {
    if (std::exchange(is_reading_, true)) return;
    desk_.ask(
        scope_,
        [now_ms = clock_.wall_ms()](Desk& desk) { return event_readiness(desk.state(), now_ms); },
        [this](std::vector<ReadyPoint> points) {
            is_reading_ = false;
            event_ = std::move(points);
        },
        [this](const Error&) { is_reading_ = false; });
}

ReadyReading ReadyPresenter::reading() const {
    return {event_, parts_.trials == nullptr ? TrialAnswers{} : parts_.trials->answers(), scanned_,
            held_up_};
}

// Before the event was read nobody can say that it is ready.
ReadyCounts ReadyPresenter::count(const std::vector<ReadyRow>& rows) const {
    ReadyCounts counts = count_ready(rows);
    if (event_.empty()) ++counts.trying;
    return counts;
}

ReadyCounts ReadyPresenter::counts(const Texts& texts) const {
    return count(ready_rows(reading(), abilities_, texts));
}

std::optional<ReadyDeparture> ReadyPresenter::draw(Ui& ui, const FrameView& frame) {
    const ReadyReading now = reading();
    view_.frame = frame;
    view_.rows = ready_rows(now, abilities_, ui.texts());
    view_.is_trying = now.machine.is_running;
    view_.summary = ready_summary(count(view_.rows), ui.texts());
    // Whoever holds a ticket sees at the top that it was read, wherever the list stands.
    for (const auto& shown : {scanned_, held_up_}) {
        if (!shown || clock_.wall_ms() - shown->at_ms >= news_last_ms) continue;
        view_.summary = shown_text(*shown, ui.texts());
        ui.wake_at(ui.now_ms() + news_last_ms);
    }
    std::optional<ReadyDeparture> to;
    for (const ReadyIntent& intent : draw_ready_page(ui, view_)) {
        ui.wake_at(ui.now_ms());
        std::visit(Match{[&](const TryAgain&) { try_all(); },
                         [&](const PressReadyRow& row) { press(row.index, to); },
                         [&](const ScrollReady& scroll) { view_.scroll = scroll.scroll; },
                         [&](const FrameIntent& chosen) { to = chosen; }},
                   intent);
    }
    return to;
}

void ReadyPresenter::press(std::size_t index, std::optional<ReadyDeparture>& to) {
    const std::string& id = view_.rows.at(index).id;
    if (id == "sound" && parts_.sounds != nullptr) return parts_.sounds->play(Tone::welcome);
    if (id == "store" && parts_.sync != nullptr) {
        parts_.sync->sync_now();
        return try_all();
    }
    if (const auto place = place_of(id)) to = *place;
}

void ReadyPresenter::take_code(const std::string& text, ShownTo reader) {
    const bool is_ticket = desk_.read([&](const Desk& desk) {
        const TicketReading read = desk.tickets().read(text, desk.state());
        return read.authenticity == TicketAuthenticity::authentic ||
               read.authenticity == TicketAuthenticity::known_code;
    });
    auto& shown = reader == ShownTo::scanner ? scanned_ : held_up_;
    shown = ShownTicket{is_ticket, clock_.wall_ms()};
}

}  // namespace stormote
