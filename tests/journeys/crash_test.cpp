// The kiosk dies in the middle of an evening whose event has a passphrase: with its key in the
// kernel's memory it goes on where it was; without, as after a power cut, it asks.
#include <csignal>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "sync/journal/journal.h"
#include "tests/journeys/steps.h"
#include "tests/support/machine/kernel_keys.h"
#include "tests/support/machine/skip.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

namespace {

constexpr const char *passphrase = "tre lampor";

// An event with a passphrase, and a kiosk that keeps its key.
class LockedEvening {
  public:
    LockedEvening() : harness(folder_ / "stage") {
        const std::string file = (folder_ / "passphrase").string();
        std::ofstream(file) << passphrase << '\n';
        with_passphrase_ = {"--passphrase-file", file};
        harness.run_stormote("demo", with({"--people", "24", "--seed", "5"}));
        std::istringstream lines(harness.run_stormote("tickets", with({"--text"})));
        for (std::string id, name, ticket, rest; std::getline(lines, id, '\t');) {
            std::getline(lines, name, '\t');
            std::getline(lines, ticket, '\t');
            std::getline(lines, rest);
            guests.push_back({id, name, ticket, rest});
        }
        SystemClock clock;
        SystemRandom random;
        const auto journal = Journal::open(
            harness.event(), [] { return passphrase; }, JournalAccess::read,
            {clock, random, folder_ / "state"}, [](const Operation&, Belief) {});
        REQUIRE(journal.ok());
        event_ = (*journal)->event();
    }
    ~LockedEvening() { forget_key(); }
    LockedEvening(const LockedEvening&) = delete;
    LockedEvening& operator=(const LockedEvening&) = delete;

    void open_with_passphrase() { harness.open_kiosk(with({"--keep-key"})); }
    void open_without() { harness.open_kiosk({"--keep-key"}); }
    // The first guest is in.
    void crash_after_one_scan() {
        open_with_passphrase();
        harness.scan(guests[0].ticket, verdict(harness));
        harness.kiosk().process().send_signal(SIGKILL);
        REQUIRE(harness.kiosk().process().wait() == 128 + SIGKILL);
    }
    void forget_key() const { forget_kept_key(event_); }
    [[nodiscard]] bool is_key_kept() const { return find_kept_key(event_).has_value(); }

  private:
    [[nodiscard]] std::vector<std::string> with(std::vector<std::string> options) const {
        options.insert(options.end(), with_passphrase_.begin(), with_passphrase_.end());
        return options;
    }

    testing::TemporaryFolder folder_;
    std::vector<std::string> with_passphrase_;
    EventId event_;

  public:
    Harness harness;
    std::vector<Guest> guests;
};

}  // namespace

TEST_CASE("a kiosk that crashes goes on in the same evening without the passphrase") {
    if (!testing::can_keep_keys()) return testing::note_skipped(testing::no_keys);
    LockedEvening evening;
    evening.crash_after_one_scan();
    Harness& harness = evening.harness;

    evening.open_without();
    static_cast<void>(harness.kiosk().wait_for_screen("welcome"));
    harness.scan(evening.guests[0].ticket, words(harness, "Du är redan incheckad"));
    harness.kiosk_at_welcome();
    harness.scan(evening.guests[1].ticket, words(harness, evening.guests[1].name));
}

TEST_CASE("after a power cut the kiosk asks for the passphrase on its own screen") {
    if (!testing::can_keep_keys()) return testing::note_skipped(testing::no_keys);
    LockedEvening evening;
    evening.crash_after_one_scan();
    Harness& harness = evening.harness;
    evening.forget_key();

    evening.open_without();
    KioskDriver& kiosk = harness.kiosk();
    static_cast<void>(kiosk.wait_for_screen("unlock"));
    kiosk.type_on_screen("tre lampa");
    kiosk.tap("Öppna");
    static_cast<void>(kiosk.wait_for_text("Lösenfrasen är fel."));
    CHECK_FALSE(evening.is_key_kept());
    kiosk.type_on_screen(passphrase);
    kiosk.tap("Öppna");
    // Whoever unlocks it on the screen is asked once what it is called.
    static_cast<void>(kiosk.wait_for_screen("device_name"));
    kiosk.tap("Spara");
    static_cast<void>(kiosk.wait_for_screen("welcome"));
    CHECK(evening.is_key_kept());
    harness.scan(evening.guests[0].ticket, words(harness, "Du är redan incheckad"));
}

TEST_CASE("a kiosk that staff leaves keeps no key, and one that is only stopped does") {
    if (!testing::can_keep_keys()) return testing::note_skipped(testing::no_keys);
    LockedEvening evening;
    evening.open_with_passphrase();
    Harness& harness = evening.harness;
    harness.kiosk().process().send_signal(SIGTERM);
    REQUIRE(harness.kiosk().process().wait() == 0);
    CHECK(evening.is_key_kept());

    evening.open_without();
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    kiosk.tap("Hjälp");
    kiosk.wait_for_screen("help");
    kiosk.tap("För personalen");
    kiosk.wait_for_screen("pin");
    kiosk.type_on_screen("2580");
    kiosk.tap("Lås upp");
    kiosk.tap("Avsluta kiosken");
    kiosk.wait_for_screen("staff_closing");
    kiosk.tap("Ja, avsluta kiosken");
    REQUIRE(kiosk.process().wait() == 0);
    CHECK_FALSE(evening.is_key_kept());
}

}  // namespace stormote
