// StaffRoom: behind the PIN, at the door: check somebody in or out by hand, take a check-in
// back, or leave the kiosk. Lives as long
// as the app, so that wrong PINs are counted across visits. The screen thread.
#pragma once

#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/idle_watch.h"
#include "kiosk/ui/pin.h"
#include "kiosk/ui/pin_tries.h"
#include "kiosk/ui/staff.h"

namespace stormote {

class StaffRoom {
  public:
    StaffRoom(DeskThread& desk, const Clock& clock,
              std::function<void(const Error&)> machine_failed)
        : desk_(desk), machine_failed_(std::move(machine_failed)), tries_(desk, clock) {}

    // Asks for the PIN anew.
    void enter();
    std::optional<FrameIntent> draw(Ui& ui, const FrameView& frame);

    // Locked again, by Back or by time.
    [[nodiscard]] bool is_over() const { return is_over_; }
    // Staff has closed the kiosk.
    [[nodiscard]] bool is_kiosk_left() const { return is_kiosk_left_; }
    // Whether the PIN was given on this visit.
    [[nodiscard]] bool is_open() const { return is_open_; }

  private:
    std::optional<FrameIntent> draw_door(Ui& ui, const FrameView& frame);
    std::optional<FrameIntent> draw_page(Ui& ui, const FrameView& frame);
    void submit_pin();
    void read_entries(const Ui& ui, StaffView& view);
    void find(const Desk& desk, std::vector<AttendeeId>& wanted) const;
    void undo(const Texts& texts);
    void check_in(const AttendeeId& person, const Texts& texts);
    void check_out(const Texts& texts);
    [[nodiscard]] std::string name_of(const AttendeeId& person) const;

    DeskThread& desk_;
    std::function<void(const Error&)> machine_failed_;
    std::string pin_;
    PinState pin_state_ = PinState::asking;
    PinTries tries_;
    bool is_open_ = false;
    bool is_over_ = false;
    bool is_kiosk_left_ = false;

    StaffMode mode_ = StaffMode::latest;
    std::string typed_;
    std::vector<AttendeeId> shown_;
    // A person, not a place in the list: others arrive while staff thinks it over.
    std::optional<AttendeeId> confirming_;
    std::string news_;
    IdleWatch idle_{120'000, 20'000};
};

}  // namespace stormote
