// EventLogPresenter: who did what, when and on which screen, the newest first: the audit log as far
// as it is read on the spot. The whole of it is the export "audit" of the command. Reads on the
// desk's thread. The screen thread; borrows the desk, which outlives it.
#pragma once

#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/personal/data_page.h"

namespace stormote {

class EventLogPresenter {
  public:
    explicit EventLogPresenter(DeskThread& desk) : desk_(desk) {}

    void open();
    void close() { is_open_ = false; }
    [[nodiscard]] bool is_open() const { return is_open_; }
    // One frame of the page; what is asked of its frame: GoBack where it is closed.
    [[nodiscard]] std::optional<FrameIntent> draw(Ui& ui, const FrameView& frame);

  private:
    void read(const Texts& texts);

    DeskThread& desk_;
    bool is_open_ = false;
    bool is_wanted_ = false;  // to be read at the next frame
    bool is_reading_ = false;
    bool has_failed_ = false;
    DataPageView view_;
    std::optional<std::size_t> count_;  // of all operations; nothing: not read yet
    AskScope scope_;
};

}  // namespace stormote
