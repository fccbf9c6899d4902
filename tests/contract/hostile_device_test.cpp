// A device that got hold of a token, and that makes any bytes it likes: what it does to an evening
// of the real programs.
#include <cctype>

#include "sync/model/operation_limits.h"
#include "sync/replication/http_connection.h"
#include "sync/replication/store_client.h"
#include "tests/contract/store_and_machines.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/record_builder.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// An evening of the organiser and a door, and a thief with a token of their own and nothing else.
class Evening : public StoreAndMachines {
  public:
    Evening() {
        publish("60");
        const std::string pairing = enrol(path("a"), "entrance");
        REQUIRE(join("entrance", "b", pairing).status == 0);
        event_ = read_pairing(pairing)->event;
        tickets_ = tickets();
        must("organiser", {"check-in", path("a"), tickets_[0], tickets_[1]});
        must("entrance", {"check-in", path("b"), tickets_[2], tickets_[3]});
        sync_all();
        const auto stolen = read_pairing(enrol(path("a"), "stolen"));
        connection_ = std::move(connect_http(url(), {})).value();
        thief_ = std::make_unique<StoreClient>(*connection_, event_, "");
        REQUIRE(thief_->join(stolen->secret));
    }

    [[nodiscard]] const EventId& event() const { return event_; }
    [[nodiscard]] StoreClient& thief() { return *thief_; }
    [[nodiscard]] const std::vector<std::string>& texts() const { return tickets_; }
    SeededRandom random{77};

    Finished sync(const std::string& machine, const std::string& file) {
        return run(machine, {"sync", path(file), "--central", url()});
    }
    void sync_all() {
        for (int round = 0; round < 2; ++round) {
            REQUIRE(sync("organiser", "a").status == 0);
            REQUIRE(sync("entrance", "b").status == 0);
        }
    }
    // What came of the evening, on each machine the same.
    std::string attendance() {
        const std::vector<std::string> words{"export", "", "attendance", "--format", "csv"};
        auto here = words;
        here[1] = path("a");
        auto there = words;
        there[1] = path("b");
        const std::string answer = must("organiser", here);
        REQUIRE(must("entrance", there) == answer);
        return answer;
    }
    // The id of the device of that name, as the organiser sees it.
    std::string device_named(const std::string& name) {
        std::istringstream lines(must("organiser", {"devices", path("a")}));
        for (std::string line; std::getline(lines, line);) {
            if (line.find(name) != std::string::npos) return line.substr(0, 36);
        }
        FAIL("no device " << name);
        return "";
    }

  private:
    EventId event_;
    std::vector<std::string> tickets_;
    std::unique_ptr<StoreConnection> connection_;
    std::unique_ptr<StoreClient> thief_;
};

// Every program still opens, reads and writes the event, and a new device joins.
void require_alive(Evening& evening) {
    evening.sync_all();
    for (const auto& [machine, file] : {std::pair{"organiser", "a"}, {"entrance", "b"}}) {
        evening.must(machine, {"verify", evening.path(file)});
        evening.must(machine, {"search", evening.path(file), "a"});
    }
    const std::string answer =
        evening.must("entrance", {"check-in", evening.path("b"), evening.texts()[9]});
    REQUIRE(answer.starts_with("admitted"));
    evening.sync_all();
    REQUIRE(evening.join("late", "c", evening.enrol(evening.path("a"), "late")).status == 0);
    REQUIRE(evening.must("late", {"check-in", evening.path("c"), evening.texts()[10]})
                .starts_with("admitted"));
}

std::string refused(Evening& evening, const SignedDevice& device) {
    const auto answer = evening.thief().push(device.all());
    REQUIRE(answer);
    REQUIRE(answer->outcome == PushOutcome::refused);
    REQUIRE(answer->refused->device == device.device());
    return answer->refused->reason.english();
}

}  // namespace

TEST_CASE("one operation with a counter that leaps to the end does not end the event") {
    Evening evening;
    const std::string before = evening.attendance();
    SignedDevice hostile(evening.event(), evening.random);
    hostile.add({{}, ActingRole::organiser, QuestionDescribed{1, {{1, "x"}}}},
                (std::uint64_t{1} << 46) - 1);
    REQUIRE(refused(evening, hostile).find("out of order") != std::string::npos);
    REQUIRE(evening.attendance() == before);
    require_alive(evening);
}

TEST_CASE("counters that step as far as they may take nobody along") {
    Evening evening;
    SignedDevice hostile(evening.event(), evening.random);
    for (std::uint64_t i = 1; i <= 40; ++i) {
        hostile.add({{}, ActingRole::organiser, QuestionDescribed{1, {{1, "x"}}}},
                    1 + i * most_lamport_step);
    }
    REQUIRE(evening.thief().push(hostile.all()));
    require_alive(evening);
    const std::string listed =
        evening.must("organiser", {"export", evening.path("a"), "operations", "--format", "json"});
    REQUIRE(listed.find(std::to_string(1 + most_lamport_step)) == std::string::npos);
}

TEST_CASE("an introduction about a made-up person, erased in one batch or in two, harms nobody") {
    Evening evening;
    const auto person = small_id<AttendeeId>(99);
    const SigningKeys keys = make_signing_keys(evening.random);
    SignedDevice hostile(
        evening.event(), evening.random,
        {{person}, ActingRole::machine, DeviceIntroduced{keys.public_key, "entré 1"}}, keys);
    hostile.add_about(person, AttendeeErased{"civil", Counted::no});
    REQUIRE(refused(evening, hostile).find("not about as many people") != std::string::npos);
    const auto first = evening.thief().push(hostile.batch(1, 1));
    REQUIRE(first);
    REQUIRE(first->outcome == PushOutcome::refused);
    require_alive(evening);
}

TEST_CASE("sixty thousand measured clocks of made-up devices stop no program") {
    Evening evening;
    SignedDevice hostile(evening.event(), evening.random);
    constexpr int count = 66'300;
    for (int i = 0; i < count; ++i) {
        hostile.add({{},
                     ActingRole::machine,
                     ClockMeasured{DeviceId{Uuid{evening.random.bytes<16>()}}, 3'600'000}});
    }
    for (std::uint64_t first = 1; first <= count; first += most_pushed_operations) {
        const std::uint64_t last =
            std::min<std::uint64_t>(first + most_pushed_operations - 1, count + 1);
        const auto answer = evening.thief().push(hostile.batch(first, last));
        REQUIRE(answer);
        REQUIRE(answer->outcome == PushOutcome::taken);
    }
    require_alive(evening);
}

TEST_CASE("a token alone erases nobody, checks nobody in and changes no setting") {
    Evening evening;
    const std::string before = evening.attendance();
    const auto page = evening.thief().pull(0, {});
    REQUIRE(page);
    SignedDevice hostile(evening.event(), evening.random);
    int persons = 0;
    for (const Operation& operation : page->batch.operations) {
        if (operation.header.kind != OperationKind::attendee_described || !operation.body) continue;
        const auto body = decode_body(operation.header.kind, operation.body->bytes);
        hostile.add({body->persons, ActingRole::organiser, AttendeeErased{"civil", Counted::no}});
        hostile.add(
            {body->persons, ActingRole::organiser, CheckedIn{CheckInMethod::staff, {}, {}}});
        ++persons;
    }
    REQUIRE(persons >= 60);
    hostile.add({{}, ActingRole::organiser, SettingsDescribed{{{1, "Inställt"}}}});
    REQUIRE(evening.thief().push(hostile.all())->outcome == PushOutcome::taken);
    evening.sync_all();
    REQUIRE(evening.attendance() == before);
    // It is shown, and named.
    const std::string devices = evening.must("organiser", {"devices", evening.path("a")});
    REQUIRE(devices.find("not let in") != std::string::npos);
    REQUIRE(devices.find("without effect") != std::string::npos);
    require_alive(evening);
}

TEST_CASE("what a stolen door wrote is taken out everywhere, and can be taken in again") {
    Evening evening;
    const std::string before = evening.attendance();
    const std::string door = evening.device_named("\tdoor");
    const auto numbers = [&] {
        std::istringstream lines(evening.must("organiser", {"verify", evening.path("a")}));
        for (std::string line; std::getline(lines, line);) {
            if (!line.starts_with(door)) continue;
            std::istringstream columns(line.substr(line.find('\t', 37) + 1));
            std::uint64_t count = 0;
            columns >> count;
            return count;
        }
        return std::uint64_t{0};
    };
    const std::uint64_t honest = numbers();
    REQUIRE(honest > 0);
    for (std::size_t i = 20; i < 30; ++i) {
        evening.must("entrance", {"check-in", evening.path("b"), evening.texts()[i]});
    }
    evening.sync_all();
    const std::string harmed = evening.attendance();
    REQUIRE(harmed != before);
    evening.must("organiser", {"exclude", evening.path("a"), "--device", door, "--from",
                               std::to_string(honest + 1)});
    REQUIRE(evening.sync("organiser", "a").status == 0);
    REQUIRE(evening.sync("entrance", "b").status == 0);
    REQUIRE(evening.attendance() == before);
    // It says so itself, and records nothing that would not count.
    const Finished refusal =
        evening.run("entrance", {"check-in", evening.path("b"), evening.texts()[31]});
    require_refusal(refusal, "was excluded from the event");
    evening.must("organiser", {"readmit", evening.path("a"), "--device", door});
    evening.sync_all();
    REQUIRE(evening.attendance() == harmed);
    REQUIRE(evening.must("entrance", {"check-in", evening.path("b"), evening.texts()[31]})
                .starts_with("admitted"));
}

TEST_CASE("what two machines restored from one disk checked in is taken in by a person") {
    namespace fs = std::filesystem;
    Evening evening;
    const std::string door = evening.device_named("\tdoor");
    const FilesOnDisk disk = FilesOnDisk::of(evening.path("b"));
    fs::copy(evening.path("entrance"), evening.path("twin"), fs::copy_options::recursive);
    evening.must("entrance", {"check-in", evening.path("b"), evening.texts()[20]});
    REQUIRE(evening.sync("entrance", "b").status == 0);
    // Four at the start of the evening, and the three that are to come together again.
    constexpr std::size_t everybody = 4 + 3;
    // The same identity goes on from the same place, as if nothing had been.
    disk.put(evening.path("b"));
    const std::string answer = evening.must(
        "twin", {"check-in", evening.path("b"), evening.texts()[21], evening.texts()[22]});
    REQUIRE(answer.starts_with("admitted"));
    require_refusal(evening.sync("twin", "b"), "take-in");
    require_refusal(evening.sync("organiser", "a"), "take-in");
    const auto arrived = [&](const char *machine, const char *file) {
        const std::string rows =
            evening.must(machine, {"export", evening.path(file), "attendance", "--format", "csv"});
        std::size_t count = 0;
        for (std::size_t at = rows.find(";Present;"); at != std::string::npos;
             at = rows.find(";Present;", at + 1)) {
            ++count;
        }
        return count;
    };
    const auto before = arrived("organiser", "a");
    REQUIRE(before < everybody);
    const std::vector<std::string> take_in{"take-in", evening.path("a"), "--device", door};
    const std::string listed = evening.must("organiser", take_in);
    REQUIRE(std::count(listed.begin(), listed.end(), '\n') > 0);
    // Nothing is recorded before it is said to be.
    REQUIRE(evening.must("organiser", take_in) == listed);
    REQUIRE(arrived("organiser", "a") == before);
    auto sure = take_in;
    sure.push_back("--yes");
    REQUIRE(evening.must("organiser", sure) == listed);
    REQUIRE(arrived("organiser", "a") == everybody);
    require_refusal(evening.run("organiser", take_in), "is put aside");
    REQUIRE(evening.sync("organiser", "a").status == 0);
    REQUIRE(evening.sync("twin", "b").status == 0);
    REQUIRE(arrived("twin", "b") == everybody);
}

TEST_CASE("a door may not do what organisers do, and says who may") {
    Evening evening;
    require_refusal(evening.run("entrance", {"settings", evening.path("b"), "--name", "Inställt"}),
                    "may not record this (settings_described)");
    require_refusal(evening.run("entrance", {"exclude", evening.path("b"), "--device",
                                             evening.device_named("\torganiser")}),
                    "does not hold the event's root key");
    evening.must("organiser", {"admit", evening.path("a"), "--device",
                               evening.device_named("\tdoor"), "--role", "organiser"});
    evening.sync_all();
    evening.must("entrance", {"settings", evening.path("b"), "--name", "Stormöte 2"});
}

TEST_CASE("a device that only has a copy of the file is let in by an organiser") {
    Evening evening;
    std::filesystem::copy_file(evening.path("b"), evening.path("d"));
    const Finished refusal =
        evening.run("stranger", {"check-in", evening.path("d"), evening.texts()[5]});
    // The copy keeps the pairing of the file that it was made from.
    REQUIRE(refusal.status == 0);
    const std::string listed = evening.must("stranger", {"devices", evening.path("d")});
    REQUIRE(listed.find("pairing used more than once") != std::string::npos);
}

TEST_CASE("a lost maker's machine is replaced by its recovery sheet, and excluded") {
    Evening evening;
    const std::string sheet = evening.path("sheet.pdf");
    evening.must("organiser", {"recovery-sheet", evening.path("a"), "--pdf", sheet});
    REQUIRE(std::filesystem::file_size(sheet) > 1'000);
    const Finished text = run_program({"pdftotext", "-layout", sheet, "-"});
    if (text.status == 127) return;
    // As somebody types it: the last paragraph, in its groups and lines.
    const std::size_t code = text.output.rfind("sheet.txt.");
    REQUIRE(code != std::string::npos);
    write_file(evening.path("sheet.txt"), std::string_view(text.output).substr(code + 10));
    const std::string lost = evening.device_named("\torganiser");
    // The laptop joins as a door, and becomes an organiser's by the sheet.
    REQUIRE(evening.join("laptop", "e", evening.enrol(evening.path("a"), "laptop")).status == 0);
    require_refusal(evening.run("laptop", {"settings", evening.path("e"), "--name", "x"}),
                    "may not record");
    evening.must("laptop", {"recover", evening.path("e"), "--sheet", evening.path("sheet.txt")});
    evening.must("laptop", {"settings", evening.path("e"), "--name", "Stormöte"});
    require_refusal(evening.run("laptop", {"exclude", evening.path("e"), "--device", lost}),
                    "does not hold the event's root key");
    const std::string answer =
        evening.must("laptop", {"exclude", evening.path("e"), "--device", lost, "--from", "500",
                                "--sheet", evening.path("sheet.txt")});
    REQUIRE(answer.find("excluded from 500") != std::string::npos);
}
