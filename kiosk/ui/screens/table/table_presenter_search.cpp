// TablePresenter: the search through the table's notes.
#include "kiosk/ui/screens/table/table_presenter.h"
#include "sync/base/match.h"

namespace stormote {

void TablePresenter::open_search() {
    search_ = OpenedSearch{};
    search_->view.keys = {.open = true, .use = KeyboardUse::line};
    keys_.open = false;
}

void TablePresenter::find_notes() {
    FoundNotes found = desk_.read([this](const Desk& desk) {
        return stormote::find_notes(desk.state(), *group_, contents_, search_->view.typed,
                                    desk.device());
    });
    search_->view.has_letters = found.has_letters;
    search_->view.found = std::move(found.cards);
    search_->places = std::move(found.places);
}

void TablePresenter::draw_search(Ui& ui, const FrameView& frame) {
    TableSearchView& view = search_->view;
    view.frame = frame;
    const auto intent = draw_table_search(ui, view);
    if (!intent) return;
    ui.wake_at(ui.now_ms());
    std::visit(Match{[&](const ChangeSearch& change) {
                         view.typed = change.typed;
                         view.scroll = {};
                         // A capital that was asked for is for one letter.
                         view.keys.capitals = Capitals::automatic;
                         find_notes();
                     },
                     [&](const ChooseFound& chosen) { choose_found(chosen.index, ui); },
                     [&](const ChangeSearchKeys& change) { view.keys = change.keys; },
                     [&](const ScrollFound& scroll) { view.scroll = scroll.scroll; },
                     [&](const FrameIntent& chosen) {
                         if (std::holds_alternative<GoBack>(chosen)) {
                             search_.reset();
                         } else {
                             to_ = chosen;
                         }
                     }},
               *intent);
}

void TablePresenter::choose_found(std::size_t index, Ui& ui) {
    if (index >= search_->places.size()) return;
    const FoundPlace place = search_->places[index];
    search_.reset();
    if (selected_ != place.question) {
        selected_ = place.question;
        keep_draft();
    }
    scroll_ = {.at_end = true};
    read_ms_.reset();
    refresh(ui);
    // Its versions stand beside each other at the end of the table's notes, to be chosen from.
    if (!place.awaits_choice) open_note(place.note);
}

}  // namespace stormote
