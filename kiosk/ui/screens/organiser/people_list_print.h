// PeopleListPrint: the list of who is in the building, on paper by one tap: for an alarm, and for
// whoever locks up. Where no printer prints it, it is saved as a file, and said where. Composes and
// saves on the desk's thread. The screen thread; borrows desk, clock and printer, which outlive it.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/device/printer/paper_printer.h"
#include "kiosk/ui/screens/common/status_line.h"
#include "sync/base/clock.h"
#include "sync/base/texts.h"

namespace stormote {

class PeopleListPrint {
  public:
    // No printer (null): the list is saved.
    PeopleListPrint(DeskThread& desk, const Clock& clock, PaperPrinter *printer)
        : desk_(desk), clock_(clock), printer_(printer) {}

    // Nothing while a list is on its way.
    void print(const Texts& texts);
    // Each frame: what has become of it.
    void refresh(const Texts& texts);
    // Whoever asked has left the page: what does not print is not saved later.
    void forget();
    [[nodiscard]] bool is_busy() const { return is_busy_; }
    // Of the last list; nothing: none was asked for.
    [[nodiscard]] const std::optional<StatusLine>& news() const { return news_; }

  private:
    void hand_over(std::string pdf, const Texts& texts);
    // Instead of printing it, for the reason that is said.
    void save(const std::string& reason, const Texts& texts);
    void end(StatusLine news);

    DeskThread& desk_;
    const Clock& clock_;
    PaperPrinter *printer_;
    bool is_busy_ = false;
    bool is_printing_ = false;  // the printer has it
    bool may_save_ = false;     // whoever asked is still there
    std::optional<StatusLine> news_;
    AskScope scope_;
};

}  // namespace stormote
