// The entrance while the evening ends: most who come to it are on their way home.
#include <catch2/catch.hpp>

#include "sync/base/local_time.h"
#include "tests/support/screens/at_the_door.h"

namespace stormote {

using testing::AtTheDoor;

namespace {

constexpr std::int64_t minute_ms = 60'000;

// An evening that ends so long after the moment at which the driver's clock stands.
struct EndingEvening : AtTheDoor {
    explicit EndingEvening(std::int64_t left_ms) {
        const std::int64_t now_ms = driver.clock().wall_ms();
        const std::string starts = local_time_of(now_ms - 180 * minute_ms);
        ends = local_time_of(now_ms + left_ms);
        do_at_desk([starts, ends = ends](Desk& at) {
            FieldSetter<SettingField> fields;
            fields.set(SettingField::starts, starts).set(SettingField::ends, ends);
            const Body body{{}, ActingRole::organiser, SettingsDescribed{fields.take()}};
            at.record(std::span(&body, 1));
        });
    }
    std::string ends;
    void tap_in(std::string_view name) {
        tap("arrive_late");
        choose_name(name == "Bo Ek" ? U"bo" : U"åsa", name);
    }
    // Where they sit stays in sight for a while.
    void leave_answer() {
        tap("done");
        CHECK(screen() == "welcome");
        driver.advance_ms(30'000);
        driver.frame();
        REQUIRE(screen() == "farewell");
    }
    // An organiser ends the meeting now, on another screen, or opens it again.
    void say_ended() { set_end(local_time_of(driver.clock().wall_ms())); }
    void say_reopened() { set_end(""); }
    [[nodiscard]] std::size_t check_ins() {
        return desk->read([](const Desk& at) {
            std::size_t here = 0;
            for (const auto& [id, attendee] : at.state().attendees()) {
                if (presence_of(at.state(), id).kind == PresenceKind::present) ++here;
            }
            return here;
        });
    }
    [[nodiscard]] std::size_t check_outs() {
        return desk->read([](const Desk& at) {
            std::size_t left = 0;
            for (const auto& [id, attendee] : at.state().attendees()) {
                if (presence_of(at.state(), id).kind == PresenceKind::left) ++left;
            }
            return left;
        });
    }

  private:
    void set_end(const std::string& when) {
        do_at_desk([when](Desk& at) {
            const Body body{{},
                            ActingRole::organiser,
                            SettingsDescribed{
                                FieldSetter<SettingField>{}.set(SettingField::ended, when).take()}};
            at.record(std::span(&body, 1));
        });
        driver.frame();
    }
};

}  // namespace

TEST_CASE("a quarter of an hour before the end the entrance becomes the way out, for so long") {
    EndingEvening door(22 * minute_ms);
    CHECK(door.screen() == "welcome");
    door.driver.advance_ms(7 * minute_ms);
    CHECK(door.screen() == "farewell");
    CHECK(door.says("The meeting ends at " + clock_text(*instant_of(door.ends))));
    door.driver.advance_ms(15 * minute_ms);
    CHECK(door.screen() == "farewell");
    CHECK_FALSE(door.says("The meeting ends at"));
    door.driver.advance_ms(60 * minute_ms);
    CHECK(door.screen() == "welcome");
}

TEST_CASE("at the end somebody who is here checks out by name") {
    EndingEvening door(7 * minute_ms);
    door.tap_in("Åsa Öberg");
    REQUIRE(door.comes_to_say("Welcome, Åsa!"));
    door.leave_answer();
    door.tap("check_out");
    door.write(U"åsa");
    door.tap("Åsa Öberg");
    REQUIRE(door.comes_to_say("You are already checked in, Åsa"));
    door.tap("leave");
    REQUIRE(door.comes_to_say("Goodbye, Åsa"));
    CHECK(door.check_outs() == 1);
}

TEST_CASE("whoever has gone is not checked in again by checking out once more") {
    EndingEvening door(7 * minute_ms);
    door.tap_in("Åsa Öberg");
    REQUIRE(door.comes_to_say("Welcome, Åsa!"));
    door.driver.scan(door.tickets["Åsa Öberg"]);
    REQUIRE(door.comes_to_say("You are already checked in, Åsa"));
    door.tap("leave");
    REQUIRE(door.comes_to_say("Goodbye, Åsa"));
    door.tap("done");
    door.tap("check_out");
    door.write(U"åsa");
    door.tap("Åsa Öberg");
    CHECK(door.says("You are not checked in"));
    CHECK_FALSE(door.says("Åsa"));
    CHECK(door.check_outs() == 1);
    door.tap("check_in");
    CHECK(door.comes_to_say("Welcome back, Åsa!"));
    CHECK(door.check_outs() == 0);
}

TEST_CASE("whoever comes just now is let in from there, and the next one finds the way out") {
    EndingEvening door(7 * minute_ms);
    door.tap("arrive_late");
    CHECK(door.screen() == "welcome");
    CHECK(door.driver.record().find_target("not_registered") != nullptr);
    door.choose_name(U"bo", "Bo Ek");
    REQUIRE(door.comes_to_say("Welcome, Bo!"));
    door.leave_answer();
    door.tap("arrive_late");
    door.driver.advance_ms(30'000);
    door.driver.frame();
    CHECK(door.screen() == "farewell");
}

TEST_CASE("a ticket is read on the way out as at any time") {
    EndingEvening door(7 * minute_ms);
    REQUIRE(door.screen() == "farewell");
    door.driver.scan(door.tickets["Bo Ek"]);
    CHECK(door.comes_to_say("Welcome, Bo!"));
}

TEST_CASE("from the farewell people tell what they think") {
    EndingEvening door(7 * minute_ms);
    door.tap("way_out");
    CHECK(door.screen() == "exit_feedback");
}

TEST_CASE("once the meeting is ended the entrance says goodbye, and lets nobody in") {
    EndingEvening door(60 * minute_ms);
    REQUIRE(door.screen() == "welcome");
    door.choose_name(U"åsa", "Åsa Öberg");
    REQUIRE(door.comes_to_say("Welcome, Åsa!"));
    door.tap("done");
    door.say_ended();
    REQUIRE(door.screen() == "farewell");
    CHECK(door.says("The meeting is over"));
    CHECK(door.driver.record().find_target("arrive_late") == nullptr);
    door.driver.scan(door.tickets["Bo Ek"]);
    REQUIRE(door.comes_to_say("You are not checked in"));
    CHECK(door.says("The meeting is over. Thank you for this evening!"));
    CHECK(door.driver.record().find_target("check_in") == nullptr);
    door.tap("done");
    // Who is here still goes home by the ticket.
    door.driver.scan(door.tickets["Åsa Öberg"]);
    REQUIRE(door.comes_to_say("You are already checked in, Åsa"));
    door.tap("leave");
    REQUIRE(door.comes_to_say("Goodbye, Åsa"));
    // Nobody is asked to come back to a door that lets nobody in.
    CHECK_FALSE(door.says("Coming back?"));
    CHECK(door.check_outs() == 1);
    door.tap("done");
    door.say_reopened();
    CHECK(door.screen() == "welcome");
}

TEST_CASE("once the meeting is ended nobody is let in by a name that a ticket led to") {
    EndingEvening door(60 * minute_ms);
    door.say_ended();
    door.driver.scan("N1([eLO[9 Sc:8");
    REQUIRE(door.comes_to_say("That was not a ticket"));
    door.tap("type_name");
    door.write(U"qqq");
    door.settle();
    CHECK(door.driver.record().find_target("not_registered") == nullptr);
    for (int i = 0; i < 3; ++i) door.driver.press(KeyKind::backspace);
    door.write(U"bo");
    door.tap("Bo Ek");
    CHECK(door.comes_to_say("You are not checked in"));
    CHECK(door.check_ins() == 0);
}

TEST_CASE("whoever was half registered when the meeting was ended is told that it is over") {
    EndingEvening door(60 * minute_ms);
    door.tap("not_registered");
    door.tap("come_instead");
    door.write(U"åsa");
    door.tap("Åsa Öberg");
    door.write(U"Siv Lööf");
    door.tap("next");
    door.say_ended();
    door.tap("register");
    CHECK(door.comes_to_say("The meeting is over. Thank you for this evening!"));
    CHECK(door.check_ins() == 0);
}

TEST_CASE("once the meeting is ended nobody is offered to register") {
    EndingEvening door(60 * minute_ms);
    door.tap("type_name");
    door.write(U"qqq");
    door.settle();
    REQUIRE(door.driver.record().find_target("not_registered") != nullptr);
    door.say_ended();
    CHECK(door.driver.record().find_target("not_registered") == nullptr);
}

TEST_CASE("whoever typed a name when the meeting was ended is not let in any more") {
    EndingEvening door(60 * minute_ms);
    door.tap("type_name");
    door.write(U"bo");
    door.settle();
    REQUIRE(door.driver.record().find_target("Bo Ek") != nullptr);
    SECTION("by name") {
        door.say_ended();
        door.tap("Bo Ek");
        CHECK(door.comes_to_say("You are not checked in"));
    }
    SECTION("as somebody who only wanted to leave") {
        door.tap("back");
        door.driver.advance_ms(46 * minute_ms);
        door.tap("check_out");
        door.write(U"bo");
        door.tap("Bo Ek");
        REQUIRE(door.comes_to_say("Just arriving?"));
        door.say_ended();
        door.tap("check_in");
        CHECK(door.comes_to_say("The meeting is over. Thank you for this evening!"));
    }
    CHECK(door.check_ins() == 0);
}

}  // namespace stormote
