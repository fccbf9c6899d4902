#include "sync/report/earlier_neighbours.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "sync/base/crypto.h"
#include "sync/model/agenda.h"
#include "sync/model/presence.h"
#include "sync/report/same_person.h"

namespace stormote {

namespace {

// Of more people nobody can say that they met at it; and a faulty device must not make a machine
// compare thousands with each other.
constexpr std::size_t most_at_table = 100;

std::int64_t number_of(const MeetingId& meeting, const std::string& text) {
    const Hash hash = keyed_hash(meeting.value.bytes, view_bytes(text));
    return static_cast<std::int64_t>(read_big_endian(ByteView(hash).first(4)));
}

// By address and by organisation: the next list may know only one of them.
std::vector<std::int64_t> numbers_of(const MeetingId& meeting, const EventState& state,
                                     const Attendee& attendee) {
    const PersonIdentity identity(attendee.full_name(), attendee.get(AttendeeField::email),
                                  state.organisation_of(attendee, OrganisationField::name));
    std::vector<std::int64_t> numbers;
    if (identity.name.empty()) return numbers;
    if (!identity.email.empty()) {
        numbers.push_back(number_of(meeting, "email " + identity.name + '\n' + identity.email));
    }
    if (!identity.organisation.empty()) {
        numbers.push_back(
            number_of(meeting, "organisation " + identity.name + '\n' + identity.organisation));
    }
    return numbers;
}

}  // namespace

std::vector<std::pair<int, int>> earlier_neighbours(const EventState& state,
                                                    const std::vector<AttendeeId>& attendees) {
    std::set<std::pair<int, int>> pairs;
    for (const auto& [meeting, tables] : state.earlier_tables()) {
        std::unordered_map<std::int64_t, std::vector<int>> people;
        for (std::size_t i = 0; i < attendees.size(); ++i) {
            const Attendee *attendee = state.find_attendee(attendees[i]);
            if (attendee == nullptr) continue;
            for (const std::int64_t number : numbers_of(meeting, state, *attendee)) {
                people[number].push_back(static_cast<int>(i));
            }
        }
        for (const auto& table : tables) {
            std::set<int> here;
            for (const std::int64_t number : table) {
                const auto found = people.find(number);
                if (found != people.end()) here.insert(found->second.begin(), found->second.end());
            }
            if (here.size() > most_at_table) continue;
            for (auto left = here.begin(); left != here.end(); ++left) {
                for (auto right = std::next(left); right != here.end(); ++right) {
                    pairs.emplace(*left, *right);
                }
            }
        }
    }
    return {pairs.begin(), pairs.end()};
}

std::map<MeetingId, std::int64_t> earlier_tables_of(const EventState& state,
                                                    const Attendee& attendee) {
    std::map<MeetingId, std::int64_t> counts;
    for (const auto& [meeting, tables] : state.earlier_tables()) {
        const auto numbers = numbers_of(meeting, state, attendee);
        const auto count = std::count_if(tables.begin(), tables.end(), [&](const auto& table) {
            return std::find_first_of(table.begin(), table.end(), numbers.begin(), numbers.end()) !=
                   table.end();
        });
        if (count > 0) counts.emplace(meeting, count);
    }
    return counts;
}

std::vector<EarlierTableTold> tables_to_carry(const EventState& state, const MeetingId& meeting) {
    std::vector<EarlierTableTold> told;
    for (const auto& [earlier, tables] : state.earlier_tables()) {
        for (const auto& people : tables) told.push_back({earlier, people});
    }
    for (RoundNumber round = 1; round <= round_count(state); ++round) {
        std::map<GroupNumber, std::set<std::int64_t>> tables;
        for (const auto& [id, attendee] : state.attendees()) {
            if (presence_of(state, id).first == nullptr) continue;
            const auto group = sitting_group(state, id, round);
            if (!group) continue;
            for (const std::int64_t number : numbers_of(meeting, state, attendee)) {
                tables[*group].insert(number);
            }
        }
        for (const auto& [group, people] : tables) {
            if (!people.empty()) told.push_back({meeting, {people.begin(), people.end()}});
        }
    }
    return told;
}

}  // namespace stormote
