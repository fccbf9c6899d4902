#include "kiosk/desk/personal/erasure.h"

#include <algorithm>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

std::string name_of(const EventState& state, const PersonRecords& records) {
    if (!records.registrations.empty()) {
        return state.find_attendee(records.registrations.front())->full_name();
    }
    for (const auto& [key, fields] : state.contacts()) {
        if (key.person == records.contacts.front()) return fields.get(ContactField::name);
    }
    return "";
}

bool is_about(const Operation& operation, const std::vector<AttendeeId>& ids) {
    if (!operation.body) return false;
    const auto persons = persons_of(operation.header.kind, operation.body->bytes);
    return persons && std::find_first_of(persons->begin(), persons->end(), ids.begin(),
                                         ids.end()) != persons->end();
}

// The first registration counts for all of them, as the person did.
std::vector<Body> bodies_of(const EventState& state, const PersonRecords& records,
                            const std::string& decision, Actor actor) {
    std::vector<Body> bodies;
    std::vector<AttendeeId> others = records.all();
    if (!records.registrations.empty()) {
        const AttendeeId first = records.registrations.front();
        AttendeeErased erased = erasure_of(state, first);
        erased.decision = decision;
        bodies.push_back({{first}, actor.role, std::move(erased)});
        std::erase(others, first);
    }
    if (others.empty()) return bodies;
    bodies.push_back({others, actor.role, AttendeeErased{"", Counted::no, {}, decision}});
    return bodies;
}

}  // namespace

std::optional<ErasurePlan> plan_erasure(const Desk& desk, const AttendeeId& id) {
    ErasurePlan plan{"", records_of_person(desk.state(), id), {}};
    const std::vector<AttendeeId> ids = plan.records.all();
    if (ids.empty()) return std::nullopt;
    plan.name = name_of(desk.state(), plan.records);
    desk.journal().read_all([&](const Operation& operation, Belief) {
        if (operation.header.kind == OperationKind::attendee_erased) return;
        if (is_about(operation, ids)) ++plan.operations[operation.header.kind];
    });
    return plan;
}

Erasing erase_person(Desk& desk, const AttendeeId& id, const std::string& decision, Actor actor) {
    if (trim_text(decision).empty()) return Erasing::undecided;
    const PersonRecords records = records_of_person(desk.state(), id);
    const auto bodies = bodies_of(desk.state(), records, trim_text(decision), actor);
    if (bodies.empty()) return Erasing::nobody;
    desk.record(bodies);
    return Erasing::done;
}

Erasing refuse_erasure(Desk& desk, const AttendeeId& id, const std::string& decision,
                       const std::string& reason, Actor actor) {
    if (trim_text(decision).empty()) return Erasing::undecided;
    if (trim_text(reason).empty()) return Erasing::unreasoned;
    const std::vector<AttendeeId> ids = records_of_person(desk.state(), id).all();
    if (ids.empty()) return Erasing::nobody;
    const Body body{
        {ids.front()}, actor.role, ErasureRefused{trim_text(decision), trim_text(reason)}};
    desk.record(std::span(&body, 1));
    return Erasing::done;
}

}  // namespace stormote
