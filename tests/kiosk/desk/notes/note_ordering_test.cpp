// The order of a table's notes: what moving does on one device, and that several devices come to
// the same order, whatever they have heard of each other.
#include "kiosk/desk/notes/note_ordering.h"

#include <algorithm>
#include <array>
#include <set>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "sync/report/event_tables.h"
#include "sync/report/published_notes.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

namespace {

using testing::OperationMaker;
using testing::small_id;

class FourNotes {
  public:
    FourNotes() {
        for (const char *text : {"A", "B", "C", "D"}) notes.push_back(write(text));
    }

    NoteId write(const char *text) {
        return event->write_note({2, 1, NoteKind::proposal, text}, actor::facilitator);
    }
    std::optional<NoteMarking> shift(std::size_t note, NoteShift way) {
        return shift_note(*event, notes[note], way, actor::facilitator);
    }
    // As the papers have them.
    [[nodiscard]] std::string order() const {
        std::string texts;
        for (const PublishedNote& note : published_notes(event.state())) texts += note.text;
        return texts;
    }

    testing::EventDesk event;
    std::vector<NoteId> notes;
};

}  // namespace

TEST_CASE("a note is moved up and down by one, and no further than to the ends") {
    FourNotes table;
    CHECK(table.order() == "ABCD");
    CHECK(table.shift(2, NoteShift::up));
    CHECK(table.order() == "ACBD");
    CHECK(table.shift(2, NoteShift::up));
    CHECK(table.order() == "CABD");
    CHECK_FALSE(table.shift(2, NoteShift::up));
    CHECK(table.shift(0, NoteShift::down));
    CHECK(table.shift(0, NoteShift::down));
    CHECK(table.order() == "CBDA");
    CHECK_FALSE(table.shift(0, NoteShift::down));
    CHECK_FALSE(shift_note(*table.event, small_id<NoteId>(1), NoteShift::up, actor::facilitator));
}

TEST_CASE("a note is put before any other one, or behind all, in one step") {
    FourNotes table;
    const auto put = [&](std::size_t note, std::optional<std::size_t> ahead_of) {
        return place_note(*table.event, table.notes[note],
                          ahead_of ? std::optional(table.notes[*ahead_of]) : std::nullopt,
                          actor::facilitator);
    };
    const auto first = put(3, 0);
    REQUIRE(first);
    CHECK(table.order() == "DABC");
    REQUIRE(put(0, std::nullopt));
    CHECK(table.order() == "DBCA");
    REQUIRE(put(3, 2));
    CHECK(table.order() == "BDCA");
    // Where it stands already, before itself, or before a note of another question.
    CHECK_FALSE(put(3, 2));
    CHECK_FALSE(put(0, std::nullopt));
    CHECK_FALSE(put(3, 3));
    const NoteId other = table.event->write_note({2, 2, NoteKind::point, "X"}, actor::facilitator);
    CHECK_FALSE(place_note(*table.event, table.notes[0], other, actor::facilitator));
    // Moved since.
    CHECK_FALSE(take_back(*table.event, *first, actor::facilitator));
    const auto last = put(1, std::nullopt);
    CHECK(table.order() == "DCABX");
    CHECK(take_back(*table.event, *last, actor::facilitator));
    CHECK(table.order() == "BDCAX");
}

TEST_CASE("what is written after a note was moved last stands behind it") {
    FourNotes table;
    REQUIRE(table.shift(2, NoteShift::down));
    table.write("E");
    CHECK(table.order() == "ABDCE");
}

TEST_CASE("a move is taken back, unless the note was moved again since") {
    FourNotes table;
    const auto first = table.shift(3, NoteShift::up);
    REQUIRE(first);
    CHECK(take_back(*table.event, *first, actor::facilitator));
    CHECK(table.order() == "ABCD");
    const auto second = table.shift(3, NoteShift::up);
    REQUIRE(table.shift(3, NoteShift::up));
    CHECK_FALSE(take_back(*table.event, *second, actor::facilitator));
    CHECK(table.order() == "ADBC");
}

TEST_CASE(
    "a note that was taken away keeps its place, and one that awaits a choice is stepped over") {
    FourNotes table;
    REQUIRE(table.event->withdraw_note(table.notes[1], actor::facilitator));
    // A version that had not heard of the first one.
    table.event.record(
        NoteWritten{table.notes[2], 2, 1, NoteKind::point, NoteState::standing, "C2", {}});
    REQUIRE(table.shift(3, NoteShift::up));
    CHECK(table.order() == "ADCC2");
    CHECK_FALSE(table.shift(2, NoteShift::up));
    REQUIRE(table.event->edit_note(table.notes[1], NoteKind::proposal, "B", actor::facilitator));
    CHECK(table.order() == "ADBCC2");
}

TEST_CASE("the table of notes has them in the order of the table") {
    FourNotes table;
    REQUIRE(table.shift(0, NoteShift::down));
    std::string texts;
    const Table notes = notes_table(table.event.state());
    const auto text =
        static_cast<std::size_t>(std::find_if(notes.columns.begin(), notes.columns.end(),
                                              [](const ReportColumn& column) {
                                                  return std::string_view(column.key) == "text";
                                              }) -
                                 notes.columns.begin());
    for (const auto& row : notes.rows) texts += std::get<std::string>(row[text]);
    CHECK(texts == "BACD");
}

TEST_CASE("what is no rank counts for nothing") {
    FourNotes table;
    for (const char *text : {"", "0", "10", "G", "-1", "A8", "8 "}) {
        CAPTURE(text);
        table.event.record(NoteMarked{table.notes[3], {{number(FollowUpField::rank), text}}});
        CHECK(table.order() == "ABCD");
    }
}

TEST_CASE("there is always a place between two places") {
    CHECK(rc::check("between", [] {
        std::vector<std::string> places{place_between("", "8"), "8"};
        for (const auto choice : *rc::gen::container<std::vector<unsigned>>(
                 rc::gen::resize(1000, rc::gen::arbitrary<unsigned>()))) {
            const std::size_t at = choice % places.size();
            const std::string before = at == 0 ? "" : places[at - 1];
            const std::string place = place_between(before, places[at]);
            RC_ASSERT(before < place);
            RC_ASSERT(place < places[at]);
            RC_ASSERT(place.back() != '0');
            places.insert(places.begin() + static_cast<std::ptrdiff_t>(at), place);
        }
        RC_ASSERT(places.back() < place_behind(places.back()));
    }));
    // A thousand moves to the same place need no more than a few digits each.
    std::string place = "8";
    for (int i = 0; i < 1'000; ++i) place = place_between("", place);
    CHECK(place.size() < 300);
}

namespace {

// Three devices at one table, each with what it has made and heard of.
class ThreeDevices {
  public:
    ThreeDevices() : makers_{OperationMaker(1), OperationMaker(2), OperationMaker(3)} {}

    using Step = std::array<std::uint8_t, 4>;
    void take(const Step& step) {
        const std::size_t device = step[0] % 3;
        const NoteId note = small_id<NoteId>(static_cast<std::uint8_t>(step[2] % 6 + 1));
        switch (step[1] % 4) {
            case 0:
                return add(device, NoteWritten{note,
                                               1,
                                               1,
                                               NoteKind::point,
                                               NoteState::standing,
                                               std::to_string(step[3]),
                                               {}});
            case 1:
                return hear(device, step[3] % 3);
            default: {
                const auto way = step[3] % 2 == 0 ? NoteShift::up : NoteShift::down;
                auto fields = shifted(states_.at(device), note, way);
                if (!fields) return;
                const std::vector<NoteId> before = notes_in_order(states_.at(device), 1, 1);
                add(device, NoteMarked{note, std::move(*fields)});
                check_moved(before, notes_in_order(states_.at(device), 1, 1), note);
            }
        }
    }
    // A device that hears of everything in that order.
    [[nodiscard]] std::vector<NoteId> order_heard(std::vector<std::size_t> order) const {
        EventState state;
        for (const std::size_t index : order) state.fold(operations_[index]);
        return notes_in_order(state, 1, 1);
    }
    [[nodiscard]] std::size_t size() const { return operations_.size(); }

  private:
    // All others stand as they stood.
    static void check_moved(std::vector<NoteId> before, std::vector<NoteId> after,
                            const NoteId& note) {
        RC_ASSERT(before != after);
        std::erase(before, note);
        std::erase(after, note);
        RC_ASSERT(before == after);
    }
    void add(std::size_t device, BodyContent content) {
        operations_.push_back(makers_.at(device).make(std::move(content)));
        learn(device, operations_.size() - 1);
    }
    void learn(std::size_t device, std::size_t index) {
        if (!known_.at(device).insert(index).second) return;
        makers_.at(device).learn(operations_[index]);
        states_.at(device).fold(operations_[index]);
    }
    void hear(std::size_t device, std::size_t other) {
        if (device == other) return;
        for (const std::size_t index : known_.at(other)) learn(device, index);
    }

    std::array<OperationMaker, 3> makers_;
    std::array<EventState, 3> states_;
    std::array<std::set<std::size_t>, 3> known_;
    std::vector<Operation> operations_;
};

}  // namespace

TEST_CASE("devices that moved notes apart from each other come to one order") {
    CHECK(rc::check("any order of arrival", [](const std::vector<ThreeDevices::Step>& steps) {
        ThreeDevices devices;
        for (const ThreeDevices::Step& step : steps) devices.take(step);
        std::vector<std::size_t> order(devices.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        const std::vector<NoteId> expected = devices.order_heard(order);
        std::reverse(order.begin(), order.end());
        RC_ASSERT(devices.order_heard(order) == expected);
        for (std::size_t i = order.size(); i > 1; --i) {
            std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
        }
        RC_ASSERT(devices.order_heard(order) == expected);
    }));
}

}  // namespace stormote
