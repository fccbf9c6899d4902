// NameFinder: what is typed on a name page, and whom the desk finds by it, as fast as the screen's
// pace allows. The screen thread; borrows desk and pace.
#pragma once

#include <string>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/desk/search_pace.h"
#include "kiosk/ui/screens/common/name.h"

namespace stormote {

class NameFinder {
  public:
    // The pace is the whole screen's, whoever searches.
    NameFinder(const DeskThread& desk, SearchPace& pace) : desk_(&desk), pace_(&pace) {}

    void type(std::string typed, std::int64_t now_ms);
    // Puts what is typed and who is found into the page; where somebody may only be shown later,
    // looks again, and asks for a frame when that changes.
    void show(Ui& ui, NameView& view);
    // Null: nobody stands there any more.
    [[nodiscard]] const DoorMatch *match(std::size_t index) const;
    void clear();

  private:
    void search(std::int64_t now_ms);

    const DeskThread *desk_;
    SearchPace *pace_;
    std::string typed_;
    DoorSearch found_;
};

}  // namespace stormote
