#include "sync/report/kitchen_table.h"

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

// "group diet people names" of each row; a word by its code.
std::vector<std::string> rows(const EventState& state) {
    std::vector<std::string> lines;
    for (const auto& row : kitchen_table(state).rows) {
        const auto *number = std::get_if<std::int64_t>(row.data());
        std::string line =
            number != nullptr ? std::to_string(*number) : std::get<Word>(row[0]).code;
        line += " " + std::get<std::string>(row[2]);
        line += " " + std::to_string(std::get<std::int64_t>(row[3]));
        const auto *names = std::get_if<std::string>(&row[4]);
        if (names != nullptr) line += " " + *names;
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

TEST_CASE("the kitchen hears how many eat what at each table, and who has an allergy") {
    EventDesk event;
    const auto add = [&event](const char *name, const char *diet, GroupNumber group) {
        const AttendeeId id = event.add({name, "Ek", "Eken"});
        event.record(id, AttendeeDescribed{{{8, diet}}});
        if (group > 0) event.record(id, CheckedIn{CheckInMethod::name, {}, group});
        return id;
    };
    add("Åsa", "vegan", 2);
    add("Bo", "Vegan ", 2);
    add("Siv", "Nötallergi", 2);
    add("Per", "vegan", 1);
    add("Eva", "celiaki", 0);
    add("Ali", "", 1);
    event->cancel(add("Gun", "laktosfri", 0), EventDesk::staff);
    CHECK(rows(event.state()) == std::vector<std::string>{"1 vegan 1", "2 Nötallergi 1 Siv Ek",
                                                          "2 Vegan 2", "none celiaki 1 Eva Ek",
                                                          "all celiaki 1", "all Nötallergi 1",
                                                          "all Vegan 3"});
}

}  // namespace stormote
