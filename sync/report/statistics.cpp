#include "sync/report/statistics.h"

#include <algorithm>
#include <map>
#include <set>

#include "sync/base/text_folding.h"
#include "sync/model/sector.h"
#include "sync/report/same_person.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

bool is_earlier(const EventState *left, const EventState *right) {
    return left->setting(SettingField::starts) < right->setting(SettingField::starts);
}

// Counts people over events; what a later event says of a person stands.
class PeopleCounter {
  public:
    // Before any event is added: one may know by which names another calls an organisation.
    void add_names(const EventState& state) {
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

    void add_event(const EventState& state) {
        ++event_;
        // By address first: a namesake without one must not take somebody's place.
        auto people = attendees_by_name(state);
        std::stable_partition(people.begin(), people.end(), [](const NamedAttendee& person) {
            return !person.attendee->get(AttendeeField::email).empty();
        });
        for (const NamedAttendee& person : people) add_person(state, person);
        for (const auto& [id, erased] : state.erased()) {
            if (erased.counted == Counted::no) continue;
            ++statistics_.erased;
            count_role(parse_role(erased.role).value_or(AttendeeRole::civil));
        }
        statistics_.survey_answers += static_cast<std::int64_t>(state.answer_sheets().size());
        for (const auto& [id, fields] : state.organisations()) {
            if (fields.get(OrganisationField::joined).empty()) continue;
            joined_.insert(key_of(fields.get(OrganisationField::name)));
        }
        statistics_.unknown_tickets += static_cast<std::int64_t>(unknown_arrivals(state).size());
    }

    Statistics take() {
        statistics_.meetings = event_;
        statistics_.joined = static_cast<std::int64_t>(joined_.size());
        for (const Person& person : people_) count(person);
        std::set<std::string> organisations;
        for (auto& [key, sector] : sectors_) {
            sector.count.organisations = static_cast<std::int64_t>(sector.organisations.size());
            organisations.merge(sector.organisations);
            statistics_.sectors.push_back(sector.count);
        }
        statistics_.organisations = static_cast<std::int64_t>(organisations.size());
        std::sort(statistics_.sectors.begin(), statistics_.sectors.end(),
                  [](const SectorCount& left, const SectorCount& right) {
                      // Those of no known sector stand last.
                      if (left.sector.empty() != right.sector.empty()) return right.sector.empty();
                      return compare_swedish(left.sector, right.sector) < 0;
                  });
        return std::move(statistics_);
    }

  private:
    struct Person {
        int last_event = 0;
        bool is_registered = false;
        bool has_come = false;
        AttendeeRole role = AttendeeRole::civil;
        std::string sector;
        std::set<std::string> civil_organisations;
    };
    struct Sector {
        SectorCount count;
        std::set<std::string> organisations;
    };

    void add_person(const EventState& state, const NamedAttendee& named) {
        const Attendee& attendee = *named.attendee;
        PersonIdentity identity(named.name, attendee.get(AttendeeField::email), "");
        identity.organisation = key_of(state.organisation_of(attendee, OrganisationField::name));
        const bool has_come = presence_of(state, named.id).first != nullptr;
        const bool is_registered = attendee.get(AttendeeField::origin) != "walk_in" &&
                                   (has_come || !is_cancelled(attendee));
        Person& person = find_or_add(identity);
        person.last_event = event_;
        person.is_registered |= is_registered;
        if (!has_come) return;
        person.has_come = true;
        person.role = role_of(attendee);
        person.sector = state.organisation_of(attendee, OrganisationField::sector);
        if (person.role != AttendeeRole::civil) return;
        for (const OrganisationId& id : state.organisations_of(attendee)) {
            const std::string key = key_of(state.organisation(id, OrganisationField::name));
            if (key.empty()) continue;
            organisations_came_.insert_or_assign(key,
                                                 state.organisation(id, OrganisationField::sector));
            person.civil_organisations.insert(key);
        }
    }

    // The same for all names of an organisation.
    [[nodiscard]] std::string key_of(std::string_view name) const {
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

    Person& find_or_add(const PersonIdentity& identity) {
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

    void count_role(AttendeeRole role) {
        if (role == AttendeeRole::civil) ++statistics_.people_civil_society;
        if (role == AttendeeRole::elected) ++statistics_.elected;
        if (role == AttendeeRole::official) ++statistics_.officials;
        if (role != AttendeeRole::civil) ++statistics_.people_municipality;
    }

    void count(const Person& person) {
        if (person.is_registered) ++statistics_.registered;
        if (person.is_registered && !person.has_come) ++statistics_.no_shows;
        if (!person.has_come) return;
        if (!person.is_registered) ++statistics_.walk_ins;
        count_role(person.role);
        for (const std::string& organisation : person.civil_organisations) {
            sector_of(organisations_came_[organisation]).organisations.insert(organisation);
        }
        if (person.role == AttendeeRole::civil) ++sector_of(person.sector).count.people;
    }

    Sector& sector_of(const std::string& name) {
        Sector& sector = sectors_[fold_text(name)];
        if (sector.count.sector.empty()) sector.count.sector = name;
        return sector;
    }

    int event_ = 0;
    PersonRegister register_;
    std::vector<Person> people_;                             // numbered as in the register
    std::map<std::string, std::string> names_;               // of other names, all folded
    std::map<std::string, std::string> organisations_came_;  // with the sector last heard of
    std::set<std::string> joined_;                           // by folded name
    std::map<std::string, Sector> sectors_;                  // by folded name
    Statistics statistics_;
};

}  // namespace

Statistics count_events(std::vector<const EventState *> events) {
    std::stable_sort(events.begin(), events.end(), is_earlier);
    PeopleCounter counter;
    for (const EventState *event : events) counter.add_names(*event);
    for (const EventState *event : events) counter.add_event(*event);
    return counter.take();
}

const std::vector<Measure>& measures() {
    static const std::vector<Measure> list = {
        {{"meetings", {"Meetings"}}, &Statistics::meetings},
        {{"organisations", {"Organisations"}}, &Statistics::organisations},
        {{"people_civil_society", {"People from civil society"}},
         &Statistics::people_civil_society},
        {{"people_municipality", {"Representatives of the municipality"}},
         &Statistics::people_municipality},
        {{"elected", {"of these elected"}}, &Statistics::elected},
        {{"officials", {"of these officials"}}, &Statistics::officials},
        {{"registered", {"Registered beforehand"}}, &Statistics::registered},
        {{"no_shows", {"Registered, but did not come"}}, &Statistics::no_shows},
        {{"walk_ins", {"Came without registration"}}, &Statistics::walk_ins},
        {{"erased", {"Erased people among those who came"}}, &Statistics::erased},
        {{"unknown_tickets", {"Tickets of unknown people"}}, &Statistics::unknown_tickets},
        {{"survey_answers", {"Answers to the survey"}}, &Statistics::survey_answers},
        {{"joined", {"Organisations that have joined the agreement"}}, &Statistics::joined}};
    return list;
}

Table statistics_table(const Statistics& statistics) {
    Table table;
    table.columns = {{"measure", {"Measure"}}, {"sector", {"Sector"}}, {"count", {"Count"}}};
    for (const Measure& measure : measures()) {
        table.rows.push_back({measure.word, {}, statistics.*measure.value});
    }
    for (const SectorCount& sector : statistics.sectors) {
        const Cell name =
            sector.sector.empty() ? Cell(Word{"unknown", {"Unknown sector"}}) : Cell(sector.sector);
        table.rows.push_back(
            {Word{"organisations", {"Organisations"}}, name, sector.organisations});
        table.rows.push_back(
            {Word{"people_civil_society", {"People from civil society"}}, name, sector.people});
    }
    return table;
}

namespace {

std::string organisations_text(std::int64_t count, const Texts& texts) {
    return texts.get_plural({"{} organisation"}, {"{} organisations"}, count);
}

std::string people_text(std::int64_t count, const Texts& texts) {
    return texts.get_plural({"{} person"}, {"{} people"}, count);
}

}  // namespace

std::string statistics_sentence(const Statistics& statistics, const Texts& texts) {
    const std::string municipality = texts.get_plural({"{} representative of the municipality"},
                                                      {"{} representatives of the municipality"},
                                                      statistics.people_municipality);
    return texts.get({"{} ({}) and {}"}, organisations_text(statistics.organisations, texts),
                     people_text(statistics.people_civil_society, texts), municipality);
}

std::string sector_sentence(const SectorCount& sector, const Texts& texts) {
    const std::string name =
        sector.sector.empty() ? texts.get({"Unknown sector"}) : sector_text(sector.sector, texts);
    return texts.get({"{}: {} ({})"}, name, organisations_text(sector.organisations, texts),
                     people_text(sector.people, texts));
}

}  // namespace stormote
