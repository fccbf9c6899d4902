// Whether a package holds all of a record.
#include "sync/report/packaged_record.h"

#include <catch2/catch.hpp>

#include "tests/support/record/operation_maker.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// A device that keeps count of its own record, and says of packages what it is told to.
class PackingDevice {
  public:
    PackingDevice(EventState& state, std::uint8_t number) : state_(state), maker_(number) {
        add(DeviceIntroduced{});
    }

    void write_note() { add(NoteWritten{small_id<NoteId>(1), 1, 1, {}, {}, "A note", {}}); }
    void state_package(std::vector<RecordHead> heads) {
        add(RecordPackaged{{1}, std::move(heads)});
    }
    [[nodiscard]] const RecordHead& head() const { return head_; }

  private:
    void add(BodyContent content) {
        const Operation operation = maker_.make(std::move(content));
        state_.fold(operation);
        head_ = {maker_.device(),
                 static_cast<std::int64_t>(operation.header.sequence),
                 {static_cast<std::uint8_t>(operation.header.sequence)}};
    }

    EventState& state_;
    OperationMaker maker_;
    RecordHead head_;
};

bool is_all_packaged(const EventState& state, std::vector<RecordHead> heads) {
    return is_packaged(state, heads);
}

}  // namespace

TEST_CASE("a record without a package is not packaged") {
    EventState state;
    PackingDevice organiser(state, 1);
    organiser.write_note();
    CHECK_FALSE(is_all_packaged(state, {organiser.head()}));
}

TEST_CASE("a package holds the record until something else is recorded than packages") {
    EventState state;
    PackingDevice organiser(state, 1);
    organiser.write_note();
    organiser.state_package({organiser.head()});
    CHECK(is_all_packaged(state, {organiser.head()}));
    organiser.state_package({});
    CHECK(is_all_packaged(state, {organiser.head()}));
    CHECK(last_to_package(state, organiser.head().device, 4) == 2);

    organiser.write_note();
    CHECK_FALSE(is_all_packaged(state, {organiser.head()}));
    organiser.state_package({organiser.head()});
    CHECK(is_all_packaged(state, {organiser.head()}));
    // What was stated between two notes belongs to the record as it stands.
    CHECK(last_to_package(state, organiser.head().device, 6) == 5);
}

TEST_CASE("a package that lacks a device's notes does not hold the record") {
    EventState state;
    PackingDevice organiser(state, 1);
    PackingDevice table(state, 2);
    organiser.write_note();
    organiser.state_package({organiser.head()});
    // Introduced, and nothing more: there is nothing to pack of it.
    CHECK(is_all_packaged(state, {organiser.head(), table.head()}));
    table.write_note();
    CHECK_FALSE(is_all_packaged(state, {organiser.head(), table.head()}));
    organiser.state_package({organiser.head(), table.head()});
    CHECK(is_all_packaged(state, {organiser.head(), table.head()}));
}

TEST_CASE("a package of a content that gave way to another does not hold the record") {
    EventState state;
    PackingDevice organiser(state, 1);
    PackingDevice table(state, 2);
    table.write_note();
    RecordHead gave_way = table.head();
    gave_way.chain = {99};
    organiser.state_package({organiser.head(), gave_way});
    CHECK_FALSE(is_all_packaged(state, {organiser.head(), table.head()}));
}
