// A note on its way from the table to the central store, with a desk, its synchronisation and the
// store at work.
#include <algorithm>
#include <optional>

#include <catch2/catch.hpp>

#include "kiosk/desk/sync/background_sync.h"
#include "kiosk/ui/screens/table/table_presenter.h"
#include "tests/support/machine/wait.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

namespace {

using testing::CentralHarness;
using testing::TemporaryFolder;

// The store within the test, as each connection of a kiosk needs an owner.
class BorrowedConnection final : public StoreConnection {
  public:
    explicit BorrowedConnection(StoreConnection& inner) : inner_(inner) {}
    Result<StoreResponse> send(const StoreRequest& request) override {
        return inner_.send(request);
    }

  private:
    StoreConnection& inner_;
};

// Longer than any test runs: nothing but a commit leads to an exchange.
SyncTiming only_when_woken() {
    using std::chrono::hours;
    return {hours(1), std::chrono::milliseconds(1), hours(1), hours(1)};
}

class TableInStep : public testing::ScreenAtDesk {
  public:
    TableInStep() {
        const EventId id = event->event();
        const std::string token = central_.enrol(id, "Bord 2");
        open_desk();
        sync_.emplace(*desk, std::make_unique<BorrowedConnection>(central_.connection()), id, token,
                      event.clock, only_when_woken(), [] {});
        event_ = id;
        presenter.emplace(*desk, event.clock);
        presenter->open(2);
        show(presenter);
        driver.frame();
    }

    // Once nothing is left to be exchanged, and the worker sleeps.
    void come_to_rest() {
        REQUIRE(wait_until([this] { return sync_->status().last_success_ms.has_value(); }));
        sync_->finish(patience);
    }
    [[nodiscard]] std::ptrdiff_t notes_at_store() {
        const auto all = central_.operations(event_);
        return std::count_if(all.begin(), all.end(), [](const Operation& operation) {
            return operation.header.kind == OperationKind::note_written;
        });
    }

    std::optional<TablePresenter> presenter;

  private:
    TemporaryFolder folder_;
    CentralHarness central_{folder_ / "central.db"};
    EventId event_;
    std::optional<BackgroundSync> sync_;
};

}  // namespace

TEST_CASE("a note is at the store after \"Klar\" at the table, without waiting for the next sync") {
    TableInStep table;
    table.come_to_rest();
    REQUIRE(table.notes_at_store() == 0);
    table.write(U"Mer fika");
    table.tap("done");
    CHECK(wait_until([&] { return table.notes_at_store() == 1; }));
}

}  // namespace stormote
