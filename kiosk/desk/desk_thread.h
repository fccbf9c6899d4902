// DeskThread: the desk on a thread of its own, so that no screen ever waits for the disk.
//
// The screen thread asks; the desk's thread does one thing after another; the answers wait until
// the screen thread collects them. Reading the state for a frame takes DeskThread::read(), which
// blocks only while an operation is folded: microseconds, never a disk.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <thread>
#include <utility>

#include "kiosk/desk/ask_scope.h"
#include "kiosk/desk/desk.h"

namespace stormote {

class DeskThread {
  public:
    using Wake = std::function<void()>;

    // `wake` is called on the desk's thread whenever answers wait, and must not block.
    DeskThread(std::unique_ptr<Desk> desk, Wake wake);
    // Finishes what was asked, then closes the journal.
    ~DeskThread();
    DeskThread(const DeskThread&) = delete;
    DeskThread& operator=(const DeskThread&) = delete;

    // Does the job on the desk's thread, and hands its answer to `then` in collect(). When the
    // machine fails, `failed` gets the error instead; nothing was recorded by the job then. What
    // they refer to lives until the last collect().
    template <typename Job, typename Then>
    void ask(Job job, Then then, std::function<void(const Error&)> failed) {
        post([job = std::move(job), then = std::move(then),
              failed = std::move(failed)](Desk& desk) mutable -> Answer {
            try {
                return [answer = job(desk), then = std::move(then)]() mutable {
                    then(std::move(answer));
                };
            } catch (const MachineFailure& failure) {
                return [error = failure.error(), failed = std::move(failed)] { failed(error); };
            }
        });
    }

    // The same for an asker that may be gone before the answer comes: then neither is called.
    template <typename Job, typename Then>
    void ask(const AskScope& scope, Job job, Then then, std::function<void(const Error&)> failed) {
        ask(std::move(job), scope.guard(std::move(then)), scope.guard(std::move(failed)));
    }

    // Does the job on the desk's thread, from any thread, without an answer. The job catches what
    // it throws.
    void do_quietly(std::function<void(Desk&)> job) {
        post([job = std::move(job)](Desk& desk) -> Answer {
            job(desk);
            return nullptr;
        });
    }

    // As Desk::may().
    [[nodiscard]] bool may(OperationKind kind) const { return desk_->may(kind); }

    // As Desk::on_commit(). Whoever observes takes it back before they are gone.
    void on_commit(std::function<void()> observer) { desk_->on_commit(std::move(observer)); }

    // On the thread that asks: calls `then` or `failed` of everything that is done.
    void collect();
    // Whether something that was asked is not collected yet.
    [[nodiscard]] bool is_busy() const;

    // Calls the reader with the desk while its state stands still.
    template <typename Reader>
    auto read(Reader reader) const {
        const auto lock = desk_->lock_state();
        return reader(static_cast<const Desk&>(*desk_));
    }

  private:
    using Answer = std::function<void()>;  // null: nobody waits for one
    using Work = std::function<Answer(Desk&)>;

    template <typename AnyWork>
    void post(AnyWork work) {
        // std::function copies; what was moved in need not be copyable, so it is shared.
        auto shared = std::make_shared<AnyWork>(std::move(work));
        add([shared](Desk& desk) -> Answer { return (*shared)(desk); });
    }
    void add(Work work);
    void run();

    std::unique_ptr<Desk> desk_;
    Wake wake_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Work> work_;
    std::deque<Answer> answers_;
    std::size_t pending_ = 0;
    bool is_stopping_ = false;
    std::thread thread_;
};

}  // namespace stormote
