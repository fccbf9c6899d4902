// FakePrinter: a printer for name labels that the test holds the strings of: takes every label,
// counts it, prints none, and is in whatever condition it is told. Any thread.
#pragma once

#include <atomic>
#include <mutex>
#include <set>

#include "kiosk/device/printer/print_service.h"

namespace stormote::testing {

struct FakePrinter {
    explicit FakePrinter(PrinterCondition first) : condition(first) {}
    std::atomic<PrinterCondition> condition;
    std::atomic<int> taken = 0;

    // What the queue of labels talks to; the printer must outlive it.
    [[nodiscard]] std::unique_ptr<PrintService> connect() {
        return std::make_unique<Service>(*this);
    }
    // All that wait come out.
    void print_all() {
        const std::lock_guard lock(mutex_);
        waiting_.clear();
    }

    // The printing system gives up all that wait.
    void abort_all() {
        const std::lock_guard lock(mutex_);
        waiting_.clear();
        lost_through_ = taken;
    }

    // The PDF that it took last.
    [[nodiscard]] std::string last() {
        const std::lock_guard lock(mutex_);
        return last_;
    }
    [[nodiscard]] std::size_t waiting() {
        const std::lock_guard lock(mutex_);
        return waiting_.size();
    }

  private:
    class Service final : public PrintService {
      public:
        explicit Service(FakePrinter& printer) : printer_(printer) {}
        Result<int> submit(const std::string& title, const std::string& pdf,
                           LabelStock /*stock*/) override {
            const std::lock_guard lock(printer_.mutex_);
            printer_.last_ = pdf;
            ++printer_.taken;
            printer_.waiting_.insert(title.substr(0, title.find(" (")));
            return int{printer_.taken};
        }
        JobState job_state(int job) override {
            const std::lock_guard lock(printer_.mutex_);
            if (job <= printer_.lost_through_) return JobState::lost;
            return printer_.waiting_.empty() ? JobState::printed : JobState::waiting;
        }
        bool has_job(const std::string& title) override { return has_waiting_job(title); }
        bool has_waiting_job(const std::string& title) override {
            const std::lock_guard lock(printer_.mutex_);
            return printer_.waiting_.contains(title);
        }
        void withdraw(const std::string& title) override {
            const std::lock_guard lock(printer_.mutex_);
            printer_.waiting_.erase(title);
        }
        PrinterState state() override {
            const std::lock_guard lock(printer_.mutex_);
            return {printer_.condition, static_cast<int>(printer_.waiting_.size())};
        }
        bool keeps_printed_labels(std::chrono::seconds /*since_printed*/) override { return false; }

      private:
        FakePrinter& printer_;
    };

    std::mutex mutex_;
    std::string last_;
    int lost_through_ = 0;                // the job that was given up last, and those before
    std::multiset<std::string> waiting_;  // the titles as they were asked for first
};

}  // namespace stormote::testing
