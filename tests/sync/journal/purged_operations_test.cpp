// What a purge names has no effect any more, on any replica, whatever came first.
#include "sync/journal/purged_operations.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "sync/journal/missing_bodies.h"
#include "sync/journal/record_fold.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/record_builder.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

Body note(const std::string& text) {
    NoteWritten content;
    content.note = NoteId{Uuid{{static_cast<std::uint8_t>(text.size() % 4 + 1)}}};
    content.text = text;
    return {{}, ActingRole::organiser, content};
}

Body purge_of(std::vector<OperationId> operations) {
    RecordPurged purge;
    purge.decision = "DHP 2024 § 12";
    purge.operations = std::move(operations);
    return {{}, ActingRole::organiser, purge};
}

std::string fold_of(const Opening& opened) {
    RecordFold fold;
    opened->read_all(fold.sink());
    return describe_state(fold.state);
}

}  // namespace

TEST_CASE("what a purge names has no effect, and its writer stays believed") {
    const TemporaryFolder folder;
    Machine machine(folder / "state");
    Opening made = machine.create(folder / "event.stormote");
    const Operation kept = append(*made, note("kept"));
    const Operation gone = append(*made, note("this one goes"));
    const std::uint64_t before = made->fold_generation();
    append(*made, purge_of({gone.header.id}));
    CHECK(made->fold_generation() > before);
    RecordFold fold;
    made->read_all(fold.sink());
    REQUIRE(fold.without_effect.empty());
    std::size_t versions = 0;
    for (const auto& [id, known] : fold.state.notes()) {
        for (const NoteVersion& version : known.versions) {
            ++versions;
            CHECK(version.id == kept.header.id);
        }
    }
    CHECK(versions == 1);
    CHECK(fold.state.purges().size() == 1);
}

TEST_CASE("a purge does not take away who may what, or what was erased or purged before") {
    const TemporaryFolder folder;
    Machine machine(folder / "state");
    Opening made = machine.create(folder / "event.stormote");
    const Operation person = append(*made, registration(3));
    const Operation erasure =
        append(*made, {{attendee_number(3)}, ActingRole::organiser, AttendeeErased{}});
    const Operation purge = append(*made, purge_of({person.header.id}));
    std::vector<OperationId> everything{erasure.header.id, purge.header.id};
    made->read_all(
        [&](const Operation& operation, Belief) { everything.push_back(operation.header.id); });
    append(*made, purge_of(everything));
    RecordFold fold;
    made->read_all(fold.sink());
    CHECK(fold.state.erased().contains(attendee_number(3)));
    CHECK(fold.state.purges().size() == 2);
    CHECK(fold.state.find_device(made->device())->public_key);
}

TEST_CASE("a purge of a device that may not purge takes away nothing") {
    const TemporaryFolder folder;
    Machine machine(folder / "state");
    Machine door(folder / "door-state", 2);
    Opening made = machine.create(folder / "event.stormote");
    const Operation said = append(*made, note("it stays"));
    Opening joined = door.join(folder / "door.stormote", *made, DeviceRole::door);
    REQUIRE(accept(*joined, pack(*made)));
    append(*joined, purge_of({said.header.id}));
    REQUIRE(accept(*made, pack(*joined)));
    RecordFold fold;
    made->read_all(fold.sink());
    CHECK(fold.state.notes().size() == 1);
    CHECK(fold.state.purges().empty());
    CHECK(fold.without_effect.size() == 1);
}

TEST_CASE("a file that is opened again, or read alone, leaves out what was purged") {
    const TemporaryFolder folder;
    Machine machine(folder / "state");
    {
        Opening made = machine.create(folder / "event.stormote");
        const Operation gone = append(*made, note("this one goes"));
        append(*made, purge_of({gone.header.id}));
    }
    for (const JournalAccess access : {JournalAccess::read, JournalAccess::write}) {
        RecordFold fold;
        auto opened = Journal::open(
            folder / "event.stormote", [] { return std::nullopt; }, access, machine.environment(),
            fold.sink());
        REQUIRE(opened);
        CHECK(fold.state.notes().empty());
    }
}

TEST_CASE("a record with a purge folds to the same, whether the bodies are there or gone") {
    rc::check("bodies present and bodies gone", [](const std::vector<std::uint8_t>& steps) {
        const TemporaryFolder folder;
        Machine first(folder / "first");
        Machine second(folder / "second", 2);
        Opening here = first.create(folder / "here.stormote");
        Opening there = second.join(folder / "there.stormote", *here);
        std::vector<OperationId> written;
        for (const std::uint8_t step : steps) {
            Opening& at = step % 2 == 0 ? here : there;
            if (step % 5 == 4 && !written.empty()) {
                append(*at, purge_of({written[step % written.size()]}));
            } else if (step % 3 == 0) {
                written.push_back(append(*at, registration(step % 8)).header.id);
            } else {
                written.push_back(append(*at, note(std::string(step % 16, 'n'))).header.id);
            }
            if (step % 7 == 6) RC_ASSERT(accept(*there, pack(*here)).ok());
        }
        RC_ASSERT(accept(*there, pack(*here)).ok());
        RC_ASSERT(accept(*here, pack(*there)).ok());
        const std::string state = fold_of(here);
        RC_ASSERT(fold_of(there) == state);
        const auto is_purged = [&here](const Operation& operation) {
            return here->belief_in(operation) == Belief::purged;
        };
        here->erase_bodies(is_purged);
        RC_ASSERT(fold_of(here) == state);
    });
}

TEST_CASE(
    "a body that is gone is accounted for by the purge that names it, or by an erasure alone") {
    const TemporaryFolder folder;
    Machine machine(folder / "state");
    Opening made = machine.create(folder / "event.stormote");
    const Operation gone = append(*made, note("this one goes"));
    const Operation other = append(*made, note("and this one"));
    append(*made, purge_of({gone.header.id}));
    const auto destroy = [&made](const OperationId& id) {
        made->erase_bodies([&id](const Operation& operation) { return operation.header.id == id; });
    };
    CHECK_FALSE(find_missing_body(*made));
    destroy(gone.header.id);
    CHECK_FALSE(find_missing_body(*made));
    destroy(other.header.id);
    CHECK(find_missing_body(*made) == OperationPlace{other.header.device, other.header.sequence});
    append(*made, {{attendee_number(3)}, ActingRole::organiser, AttendeeErased{}});
    CHECK_FALSE(find_missing_body(*made));
}
