#include "kiosk/ui/screens/check_in/substitute_presenter.h"

#include "sync/base/match.h"

namespace stormote {

std::optional<Navigation> SubstitutePresenter::draw(Ui& ui, const FrameView& frame) {
    if (!newcomer_) return draw_search(ui, frame);
    auto to = newcomer_->draw(ui, frame);
    if (!to) return std::nullopt;
    if (auto *submitted = std::get_if<Submitted>(&*to)) submitted->in_place_of = absent_;
    if (std::holds_alternative<Back>(*to)) {
        newcomer_.reset();
        restart_time();
        return std::nullopt;
    }
    return to;
}

std::optional<Navigation> SubstitutePresenter::draw_search(Ui& ui, const FrameView& frame) {
    idle_.update(ui);
    NameView view;
    view.frame = frame;
    view.purpose = NamePurpose::somebody_absent;
    finder_.show(ui, view);
    view.clears_in_s = idle_.warning_s();
    view.walk_ins = false;
    const auto intent = draw_name(ui, view);
    // Names that somebody left on the screen are nobody else's business.
    if (idle_.is_over()) return GoHome{};
    const auto answer = intent ? finder_.follow(*intent, ui.now_ms()) : std::nullopt;
    if (!answer) return std::nullopt;
    std::optional<Navigation> to;
    std::visit(Match{[&](const FoundPerson& person) { choose(person, ui.texts()); },
                     [](const NameNotRegistered&) {}, [&](const CallStaff& call) { to = call; },
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) {
                             to = GoHome{};
                         } else {
                             to = chosen;
                         }
                     }},
               *answer);
    return to;
}

void SubstitutePresenter::choose(const FoundPerson& person, const Texts& texts) {
    absent_ = person.attendee;
    SharedRegistration shared;
    shared.sentence = texts.get(
        Sentence{"You are here instead of {}, and take over their association and group."},
        person.name);
    shared.steps_before = 1;
    newcomer_.emplace(desk_, std::move(shared));
}

void SubstitutePresenter::restart_time() {
    idle_.restart();
    if (newcomer_) newcomer_->restart_time();
}

}  // namespace stormote
