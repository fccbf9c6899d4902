#include "kiosk/desk/desk_thread.h"

#include <utility>

namespace stormote {

DeskThread::DeskThread(std::unique_ptr<Desk> desk, Wake wake)
    : desk_(std::move(desk)), wake_(std::move(wake)), thread_([this] { run(); }) {}

DeskThread::~DeskThread() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void DeskThread::add(Work work) {
    {
        const std::lock_guard lock(mutex_);
        work_.push_back(std::move(work));
        ++pending_;
    }
    changed_.notify_one();
}

void DeskThread::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return is_stopping_ || !work_.empty(); });
        if (work_.empty()) return;
        const Work work = std::move(work_.front());
        work_.pop_front();
        lock.unlock();
        Answer answer = work(*desk_);
        lock.lock();
        if (!answer) {
            --pending_;
            continue;
        }
        answers_.push_back(std::move(answer));
        lock.unlock();
        wake_();
        lock.lock();
    }
}

void DeskThread::collect() {
    std::deque<Answer> answers;
    {
        const std::lock_guard lock(mutex_);
        answers.swap(answers_);
        pending_ -= answers.size();
    }
    for (const Answer& answer : answers) answer();
}

bool DeskThread::is_busy() const {
    const std::lock_guard lock(mutex_);
    return pending_ > 0;
}

}  // namespace stormote
