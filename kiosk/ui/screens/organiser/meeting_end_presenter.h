// MeetingEndPresenter: the question before the meeting is ended: what ending it does, who has not
// checked out, and what is still on its way; and taking the end back. Reads and records on the
// desk's thread. The screen thread; borrows desk, clock and synchronisation, which outlive it.
#pragma once

#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/desk/evening/meeting_end.h"
#include "kiosk/desk/sync/background_sync.h"
#include "kiosk/ui/screens/personal/data_page.h"

namespace stormote {

class MeetingEndPresenter {
  public:
    // No synchronisation (null): there is no central store.
    MeetingEndPresenter(DeskThread& desk, const Clock& clock, BackgroundSync *sync)
        : desk_(desk), clock_(clock), sync_(sync) {}

    void open();
    void close() {
        is_open_ = false;
        reopening_news_.reset();
    }
    [[nodiscard]] bool is_open() const { return is_open_; }
    // One frame of the question; what is asked of its frame: GoBack where it is closed.
    [[nodiscard]] std::optional<FrameIntent> draw(Ui& ui, const FrameView& frame);

    void reopen(const Texts& texts);
    // What went wrong with it; nothing: it has not.
    [[nodiscard]] const std::optional<StatusLine>& reopening_news() const {
        return reopening_news_;
    }

  private:
    void refresh(Ui& ui);
    void read(const Texts& texts);
    [[nodiscard]] std::optional<DataCard> unsent_card(const Texts& texts) const;
    void end(const Texts& texts);

    DeskThread& desk_;
    const Clock& clock_;
    BackgroundSync *sync_;
    bool is_open_ = false;
    bool is_busy_ = false;  // the end, or that it is none, is on its way to the disk
    std::optional<StatusLine> reopening_news_;
    bool is_reading_ = false;
    std::optional<std::int64_t> read_ms_;
    std::vector<DataCard> found_;  // what is still open
    DataPageView view_;
    AskScope scope_;
};

}  // namespace stormote
