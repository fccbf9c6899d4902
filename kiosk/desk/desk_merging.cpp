// Desk: records that are of one person or of one organisation, and notes that say the same, put
// together and parted again.
#include <algorithm>

#include "kiosk/desk/desk.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

template <typename Field>
FieldTexts one_field(Field field, std::string text) {
    return FieldSetter<Field>{}.set(field, std::move(text)).take();
}

// The record that is to say that it is the same as which other, as a root may; or why not.
template <typename Records, typename Id>
Merging check_merge(const Records& records, const Id& same, const Id& stays) {
    if (records.find_written(same) == nullptr || records.find_written(stays) == nullptr) {
        return Merging::nobody;
    }
    return records.root_of(same) == records.root_of(stays) ? Merging::needless : Merging::done;
}

// Along what the records say that they are the same as.
template <typename Field, typename Records, typename Id>
bool leads_to(const Records& records, Id from, const Id& wanted) {
    std::vector<Id> seen;
    while (std::find(seen.begin(), seen.end(), from) == seen.end()) {
        seen.push_back(from);
        const auto *record = records.find_written(from);
        const auto next =
            record == nullptr ? std::nullopt : parse_id<Id>(record->get(Field::same_as));
        if (!next) return false;
        if (*next == wanted) return true;
        from = *next;
    }
    return false;
}

// What each record has to say, so that the two are not the same: none where they are not already,
// and that is known.
template <typename Field, typename Records, typename Id>
std::vector<std::pair<Id, FieldTexts>> part(const Records& records, const Id& one,
                                            const Id& other) {
    std::vector<std::pair<Id, FieldTexts>> said;
    if (records.root_of(one) == records.root_of(other)) {
        // Whichever leads to the other, in a ring both; else two that lead to a third.
        const bool one_leads = leads_to<Field>(records, one, other);
        const bool other_leads = leads_to<Field>(records, other, one);
        if (one_leads || !other_leads) said.emplace_back(one, one_field(Field::same_as, ""));
        if (other_leads) said.emplace_back(other, one_field(Field::same_as, ""));
    }
    std::string apart = records.find_written(one)->get(Field::different_from);
    const auto known = split_text(apart, ' ');
    const std::string id = to_string(other);
    if (std::find(known.begin(), known.end(), id) == known.end()) {
        apart += (apart.empty() ? "" : " ") + id;
        // One body a record: its fields together.
        const auto fields = std::find_if(said.begin(), said.end(),
                                         [&one](const auto& entry) { return entry.first == one; });
        if (fields == said.end()) {
            said.emplace_back(one, one_field(Field::different_from, std::move(apart)));
        } else {
            fields->second.emplace_back(number(Field::different_from), std::move(apart));
        }
    }
    return said;
}

}  // namespace

std::optional<Body> Desk::draft_merge(const AttendeeId& same, const AttendeeId& stays,
                                      Actor actor) const {
    const AttendeeRecords& records = state_->attendee_records();
    if (check_merge(records, same, stays) != Merging::done) return std::nullopt;
    return Body{
        {records.root_of(same)},
        actor.role,
        AttendeeDescribed{one_field(AttendeeField::same_as, to_string(records.root_of(stays)))}};
}

Merging Desk::merge_people(const AttendeeId& same, const AttendeeId& stays, Actor actor) {
    const auto body = draft_merge(same, stays, actor);
    if (!body) return check_merge(state_->attendee_records(), same, stays);
    record(std::span(&*body, 1));
    return Merging::done;
}

Merging Desk::part_people(const AttendeeId& one, const AttendeeId& other, Actor actor) {
    const AttendeeRecords& records = state_->attendee_records();
    if (records.find_written(one) == nullptr || records.find_written(other) == nullptr) {
        return Merging::nobody;
    }
    std::vector<Body> bodies;
    for (auto& [id, fields] : part<AttendeeField>(records, one, other)) {
        bodies.push_back({{id}, actor.role, AttendeeDescribed{std::move(fields)}});
    }
    if (bodies.empty()) return Merging::needless;
    record(bodies);
    return Merging::done;
}

Merging Desk::merge_organisations(const OrganisationId& same, const OrganisationId& stays,
                                  Actor actor) {
    const OrganisationRecords& records = state_->organisation_records();
    const Merging outcome = check_merge(records, same, stays);
    if (outcome != Merging::done) return outcome;
    const Body body{
        {},
        actor.role,
        OrganisationDescribed{records.root_of(same), one_field(OrganisationField::same_as,
                                                               to_string(records.root_of(stays)))}};
    record(std::span(&body, 1));
    return outcome;
}

Merging Desk::part_organisations(const OrganisationId& one, const OrganisationId& other,
                                 Actor actor) {
    const OrganisationRecords& records = state_->organisation_records();
    if (records.find_written(one) == nullptr || records.find_written(other) == nullptr) {
        return Merging::nobody;
    }
    std::vector<Body> bodies;
    for (auto& [id, fields] : part<OrganisationField>(records, one, other)) {
        bodies.push_back({{}, actor.role, OrganisationDescribed{id, std::move(fields)}});
    }
    if (bodies.empty()) return Merging::needless;
    record(bodies);
    return Merging::done;
}

Merging Desk::merge_notes(const NoteId& same, const NoteId& stays, Actor actor) {
    const NoteDescriptions& records = state_->note_descriptions();
    if (!state_->notes().contains(same) || !state_->notes().contains(stays)) return Merging::nobody;
    const Merging outcome = check_merge(records, same, stays);
    if (outcome != Merging::done) return outcome;
    const Body body{
        {},
        actor.role,
        NoteDescribed{records.root_of(same),
                      one_field(FollowUpField::same_as, to_string(records.root_of(stays)))}};
    record(std::span(&body, 1));
    return outcome;
}

Merging Desk::part_notes(const NoteId& one, const NoteId& other, Actor actor) {
    if (!state_->notes().contains(one) || !state_->notes().contains(other)) return Merging::nobody;
    std::vector<Body> bodies;
    for (auto& [id, fields] : part<FollowUpField>(state_->note_descriptions(), one, other)) {
        bodies.push_back({{}, actor.role, NoteDescribed{id, std::move(fields)}});
    }
    if (bodies.empty()) return Merging::needless;
    record(bodies);
    return Merging::done;
}

}  // namespace stormote
