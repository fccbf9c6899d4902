#include "sync/report/statistics/people_counter.h"

#include <algorithm>

#include "sync/base/text_folding.h"
#include "sync/report/statistics/recorded_statistics.h"

namespace stormote {

void PeopleCounter::add_names(const EventState& state) {
    std::set<std::string> own_names;
    for (const auto& [id, fields] : state.organisations()) {
        own_names.insert(fold_text(fields.get(OrganisationField::name)));
    }
    for (const auto& [id, fields] : state.organisations()) {
        const std::string name = fold_text(fields.get(OrganisationField::name));
        const std::string& aliases = fields.get(OrganisationField::aliases);
        for (const std::string_view alias : split_text(aliases, '\n')) {
            // What another organisation is called is that one's.
            std::string folded = fold_text(alias);
            if (!own_names.contains(folded)) names_.emplace(std::move(folded), name);
        }
    }
}

void PeopleCounter::add_event(const EventState& state) {
    ++event_;
    newcomers_.emplace_back();
    note_joined(state);
    if (const auto recorded = recorded_statistics(state)) return add_recorded(*recorded);
    // By address first: a namesake without one must not take somebody's place.
    auto people = attendees_by_name(state);
    std::stable_partition(people.begin(), people.end(), [](const NamedAttendee& person) {
        return !person.attendee->get(AttendeeField::email).empty();
    });
    for (const NamedAttendee& person : people) add_person(state, person);
    for (const auto& [id, erased] : state.erased()) {
        if (erased.counted == Counted::no) continue;
        ++statistics_.erased;
        const AttendeeRole role = parse_role(erased.role).value_or(AttendeeRole::civil);
        if (role == AttendeeRole::civil) ++statistics_.erased_civil;
        count_role(role);
    }
    const auto recorded_answers = recorded_statistics(state, DocumentKind::anonymous_answers);
    statistics_.survey_answers += recorded_answers
                                      ? recorded_answers->survey_answers
                                      : static_cast<std::int64_t>(state.answer_sheets().size());
    note_known_sectors(state);
    statistics_.unknown_tickets += static_cast<std::int64_t>(unknown_arrivals(state).size());
}

void PeopleCounter::note_joined(const EventState& state) {
    for (const auto& [id, fields] : state.organisations()) {
        if (fields.get(OrganisationField::joined).empty()) continue;
        joined_.insert(key_of(fields.get(OrganisationField::name)));
    }
}

void PeopleCounter::add_recorded(const Statistics& recorded) {
    // Not the meetings, nor what can be told of several alone; who has joined stands in the
    // register.
    for (const auto count :
         {&Statistics::organisations, &Statistics::people_civil_society,
          &Statistics::people_municipality, &Statistics::elected, &Statistics::officials,
          &Statistics::walk_ins, &Statistics::registered, &Statistics::no_shows,
          &Statistics::erased, &Statistics::erased_civil, &Statistics::unknown_tickets,
          &Statistics::survey_answers, &Statistics::registered_late}) {
        statistics_.*count += recorded.*count;
    }
    if (!recorded.newcomers.empty()) newcomers_.back() = recorded.newcomers.front();
    for (const SectorCount& count : recorded.sectors) {
        SectorCount& sector = sector_of(count.sector).count;
        sector.organisations += count.organisations;
        sector.people += count.people;
        sectors_came_.insert(fold_text(count.sector));
        if (!count.sector.empty()) known_sectors_.emplace(fold_text(count.sector), count.sector);
    }
    for (const std::string& sector : recorded.absent_sectors) {
        known_sectors_.emplace(fold_text(sector), sector);
    }
}

Statistics PeopleCounter::take() {
    statistics_.meetings = event_;
    statistics_.joined = static_cast<std::int64_t>(joined_.size());
    for (const Person& person : people_) count(person);
    for (const auto& [key, visits] : visits_) {
        if (visits.size() > 1) ++statistics_.returning_organisations;
    }
    std::set<std::string> organisations;
    for (auto& [key, sector] : sectors_) {
        sector.count.organisations += static_cast<std::int64_t>(sector.organisations.size());
        organisations.merge(sector.organisations);
        statistics_.sectors.push_back(sector.count);
    }
    statistics_.organisations += static_cast<std::int64_t>(organisations.size());
    statistics_.newcomers = std::move(newcomers_);
    for (const auto& [key, name] : known_sectors_) {
        if (!sectors_came_.contains(key)) statistics_.absent_sectors.push_back(name);
    }
    std::sort(statistics_.absent_sectors.begin(), statistics_.absent_sectors.end(),
              [](const std::string& left, const std::string& right) {
                  return compare_swedish(left, right) < 0;
              });
    std::sort(statistics_.sectors.begin(), statistics_.sectors.end(),
              [](const SectorCount& left, const SectorCount& right) {
                  // Those of no known sector stand last.
                  if (left.sector.empty() != right.sector.empty()) return right.sector.empty();
                  return compare_swedish(left.sector, right.sector) < 0;
              });
    return std::move(statistics_);
}

void PeopleCounter::add_person(const EventState& state, const NamedAttendee& named) {
    const Attendee& attendee = *named.attendee;
    PersonIdentity identity(named.name, attendee.get(AttendeeField::email), "");
    identity.organisation = key_of(state.organisation_of(attendee, OrganisationField::name));
    const bool has_come = presence_of(state, named.id).first != nullptr;
    const bool is_registered =
        attendee.get(AttendeeField::origin) != "walk_in" && (has_come || !is_cancelled(attendee));
    Person& person = find_or_add(identity);
    person.last_event = event_;
    person.is_registered |= is_registered;
    person.is_late |= is_registered && is_registered_late(state, attendee);
    if (!has_come) return;
    ++(person.meetings == 0 ? newcomers_.back().new_people : newcomers_.back().returning_people);
    ++person.meetings;
    sectors_came_.insert(fold_text(state.organisation_of(attendee, OrganisationField::sector)));
    person.role = role_of(attendee);
    person.sector = state.organisation_of(attendee, OrganisationField::sector);
    if (person.role != AttendeeRole::civil) return;
    for (const OrganisationId& id : state.organisations_of(attendee)) {
        const std::string key = key_of(state.organisation(id, OrganisationField::name));
        if (key.empty()) continue;
        organisations_came_.insert_or_assign(key,
                                             state.organisation(id, OrganisationField::sector));
        person.civil_organisations.insert(key);
        note_visit(key);
        sectors_came_.insert(fold_text(state.organisation(id, OrganisationField::sector)));
    }
}

void PeopleCounter::note_visit(const std::string& organisation) {
    std::vector<int>& visits = visits_[organisation];
    if (!visits.empty() && visits.back() == event_) return;
    ++(visits.empty() ? newcomers_.back().new_organisations
                      : newcomers_.back().returning_organisations);
    visits.push_back(event_);
}

bool PeopleCounter::is_registered_late(const EventState& state, const Attendee& attendee) {
    return registration_word(attendee, state.setting(SettingField::deadline)).code ==
           std::string_view("late");
}

void PeopleCounter::note_known_sectors(const EventState& state) {
    std::set<OrganisationId> of_municipality;
    std::set<OrganisationId> of_civil_society;
    for (const auto& [id, attendee] : state.attendees()) {
        const bool is_civil = role_of(attendee) == AttendeeRole::civil;
        for (const OrganisationId& organisation : state.organisations_of(attendee)) {
            (is_civil ? of_civil_society : of_municipality).insert(organisation);
        }
    }
    for (const auto& [id, fields] : state.organisations()) {
        if (of_municipality.contains(id) && !of_civil_society.contains(id)) continue;
        const std::string& sector = fields.get(OrganisationField::sector);
        if (!sector.empty()) known_sectors_.emplace(fold_text(sector), sector);
    }
}

std::string PeopleCounter::key_of(std::string_view name) const {
    std::vector<std::string> way{fold_text(name)};
    for (;;) {
        const auto other = names_.find(way.back());
        if (other == names_.end()) return way.back();
        // Names that events give for each other are a ring: the smallest stands for all.
        const auto seen = std::find(way.begin(), way.end(), other->second);
        if (seen != way.end()) return *std::min_element(seen, way.end());
        way.push_back(other->second);
    }
}

PeopleCounter::Person& PeopleCounter::find_or_add(const PersonIdentity& identity) {
    const auto match = register_.find(identity, [this](PersonRegister::Number number) {
        return people_[number].last_event != event_;
    });
    if (match.people.empty()) {
        register_.add(identity);
        return people_.emplace_back();
    }
    const auto number = match.people.front();
    if (!identity.email.empty()) register_.set_email(number, identity.email);
    return people_[number];
}

void PeopleCounter::count_role(AttendeeRole role) {
    if (role == AttendeeRole::civil) ++statistics_.people_civil_society;
    if (role == AttendeeRole::elected) ++statistics_.elected;
    if (role == AttendeeRole::official) ++statistics_.officials;
    if (role != AttendeeRole::civil) ++statistics_.people_municipality;
}

void PeopleCounter::count(const Person& person) {
    if (person.is_registered) ++statistics_.registered;
    if (person.is_registered && person.is_late) ++statistics_.registered_late;
    if (person.is_registered && person.meetings == 0) ++statistics_.no_shows;
    if (person.meetings == 0) return;
    if (person.meetings > 1) ++statistics_.returning_people;
    if (!person.is_registered) ++statistics_.walk_ins;
    count_role(person.role);
    for (const std::string& organisation : person.civil_organisations) {
        sector_of(organisations_came_[organisation]).organisations.insert(organisation);
    }
    if (person.role == AttendeeRole::civil) ++sector_of(person.sector).count.people;
}

PeopleCounter::Sector& PeopleCounter::sector_of(const std::string& name) {
    Sector& sector = sectors_[fold_text(name)];
    if (sector.count.sector.empty()) sector.count.sector = name;
    return sector;
}

}  // namespace stormote
