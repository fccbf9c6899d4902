// A device whose power is cut at every moment at which its disk is asked for something: what it
// has confirmed is there, and what it writes next contradicts nothing that anybody knows of it.
#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/power/powered_machine.h"
#include "tests/power/served_store.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

// A machine that may exchange with a store.
struct Enrolled {
    PoweredMachine machine{8};
    EventId event = event_of(machine);
    std::unique_ptr<ServedStore> store;

    // The event's id stands in the name of the identity's folder.
    static EventId event_of(const PoweredMachine& machine) {
        const auto identity = *fs::directory_iterator(machine.path("state"));
        return *parse_id<EventId>(identity.path().filename().string().substr(0, 36));
    }
    // A new and empty store that knows the machine.
    void meet_new_store() {
        store = std::make_unique<ServedStore>();
        write_file(machine.path("token"), std::string_view(store->enrol(event, "entrance")));
        machine.disk().settle();
    }
    [[nodiscard]] std::vector<std::string> sync(const std::string& file) const {
        return {"sync", file, "--central", store->url(), "--token-file", "token"};
    }
    // Everybody holds the same in the end, and nothing was put aside.
    void check_agreement() const {
        machine.must(sync("mote"));
        CHECK(store->quarantined(event) == 0);
        CHECK(machine.record() == store->record(event));
    }
};

}  // namespace

TEST_CASE("who was let in is in the record after a power cut, whatever the disk has kept") {
    PoweredMachine machine;
    const auto unsynced = GENERATE(Unsynced::lost, Unsynced::torn, Unsynced::kept);
    const auto& tickets = machine.tickets();
    std::size_t most = 0;
    machine.cut_at_every_moment(
        {"check-in", "mote", tickets[0], tickets[1]}, unsynced, [&](const Finished& done) {
            const auto confirmed = admitted(done);
            most = std::max(most, confirmed.size());
            const auto present = machine.present();
            CHECK(
                std::includes(present.begin(), present.end(), confirmed.begin(), confirmed.end()));
            machine.must({"check-in", "mote", tickets[2]});
            machine.verify();
        });
    CHECK(most == 2);
}

TEST_CASE("a note whose number was printed is in the record after a power cut") {
    PoweredMachine machine;
    machine.cut_at_every_moment(
        {"note", "mote", "--group", "1", "--question", "1", "--kind", "proposal", "Fler lokaler"},
        Unsynced::lost, [&](const Finished& done) {
            machine.verify();
            const std::string notes = machine.must({"export", "mote", "notes"});
            if (!done.output.empty()) {
                CHECK(notes.find("Fler lokaler") != std::string::npos);
            }
        });
}

TEST_CASE("a list is read in whole or not at all when the power is cut") {
    PoweredMachine machine;
    std::string list = "Namn;Organisation\n";
    constexpr std::size_t people = 300;
    for (std::size_t i = 0; i < people; ++i) list += "Kim Ek" + std::to_string(i) + ";Scouterna\n";
    write_file(machine.path("list.csv"), std::string_view(list));
    machine.disk().settle();
    const auto count = [&machine] {
        const std::string all = machine.must({"export", "mote", "attendance"});
        return static_cast<std::size_t>(std::count(all.begin(), all.end(), '\n'));
    };
    const std::size_t before = count();
    const auto unsynced = GENERATE(Unsynced::lost, Unsynced::torn);
    machine.cut_at_every_moment({"import", "mote", "list.csv"}, unsynced,
                                [&](const Finished& done) {
                                    machine.verify();
                                    const std::size_t now = count();
                                    if (done.status == 0) CHECK(now == before + people);
                                    CHECK((now == before || now == before + people));
                                });
}

TEST_CASE("a new event's file can be opened or is not there after a power cut") {
    PoweredMachine machine(2);
    machine.cut_at_every_moment(
        {"init", "new", "--name", "Stormöte", "--starts", "2022-10-12T18:00", "--ends",
         "2022-10-12T21:00", "--deadline", "2022-09-26", "--no-passphrase"},
        Unsynced::lost, [&](const Finished& done) {
            if (done.status == 0) CHECK(fs::exists(machine.path("new")));
            if (!fs::exists(machine.path("new"))) return;
            // Whoever writes to it first undoes what SQLite had begun in it.
            machine.verify("new", JournalAccess::write);
        });
}

TEST_CASE("what a new device let in before its power was cut still reaches the store") {
    Enrolled enrolled;
    PoweredMachine& machine = enrolled.machine;
    const auto& tickets = machine.tickets();
    // The same file on a machine that never wrote to it.
    fs::remove_all(machine.path("state"));
    fs::create_directories(machine.path("state"));
    machine.disk().settle();
    machine.cut_at_every_moment(
        {"check-in", "mote", tickets[0], tickets[1]}, Unsynced::lost, [&](const Finished& done) {
            const auto confirmed = admitted(done);
            const auto present = machine.present();
            CHECK(
                std::includes(present.begin(), present.end(), confirmed.begin(), confirmed.end()));
            enrolled.meet_new_store();
            enrolled.check_agreement();
        });
}

TEST_CASE("after a power cut in an exchange the device contradicts nothing that the store holds") {
    Enrolled enrolled;
    PoweredMachine& machine = enrolled.machine;
    const auto& tickets = machine.tickets();
    fs::copy(machine.path("mote"), machine.path("other"));
    machine.must({"check-in", "other", tickets[0]});
    machine.must({"check-in", "mote", tickets[1]});
    machine.disk().settle();
    // What another device has sent waits at the store.
    const auto begin_exchange = [&enrolled] {
        enrolled.meet_new_store();
        enrolled.machine.must(enrolled.sync("other"));
        return enrolled.sync("mote");
    };
    machine.cut_at_every_moment(begin_exchange, Unsynced::lost, [&](const Finished&) {
        machine.must({"check-in", "mote", tickets[2]});
        enrolled.check_agreement();
        CHECK(machine.present().size() >= 3);
    });
}

TEST_CASE("after a power cut an older copy of the file is not taken for all that was exchanged") {
    Enrolled enrolled;
    PoweredMachine& machine = enrolled.machine;
    const auto& tickets = machine.tickets();
    const std::vector<std::string> check_in = {"check-in", "mote", tickets[0], tickets[1]};
    fs::copy(machine.path("mote"), machine.path("older"));
    machine.disk().settle();
    // The moment at which both are let in, and nothing has been said of it to the disk.
    machine.disk().keep_copy();
    int crash = 1;
    while (admitted(machine.run(check_in, crash)).size() < 2) {
        machine.disk().return_to_copy();
        ++crash;
    }
    machine.disk().return_to_copy();
    const auto begin_exchange = [&] {
        enrolled.meet_new_store();
        // The program crashes, and the power stays on for now.
        REQUIRE(admitted(machine.run(check_in, crash)).size() == 2);
        return enrolled.sync("mote");
    };
    machine.cut_at_every_moment(begin_exchange, Unsynced::lost, [&](const Finished&) {
        fs::copy_file(machine.path("older"), machine.path("mote"),
                      fs::copy_options::overwrite_existing);
        fs::remove(machine.path("mote-wal"));
        const Finished refused = machine.run({"check-in", "mote", tickets[2]});
        if (refused.status != 0) {
            CHECK(refused.errors.find("is older than what this machine") != std::string::npos);
            machine.must({"verify", "mote", "--accept-missing"});
            machine.must({"check-in", "mote", tickets[2]});
        }
        enrolled.check_agreement();
    });
}
