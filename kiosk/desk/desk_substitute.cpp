// Desk: somebody comes in another's place, and the way back.
#include <algorithm>

#include "kiosk/desk/desk.h"
#include "kiosk/desk/substitution.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

Body with_status(const AttendeeId& person, Actor actor, const char *status) {
    FieldSetter<AttendeeField> fields;
    fields.set(AttendeeField::status, status);
    return {{person}, actor.role, AttendeeDescribed{fields.take()}};
}

FieldTexts describe_substitute(const AttendeeId& absent_id, const Attendee& absent,
                               const NewAttendee& newcomer) {
    FieldSetter<AttendeeField> fields;
    fields.set(AttendeeField::given_name, trim_text(newcomer.given_name))
        .set(AttendeeField::family_name, trim_text(newcomer.family_name))
        .set(AttendeeField::organisation, absent.get(AttendeeField::organisation))
        .set(AttendeeField::role, role_name(role_of(absent)))
        .set(AttendeeField::origin, "substitute")
        .set(AttendeeField::consent, newcomer.consent)
        .set(AttendeeField::instead_of, to_string(absent_id));
    return fields.take();
}

}  // namespace

CheckInOutcome Desk::substitute(const AttendeeId& absent, const NewAttendee& newcomer,
                                Actor actor) {
    const CheckInVerdict place = decide(*state_, absent);
    if (place.verdict != Verdict::admitted) return describe(place);
    CheckInVerdict verdict;
    verdict.verdict = Verdict::admitted;
    verdict.attendee = make_id<AttendeeId>(environment_.clock, environment_.random);
    auto taken = taken_short_parts();
    verdict.ticket = draw_ticket(taken);
    const AttendeeId id = *verdict.attendee;
    const std::vector<Body> bodies{
        with_status(absent, actor, "cancelled"),
        {{id},
         actor.role,
         AttendeeDescribed{describe_substitute(absent, *state_->find_attendee(absent), newcomer)}},
        {{id}, actor.role, TicketIssued{*verdict.ticket}},
        {{id},
         actor.role,
         CheckedIn{CheckInMethod::walk_in, verdict.ticket, place_at_door(*state_, absent)}}};
    record(bodies);
    return describe(verdict);
}

void Desk::give_place_back(const AttendeeId& attendee, std::span<const AttendeeId> undone,
                           Actor actor, std::vector<Body>& bodies) const {
    const Attendee *substitute = state_->find_attendee(attendee);
    auto absent = substitute == nullptr ? std::nullopt : absent_of(*substitute);
    if (!absent) return;
    absent = state_->person_of(*absent);
    bodies.push_back(with_status(attendee, actor, "cancelled"));
    // Another substitute of the same person may have been let in elsewhere.
    const auto here = substitutes_here(*state_, *absent);
    const bool is_free = std::all_of(here.begin(), here.end(), [&undone](const AttendeeId& each) {
        return std::find(undone.begin(), undone.end(), each) != undone.end();
    });
    // Said once, by the first of them.
    const bool is_first = !here.empty() && here.front() == attendee;
    if (is_free && is_first && state_->find_attendee(*absent) != nullptr) {
        bodies.push_back(with_status(*absent, actor, ""));
    }
}

}  // namespace stormote
