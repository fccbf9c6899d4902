// Desk: the groups.
#include "kiosk/desk/desk.h"
#include "kiosk/desk/door_placing.h"

namespace stormote {

std::size_t Desk::seated_count() const {
    return seated_attendees(*state_).size();
}

GroupDraft Desk::draft_groups(int group_count, std::uint64_t seed) const {
    EventMix mix = event_mix(*state_, group_count);
    mix.problem.seed = seed;
    return draft_of(mix, plan_mix(mix.problem));
}

void Desk::record_groups(const GroupDraft& draft, DoorSeating seating, Actor actor) {
    std::vector<Body> bodies;
    if (seating != seating_of(*state_)) {
        FieldSetter<SettingField> settings;
        settings.set(SettingField::seating, seating == DoorSeating::live ? "live" : "");
        bodies.push_back({{}, actor.role, SettingsDescribed{settings.take()}});
    }
    for (const GroupNumber group : draft.groups) {
        FieldSetter<GroupField> fields;
        if (is_closed(*state_, group)) {
            fields.set(GroupField::closed, "");
        } else if (state_->groups().contains(group)) {
            continue;
        }
        bodies.push_back({{}, actor.role, GroupDescribed{group, fields.take()}});
    }
    bodies.push_back({{}, actor.role, GroupsPlanned{draft.rounds}});
    record(bodies);
}

void Desk::plan_groups(int group_count, std::uint64_t seed, Actor actor) {
    record_groups(draft_groups(group_count, seed), seating_of(*state_), actor);
}

std::optional<GroupNumber> Desk::group_for(const NewAttendee& newcomer) const {
    // Names as the record has them, however they were typed.
    const OrganisationId id = organisation_id(newcomer.organisation);
    const std::string& name = state_->organisation(id, OrganisationField::name);
    const std::string& sector = state_->organisation(id, OrganisationField::sector);
    return place_at_door(*state_,
                         Newcomer{name.empty() ? newcomer.organisation : name,
                                  sector.empty() ? newcomer.sector : sector, newcomer.role});
}

}  // namespace stormote
