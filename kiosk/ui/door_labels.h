// DoorLabels: the name label of everybody who is let in. The screen thread; borrows the queue.
#pragma once

#include "kiosk/desk/ticket_code.h"
#include "kiosk/device/label_queue.h"
#include "sync/base/texts.h"

namespace stormote {

enum class CodeOnLabel : std::uint8_t { none, ticket };

class DoorLabels {
  public:
    // Labels are in the words of the kiosk, whichever language somebody chose.
    DoorLabels(LabelQueue& queue, const Texts& texts, CodeOnLabel code)
        : queue_(queue), texts_(texts), code_(code) {}

    // The desk's state must stand still while these are called.
    // For somebody who was let in for the first time; others wear theirs already.
    void print(const Desk& desk, const CheckInOutcome& outcome);
    // Another one for somebody whose label is lost or wrong.
    void print_again(const Desk& desk, const AttendeeId& attendee);
    // What this device let in during the last two minutes: a crash may have come between the
    // check-in and the printer, which prints none of them twice.
    void print_latest(const Desk& desk, std::int64_t wall_ms);

    [[nodiscard]] LabelStatus status() const { return queue_.status(); }

  private:
    [[nodiscard]] LabelJob job_of(const Desk& desk, const AttendeeId& attendee) const;

    LabelQueue& queue_;
    const Texts& texts_;
    CodeOnLabel code_;
};

}  // namespace stormote
