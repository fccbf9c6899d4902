// The codes by which phones come in to a table: whose they are, and for how long.
#include "sync/ticket/table_code.h"

#include <set>

#include <catch2/catch.hpp>

#include "sync/base/local_time.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

std::int64_t at(const char *local) {
    return instant_of(local).value();
}

EventDesk& with_tables(EventDesk& event, GroupNumber count) {
    FieldSetter<SettingField> settings;
    settings.set(SettingField::starts, "2022-10-12T18:00")
        .set(SettingField::ends, "2022-10-12T21:00");
    event.record(SettingsDescribed{settings.take()});
    for (GroupNumber table = 1; table <= count; ++table) {
        event.describe(table, GroupField::name, "Bord " + std::to_string(table));
    }
    return event;
}

}  // namespace

TEST_CASE("each table has a code of its own, which opens that table alone, however it is typed") {
    EventDesk event;
    with_tables(event, 250);
    const TableCodes& codes = event->table_codes();
    std::set<std::string> all;
    for (GroupNumber table = 1; table <= 250; ++table) {
        const std::string code = codes.write(event.state(), table);
        CHECK(code.size() == table_code_length);
        CHECK(codes.find(code, event.state()) == table);
        all.insert(code);
    }
    CHECK(all.size() == 250);
    std::string typed = " " + spaced_table_code(*all.begin()) + "\n";
    for (char& letter : typed) letter = static_cast<char>(std::tolower(letter));
    CHECK(codes.find(typed, event.state()) == codes.find(*all.begin(), event.state()));
    for (const char *wrong : {"", "ABCD", "ABCD EFGU", "ABCDEFGHJ"}) {
        CHECK_FALSE(codes.find(wrong, event.state()));
    }
}

TEST_CASE("a table that is closed, or that another event has, is opened by no code") {
    EventDesk event;
    EventDesk other("2022-10-12T18:00", 2);
    with_tables(event, 2);
    with_tables(other, 2);
    const std::string code = event->table_codes().write(event.state(), 1);
    CHECK_FALSE(other->table_codes().find(code, other.state()));
    event.describe(1, GroupField::closed, "closed");
    CHECK_FALSE(event->table_codes().find(code, event.state()));
}

TEST_CASE("a renewal makes all codes and passes others, also two that did not hear of each other") {
    EventDesk event;
    with_tables(event, 2);
    const TableCodes& codes = event->table_codes();
    const Bytes phone{1, 2, 3};
    std::set<std::string> seen;
    std::set<Hash> passes;
    for (int renewal = 0; renewal < 3; ++renewal) {
        seen.insert(codes.write(event.state(), 1));
        passes.insert(codes.pass(event.state(), 1, phone));
        event->renew_table_codes(actor::organiser);
    }
    CHECK(seen.size() == 3);
    CHECK(passes.size() == 3);
    for (const std::string& old : seen) CHECK_FALSE(codes.find(old, event.state()));
    CHECK(codes.pass(event.state(), 1, phone) != codes.pass(event.state(), 2, phone));
    CHECK(codes.pass(event.state(), 1, phone) != codes.pass(event.state(), 1, Bytes{1, 2}));
}

TEST_CASE("codes work from the day before until some hours after, or until the meeting is ended") {
    EventDesk event;
    event.record(SettingsDescribed{FieldSetter<SettingField>{}.set(SettingField::ends, "").take()});
    CHECK_FALSE(are_table_codes_live(event.state(), at("2022-10-12T18:00")));
    with_tables(event, 1);
    const auto live = [&event](const char *local) {
        return are_table_codes_live(event.state(), at(local));
    };
    CHECK_FALSE(live("2022-10-11T17:59"));
    CHECK(live("2022-10-11T18:00"));
    CHECK(live("2022-10-12T23:59"));
    CHECK_FALSE(live("2022-10-13T00:00"));
    const auto end = [&event](const char *when) {
        event.record(
            SettingsDescribed{FieldSetter<SettingField>{}.set(SettingField::ended, when).take()});
    };
    end("2022-10-12T20:30");
    CHECK_FALSE(live("2022-10-12T20:31"));
    end("");
    CHECK(live("2022-10-12T20:31"));
    // A rehearsal's end is none.
    end("2022-10-11T20:30");
    CHECK(live("2022-10-12T19:00"));
}

}  // namespace stormote
