// StickExchange: the record to a stick and from sticks, for screens that no network joins. Files
// are found, written and merged on the desk's thread. The screen thread; borrows the desk, which
// outlives it.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/common/status_line.h"
#include "sync/base/texts.h"

namespace stormote {

class StickExchange {
  public:
    explicit StickExchange(DeskThread& desk) : desk_(desk) {}

    // Nothing while the one before is being done.
    void save(const std::filesystem::path& folder, const Texts& texts);
    // From all sticks that are plugged in, and from the user's own folder.
    void fetch(const Texts& texts);
    [[nodiscard]] bool is_busy() const { return is_busy_; }
    // What was done, once, for the page to say.
    [[nodiscard]] std::optional<StatusLine> take_news();

  private:
    void end(StatusLine news);

    DeskThread& desk_;
    bool is_busy_ = false;
    std::optional<StatusLine> news_;
    AskScope scope_;
};

}  // namespace stormote
