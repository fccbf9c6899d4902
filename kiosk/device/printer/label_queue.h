// LabelQueue: labels on their way to the printer, on a thread of its own, so that no check-in ever
// waits for one. What the printer does not take stays here and is tried again until it does.
//
// Each label carries the title of its job. A title that the printing system has had already is not
// printed again, so that a kiosk may ask for its latest labels anew after a crash. A label that is
// asked for again while it waits comes out once, with the words that it was asked for with last.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "kiosk/device/printer/print_service.h"

namespace stormote {

struct LabelJob {
    std::string title;
    Label label;
    // Printed whatever was printed before: somebody asks for it again.
    bool is_again = false;
};

struct LabelStatus {
    PrinterCondition condition = PrinterCondition::ready;
    int waiting = 0;  // here and at the printer

    bool operator==(const LabelStatus&) const = default;
};

class LabelQueue {
  public:
    // Owns the service, and asks it on its own thread only. `changed` is called from that thread
    // whenever the status has changed.
    LabelQueue(std::unique_ptr<PrintService> service, LabelStock stock,
               std::function<void()> changed);
    // What is still here is given up: the next start asks for it again.
    ~LabelQueue();
    LabelQueue(const LabelQueue&) = delete;
    LabelQueue& operator=(const LabelQueue&) = delete;

    // Any thread; never waits.
    void print(LabelJob job);
    [[nodiscard]] LabelStatus status() const;
    // Whether the printing system was seen to keep what it has printed: names, on its disk. False
    // until it was.
    [[nodiscard]] bool keeps_printed_labels() const;

  private:
    void run();
    // The oldest label, handed over or found to be there already. False where the printer took
    // nothing.
    bool hand_over(const LabelJob& job);
    // Whether the same label waits at the printer; one with other words is taken back.
    bool is_waiting_already(const LabelJob& job);
    void note(const PrinterState& state);
    void look_for_kept_labels();

    std::unique_ptr<PrintService> service_;
    LabelStock stock_;
    std::function<void()> changed_;
    mutable std::mutex mutex_;
    std::condition_variable woken_;
    std::deque<LabelJob> jobs_;
    LabelStatus status_;
    bool keeps_printed_labels_ = false;
    bool is_stopping_ = false;
    bool is_handing_over_ = false;  // the oldest of the jobs
    int again_count_ = 0;
    std::map<std::string, Label> handed_over_;  // the last of each title; the thread's alone
    std::thread thread_;
};

}  // namespace stormote
