// Desk: who comes without a registration, whose name is corrected, and whom they come for.
#include "kiosk/desk/desk.h"
#include "sync/base/text_folding.h"
#include "sync/model/organisation_names.h"

namespace stormote {

OrganisationId Desk::organisation_id(std::string_view name) const {
    const auto known = OrganisationNames(*state_).find(name);
    return known ? *known : new_organisation_id(name);
}

OrganisationId Desk::new_organisation_id(std::string_view name) const {
    // The same name gives the same id on every device; the event key keeps it from being guessed.
    return {make_named_uuid(journal_->event_key(), "organisation " + fold_text(name))};
}

AttendeeId Desk::new_contact_id(const OrganisationId& organisation, std::string_view name) const {
    return {make_named_uuid(journal_->event_key(),
                            "contact " + to_string(organisation) + ' ' + fold_text(name))};
}

OrganisationId Desk::find_or_describe(const std::string& name, const std::string& sector,
                                      Actor actor, std::vector<Body>& bodies) const {
    const OrganisationId organisation = organisation_id(name);
    if (state_->organisation_records().find(organisation) != nullptr) return organisation;
    FieldSetter<OrganisationField> described;
    described.set(OrganisationField::name, name);
    if (!sector.empty()) described.set(OrganisationField::sector, sector);
    bodies.push_back({{}, actor.role, OrganisationDescribed{organisation, described.take()}});
    return organisation;
}

Correction Desk::correct_name(const AttendeeId& id, const NameCorrection& correction, Actor actor) {
    return correct(id,
                   {{AttendeeField::given_name, correction.given_name},
                    {AttendeeField::family_name, correction.family_name},
                    {AttendeeField::organisation, correction.organisation}},
                   actor);
}

Correction Desk::correct(const AttendeeId& id, const Corrections& corrections, Actor actor) {
    const Attendee *attendee = state_->find_attendee(id);
    if (attendee == nullptr) return Correction::nobody;
    std::vector<Body> bodies;
    FieldSetter<AttendeeField> fields;
    const auto set = [&](AttendeeField field, const std::string& text) {
        if (attendee->get(field) != text) fields.set(field, text);
    };
    const auto corrected = [&](AttendeeField field) {
        const auto said = corrections.find(field);
        return said == corrections.end() ? attendee->get(field) : trim_text(said->second);
    };
    if (corrected(AttendeeField::given_name).empty() &&
        corrected(AttendeeField::family_name).empty()) {
        return Correction::nameless;
    }
    for (const auto& [field, text] : corrections) {
        if (field != AttendeeField::organisation) set(field, trim_text(text));
    }
    const auto named = corrections.find(AttendeeField::organisation);
    // One that stands so already stays, under whichever of its names.
    if (named != corrections.end() &&
        trim_text(named->second) != state_->organisation_names(*attendee) &&
        trim_text(named->second) != state_->organisation_of(*attendee, OrganisationField::name)) {
        const auto [first, further] = find_or_describe_all(named->second, actor, bodies);
        set(AttendeeField::organisation, first);
        set(AttendeeField::further_organisations, further);
    }
    FieldTexts changed = fields.take();
    if (changed.empty()) return Correction::needless;
    // What is taken away would be another record's again: of each that says something.
    const AttendeeRecords& records = state_->attendee_records();
    for (const AttendeeId& other : records.records_of(id)) {
        FieldSetter<AttendeeField> emptied;
        for (const auto& [field, text] : changed) {
            const bool says_other =
                records.find_written(other)->fields.get(static_cast<AttendeeField>(field)) != "";
            if (text.empty() && says_other) emptied.set(static_cast<AttendeeField>(field), "");
        }
        FieldTexts texts = emptied.take();
        if (other == state_->person_of(id)) texts = changed;
        if (!texts.empty()) {
            bodies.push_back({{other}, actor.role, AttendeeDescribed{std::move(texts)}});
        }
    }
    record(bodies);
    return Correction::done;
}

std::pair<std::string, std::string> Desk::find_or_describe_all(const std::string& names,
                                                               Actor actor,
                                                               std::vector<Body>& bodies) const {
    std::string first;
    std::string further;
    for (const std::string_view part : split_text(names, ';')) {
        const std::string name = trim_text(part);
        if (name.empty()) continue;
        const std::string id = to_string(find_or_describe(name, "", actor, bodies));
        if (first.empty()) {
            first = id;
        } else if (id != first) {
            further += (further.empty() ? "" : " ") + id;
        }
    }
    return {first, further};
}

Cancellation Desk::cancel(const AttendeeId& id, Actor actor) {
    const Attendee *attendee = state_->find_attendee(id);
    if (attendee == nullptr || attendee->fields.empty()) return Cancellation::nobody;
    if (is_cancelled(*attendee)) return Cancellation::needless;
    if (presence_of(*state_, id).kind == PresenceKind::present) return Cancellation::is_here;
    record_status(id, "cancelled", actor);
    return Cancellation::done;
}

Cancellation Desk::restore(const AttendeeId& id, Actor actor) {
    const Attendee *attendee = state_->find_attendee(id);
    if (attendee == nullptr || attendee->fields.empty()) return Cancellation::nobody;
    if (!is_cancelled(*attendee)) return Cancellation::needless;
    record_status(id, "", actor);
    return Cancellation::done;
}

void Desk::record_status(const AttendeeId& id, const std::string& status, Actor actor) {
    FieldSetter<AttendeeField> fields;
    fields.set(AttendeeField::status, status);
    const Body body{{state_->person_of(id)}, actor.role, AttendeeDescribed{fields.take()}};
    record(std::span(&body, 1));
}

bool Desk::revoke_ticket(const TicketId& id, Actor actor) {
    const Ticket *ticket = state_->find_ticket(id);
    if (ticket == nullptr || ticket->mark == TicketMark::revoked) return false;
    const Body body{{}, actor.role, TicketMarked{id, TicketMark::revoked}};
    record(std::span(&body, 1));
    return true;
}

std::optional<TicketId> Desk::reissue_ticket(const AttendeeId& id, Actor actor) {
    const Attendee *attendee = state_->find_attendee(id);
    if (attendee == nullptr || attendee->fields.empty()) return std::nullopt;
    const AttendeeId person = state_->person_of(id);
    std::vector<Body> bodies;
    for (const TicketId& old : attendee->tickets) {
        const Ticket *ticket = state_->find_ticket(old);
        if (ticket == nullptr || ticket->mark == TicketMark::revoked ||
            state_->owner_of(*ticket) != person) {
            continue;
        }
        bodies.push_back({{}, actor.role, TicketMarked{old, TicketMark::revoked}});
    }
    auto taken = taken_short_parts();
    const TicketId ticket = draw_ticket(taken);
    bodies.push_back({{person}, actor.role, TicketIssued{ticket}});
    record(bodies);
    return ticket;
}

CheckInOutcome Desk::walk_in(const NewAttendee& newcomer, Actor actor) {
    const auto id = make_id<AttendeeId>(environment_.clock, environment_.random);
    auto taken = taken_short_parts();
    const TicketId ticket = draw_ticket(taken);
    std::vector<Body> bodies;
    FieldSetter<AttendeeField> fields;
    fields.set(AttendeeField::given_name, trim_text(newcomer.given_name))
        .set(AttendeeField::family_name, trim_text(newcomer.family_name))
        .set(AttendeeField::role, role_name(newcomer.role))
        .set(AttendeeField::origin, "walk_in")
        .set(AttendeeField::consent, newcomer.consent);
    if (const std::string name = trim_text(newcomer.organisation); !name.empty()) {
        fields.set(AttendeeField::organisation,
                   to_string(find_or_describe(name, newcomer.sector, actor, bodies)));
    }
    bodies.push_back({{id}, actor.role, AttendeeDescribed{fields.take()}});
    bodies.push_back({{id}, actor.role, TicketIssued{ticket}});
    bodies.push_back(
        {{id}, actor.role, CheckedIn{CheckInMethod::walk_in, ticket, group_for(newcomer)}});
    record(bodies);
    CheckInVerdict verdict;
    verdict.verdict = Verdict::admitted;
    verdict.attendee = id;
    verdict.ticket = ticket;
    return describe(verdict);
}

}  // namespace stormote
