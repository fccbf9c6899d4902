#include "kiosk/ui/screens/common/name_finder.h"

#include <utility>

#include "sync/base/match.h"
#include "sync/base/text_folding.h"

namespace stormote {

void NameFinder::type(std::string typed, std::int64_t now_ms) {
    (namesakes_ ? organisation_typed_ : typed_) = std::move(typed);
    search(now_ms);
}

void NameFinder::search(std::int64_t now_ms) {
    if (!namesakes_) {
        found_ = pace_->pace(
            desk_->read([this](const Desk& desk) { return search_at_door(desk, typed_); }), now_ms);
        return;
    }
    const auto found = desk_->read([this](const Desk& desk) {
        return search_namesakes(desk.state(), *namesakes_, organisation_typed_);
    });
    const std::string guess = namesakes_->name + '\n' + join_folded_words(organisation_typed_);
    found_ = pace_->pace_guess(found, guess, now_ms);
}

void NameFinder::show(Ui& ui, NameView& view) {
    if (found_.state == DoorSearchState::slowed) search(ui.now_ms());
    view.typed = namesakes_ ? organisation_typed_ : typed_;
    if (namesakes_) view.namesake = namesakes_->name;
    view.is_staff_called = is_staff_called_;
    for (const DoorMatch& match : found_.matches) view.hits.push_back(match.name);
    view.search = static_cast<NameSearch>(found_.state);
    if (found_.state != DoorSearchState::slowed) return;
    const std::int64_t wait_ms = pace_->wait_ms(ui.now_ms());
    ui.wake_at(ui.now_ms() + 1 + (wait_ms - 1) % 1000);
    view.wait_s = static_cast<int>((wait_ms + 999) / 1000);
}

std::optional<NameFinder::Answer> NameFinder::follow(const NameIntent& intent,
                                                     std::int64_t now_ms) {
    return std::visit(
        Match{[&](const ChangeName& change) -> std::optional<Answer> {
                  type(change.typed, now_ms);
                  return std::nullopt;
              },
              [&](const ChooseName& choice) { return choose(choice.index, now_ms); },
              [&](const CallStaff& call) -> std::optional<Answer> {
                  is_staff_called_ = true;
                  return call;
              },
              [](const NameNotRegistered& answer) -> std::optional<Answer> { return answer; },
              [&](const FrameIntent& chosen) -> std::optional<Answer> {
                  if (!namesakes_ || !std::holds_alternative<GoBack>(chosen)) return chosen;
                  namesakes_.reset();
                  search(now_ms);
                  return std::nullopt;
              }},
        intent);
}

std::optional<NameFinder::Answer> NameFinder::choose(std::size_t index, std::int64_t now_ms) {
    // Nobody stands there any more.
    if (index >= found_.matches.size()) return std::nullopt;
    DoorMatch match = found_.matches[index];
    if (match.people.size() == 1) return FoundPerson{match.people.front(), match.name, typed_};
    namesakes_ = std::move(match);
    organisation_typed_.clear();
    search(now_ms);
    return std::nullopt;
}

void NameFinder::clear() {
    typed_.clear();
    namesakes_.reset();
    found_ = {};
}

}  // namespace stormote
