#include "kiosk/ui/screens/common/walk_in_presenter.h"

#include <algorithm>
#include <set>

#include "kiosk/ui/shell/frame_views.h"
#include "sync/base/match.h"
#include "sync/base/text_folding.h"
#include "sync/model/sector.h"

namespace stormote {

namespace {

AttendeeRole recorded_role(WalkInRole role) {
    switch (role) {
        case WalkInRole::elected:
            return AttendeeRole::elected;
        case WalkInRole::official:
            return AttendeeRole::official;
        case WalkInRole::association:
        case WalkInRole::oneself:
            break;
    }
    return AttendeeRole::civil;
}

// The sectors that nobody from civil society comes from: the municipality itself.
std::set<std::string> municipal_sectors(const EventState& state) {
    std::set<std::string> municipal;
    std::set<std::string> civil;
    for (const auto& [id, attendee] : state.attendees()) {
        const std::string& sector = state.organisation_of(attendee, OrganisationField::sector);
        (role_of(attendee) == AttendeeRole::civil ? civil : municipal).insert(sector);
    }
    std::erase_if(municipal, [&](const std::string& sector) { return civil.contains(sector); });
    return municipal;
}

// Of civil society as they are stored, in the order of the reader's words for them, and at the end
// one for whatever fits nowhere.
std::vector<std::string> known_sectors(const EventState& state, const Texts& texts) {
    const std::string other(usual_sectors().back().stored);
    const std::set<std::string> municipal = municipal_sectors(state);
    std::set<std::string> sectors;
    for (const auto& [id, organisation] : state.organisations()) {
        const std::string& sector = organisation.get(OrganisationField::sector);
        if (!sector.empty() && sector != other && !municipal.contains(sector)) {
            sectors.insert(sector);
        }
    }
    std::vector<std::string> sorted(sectors.begin(), sectors.end());
    if (sorted.empty()) {
        // Where an event knows no sectors yet.
        const auto usual = usual_sectors();
        for (const UsualSector& sector : usual.first(usual.size() - 1)) {
            sorted.emplace_back(sector.stored);
        }
    }
    std::sort(sorted.begin(), sorted.end(), [&texts](const auto& left, const auto& right) {
        return compare_swedish(sector_text(left, texts), sector_text(right, texts)) < 0;
    });
    if (sorted.size() >= most_options) sorted.resize(most_options - 1);
    sorted.push_back(other);
    return sorted;
}

// Known organisations with a word that begins as typed; those that begin so themselves first.
std::vector<std::string> suggestions(const EventState& state, const std::string& typed) {
    const std::string folded = fold_text(typed);
    if (folded.size() < 2) return {};
    std::vector<std::pair<bool, std::string>> found;
    for (const auto& [id, organisation] : state.organisations()) {
        const std::string& name = organisation.get(OrganisationField::name);
        const std::string folded_name = fold_text(name);
        const bool begins = folded_name.starts_with(folded);
        if (begins || folded_name.find(' ' + folded) != std::string::npos) {
            found.emplace_back(!begins, name);
        }
    }
    std::sort(found.begin(), found.end());
    if (found.size() > most_suggestions) found.resize(most_suggestions);
    std::vector<std::string> names;
    names.reserve(found.size());
    for (auto& [is_later, name] : found) names.push_back(std::move(name));
    return names;
}

}  // namespace

WalkInPresenter::WalkInPresenter(const DeskThread& desk, SharedRegistration shared)
    : desk_(&desk), organisation_(shared.organisation), shared_(std::move(shared)) {}

// As people count them: which association and of what kind belong to the question for whom they
// come, so that neither number jumps on the way.
Steps WalkInPresenter::steps_shown() const {
    if (shared_) {
        const int before = shared_->steps_before;
        return {before + (step_ == WalkInStep::name ? 1 : 2), before + 2};
    }
    switch (step_) {
        case WalkInStep::name:
            return {1, 3};
        case WalkInStep::role:
        case WalkInStep::organisation:
        case WalkInStep::sector:
            return {2, 3};
        case WalkInStep::information:
            break;
    }
    return {3, 3};
}

std::vector<WalkInStep> WalkInPresenter::steps() const {
    if (shared_) return {WalkInStep::name, WalkInStep::information};
    std::vector<WalkInStep> steps{WalkInStep::name, WalkInStep::role};
    if (role_ != WalkInRole::oneself) steps.push_back(WalkInStep::organisation);
    // The sector of a known organisation is known, and the municipality is of none.
    if (!is_organisation_known_ && role_ == WalkInRole::association) {
        steps.push_back(WalkInStep::sector);
    }
    steps.push_back(WalkInStep::information);
    return steps;
}

WalkInView WalkInPresenter::view(const Ui& ui, const FrameView& frame) {
    WalkInView view;
    view.frame = frame;
    view.step = step_;
    view.typed = typed_;
    view.name = name_;
    view.organisation = organisation_;
    view.sector = sector_text(sector_, ui.texts());
    view.role = role_;
    view.is_for_another = registrar_ == Registrar::staff;
    view.clears_in_s = idle_.warning_s();
    view.steps = steps_shown();
    view.can_substitute = !shared_ && registrar_ == Registrar::oneself;
    if (shared_) view.shared_with = shared_->sentence;
    desk_->read([&](const Desk& desk) {
        if (step_ == WalkInStep::organisation) {
            view.suggestions = suggestions(desk.state(), typed_);
        } else if (step_ == WalkInStep::sector) {
            sectors_ = known_sectors(desk.state(), ui.texts());
            for (const std::string& sector : sectors_) {
                view.options.push_back(sector_text(sector, ui.texts()));
            }
        }
    });
    if (step_ == WalkInStep::information) {
        inform(ui.texts());
        view.information = information_.paragraphs;
        view.asks_consent = asks_consent_;
    }
    return view;
}

bool WalkInPresenter::go(int step) {
    const auto all = steps();
    const auto here = std::find(all.begin(), all.end(), step_) - all.begin();
    const auto next = here + step;
    if (next < 0) return false;
    step_ = all[static_cast<std::size_t>(next)];
    information_language_.clear();
    typed_ = step_ == WalkInStep::name           ? name_
             : step_ == WalkInStep::organisation ? organisation_
                                                 : "";
    return true;
}

void WalkInPresenter::choose_sector(std::size_t index) {
    if (index >= sectors_.size()) return;
    sector_ = sectors_[index];
    go(+1);
}

void WalkInPresenter::choose_role(WalkInRole role) {
    step_ = WalkInStep::role;
    role_ = role;
    if (role == WalkInRole::oneself) forget_organisation();
    go(+1);
}

void WalkInPresenter::forget_organisation() {
    organisation_.clear();
    sector_.clear();
    is_organisation_known_ = true;
}

// Whoever comes from no association comes for themself; the municipality's need not say where from.
void WalkInPresenter::skip_organisation() {
    if (role_ == WalkInRole::association) return choose_role(WalkInRole::oneself);
    forget_organisation();
    go(+1);
}

void WalkInPresenter::set_organisation(const std::string& name) {
    organisation_ = name;
    sector_.clear();
    is_organisation_known_ = desk_->read([&](const Desk& desk) {
        return desk.state().organisations().contains(desk.organisation_id(name));
    });
    go(+1);
}

// Once for each time that the step is reached and each language: the words that are shown are those
// whose version is recorded.
void WalkInPresenter::inform(const Texts& texts) {
    if (information_language_ == texts.language()) return;
    information_language_ = texts.language();
    desk_->read([&](const Desk& desk) {
        information_ = information_text(desk.state().settings(), texts);
        asks_consent_ = legal_basis(desk.state().settings()) == LegalBasis::consent;
    });
}

Submitted WalkInPresenter::submit() const {
    const auto space = name_.find(' ');
    NewAttendee person;
    person.given_name = name_.substr(0, space);
    if (space != std::string::npos) person.family_name = name_.substr(space + 1);
    person.organisation = organisation_;
    person.sector = sector_;
    person.role = shared_ ? shared_->role : recorded_role(role_);
    // In the same words whatever the language of the screen.
    const std::string where = registrar_ == Registrar::staff ? "staff" : "kiosk";
    person.consent = where + (asks_consent_ ? ", agreed, " : ", informed, ") + information_.version;
    return {std::move(person)};
}

std::optional<Navigation> WalkInPresenter::draw(Ui& ui, const FrameView& frame, DoorPaper paper) {
    idle_.update(ui);
    WalkInView shown = view(ui, frame);
    shown.paper = paper;
    const auto intent = draw_walk_in(ui, shown);
    if (idle_.is_over()) return GoHome{};
    return intent ? follow(*intent, shown) : std::nullopt;
}

std::optional<Navigation> WalkInPresenter::follow(const WalkInIntent& intent,
                                                  const WalkInView& shown) {
    std::optional<Navigation> to;
    std::visit(Match{[&](const ChangeWalkInText& change) { typed_ = change.typed; },
                     [&](const NextStep&) {
                         const std::string text = trim_text(typed_);
                         if (text.empty()) return;
                         if (step_ == WalkInStep::organisation) return set_organisation(text);
                         name_ = text;
                         go(+1);
                     },
                     [&](const ChooseSuggestion& choice) {
                         if (choice.index < shown.suggestions.size()) {
                             set_organisation(shown.suggestions[choice.index]);
                         }
                     },
                     [&](const NoOrganisation&) { skip_organisation(); },
                     [&](const ComeInstead&) { to = OpenSubstitution{}; },
                     [&](const ChooseRole& choice) { choose_role(choice.role); },
                     [&](const ChooseOption& choice) { choose_sector(choice.index); },
                     [&](const RegisterOnTheSpot&) { to = submit(); },
                     [&](const DeclineRegistration&) { to = Declined{}; },
                     [&](const FrameIntent& chosen) {
                         if (!std::holds_alternative<GoBack>(chosen)) {
                             to = chosen;
                         } else if (!go(-1)) {
                             to = Back{};
                         }
                     }},
               intent);
    return to;
}

}  // namespace stormote
