#include "kiosk/ui/screens/check_in/substitute_presenter.h"

#include "sync/base/match.h"

namespace stormote {

std::optional<FrameIntent> SubstitutePresenter::draw(Ui& ui, const FrameView& frame) {
    if (!newcomer_) return draw_search(ui, frame);
    auto intent = newcomer_->draw(ui, frame);
    if (newcomer_->was_left_backwards()) {
        newcomer_.reset();
        restart_time();
    } else if (newcomer_->is_over()) {
        is_over_ = true;
    }
    return intent;
}

std::optional<FrameIntent> SubstitutePresenter::draw_search(Ui& ui, const FrameView& frame) {
    idle_.update(ui);
    NameView view;
    view.frame = frame;
    view.purpose = NamePurpose::somebody_absent;
    finder_.show(ui, view);
    view.clears_in_s = idle_.warning_s();
    view.walk_ins = false;
    const auto intent = draw_name(ui, view);
    // Names that somebody left on the screen are nobody else's business.
    if (idle_.is_over()) is_over_ = true;
    if (!intent) return std::nullopt;
    std::optional<FrameIntent> for_app;
    std::visit(Match{[&](const ChangeName& change) { finder_.type(change.typed, ui.now_ms()); },
                     [&](const ChooseName& choice) {
                         const DoorMatch *chosen = finder_.match(choice.index);
                         if (chosen != nullptr) choose(*chosen, ui.texts());
                     },
                     [](const NameNotRegistered&) {},
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) {
                             is_over_ = true;
                         } else {
                             for_app = chosen;
                         }
                     }},
               *intent);
    return for_app;
}

void SubstitutePresenter::choose(const DoorMatch& match, const Texts& texts) {
    absent_ = match.attendee;
    SharedRegistration shared;
    shared.sentence = texts.get(
        Sentence{"You are here instead of {}, and take over their association and group."},
        match.name);
    shared.steps_before = 1;
    newcomer_.emplace(desk_, std::move(shared));
}

void SubstitutePresenter::restart_time() {
    idle_.restart();
    if (newcomer_) newcomer_->restart_time();
}

std::optional<Substitution> SubstitutePresenter::take_substitution() {
    auto newcomer = newcomer_ ? newcomer_->take_registration() : std::nullopt;
    if (!newcomer || !absent_) return std::nullopt;
    return Substitution{*absent_, *std::move(newcomer)};
}

}  // namespace stormote
