// TableMessagePresenter: the organiser writes to all tables. Keeps what is being written; records
// on the desk's thread. The screen thread; borrows desk and clock, which outlive it.
#pragma once

#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/common/writing_page.h"
#include "sync/base/clock.h"

namespace stormote {

class TableMessagePresenter {
  public:
    TableMessagePresenter(DeskThread& desk, const Clock& clock) : desk_(desk), clock_(clock) {}

    void open();
    void close() { is_open_ = false; }
    [[nodiscard]] bool is_open() const { return is_open_; }
    // One frame of the page; what is asked of its frame: GoBack where it is closed.
    [[nodiscard]] std::optional<FrameIntent> draw(Ui& ui, const FrameView& frame);
    // What stands on the tables' screens is taken away.
    void take_away() { send(""); }

  private:
    void send(const std::string& text);

    DeskThread& desk_;
    const Clock& clock_;
    bool is_open_ = false;
    bool is_sending_ = false;
    bool has_failed_ = false;
    WritingPageView view_;
    AskScope scope_;
};

}  // namespace stormote
