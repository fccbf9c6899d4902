// EventState: how several records of one person, or of one organisation, make one.
#include <algorithm>
#include <array>

#include "sync/base/text_folding.h"
#include "sync/model/event_state.h"

namespace stormote {

namespace {

// Takes over what is said there and not here, but for fields that are about the record itself.
template <std::size_t Count, typename Field>
void complete_fields(LatestFields& root, const LatestFields& other,
                     const std::array<Field, Count>& own_fields) {
    for (const auto& [field, text] : other.all()) {
        const bool is_own =
            std::any_of(own_fields.begin(), own_fields.end(),
                        [field = field](Field own) { return number(own) == field; });
        if (!is_own && root.get(static_cast<Field>(field)).empty()) root.take_over(field, other);
    }
}

// Adds those that are not there yet, by the order of the list.
template <typename Fact, typename Key>
void add_missing(std::vector<Fact>& facts, const std::vector<Fact>& others, Key key) {
    for (const Fact& fact : others) {
        const auto place =
            std::lower_bound(facts.begin(), facts.end(), fact,
                             [&key](const Fact& l, const Fact& r) { return key(l) < key(r); });
        if (place == facts.end() || key(*place) != key(fact)) facts.insert(place, fact);
    }
}

// The other's organisations stand beside the root's.
void add_organisations(Attendee& root, const Attendee& other) {
    std::string further = root.get(AttendeeField::further_organisations);
    const auto add = [&](std::string_view id) {
        if (id.empty() || id == root.get(AttendeeField::organisation)) return;
        const auto known = split_text(further, ' ');
        if (std::find(known.begin(), known.end(), id) != known.end()) return;
        further += (further.empty() ? "" : " ") + std::string(id);
    };
    add(other.get(AttendeeField::organisation));
    const std::string theirs = other.get(AttendeeField::further_organisations);
    for (const std::string_view id : split_text(theirs, ' ')) add(id);
    if (further != root.get(AttendeeField::further_organisations)) {
        root.fields.overwrite(AttendeeField::further_organisations, further);
    }
}

}  // namespace

std::optional<AttendeeId> SamePerson::same_as(const Attendee& record) {
    const std::string& id = record.get(AttendeeField::same_as);
    return id.empty() ? std::nullopt : parse_id<AttendeeId>(id);
}

void SamePerson::complete(Attendee& root, const Attendee& other) {
    constexpr std::array own_fields{AttendeeField::status,
                                    AttendeeField::seat_lock,
                                    AttendeeField::instead_of,
                                    AttendeeField::same_as,
                                    AttendeeField::origin,
                                    AttendeeField::different_from,
                                    AttendeeField::further_organisations};
    constexpr AttendeeField origin = AttendeeField::origin;
    add_organisations(root, other);
    complete_fields(root.fields, other.fields, own_fields);
    // Whoever is on a list was registered, though somebody let them in as new at the door.
    if (root.get(origin).empty() || other.get(origin) == "list") {
        root.fields.take_over(number(origin), other.fields);
    }
    add_missing(root.check_ins, other.check_ins, [](const CheckInFact& fact) { return fact.id; });
    add_missing(root.ended, other.ended, [](const EndedCheckIn& ended) {
        return std::pair(ended.check_in, ended.ended_by);
    });
    add_missing(root.tickets, other.tickets, [](const TicketId& ticket) { return ticket; });
    add_missing(root.moves, other.moves, [](const GroupMove& move) { return move.round; });
}

std::optional<OrganisationId> SameOrganisation::same_as(const LatestFields& record) {
    const std::string& id = record.get(OrganisationField::same_as);
    return id.empty() ? std::nullopt : parse_id<OrganisationId>(id);
}

void SameOrganisation::complete(LatestFields& root, const LatestFields& other) {
    constexpr OrganisationField aliases = OrganisationField::aliases;
    constexpr std::array own_fields{OrganisationField::same_as, OrganisationField::different_from,
                                    aliases};
    complete_fields(root, other, own_fields);
    // What the other was called is one more name of the root.
    std::string names = root.get(aliases);
    const auto add = [&](std::string_view name) {
        if (name.empty() || name == root.get(OrganisationField::name)) return;
        const auto known = split_text(names, '\n');
        if (std::find(known.begin(), known.end(), name) != known.end()) return;
        names += (names.empty() ? "" : "\n") + std::string(name);
    };
    add(other.get(OrganisationField::name));
    for (const std::string_view alias : split_text(other.get(aliases), '\n')) add(alias);
    if (names != root.get(aliases)) root.overwrite(aliases, names);
}

std::optional<NoteId> SameNote::same_as(const LatestFields& record) {
    const std::string& id = record.get(FollowUpField::same_as);
    return id.empty() ? std::nullopt : parse_id<NoteId>(id);
}

void SameNote::complete(LatestFields& root, const LatestFields& other) {
    constexpr std::array own_fields{FollowUpField::wording,  FollowUpField::withheld,
                                    FollowUpField::same_as,  FollowUpField::different_from,
                                    FollowUpField::agreeing, FollowUpField::chosen,
                                    FollowUpField::wall,     FollowUpField::rank};
    complete_fields(root, other, own_fields);
}

}  // namespace stormote
