// PrintService: a queue of the machine's printing system. One thread.
//
// Sources: cups_printer.cpp.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "kiosk/documents/pdf/label.h"
#include "sync/base/error.h"

namespace stormote {

enum class PrinterCondition {
    ready,
    busy,          // printing
    out_of_paper,  // or of labels, or of ribbon
    jammed,
    open,     // a cover or a door
    stopped,  // by somebody, or by a fault that it does not name
    absent,   // no such printer, switched off, or no printing system
};

struct PrinterState {
    PrinterCondition condition = PrinterCondition::absent;
    int unfinished = 0;  // jobs that it has taken and not printed yet

    bool operator==(const PrinterState&) const = default;
};

// What has become of a job.
enum class JobState {
    waiting,  // or printing
    printed,
    lost,     // given up, cancelled, or not known any more
    unknown,  // the printing system does not answer
};

class PrintService {
  public:
    virtual ~PrintService() = default;
    // Hands over a PDF, which the printing system keeps from then on, through a restart too: the
    // number of the job there. Error with its words when it does not take it.
    virtual Result<int> submit(const std::string& title, const std::string& pdf,
                               LabelStock stock) = 0;
    [[nodiscard]] virtual JobState job_state(int job) = 0;
    // Whether a job of that title, or of it asked for again ("title (2)"), was handed over before,
    // printed or not, and not taken back.
    [[nodiscard]] virtual bool has_job(const std::string& title) = 0;
    // Whether one of them is not printed yet.
    [[nodiscard]] virtual bool has_waiting_job(const std::string& title) = 0;
    // Takes those back; what has been printed meanwhile stays printed.
    virtual void withdraw(const std::string& title) = 0;
    [[nodiscard]] virtual PrinterState state() = 0;
    // Whether the printing system still has the content of a label that was printed at least so
    // long ago: it throws none away, or not soon. False where that cannot be known.
    [[nodiscard]] virtual bool keeps_printed_labels(std::chrono::seconds since_printed) = 0;
};

// The queue that CUPS prints on where none is named; empty where there is none, or no CUPS.
[[nodiscard]] std::string default_cups_queue();

// A printer of CUPS, by the name of its queue; need not exist yet.
[[nodiscard]] std::unique_ptr<PrintService> connect_cups_printer(std::string queue);

}  // namespace stormote
