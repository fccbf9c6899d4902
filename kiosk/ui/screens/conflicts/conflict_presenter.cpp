#include "kiosk/ui/screens/conflicts/conflict_presenter.h"

#include "sync/base/match.h"

namespace stormote {

namespace {

// Reading every attendee is much for every frame of a large event.
constexpr std::int64_t refresh_ms = 1'000;

std::vector<SeenConflict> see_conflicts(const EventState& state) {
    std::vector<SeenConflict> seen;
    for (const Conflict& conflict : list_conflicts(state)) {
        seen.push_back(see_conflict(state, conflict));
    }
    return seen;
}

}  // namespace

void ConflictPresenter::open() {
    is_open_ = true;
    view_ = {};
    conflicts_.reset();
    asked_.reset();
    read_ms_.reset();
}

void ConflictPresenter::refresh(Ui& ui) {
    const bool is_due = !read_ms_ || ui.now_ms() - *read_ms_ >= refresh_ms;
    if (is_due) {
        read_ms_ = ui.now_ms();
        read();
    }
    ui.wake_at(*read_ms_ + refresh_ms);
}

void ConflictPresenter::read() {
    if (std::exchange(is_reading_, true)) return;
    desk_.ask(
        scope_, [](Desk& desk) { return see_conflicts(desk.state()); },
        [this](std::vector<SeenConflict> conflicts) {
            is_reading_ = false;
            conflicts_ = std::move(conflicts);
        },
        [this](const Error&) { is_reading_ = false; });
}

void ConflictPresenter::fill(const Texts& texts) {
    view_.cards.clear();
    view_.is_reading = !conflicts_;
    if (!conflicts_) return;
    desk_.read([&](const Desk& desk) {
        for (const SeenConflict& seen : *conflicts_) {
            ConflictCard& card = view_.cards.emplace_back(conflict_card(desk.state(), seen, texts));
            if (asked_ && asked_->seen == seen) {
                card.question = settlement_question(seen, asked_->settlement, texts);
            }
        }
    });
}

std::optional<FrameIntent> ConflictPresenter::draw(Ui& ui, const FrameView& frame) {
    refresh(ui);
    fill(ui.texts());
    view_.frame = frame;
    std::optional<FrameIntent> to;
    for (const ConflictIntent& intent : draw_conflicts(ui, view_)) {
        ui.wake_at(ui.now_ms());
        std::visit(Match{[&](const ChooseSettlement& choice) { choose(choice, ui.texts()); },
                         [&](const ConfirmSettlement&) {
                             const auto asked = std::exchange(asked_, std::nullopt);
                             if (asked) settle(asked->seen, asked->settlement, ui.texts());
                         },
                         [&](const LeaveUnsettled&) { asked_.reset(); },
                         [&](const ScrollConflicts& scroll) { view_.scroll = scroll.scroll; },
                         [&](const FrameIntent& chosen) { to = chosen; }},
                   intent);
    }
    return to;
}

void ConflictPresenter::choose(const ChooseSettlement& choice, const Texts& texts) {
    view_.news.reset();
    if (!conflicts_ || choice.card >= conflicts_->size()) return;
    const SeenConflict& seen = (*conflicts_)[choice.card];
    const auto settlements = settlements_of(seen);
    if (choice.choice >= settlements.size()) return;
    const Settlement& settlement = settlements[choice.choice];
    if (settlement_question(seen, settlement, texts).empty()) {
        return settle(seen, settlement, texts);
    }
    asked_ = Asked{seen, settlement};
}

void ConflictPresenter::settle(const SeenConflict& seen, const Settlement& settlement,
                               const Texts& texts) {
    // Who taps twice means it once.
    if (std::exchange(is_settling_, true)) return;
    struct Settled {
        bool is_settled;
        std::vector<SeenConflict> left;
    };
    desk_.ask(
        scope_,
        [seen, settlement](Desk& desk) -> Settled {
            const bool is_settled = stormote::settle(desk, seen, settlement, actor::organiser);
            return {is_settled, see_conflicts(desk.state())};
        },
        [this, texts](Settled settled) {
            is_settling_ = false;
            conflicts_ = std::move(settled.left);
            view_.news =
                settled.is_settled
                    ? StatusLine{texts.get({"Settled."}), false}
                    : StatusLine{texts.get({"It is not as it was any more. Look again."}), true};
        },
        [this, texts](const Error& error) {
            is_settling_ = false;
            view_.news = StatusLine{texts.get(error), true};
        });
}

}  // namespace stormote
