// PaperPrinter: a list for people who wait for it, on A4, on a thread of its own. It says what has
// become of it: printed, or why not. What is not printed soon is taken back, so that no names come
// out of a printer when nobody stands there any more.
//
// Any thread; never waits.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "kiosk/device/printer/print_service.h"
#include "sync/base/clock.h"

namespace stormote {

enum class PaperStep : std::uint8_t {
    idle,      // nothing was asked for
    printing,  // on its way
    printed,
    no_printer,  // there is none for paper
    failed,      // the printer is in trouble, or does not take it or gives it up
};

struct PaperStatus {
    PaperStep step = PaperStep::idle;
    std::string queue{};  // as the printing system calls the printer
    // Of a printer that failed; ready: it took nothing, or printed nothing in time.
    PrinterCondition condition = PrinterCondition::ready;
    std::int64_t since_ms = 0;  // by the clock: when it came to its end

    bool operator==(const PaperStatus&) const = default;
};

// A printer with A4 in it, by its name.
struct PaperQueue {
    std::string name;
    std::unique_ptr<PrintService> service;  // null: there is none
};

struct PaperPatience {
    std::chrono::milliseconds look{500};          // between two looks at the printer
    std::chrono::milliseconds in_trouble{8'000};  // a printer that wakes up is not there at first
    std::chrono::milliseconds whole{60'000};
};

class PaperPrinter {
  public:
    // `find` is called on the thread for each print, and `changed` with each change of the status.
    // The clock outlives it.
    PaperPrinter(std::function<PaperQueue()> find, std::function<void()> changed,
                 const Clock& clock, PaperPatience patience = {});
    // Takes back what is not printed yet.
    ~PaperPrinter() = default;
    PaperPrinter(const PaperPrinter&) = delete;
    PaperPrinter& operator=(const PaperPrinter&) = delete;

    // A PDF; nothing while another one is on its way.
    void print(std::string title, std::string pdf);
    [[nodiscard]] PaperStatus status() const;

  private:
    void run(const std::stop_token& stopping, const std::string& title, const std::string& pdf);
    // Until it is printed, or cannot be.
    [[nodiscard]] PaperStatus watch(const std::stop_token& stopping, const PaperQueue& queue,
                                    int job);
    void note(PaperStatus status);

    std::function<PaperQueue()> find_;
    std::function<void()> changed_;
    const Clock& clock_;
    PaperPatience patience_;
    mutable std::mutex mutex_;
    std::condition_variable_any woken_;
    PaperStatus status_;
    std::jthread thread_;  // last: it ends before what it uses goes
};

}  // namespace stormote
