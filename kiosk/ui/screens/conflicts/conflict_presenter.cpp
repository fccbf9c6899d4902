#include "kiosk/ui/screens/conflicts/conflict_presenter.h"

#include "sync/base/match.h"

namespace stormote {

namespace {

// Reading every attendee is much for every frame of a large event.
constexpr std::int64_t refresh_ms = 1'000;

constexpr Actor organiser{ActingRole::organiser};

}  // namespace

void ConflictPresenter::open() {
    is_open_ = true;
    view_ = {};
    conflicts_.clear();
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
        scope_, [](Desk& desk) { return list_conflicts(desk.state()); },
        [this](std::vector<Conflict> conflicts) {
            is_reading_ = false;
            conflicts_ = std::move(conflicts);
        },
        [this](const Error&) { is_reading_ = false; });
}

void ConflictPresenter::fill(const Texts& texts) {
    view_.cards.clear();
    desk_.read([&](const Desk& desk) {
        for (const Conflict& conflict : conflicts_) {
            ConflictCard& card =
                view_.cards.emplace_back(conflict_card(desk.state(), conflict, texts));
            if (asked_ && is_same_conflict(asked_->conflict, conflict)) {
                card.question =
                    settlement_question(desk.state(), conflict, asked_->settlement, texts);
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
                             if (asked) settle(asked->conflict, asked->settlement, ui.texts());
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
    if (choice.card >= conflicts_.size()) return;
    const Conflict& conflict = conflicts_[choice.card];
    const auto [settlements, question] = desk_.read([&](const Desk& desk) {
        auto all = settlements_of(desk.state(), conflict);
        std::string asks;
        if (choice.choice < all.size()) {
            asks = settlement_question(desk.state(), conflict, all[choice.choice], texts);
        }
        return std::pair(std::move(all), std::move(asks));
    });
    if (choice.choice >= settlements.size()) return;
    const Settlement& settlement = settlements[choice.choice];
    if (question.empty()) return settle(conflict, settlement, texts);
    asked_ = Asked{conflict, settlement};
}

void ConflictPresenter::settle(const Conflict& conflict, const Settlement& settlement,
                               const Texts& texts) {
    desk_.ask(
        scope_,
        [conflict, settlement](Desk& desk) {
            return stormote::settle(desk, conflict, settlement, organiser);
        },
        [this, texts](bool is_settled) {
            view_.news =
                is_settled
                    ? StatusLine{texts.get({"Settled."}), false}
                    : StatusLine{texts.get({"Somebody else has settled it meanwhile."}), true};
            read();
        },
        [this, texts](const Error& error) {
            view_.news = StatusLine{texts.get(error), true};
        });
}

}  // namespace stormote
