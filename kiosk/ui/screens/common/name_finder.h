// NameFinder: what is typed on a name page, and whom the desk finds by it, as fast as the screen's
// pace allows. Whoever has namesakes is asked for two letters of their organisation on a page of
// its own. The screen thread; borrows desk and pace.
#pragma once

#include <string>
#include <variant>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/desk/search_pace.h"
#include "kiosk/ui/screens/common/name.h"

namespace stormote {

struct FoundPerson {
    AttendeeId attendee;
    std::string name;
    std::string typed;  // the letters of the name that led there
};

class NameFinder {
  public:
    // The pace is the whole screen's, whoever searches.
    NameFinder(const DeskThread& desk, SearchPace& pace) : desk_(&desk), pace_(&pace) {}

    void type(std::string typed, std::int64_t now_ms);
    // Puts what is typed and who is found into the page; where somebody may only be shown later,
    // looks again, and asks for a frame when that changes.
    void show(Ui& ui, NameView& view);
    // What is left of an intent of the page for whoever shows it.
    using Answer = std::variant<FoundPerson, NameNotRegistered, CallStaff, FrameIntent>;
    [[nodiscard]] std::optional<Answer> follow(const NameIntent& intent, std::int64_t now_ms);
    void clear();

  private:
    void search(std::int64_t now_ms);
    [[nodiscard]] std::optional<Answer> choose(std::size_t index, std::int64_t now_ms);

    const DeskThread *desk_;
    SearchPace *pace_;
    std::string typed_;
    DoorSearch found_;
    // Who is asked for their organisation, and what they have typed of it.
    std::optional<DoorMatch> namesakes_;
    std::string organisation_typed_;
    bool is_staff_called_ = false;
};

}  // namespace stormote
