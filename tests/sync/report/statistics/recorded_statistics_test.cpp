#include "sync/report/statistics/recorded_statistics.h"

#include <catch2/catch.hpp>

#include "sync/base/cbor.h"
#include "sync/report/statistics/series_statistics.h"
#include "tests/support/record/event_desk.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

Statistics some_statistics() {
    Statistics statistics;
    std::int64_t next = 3;
    for (const Measure& measure : measures()) statistics.*measure.value = next++;
    statistics.erased_civil = 1;
    statistics.registered_late = 2;
    statistics.returning_people = 5;
    statistics.sectors = {{"Idrott", 4, 9}, {"", 1, 2}};
    statistics.absent_sectors = {"Trossamfund"};
    statistics.arrivals = {{-900'000, 2}, {0, 7}};
    statistics.newcomers = {{1, 2, 3, 4}};
    return statistics;
}

void purge(EventDesk& desk, const Bytes& statistics) {
    RecordPurged purge;
    purge.decision = "DHP 2024 § 12";
    purge.counts = {{"registrations", 1}};
    purge.statistics = statistics;
    desk.record(purge);
}

}  // namespace

TEST_CASE("statistics are read back as they were recorded, every count of them") {
    const Bytes bytes = encode_statistics(some_statistics());
    const auto read = decode_statistics(bytes);
    REQUIRE(read);
    CHECK(encode_statistics(*read) == bytes);
    CHECK(read->joined == some_statistics().joined);
    CHECK(read->arrivals == some_statistics().arrivals);
    CHECK(read->sectors.back().people == 2);
}

TEST_CASE("bytes that are cut, or are something else, are no statistics") {
    const Bytes bytes = encode_statistics(some_statistics());
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        REQUIRE_FALSE(decode_statistics(ByteView(bytes).first(length)));
    }
    CborWriter other;
    other.text("statistics");
    CHECK_FALSE(decode_statistics(other.take()));
}

TEST_CASE("a purged meeting counts what its first purge says, and not what is left") {
    EventDesk desk;
    desk.come(desk.add({"Åsa", "Öberg", "Ekens scoutkår"}));
    const Bytes before = encode_statistics(count_events({&desk.state()}));
    purge(desk, encode_statistics(some_statistics()));
    purge(desk, before);
    CHECK(encode_statistics(count_events({&desk.state()})) == encode_statistics(some_statistics()));
}

TEST_CASE("a purge without statistics leaves the record to be counted") {
    EventDesk desk;
    desk.come(desk.add({"Åsa", "Öberg", "Ekens scoutkår"}));
    const Bytes before = encode_statistics(count_events({&desk.state()}));
    purge(desk, {});
    CHECK(encode_statistics(count_events({&desk.state()})) == before);
}

TEST_CASE("over a series a purged meeting adds its counts to those of the others") {
    EventDesk spring("2022-05-04T18:00");
    spring.come(spring.add({"Åsa", "Öberg", "Ekens scoutkår", AttendeeRole::civil, "a@b.se"}));
    EventDesk autumn("2022-10-12T18:00", 2);
    autumn.come(autumn.add({"Åsa", "Öberg", "Ekens scoutkår", AttendeeRole::civil, "a@b.se"}));
    CHECK(count_events({&spring.state(), &autumn.state()}).people_civil_society == 1);
    purge(spring, encode_statistics(count_events({&spring.state()})));
    const Statistics both = count_events({&spring.state(), &autumn.state()});
    CHECK(both.meetings == 2);
    // Nobody can be recognised any more, so that each meeting counts its own.
    CHECK(both.people_civil_society == 2);
    CHECK(both.organisations == 2);
    CHECK(both.registered == 2);
    CHECK(both.returning_people == 0);
    REQUIRE(both.newcomers.size() == 2);
    CHECK(both.newcomers.front().new_people == 1);
    REQUIRE(both.sectors.size() == 1);
    CHECK(both.sectors.front().people == 2);
    CHECK(both.sectors.front().organisations == 2);
}

TEST_CASE("of a purge of answers alone the answers are believed, and people are counted on") {
    EventDesk desk;
    desk.come(desk.add({"Åsa", "Öberg", "Ekens scoutkår"}));
    RecordPurged purge;
    purge.decision = "DHP 2024 § 12";
    purge.counts = {{"anonymous answers", 3}};
    purge.statistics = encode_statistics(some_statistics());
    desk.record(purge);
    desk.come(desk.add({"Bo", "Ek", "Ekens scoutkår"}));
    const Statistics counted = count_events({&desk.state()});
    CHECK(counted.people_civil_society == 2);
    CHECK(counted.survey_answers == some_statistics().survey_answers);
}
