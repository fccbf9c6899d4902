// App: the screens of a kiosk in their order: which one is shown, what a touch or a scan leads to,
// and when a screen gives way by itself. Keeps view state only; everything about the event is asked
// of the desk. The screen thread. Borrows everything that it is given.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <variant>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/desk/door_search.h"
#include "kiosk/ui/event_views.h"
#include "kiosk/ui/help.h"
#include "kiosk/ui/name.h"
#include "kiosk/ui/staff_room.h"
#include "kiosk/ui/walk_in_room.h"
#include "kiosk/ui/welcome.h"

namespace stormote {

// The languages that the kiosk can speak, by tag.
using Languages = std::map<std::string, Texts>;

struct AppOptions {
    std::string language = "sv";
    bool is_staff_needed = true;  // to leave the kiosk
};

class App {
  public:
    App(Ui& ui, DeskThread& desk, const Languages& languages, const Clock& clock,
        const AppOptions& options);

    // Answers that have come, then one frame. Call begin_frame() of the Ui before, end_frame()
    // after.
    void draw();
    // Staff has let the kiosk close.
    [[nodiscard]] bool is_done() const { return is_done_; }

  private:
    struct AtWelcome {};
    struct AtName {
        std::string typed;
        DoorSearch search;
        IdleWatch idle{20'000, 8'000};
    };
    struct AtHelp {};
    struct AtStaff {};
    struct AtVerdict {
        VerdictView view;
        std::int64_t ends_ms = 0;
    };
    struct AtNotice {
        NoticeView view;
        std::int64_t ends_ms = 0;
    };
    using Place = std::variant<AtWelcome, AtName, AtVerdict, AtNotice, AtHelp, AtStaff, WalkInRoom>;

    void draw_at(AtWelcome& place);
    void draw_at(AtName& place);
    void draw_at(AtVerdict& place);
    void draw_at(AtNotice& place);
    void draw_at(AtHelp& place);
    void draw_at(AtStaff& place);
    void draw_at(WalkInRoom& room);

    void take_scan(const ScanText& scan);
    void check_in(std::function<CheckInOutcome(Desk&)> job);
    void show(const CheckInOutcome& outcome);
    void show_broken_machine();
    void search(AtName& place);
    void go_to_welcome();
    void go_to_name(const std::string& first_letters);
    void go_to_staff();
    void choose(const FrameIntent& intent);
    void set_language(const std::string& tag);
    [[nodiscard]] FrameView frame();
    // What is left of a time that runs out at `ends_ms`; a touch starts it again.
    Countdown count_down(std::int64_t& ends_ms, std::int64_t total_ms);
    [[nodiscard]] const Texts& texts() const { return ui_.texts(); }

    Ui& ui_;
    DeskThread& desk_;
    const Languages& languages_;
    const Clock& clock_;
    AppOptions options_;
    Look look_;
    StaffRoom staff_;
    Place place_;
    bool is_waiting_ = false;  // a check-in is on its way to the disk
    bool is_done_ = false;
};

}  // namespace stormote
