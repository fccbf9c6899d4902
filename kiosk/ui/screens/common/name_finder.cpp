#include "kiosk/ui/screens/common/name_finder.h"

namespace stormote {

void NameFinder::type(std::string typed, std::int64_t now_ms) {
    typed_ = std::move(typed);
    search(now_ms);
}

void NameFinder::search(std::int64_t now_ms) {
    found_ = pace_->pace(
        desk_->read([this](const Desk& desk) { return search_at_door(desk, typed_); }), now_ms);
}

void NameFinder::show(Ui& ui, NameView& view) {
    if (found_.state == DoorSearchState::slowed) search(ui.now_ms());
    view.typed = typed_;
    for (const DoorMatch& match : found_.matches) {
        view.hits.push_back({match.name, match.organisation});
    }
    view.search = static_cast<NameSearch>(found_.state);
    if (found_.state != DoorSearchState::slowed) return;
    const std::int64_t wait_ms = pace_->wait_ms(ui.now_ms());
    ui.wake_at(ui.now_ms() + 1 + (wait_ms - 1) % 1000);
    view.wait_s = static_cast<int>((wait_ms + 999) / 1000);
}

const DoorMatch *NameFinder::match(std::size_t index) const {
    return index < found_.matches.size() ? &found_.matches[index] : nullptr;
}

void NameFinder::clear() {
    typed_.clear();
    found_ = {};
}

}  // namespace stormote
