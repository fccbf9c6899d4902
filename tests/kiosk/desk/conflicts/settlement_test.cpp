// Conflicts between two screens that could not hear each other, and what settles them.
#include "kiosk/desk/conflicts/settlement.h"

#include <algorithm>

#include "tests/support/record/two_replicas.h"

namespace stormote {

namespace {

class TwoScreens : public testing::TwoReplicas {
  public:
    AttendeeId add(const std::string& given_name) {
        const auto id = *first.desk()
                             .walk_in({given_name, "Öberg", "Eken", "", {}, ""}, actor::staff)
                             .verdict.attendee;
        first.desk().undo_check_in(id, actor::staff);
        settle();
        return id;
    }
    // At both, while they cannot hear each other; at the first one first.
    AttendeeId check_in_twice() {
        const AttendeeId person = add("Åsa");
        come(first, person);
        come(second, person);
        settle();
        return person;
    }
    void come(testing::Replica& replica, const AttendeeId& person) {
        advance();
        REQUIRE(is_admission(
            replica.desk().check_in(person, CheckInMethod::name, actor::staff).verdict.verdict));
    }
    void advance() {
        for (testing::Replica *replica : {&first, &second}) replica->clock().advance_ms(60'000);
    }
    [[nodiscard]] std::vector<Conflict> conflicts() {
        const auto here = list_conflicts(first.desk().state());
        REQUIRE(list_conflicts(second.desk().state()).size() == here.size());
        return here;
    }
    [[nodiscard]] SeenConflict only_conflict() {
        const auto all = conflicts();
        REQUIRE(all.size() == 1);
        return see_conflict(first.desk().state(), all.front());
    }
    [[nodiscard]] std::vector<ConflictSide> sides() { return only_conflict().sides; }
    // At the first screen, and then known at both.
    [[nodiscard]] bool decide(const SeenConflict& seen, const Settlement& settlement) {
        const bool is_settled = stormote::settle(first.desk(), seen, settlement, actor::organiser);
        settle();
        check_equal();
        return is_settled;
    }
    [[nodiscard]] PresenceKind presence(const AttendeeId& person) {
        return presence_of(first.desk().state(), person).kind;
    }
    // A note that was changed at both at once.
    NoteId split_note() {
        const NoteId note =
            first.desk().write_note({3, 1, NoteKind::proposal, "Fler bänkar"}, actor::staff);
        settle();
        advance();
        first.desk().edit_note(note, NoteKind::proposal, "Fler bänkar i parken", actor::staff);
        second.desk().edit_note(note, NoteKind::point, "Bänkar vid torget", actor::staff);
        settle();
        return note;
    }
    [[nodiscard]] std::vector<std::string> texts() {
        std::vector<std::string> all;
        for (const auto& [id, note] : first.desk().state().notes()) {
            for (const NoteVersion *head : note.heads(first.desk().state().device_table())) {
                if (head->content.state == NoteState::standing) all.push_back(head->content.text);
            }
        }
        std::sort(all.begin(), all.end());
        return all;
    }
};

}  // namespace

TEST_CASE("of two check-ins of one person the one that counts stays, and the person is here") {
    TwoScreens screens;
    const AttendeeId person = screens.check_in_twice();
    const auto sides = screens.sides();
    REQUIRE(sides.size() == 2);
    CHECK(sides[0].at_ms < sides[1].at_ms);
    CHECK(sides[0].acting_role == ActingRole::staff);
    CHECK(screens.decide(screens.only_conflict(), KeepSide{sides[1].id}));
    CHECK(screens.conflicts().empty());
    const Presence presence = presence_of(screens.second.desk().state(), person);
    REQUIRE(presence.standing.size() == 1);
    CHECK(ConflictSideId(presence.standing.front()->id) == sides[1].id);
}

TEST_CASE("check-ins that may stand side by side are no conflict, until a third one comes") {
    TwoScreens screens;
    const AttendeeId person = screens.check_in_twice();
    CHECK(screens.decide(screens.only_conflict(), KeepEverySide{}));
    CHECK(screens.conflicts().empty());
    CHECK(presence_of(screens.first.desk().state(), person).standing.size() == 2);
    // A third at another screen: by hand, since a door would say that the person is here.
    const Body third{{person}, ActingRole::staff, CheckedIn{CheckInMethod::staff, {}, {}}};
    screens.advance();
    screens.second.desk().record(std::span(&third, 1));
    screens.settle();
    CHECK(screens.conflicts().size() == 1);
}

TEST_CASE("a conflict that somebody else has settled is not settled again") {
    TwoScreens screens;
    const AttendeeId person = screens.check_in_twice();
    const SeenConflict conflict = screens.only_conflict();
    const auto sides = screens.sides();
    REQUIRE(screens.decide(conflict, KeepSide{sides[0].id}));
    CHECK_FALSE(screens.decide(conflict, KeepSide{sides[1].id}));
    CHECK_FALSE(screens.decide(conflict, KeepEverySide{}));
    CHECK(screens.presence(person) == PresenceKind::present);
}

TEST_CASE("of two who came for one registration the one who is here stays") {
    TwoScreens screens;
    const AttendeeId absent = screens.add("Åsa");
    screens.advance();
    const AttendeeId substitute =
        *screens.first.desk()
             .substitute(absent, {"Ronja", "Lind", "", "", {}, ""}, actor::staff)
             .verdict.attendee;
    screens.come(screens.second, absent);
    screens.settle();
    const auto sides = screens.sides();
    REQUIRE(sides.size() == 2);
    CHECK(sides[0].text == "Ronja Lind");
    CHECK(sides[1].text == "Åsa Öberg");
    const SeenConflict conflict = screens.only_conflict();
    SECTION("the one it was made for") {
        CHECK(screens.decide(conflict, KeepSide{absent}));
        CHECK(screens.presence(absent) == PresenceKind::present);
        CHECK(screens.presence(substitute) == PresenceKind::expected);
        CHECK(screens.conflicts().empty());
    }
    SECTION("the substitute") {
        CHECK(screens.decide(conflict, KeepSide{substitute}));
        CHECK(screens.presence(absent) == PresenceKind::expected);
        CHECK(screens.presence(substitute) == PresenceKind::present);
        CHECK(screens.conflicts().empty());
    }
    SECTION("both") {
        CHECK(screens.decide(conflict, KeepEverySide{}));
        CHECK(screens.presence(absent) == PresenceKind::present);
        CHECK(screens.presence(substitute) == PresenceKind::present);
        CHECK(screens.conflicts().empty());
    }
    SECTION("who are one person") {
        CHECK(screens.decide(conflict, MergePeople{absent}));
        const EventState& state = screens.first.desk().state();
        CHECK(state.person_of(substitute) == absent);
        CHECK(screens.presence(absent) == PresenceKind::present);
        // Nor are their two check-ins a new one.
        CHECK(screens.conflicts().empty());
    }
}

TEST_CASE("of two texts of a note one is kept, or each as a note of its own") {
    TwoScreens screens;
    const NoteId note = screens.split_note();
    const auto sides = screens.sides();
    REQUIRE(sides.size() == 2);
    const SeenConflict conflict = screens.only_conflict();
    SECTION("one") {
        const auto wanted = std::find_if(sides.begin(), sides.end(), [](const auto& side) {
            return side.text == "Bänkar vid torget";
        });
        REQUIRE(wanted != sides.end());
        CHECK(screens.decide(conflict, KeepSide{wanted->id}));
        CHECK(screens.texts() == std::vector<std::string>{"Bänkar vid torget"});
        const auto& versions = screens.first.desk().state().notes().at(note).versions;
        CHECK(versions.size() == 4);
    }
    SECTION("each") {
        CHECK(screens.decide(conflict, KeepEverySide{}));
        CHECK(screens.texts() ==
              std::vector<std::string>{"Bänkar vid torget", "Fler bänkar i parken"});
        CHECK(screens.first.desk().state().notes().size() == 2);
    }
    CHECK(screens.conflicts().empty());
}

TEST_CASE("a table with too few chairs gets more, and one that was closed opens again") {
    TwoScreens screens;
    for (const char *name : {"Åsa", "Bo", "Siv"}) screens.come(screens.first, screens.add(name));
    screens.first.desk().plan_groups(1, 7, actor::organiser);
    const auto say = [&](GroupField field, const std::string& text) {
        const Body body{{},
                        ActingRole::organiser,
                        GroupDescribed{1, FieldSetter<GroupField>{}.set(field, text).take()}};
        screens.first.desk().record(std::span(&body, 1));
        screens.settle();
    };
    SECTION("chairs") {
        say(GroupField::capacity, "2");
        CHECK(screens.sides().empty());
        CHECK(screens.decide(screens.only_conflict(), AddChairs{}));
        const EventState& state = screens.second.desk().state();
        CHECK(capacity_of(state.groups().at(1)) == 3);
    }
    SECTION("open") {
        say(GroupField::closed, "closed");
        CHECK(screens.decide(screens.only_conflict(), ReopenGroup{}));
        CHECK_FALSE(is_closed(screens.second.desk().state(), 1));
    }
    CHECK(screens.conflicts().empty());
}

TEST_CASE("what has changed since it was seen is not settled as it was seen") {
    TwoScreens screens;
    for (const char *name : {"Åsa", "Bo"}) screens.come(screens.first, screens.add(name));
    screens.first.desk().plan_groups(1, 7, actor::organiser);
    const Body one_chair{
        {},
        ActingRole::organiser,
        GroupDescribed{1, FieldSetter<GroupField>{}.set(GroupField::capacity, "1").take()}};
    screens.first.desk().record(std::span(&one_chair, 1));
    screens.settle();
    const SeenConflict seen = screens.only_conflict();
    screens.advance();
    screens.first.desk().walk_in({"Siv", "Öberg", "Eken", "", {}, ""}, actor::staff);
    CHECK_FALSE(screens.decide(seen, AddChairs{}));
    CHECK(capacity_of(screens.first.desk().state().groups().at(1)) == 1);
}

TEST_CASE("check-ins that were let stand one by one are a conflict where they meet") {
    TwoScreens screens;
    const AttendeeId absent = screens.check_in_twice();
    REQUIRE(screens.decide(screens.only_conflict(), KeepEverySide{}));
    // A substitute in the place of somebody who is here after all, twice, too.
    const AttendeeId other = screens.add("Bo");
    screens.come(screens.first, other);
    screens.come(screens.second, other);
    screens.settle();
    REQUIRE(screens.decide(screens.only_conflict(), KeepEverySide{}));
    const Body instead{{other},
                       ActingRole::staff,
                       AttendeeDescribed{FieldSetter<AttendeeField>{}
                                             .set(AttendeeField::origin, "substitute")
                                             .set(AttendeeField::instead_of, to_string(absent))
                                             .take()}};
    screens.first.desk().record(std::span(&instead, 1));
    screens.settle();
    CHECK(std::holds_alternative<SharedPlace>(screens.only_conflict().conflict));
}

TEST_CASE("a note that one table withdrew while another wrote on is withdrawn or kept by name") {
    TwoScreens screens;
    const NoteId note =
        screens.first.desk().write_note({3, 1, NoteKind::point, "Bänkar"}, actor::staff);
    screens.settle();
    screens.advance();
    screens.first.desk().withdraw_note(note, actor::staff);
    screens.advance();
    screens.second.desk().edit_note(note, NoteKind::point, "Fler bänkar", actor::staff);
    screens.settle();
    const SeenConflict seen = screens.only_conflict();
    REQUIRE(seen.sides.size() == 2);
    CHECK(seen.sides[0].withdraws);
    CHECK_FALSE(seen.sides[1].withdraws);
    // Nothing to part: only one of the two stands.
    const auto all = settlements_of(seen);
    CHECK(std::none_of(all.begin(), all.end(), [](const Settlement& each) {
        return std::holds_alternative<KeepEverySide>(each);
    }));
    SECTION("kept") {
        CHECK(screens.decide(seen, KeepSide{seen.sides[1].id}));
        CHECK(screens.texts() == std::vector<std::string>{"Fler bänkar"});
    }
    SECTION("withdrawn") {
        CHECK(screens.decide(seen, KeepSide{seen.sides[0].id}));
        CHECK(screens.texts().empty());
    }
    CHECK(screens.conflicts().empty());
}

TEST_CASE("a note that both tables withdrew is no conflict") {
    TwoScreens screens;
    const NoteId note =
        screens.first.desk().write_note({3, 1, NoteKind::point, "Bänkar"}, actor::staff);
    screens.settle();
    screens.first.desk().withdraw_note(note, actor::staff);
    screens.second.desk().withdraw_note(note, actor::staff);
    screens.settle();
    CHECK(screens.conflicts().empty());
}

TEST_CASE("of a withheld note that is parted no text is for the public") {
    TwoScreens screens;
    const NoteId note = screens.split_note();
    FieldSetter<FollowUpField> fields;
    const Body withheld{
        {},
        ActingRole::organiser,
        NoteDescribed{note, fields.set(FollowUpField::withheld, "withheld").take()}};
    screens.first.desk().record(std::span(&withheld, 1));
    screens.settle();
    REQUIRE(screens.decide(screens.only_conflict(), KeepEverySide{}));
    const EventState& state = screens.second.desk().state();
    REQUIRE(state.notes().size() == 2);
    for (const auto& [id, each] : state.notes()) {
        const LatestFields *described = state.note_descriptions().find(id);
        REQUIRE(described != nullptr);
        CHECK(described->get(FollowUpField::withheld) == "withheld");
    }
}

}  // namespace stormote
