#include "kiosk/device/printer/label_queue.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <fmt/format.h>

namespace stormote {

namespace {

// While something waits the printer is asked often: staff stands before it.
constexpr std::chrono::milliseconds waiting_pause{1'000};
constexpr std::chrono::milliseconds idle_pause{15'000};
// A printing system that keeps nothing takes a moment to throw a printed label away.
constexpr std::chrono::seconds kept_for{60};

}  // namespace

LabelQueue::LabelQueue(std::unique_ptr<PrintService> service, LabelStock stock,
                       std::function<void()> changed)
    : service_(std::move(service)),
      stock_(stock),
      changed_(std::move(changed)),
      thread_([this] { run(); }) {}

LabelQueue::~LabelQueue() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    woken_.notify_one();
    thread_.join();
}

void LabelQueue::print(LabelJob job) {
    {
        const std::lock_guard lock(mutex_);
        if (job.is_again) {
            const auto untouched = jobs_.begin() + (is_handing_over_ ? 1 : 0);
            const auto waiting = std::find_if(untouched, jobs_.end(), [&](const LabelJob& known) {
                return known.title == job.title;
            });
            if (waiting != jobs_.end()) {
                waiting->label = std::move(job.label);
                waiting->is_again = true;  // it may have been printed before
                return;
            }
        }
        jobs_.push_back(std::move(job));
        // At once: nobody must take it for printed before the printer was asked.
        ++status_.waiting;
    }
    woken_.notify_one();
}

LabelStatus LabelQueue::status() const {
    const std::lock_guard lock(mutex_);
    return status_;
}

void LabelQueue::run() {
    std::unique_lock lock(mutex_);
    std::size_t seen = 0;
    while (!is_stopping_) {
        bool is_taken = true;
        while (!jobs_.empty() && is_taken && !is_stopping_) {
            const LabelJob job = jobs_.front();
            is_handing_over_ = true;
            lock.unlock();
            is_taken = hand_over(job);
            lock.lock();
            is_handing_over_ = false;
            if (is_taken) jobs_.pop_front();
        }
        lock.unlock();
        note(service_->state());
        look_for_kept_labels();
        lock.lock();
        seen = jobs_.size();
        const auto pause = status_.waiting > 0 ? waiting_pause : idle_pause;
        woken_.wait_for(lock, pause, [&] { return is_stopping_ || jobs_.size() > seen; });
    }
}

bool LabelQueue::hand_over(const LabelJob& job) {
    std::string title = job.title;
    if (job.is_again) {
        if (is_waiting_already(job)) return true;
        title += fmt::format(" ({})", again_count_ + 1);
    } else if (service_->has_job(title)) {
        return true;
    }
    const std::string pdf = draw_labels(std::span(&job.label, 1), stock_);
    const bool is_taken = service_->submit(title, pdf, stock_).ok();
    if (is_taken && job.is_again) ++again_count_;
    if (is_taken) handed_over_.insert_or_assign(job.title, job.label);
    return is_taken;
}

bool LabelQueue::is_waiting_already(const LabelJob& job) {
    if (!service_->has_waiting_job(job.title)) return false;
    const auto before = handed_over_.find(job.title);
    if (before != handed_over_.end() && before->second == job.label) return true;
    service_->withdraw(job.title);
    return false;
}

bool LabelQueue::keeps_printed_labels() const {
    const std::lock_guard lock(mutex_);
    return keeps_printed_labels_;
}

void LabelQueue::look_for_kept_labels() {
    // While labels wait there is something more urgent to ask.
    if (keeps_printed_labels() || status().waiting > 0) return;
    if (!service_->keeps_printed_labels(kept_for)) return;
    {
        const std::lock_guard lock(mutex_);
        keeps_printed_labels_ = true;
    }
    changed_();
}

void LabelQueue::note(const PrinterState& state) {
    {
        const std::lock_guard lock(mutex_);
        const LabelStatus now{state.condition, state.unfinished + static_cast<int>(jobs_.size())};
        if (now == status_) return;
        status_ = now;
    }
    changed_();
}

}  // namespace stormote
