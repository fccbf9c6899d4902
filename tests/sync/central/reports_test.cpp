// What the reporting tables of every kind of store say, and when they say it no more.
#include <atomic>
#include <thread>

#include <catch2/catch.hpp>

#include "sync/central/reporting/report_run.h"
#include "sync/journal/erasure_dates.h"
#include "sync/model/operation_limits.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"
#include "tests/support/record/store_fixture.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

using Lines = std::vector<std::string>;

constexpr std::int64_t now_ms = 1'665'590'400'000;
const AttendeeId karin{Uuid{{9}}};

struct Harness {
    StoreFixture place{GENERATE(StoreKind::sqlite, StoreKind::postgres)};
    SystemRandom random;
    std::unique_ptr<Store> store = place.open(random);

    void push(const EventId& event, const SignedDevice& device, std::uint64_t first = 1) {
        const Batch batch = device.batch(first, device.operations().size());
        REQUIRE(store->append(event, batch, {}, now_ms).outcome == PushOutcome::taken);
    }
    [[nodiscard]] Lines measures_of(const std::string& measure) const {
        return place.lines(
            "SELECT meeting.name || ' ' || value || ' ' || coalesce(CAST(series_value AS text), "
            "'-') FROM report_measure JOIN report_meeting AS meeting USING (event) WHERE measure = "
            "'" +
            measure + "'");
    }
    // Every text and number of every reporting table, a line each.
    [[nodiscard]] std::string everything() const {
        std::string all;
        for (const ReportTable& table : report_tables()) {
            for (const ReportTableColumn& column : table.columns) {
                const std::string name = column.name;
                for (const std::string& line : place.lines("SELECT coalesce(CAST(" + name +
                                                           " AS text), '') FROM " + table.name)) {
                    all += line + "\n";
                }
            }
        }
        return all;
    }
};

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

Body settings(const std::string& name, const std::string& starts, const std::string& series = "") {
    FieldSetter<SettingField> fields;
    fields.set(SettingField::name, name)
        .set(SettingField::starts, starts)
        .set(SettingField::series, series);
    return {{}, ActingRole::organiser, SettingsDescribed{fields.take()}};
}

void register_and_admit(SignedDevice& device, const AttendeeId& person, const std::string& name) {
    FieldSetter<AttendeeField> fields;
    fields.set(AttendeeField::given_name, name)
        .set(AttendeeField::family_name, "Öberg")
        .set(AttendeeField::email, name + "@ekbacken.example")
        .set(AttendeeField::origin, "list");
    device.add_about(person, AttendeeDescribed{fields.take()});
    device.add_about(person, CheckedIn{CheckInMethod::name, std::nullopt, std::nullopt});
}

void write_note(SignedDevice& device, std::uint8_t number, const std::string& text,
                const std::vector<AttendeeId>& persons) {
    device.add(
        {persons, ActingRole::facilitator,
         NoteWritten{
             NoteId{Uuid{{number}}}, 1, 1, NoteKind::proposal, NoteState::standing, text, {}}});
}

}  // namespace

TEST_CASE("an event is reported once until its log goes on") {
    Harness harness;
    const EventId event{Uuid{{1}}};
    SignedDevice device(event, harness.random);
    device.add(settings("Stormöte", "2022-10-12T18:00"));
    register_and_admit(device, karin, "Karin");
    harness.push(event, device);
    REQUIRE(report_events(*harness.store) == 1U);
    REQUIRE(report_events(*harness.store) == 0U);
    REQUIRE(harness.measures_of("people_civil_society") == Lines{"Stormöte 1 -"});
    const std::uint64_t before = device.operations().size();
    register_and_admit(device, AttendeeId{Uuid{{8}}}, "Nils");
    harness.push(event, device, before + 1);
    REQUIRE(report_events(*harness.store) == 1U);
    REQUIRE(harness.measures_of("people_civil_society") == Lines{"Stormöte 2 -"});
    // Nobody is named anywhere.
    for (const char *words : {"Karin", "Nils", "Öberg", "ekbacken"}) {
        CHECK_FALSE(contains(harness.everything(), words));
    }
    // It may be written once more, and what nobody has sent may not.
    REQUIRE(*report_event(*harness.store, event) == 1U);
    REQUIRE_FALSE(report_event(*harness.store, EventId{Uuid{{7}}}));
}

TEST_CASE("what somebody said is in no report once they are erased") {
    Harness harness;
    const EventId event{Uuid{{1}}};
    SignedDevice device(event, harness.random);
    device.add(settings("Stormöte", "2022-10-12T18:00"));
    register_and_admit(device, karin, "Karin");
    write_note(device, 1, "Karin vill ha en lekplats", {karin});
    write_note(device, 2, "En gemensam kalender", {});
    harness.push(event, device);
    REQUIRE(report_events(*harness.store) == 1U);
    REQUIRE(harness.place.lines("SELECT text FROM report_note") ==
            Lines{"En gemensam kalender", "Karin vill ha en lekplats"});
    const std::uint64_t before = device.operations().size();
    device.add_about(karin, AttendeeErased{"civil", Counted::yes});
    harness.push(event, device, before + 1);
    const bool is_reported_first = GENERATE(true, false);
    CAPTURE(is_reported_first, harness.place.kind());
    // At once for whoever looks, as on every device; and no trace is left a day later.
    if (is_reported_first) {
        REQUIRE(report_events(*harness.store) == 1U);
        REQUIRE_FALSE(contains(harness.everything(), "Karin"));
        REQUIRE(harness.measures_of("people_civil_society") == Lines{"Stormöte 1 -"});
        REQUIRE(harness.measures_of("erased") == Lines{"Stormöte 1 -"});
    }
    harness.store->destroy_erased(now_ms + erasure_grace_ms);
    REQUIRE_FALSE(contains(harness.everything(), "Karin"));
    REQUIRE(harness.place.lines("SELECT name FROM report_meeting").size() ==
            (is_reported_first ? 1 : 0));
    static_cast<void>(report_events(*harness.store));
    REQUIRE(harness.place.lines("SELECT text FROM report_note") == Lines{"En gemensam kalender"});
    if (harness.place.kind() == StoreKind::sqlite) {
        harness.store.reset();
        REQUIRE_FALSE(harness.place.holds("Karin vill"));
    }
}

TEST_CASE("a note that was withheld, and who sees to one, is in no report") {
    Harness harness;
    const EventId event{Uuid{{1}}};
    SignedDevice device(event, harness.random);
    device.add(settings("Stormöte", "2022-10-12T18:00"));
    write_note(device, 1, "Grannen stör", {});
    write_note(device, 2, "En gemensam kalender", {});
    FieldSetter<FollowUpField> withheld;
    withheld.set(FollowUpField::withheld, "withheld");
    device.add({{}, ActingRole::organiser, NoteDescribed{NoteId{Uuid{{1}}}, withheld.take()}});
    FieldSetter<FollowUpField> followed;
    followed.set(FollowUpField::owner, "Sven Ek")
        .set(FollowUpField::department, "Kultur")
        .set(FollowUpField::state, "done")
        .set(FollowUpField::wording, "En kalender för alla");
    device.add({{}, ActingRole::organiser, NoteDescribed{NoteId{Uuid{{2}}}, followed.take()}});
    harness.push(event, device);
    REQUIRE(report_events(*harness.store) == 1U);
    REQUIRE(harness.place.lines("SELECT text || ' ' || state || ' ' || department FROM "
                                "report_note") == Lines{"En kalender för alla done Kultur"});
    REQUIRE_FALSE(contains(harness.everything(), "Sven"));
    REQUIRE_FALSE(contains(harness.everything(), "Grannen"));
}

TEST_CASE("the meetings of a series are counted together, and anew when one changes") {
    Harness harness;
    const EventId spring{Uuid{{1}}};
    const EventId autumn{Uuid{{2}}};
    SignedDevice first(spring, harness.random);
    first.add(settings("Vår", "2022-04-12T18:00", "Stormöten"));
    register_and_admit(first, karin, "Karin");
    harness.push(spring, first);
    SignedDevice second(autumn, harness.random);
    second.add(settings("Höst", "2022-10-12T18:00", "stormöten"));
    register_and_admit(second, AttendeeId{Uuid{{8}}}, "Karin");
    register_and_admit(second, AttendeeId{Uuid{{7}}}, "Nils");
    harness.push(autumn, second);
    REQUIRE(report_events(*harness.store) == 2U);
    // Who came to both counts once.
    const Lines both{"Höst 2 2", "Vår 1 1"};
    REQUIRE(harness.measures_of("people_civil_society") == both);
    const std::uint64_t before = first.operations().size();
    register_and_admit(first, AttendeeId{Uuid{{6}}}, "Ali");
    harness.push(spring, first, before + 1);
    REQUIRE(report_events(*harness.store) == 2U);
    REQUIRE(harness.measures_of("people_civil_society") == Lines{"Höst 2 3", "Vår 2 2"});
    // It leaves the series, and the other one is alone.
    first.add(settings("Vår", "2022-04-12T18:00"));
    harness.push(spring, first, before + 3);
    REQUIRE(report_events(*harness.store) == 2U);
    REQUIRE(harness.measures_of("people_civil_society") == Lines{"Höst 2 2", "Vår 2 -"});
}

TEST_CASE("a series of the same name in another municipality is another series") {
    Harness harness;
    const auto owner = std::move(open_store(harness.place.owner_url(), harness.random)).value();
    for (std::uint8_t number = 1; number <= 2; ++number) {
        const EventId event{Uuid{{number}}};
        const std::string municipality = number == 1 ? "sundsvall" : "ange";
        REQUIRE(owner->add_municipality(municipality, {}, now_ms));
        REQUIRE(harness.store->settle_event(event, municipality, now_ms));
        SignedDevice device(event, harness.random);
        device.add(settings(municipality, "2022-04-12T18:00", "Stormöten"));
        register_and_admit(device, karin, "Karin");
        harness.push(event, device);
    }
    REQUIRE(report_events(*harness.store) == 2U);
    REQUIRE(harness.measures_of("people_civil_society") == Lines{"ange 1 1", "sundsvall 1 1"});
    REQUIRE(harness.place.lines("SELECT municipality FROM report_meeting") ==
            Lines{"ange", "sundsvall"});
}

TEST_CASE("a damaged record keeps no other event from being reported") {
    Harness harness;
    const auto owner = std::move(open_store(harness.place.owner_url(), harness.random)).value();
    REQUIRE(owner->add_municipality("ange", {}, now_ms));
    for (std::uint8_t number = 1; number <= 4; ++number) {
        const EventId event{Uuid{{number}}};
        REQUIRE(harness.store->settle_event(event, "ange", now_ms));
        SignedDevice device(event, harness.random);
        device.add(settings("Möte " + std::to_string(number), "2022-04-12T18:00",
                            number == 3 ? "Stormöten" : ""));
        harness.push(event, device);
    }
    harness.place.execute(
        "UPDATE operation SET header = body WHERE event = (SELECT event FROM operation ORDER BY "
        "event LIMIT 1)");
    REQUIRE_THROWS_AS(report_events(*harness.store), MachineFailure);
    REQUIRE(harness.place.lines("SELECT name FROM report_meeting") ==
            Lines{"Möte 2", "Möte 3", "Möte 4"});
}

TEST_CASE("a series with a damaged meeting stays as it was reported, and others go on") {
    Harness harness;
    std::vector<SignedDevice> devices;
    for (std::uint8_t number = 1; number <= 4; ++number) {
        const EventId event{Uuid{{number}}};
        devices.emplace_back(event, harness.random)
            .add(settings("Möte " + std::to_string(number), "2022-04-12T18:00",
                          number <= 2 ? "Byarna" : "Stormöten"));
        harness.push(event, devices.back());
    }
    REQUIRE(report_events(*harness.store) == 4U);
    for (std::uint8_t number = 1; number <= 4; ++number) {
        SignedDevice& device = devices[number - 1U];
        const std::uint64_t before = device.operations().size();
        register_and_admit(device, AttendeeId{Uuid{{number}}}, "Person " + std::to_string(number));
        harness.push(EventId{Uuid{{number}}}, device, before + 1);
    }
    harness.place.execute(
        "UPDATE operation SET header = body WHERE event = (SELECT event FROM operation ORDER BY "
        "event LIMIT 1)");
    REQUIRE_THROWS_AS(report_events(*harness.store), MachineFailure);
    REQUIRE(harness.measures_of("people_civil_society") ==
            Lines{"Möte 1 0 0", "Möte 2 0 0", "Möte 3 1 1", "Möte 4 1 2"});
}

TEST_CASE("a character that a database keeps in no text is replaced in the reports") {
    using namespace std::string_literals;
    Harness harness;
    for (std::uint8_t number = 1; number <= 2; ++number) {
        const EventId event{Uuid{{number}}};
        SignedDevice device(event, harness.random);
        device.add(settings("Stor\0möte"s, "2022-04-12T18:00", "Stor\0möten"s));
        write_note(device, 1, "En\0kalender"s, {});
        harness.push(event, device);
    }
    REQUIRE(report_events(*harness.store) == 2U);
    REQUIRE(report_events(*harness.store) == 0U);
    REQUIRE(harness.place.lines("SELECT name FROM report_meeting") ==
            Lines{"Stor\uFFFDmöte", "Stor\uFFFDmöte"});
    REQUIRE(harness.place.lines("SELECT text FROM report_note") ==
            Lines{"En\uFFFDkalender", "En\uFFFDkalender"});
    REQUIRE(harness.measures_of("meetings") == Lines{"Stor\uFFFDmöte 1 1", "Stor\uFFFDmöte 1 2"});
}

TEST_CASE("a time beyond what calendars have is reported as the nearest that they have") {
    Harness harness;
    const EventId event{Uuid{{1}}};
    std::uint8_t person = 0;
    for (const std::int64_t offset_ms : {-latest_wall_ms, std::int64_t{0}, latest_wall_ms}) {
        SignedDevice device(event, harness.random);
        device.add({{}, ActingRole::machine, ClockMeasured{device.device(), offset_ms}});
        register_and_admit(device, AttendeeId{Uuid{{++person}}}, "Person");
        write_note(device, person, "Anteckning", {});
        harness.push(event, device);
    }
    REQUIRE(report_events(*harness.store) == 1U);
    if (harness.place.kind() == StoreKind::postgres) {
        const std::string year = "SELECT CAST(extract(year FROM at AT TIME ZONE 'UTC') AS text) ";
        REQUIRE(harness.place.lines(year + "FROM (SELECT from_time FROM stormote_report.arrival) "
                                           "AS came(at)") == Lines{"1970", "2022", "9999"});
        REQUIRE(harness.place.lines(year + "FROM (SELECT written_at FROM stormote_report.note) "
                                           "AS written(at)") == Lines{"1970", "2022", "9999"});
    }
    REQUIRE(harness.place.lines("SELECT from_ms || ' ' || people FROM report_arrival") ==
            Lines{"0 1", "1665590400000 1", "253402300799999 1"});
}

TEST_CASE("an event that goes from the store goes from the reports") {
    Harness harness;
    const EventId event{Uuid{{1}}};
    SignedDevice device(event, harness.random);
    device.add(settings("Stormöte", "2022-10-12T18:00"));
    write_note(device, 1, "En gemensam kalender", {});
    harness.push(event, device);
    REQUIRE(report_events(*harness.store) == 1U);
    REQUIRE_FALSE(harness.everything().empty());
    const bool is_sqlite = harness.place.kind() == StoreKind::sqlite;
    harness.place.execute(std::string(is_sqlite ? "PRAGMA foreign_keys = ON;" : "") +
                          "DELETE FROM event");
    REQUIRE(harness.everything().empty());
}

TEST_CASE("programs that report at once while devices push come to what one alone would") {
    Harness harness;
    std::vector<SignedDevice> devices;
    std::vector<EventId> events;
    for (std::uint8_t number = 1; number <= 3; ++number) {
        events.push_back(EventId{Uuid{{number}}});
        devices.emplace_back(events.back(), harness.random)
            .add(settings("Möte " + std::to_string(number), "2022-10-12T18:00", "Stormöten"));
    }
    std::atomic<bool> is_over = false;
    std::vector<std::thread> reporters;
    for (int i = 0; i < 2; ++i) {
        reporters.emplace_back([&harness, &is_over] {
            SystemRandom own_random;
            const auto own = harness.place.open(own_random);
            while (!is_over) static_cast<void>(report_events(*own));
        });
    }
    for (std::uint8_t person = 1; person <= 20; ++person) {
        for (std::size_t i = 0; i < events.size(); ++i) {
            const std::uint64_t before = devices[i].operations().size();
            register_and_admit(devices[i], AttendeeId{Uuid{{person}}},
                               "Person " + std::to_string(person));
            harness.push(events[i], devices[i], person == 1 ? 1 : before + 1);
        }
    }
    is_over = true;
    for (std::thread& reporter : reporters) reporter.join();
    static_cast<void>(report_events(*harness.store));
    REQUIRE(harness.measures_of("people_civil_society") ==
            Lines{"Möte 1 20 20", "Möte 2 20 20", "Möte 3 20 20"});
}
