#include <atomic>
#include <set>

#include <catch2/catch.hpp>

#include "kiosk/device/printer/label_queue.h"
#include "tests/support/machine/wait.h"

namespace stormote {

namespace {

// A printing system as a script; shared with the test, which looks at it meanwhile.
struct FakeSystem {
    std::mutex mutex;
    bool takes_jobs = true;
    std::multiset<std::string> titles;

    std::size_t count() {
        const std::lock_guard lock(mutex);
        return titles.size();
    }
    std::atomic<bool> keeps_labels = false;
    void let_take_jobs(bool takes) {
        const std::lock_guard lock(mutex);
        takes_jobs = takes;
    }
};

class FakePrintService final : public PrintService {
  public:
    explicit FakePrintService(FakeSystem& system) : system_(system) {}

    Result<int> submit(const std::string& title, const std::string& /*pdf*/,
                       LabelStock /*stock*/) override {
        const std::lock_guard lock(system_.mutex);
        if (!system_.takes_jobs) return input_error({"The printer is gone."});
        system_.titles.insert(title);
        return static_cast<int>(system_.titles.size());
    }
    JobState job_state(int /*job*/) override { return JobState::unknown; }
    bool has_job(const std::string& title) override {
        const std::lock_guard lock(system_.mutex);
        return system_.titles.contains(title);
    }
    bool has_waiting_job(const std::string& /*title*/) override { return false; }
    void withdraw(const std::string& /*title*/) override {}
    PrinterState state() override {
        const std::lock_guard lock(system_.mutex);
        return {system_.takes_jobs ? PrinterCondition::ready : PrinterCondition::absent, 0};
    }
    bool keeps_printed_labels(std::chrono::seconds since_printed) override {
        // One that was printed just now may still be on its way out.
        return system_.keeps_labels && since_printed >= std::chrono::seconds(30);
    }

  private:
    FakeSystem& system_;
};

LabelJob job_of(const std::string& title, bool is_again = false) {
    return {title, {"Åsa Öberg", "", "Grupp 3", {}}, is_again};
}

}  // namespace

TEST_CASE("that a printing system keeps the names it has printed is found, and never guessed") {
    FakeSystem system;
    std::atomic<int> changes = 0;
    LabelQueue queue(std::make_unique<FakePrintService>(system), LabelStock::narrow,
                     [&changes] { ++changes; });
    REQUIRE(wait_until([&] { return queue.status() == LabelStatus{PrinterCondition::ready, 0}; }));
    CHECK_FALSE(queue.keeps_printed_labels());
    system.keeps_labels = true;
    queue.print(job_of("one"));
    CHECK(wait_until([&] { return queue.keeps_printed_labels(); }));
    CHECK(changes > 0);
}

TEST_CASE("a label that the printer does not take waits, is counted, and comes out later") {
    FakeSystem system;
    system.let_take_jobs(false);
    std::atomic<int> changes = 0;
    LabelQueue queue(std::make_unique<FakePrintService>(system), LabelStock::narrow,
                     [&changes] { ++changes; });
    queue.print(job_of("one"));
    queue.print(job_of("two"));
    REQUIRE(wait_until([&] { return queue.status() == LabelStatus{PrinterCondition::absent, 2}; }));
    CHECK(changes > 0);
    CHECK(system.count() == 0);
    system.let_take_jobs(true);
    REQUIRE(wait_until([&] { return system.count() == 2; }));
    REQUIRE(wait_until([&] { return queue.status() == LabelStatus{PrinterCondition::ready, 0}; }));
}

TEST_CASE("a label is printed once however often it is asked for, and again when wanted again") {
    FakeSystem system;
    {
        LabelQueue queue(std::make_unique<FakePrintService>(system), LabelStock::narrow, [] {});
        queue.print(job_of("one"));
        queue.print(job_of("one"));
        queue.print(job_of("end"));
        REQUIRE(wait_until([&] { return system.count() == 2; }));
    }
    // The kiosk starts anew and knows nothing of it.
    LabelQueue queue(std::make_unique<FakePrintService>(system), LabelStock::narrow, [] {});
    queue.print(job_of("one"));
    queue.print(job_of("one", true));
    REQUIRE(wait_until([&] { return system.count() == 3; }));
    CHECK(system.titles.count("one") == 1);
}

TEST_CASE("a label asked for again before the printer takes any is still one label") {
    FakeSystem system;
    system.let_take_jobs(false);
    LabelQueue queue(std::make_unique<FakePrintService>(system), LabelStock::narrow, [] {});
    queue.print(job_of("first"));
    queue.print(job_of("one"));
    REQUIRE(wait_until([&] { return queue.status() == LabelStatus{PrinterCondition::absent, 2}; }));
    queue.print(job_of("one", true));
    queue.print(job_of("one", true));
    CHECK(queue.status().waiting == 2);
    system.let_take_jobs(true);
    REQUIRE(wait_until([&] { return queue.status() == LabelStatus{PrinterCondition::ready, 0}; }));
    CHECK(system.count() == 2);
}

}  // namespace stormote
