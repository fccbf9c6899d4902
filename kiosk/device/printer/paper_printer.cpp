#include "kiosk/device/printer/paper_printer.h"

#include <utility>

namespace stormote {

namespace {

bool is_out_of_order(PrinterCondition condition) {
    return condition != PrinterCondition::ready && condition != PrinterCondition::busy;
}

// Somebody has to go to the printer first; one that is asleep or off may come back by itself.
bool needs_hands(PrinterCondition condition) {
    return is_out_of_order(condition) && condition != PrinterCondition::absent;
}

}  // namespace

PaperPrinter::PaperPrinter(std::function<PaperQueue()> find, std::function<void()> changed,
                           const Clock& clock, PaperPatience patience)
    : find_(std::move(find)), changed_(std::move(changed)), clock_(clock), patience_(patience) {}

void PaperPrinter::print(std::string title, std::string pdf) {
    {
        const std::lock_guard lock(mutex_);
        if (status_.step == PaperStep::printing) return;
        status_ = {PaperStep::printing};
    }
    // The last one has come to its end: nobody waits here.
    thread_ = std::jthread([this, title = std::move(title), pdf = std::move(pdf)](
                               const std::stop_token& stopping) { run(stopping, title, pdf); });
}

PaperStatus PaperPrinter::status() const {
    const std::lock_guard lock(mutex_);
    return status_;
}

void PaperPrinter::run(const std::stop_token& stopping, const std::string& title,
                       const std::string& pdf) {
    const PaperQueue queue = find_();
    if (queue.service == nullptr) return note({PaperStep::no_printer});
    const PrinterCondition before = queue.service->state().condition;
    if (needs_hands(before)) return note({PaperStep::failed, queue.name, before});
    const auto job = queue.service->submit(title, pdf, LabelStock::sheet);
    if (!job) {
        return note({PaperStep::failed, queue.name, queue.service->state().condition});
    }
    PaperStatus outcome = watch(stopping, queue, job.value());
    if (outcome.step != PaperStep::printed) queue.service->withdraw(title);
    note(std::move(outcome));
}

PaperStatus PaperPrinter::watch(const std::stop_token& stopping, const PaperQueue& queue, int job) {
    using Time = std::chrono::steady_clock;
    const Time::time_point begun = Time::now();
    Time::time_point well = begun;  // the printer was last
    for (;;) {
        const JobState state = queue.service->job_state(job);
        if (state == JobState::printed) return {PaperStep::printed, queue.name};
        const PrinterCondition condition = queue.service->state().condition;
        const Time::time_point now = Time::now();
        if (!is_out_of_order(condition)) well = now;
        if (state == JobState::lost || stopping.stop_requested() ||
            now - well >= patience_.in_trouble || now - begun >= patience_.whole) {
            return {PaperStep::failed, queue.name,
                    is_out_of_order(condition) ? condition : PrinterCondition::ready};
        }
        std::unique_lock lock(mutex_);
        woken_.wait_for(lock, stopping, patience_.look, [] { return false; });
    }
}

void PaperPrinter::note(PaperStatus status) {
    status.since_ms = clock_.wall_ms();
    {
        const std::lock_guard lock(mutex_);
        status_ = std::move(status);
    }
    changed_();
}

}  // namespace stormote
