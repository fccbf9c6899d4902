#include "sync/report/organisation_visits.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "sync/base/text_folding.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

struct VisitRow {
    std::int64_t at_ms = 0;
    std::vector<Cell> cells;
};

struct Visit {
    std::vector<std::vector<Cell>> came;
    std::vector<VisitRow> said;
};

class VisitCollector {
  public:
    explicit VisitCollector(const EventState& state) : state_(state) {}

    void add_people() {
        for (const auto& [id, attendee, name] : attendees_by_name(state_)) {
            const Presence presence = presence_of(state_, id);
            if (presence.first == nullptr) continue;
            const auto group = group_of(state_, id);
            for (const OrganisationId& organisation : state_.organisations_of(*attendee)) {
                visits_[organisation].came.push_back(
                    {Word{"came", {"Came"}},
                     text_cell(name),
                     role_word(role_of(*attendee)),
                     Instant{corrected_ms(state_, *presence.first)},
                     group ? Cell(std::int64_t{*group}) : Cell(),
                     {}});
            }
        }
    }

    void add_messages() {
        for (const auto& [key, message] : state_.messages()) {
            if (!key.person) continue;
            add(*key.person, corrected_ms(state_, message.stamp, message.wall_ms),
                message_kind_word(message.content.kind), text_cell(message.content.text));
        }
    }

    std::vector<OrganisationVisit> take() {
        using Named = std::tuple<std::string, OrganisationId, std::string>;
        std::vector<Named> names;
        for (const auto& [id, visit] : visits_) {
            // What was said by people of an organisation that nobody came from is no visit.
            if (visit.came.empty()) continue;
            const std::string& name = state_.organisation(id, OrganisationField::name);
            names.emplace_back(swedish_sort_key(name), id, name);
        }
        std::sort(names.begin(), names.end());
        std::vector<OrganisationVisit> all;
        for (auto& [key, id, name] : names) {
            all.push_back({std::move(name), table_of(visits_.at(id))});
        }
        return all;
    }

  private:
    void add(const AttendeeId& person, std::int64_t at_ms, Word what, Cell text) {
        const Attendee *attendee = state_.find_attendee(person);
        if (attendee == nullptr) return;
        for (const OrganisationId& organisation : state_.organisations_of(*attendee)) {
            visits_[organisation].said.push_back({at_ms,
                                                  {what,
                                                   text_cell(attendee->full_name()),
                                                   role_word(role_of(*attendee)),
                                                   Instant{at_ms},
                                                   {},
                                                   text}});
        }
    }

    static Table table_of(Visit& visit) {
        Table table;
        table.columns = {{"what", {"What"}}, {"name", {"Name"}},   {"role", {"Role"}},
                         {"at", {"Time"}},   {"group", {"Group"}}, {"text", {"Text"}}};
        table.rows = std::move(visit.came);
        std::stable_sort(
            visit.said.begin(), visit.said.end(),
            [](const auto& left, const auto& right) { return left.at_ms < right.at_ms; });
        for (VisitRow& row : visit.said) table.rows.push_back(std::move(row.cells));
        return table;
    }

    const EventState& state_;
    std::map<OrganisationId, Visit> visits_;
};

}  // namespace

std::vector<OrganisationVisit> organisation_visits(const EventState& state) {
    VisitCollector collector(state);
    collector.add_people();
    collector.add_messages();
    return collector.take();
}

}  // namespace stormote
