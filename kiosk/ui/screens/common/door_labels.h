// DoorLabels: what is printed for everybody who is let in: a name label, or where the printer has
// none a slip with group and table and without a name. The screen thread; borrows the queue.
#pragma once

#include "kiosk/desk/ticket_code.h"
#include "kiosk/device/printer/label_queue.h"
#include "sync/base/clock.h"
#include "sync/base/texts.h"

namespace stormote {

enum class CodeOnLabel : std::uint8_t { none, ticket };
enum class DoorPaper : std::uint8_t { name_label, slip };

// Whose label was asked for, and when.
struct AskedLabel {
    AttendeeId attendee;
    std::int64_t asked_ms = 0;

    bool operator==(const AskedLabel&) const = default;
};

class DoorLabels {
  public:
    // Labels are in the words of the kiosk, whichever language somebody chose.
    DoorLabels(LabelQueue& queue, const Texts& texts, CodeOnLabel code, const Clock& clock,
               DoorPaper paper = DoorPaper::name_label)
        : queue_(queue), texts_(texts), code_(code), clock_(clock), paper_(paper) {}

    [[nodiscard]] DoorPaper paper() const { return paper_; }
    // Whether there is anything to print for somebody: a slip says nothing without a group.
    [[nodiscard]] bool has_words_for(const Desk& desk, const AttendeeId& attendee) const;

    // The desk's state must stand still while these are called.
    // For somebody who was let in for the first time; others wear theirs already.
    void print(const Desk& desk, const CheckInOutcome& outcome);
    // Another one for somebody whose label is lost or wrong.
    void print_again(const Desk& desk, const AttendeeId& attendee);
    // What this device let in during the last two minutes: a crash may have come between the
    // check-in and the printer, which prints none of them twice.
    void print_latest(const Desk& desk);

    // One that waited when the kiosk closed, unless the printer has had it.
    void print_waiting(const Desk& desk, const AskedLabel& label);

    [[nodiscard]] LabelStatus status() const { return queue_.status(); }
    // Those who wait for their labels while the printer is in trouble, the longest waiting first.
    [[nodiscard]] std::vector<AskedLabel> unprinted();

  private:
    void print(LabelJob job, const AskedLabel& label);
    [[nodiscard]] LabelJob job_of(const Desk& desk, const AttendeeId& attendee) const;
    [[nodiscard]] std::string groups_on_label(const EventState& state,
                                              const AttendeeId& attendee) const;
    [[nodiscard]] Label slip_of(const EventState& state, const AttendeeId& attendee) const;

    LabelQueue& queue_;
    const Texts& texts_;
    CodeOnLabel code_;
    const Clock& clock_;
    DoorPaper paper_;
    std::vector<AskedLabel> asked_;  // at least those that are not printed yet
};

// What somebody is told whose paper is on its way.
[[nodiscard]] Sentence printing_words(DoorPaper paper);

// Whether somebody has to go to the printer.
[[nodiscard]] bool is_in_trouble(PrinterCondition condition);

}  // namespace stormote
