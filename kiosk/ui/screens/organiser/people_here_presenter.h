// PeopleHerePresenter: who is in the building, table by table: for whoever locks up, or counts
// after an alarm. Reads on the desk's thread. The screen thread; borrows desk, clock and the list
// on paper, which outlive it.
#pragma once

#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/organiser/people_list_print.h"
#include "kiosk/ui/screens/personal/data_page.h"

namespace stormote {

class PeopleHerePresenter {
  public:
    PeopleHerePresenter(DeskThread& desk, const Clock& clock, PeopleListPrint& list)
        : desk_(desk), clock_(clock), list_(list) {}

    void open();
    void close() { is_open_ = false; }
    [[nodiscard]] bool is_open() const { return is_open_; }
    // One frame of the page; what is asked of its frame: GoBack where it is closed.
    [[nodiscard]] std::optional<FrameIntent> draw(Ui& ui, const FrameView& frame);

  private:
    void refresh(Ui& ui);
    void read(const Texts& texts);

    DeskThread& desk_;
    const Clock& clock_;
    PeopleListPrint& list_;
    bool is_open_ = false;
    DataPageView view_;
    std::optional<int> count_;  // nothing: not read yet
    std::optional<std::int64_t> read_ms_;
    bool is_reading_ = false;
    AskScope scope_;
};

}  // namespace stormote
