#include "sync/model/event_state.h"

#include <algorithm>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

template <typename Map, typename Key>
auto find_or_null(const Map& map, const Key& key) -> const typename Map::mapped_type * {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

}  // namespace

std::string Attendee::full_name() const {
    const std::string& given = get(AttendeeField::given_name);
    const std::string& family = get(AttendeeField::family_name);
    if (given.empty() || family.empty()) return given + family;
    return given + ' ' + family;
}

std::vector<const NoteVersion *> Note::heads(const DeviceTable& devices) const {
    std::vector<const NoteVersion *> heads;
    for (const NoteVersion& version : versions) {
        const bool is_replaced =
            std::any_of(versions.begin(), versions.end(), [&](const NoteVersion& other) {
                const auto& replaces = other.content.replaces;
                // Only what came before: versions that name each other must not vanish together.
                return version.stamp.is_before(other.stamp, devices) &&
                       std::find(replaces.begin(), replaces.end(), version.id) != replaces.end();
            });
        if (!is_replaced) heads.push_back(&version);
    }
    std::sort(heads.begin(), heads.end(), [&devices](const auto *left, const auto *right) {
        return left->stamp.is_before(right->stamp, devices);
    });
    return heads;
}

EventState::EventState() = default;
EventState::EventState(const EventState& other) = default;
EventState::EventState(EventState&& other) noexcept = default;
EventState& EventState::operator=(const EventState& other) = default;
EventState& EventState::operator=(EventState&& other) noexcept = default;
EventState::~EventState() = default;

const Attendee *EventState::find_attendee(const AttendeeId& id) const {
    return attendees_.find(id);
}

const Ticket *EventState::find_ticket(const TicketId& id) const {
    return find_or_null(tickets_, id);
}

const Device *EventState::find_device(const DeviceId& id) const {
    const auto index = device_table_.find(id);
    return index ? &devices_[*index] : nullptr;
}

std::int64_t EventState::clock_offset_ms(const DeviceId& id) const {
    const Device *device = find_device(id);
    return device == nullptr ? 0 : device->clock.ms;
}

const std::string& EventState::organisation(const OrganisationId& id,
                                            OrganisationField field) const {
    static const LatestFields unknown;
    const LatestFields *fields = organisations_.find(id);
    return (fields == nullptr ? unknown : *fields).get(field);
}

const std::string& EventState::organisation_of(const Attendee& attendee,
                                               OrganisationField field) const {
    const auto id = parse_id<OrganisationId>(attendee.get(AttendeeField::organisation));
    return organisation(id.value_or(OrganisationId{}), field);
}

std::vector<OrganisationId> EventState::organisations_of(const Attendee& attendee) const {
    std::vector<OrganisationId> organisations;
    const auto add = [&](std::string_view text) {
        const auto id = parse_id<OrganisationId>(text);
        if (!id || organisations_.find(*id) == nullptr) return;
        const OrganisationId root = organisations_.root_of(*id);
        if (std::find(organisations.begin(), organisations.end(), root) == organisations.end()) {
            organisations.push_back(root);
        }
    };
    add(attendee.get(AttendeeField::organisation));
    for (const std::string_view id :
         split_text(attendee.get(AttendeeField::further_organisations), ' ')) {
        add(id);
    }
    return organisations;
}

std::string EventState::organisation_names(const Attendee& attendee) const {
    std::string names;
    for (const OrganisationId& id : organisations_of(attendee)) {
        const std::string& name = organisation(id, OrganisationField::name);
        if (!name.empty()) names += (names.empty() ? "" : "; ") + name;
    }
    return names;
}

std::optional<AttendeeId> EventState::owner_of(const Ticket& ticket) const {
    if (ticket.issued_to.empty()) return std::nullopt;
    return person_of(ticket.issued_to.front());
}

FoldOutcome EventState::fold(const Operation& operation) {
    meet(operation.header);
    if (!operation.body) return FoldOutcome::erased;
    const auto body = decode_body(operation.header.kind, operation.body->bytes);
    if (!body) return FoldOutcome::malformed;
    return fold(operation.header, *body);
}

Stamp EventState::meet(const OperationHeader& header) {
    highest_lamport_ = std::max(highest_lamport_, header.lamport);
    const DeviceTable::Index index = device_table_.index_of(header.device);
    device(index);
    return {header.lamport, index};
}

FoldOutcome EventState::fold(const OperationHeader& header, const Body& body) {
    const Stamp stamp = meet(header);
    if (std::holds_alternative<UnknownContent>(body.content)) return FoldOutcome::unknown_kind;
    if (!is_about_allowed_persons(body)) return FoldOutcome::malformed;
    const bool is_about_erased =
        std::any_of(body.persons.begin(), body.persons.end(),
                    [this](const AttendeeId& person) { return erased_.contains(person); });
    const bool is_erasure = std::holds_alternative<AttendeeErased>(body.content);
    if (is_about_erased && !is_erasure) return FoldOutcome::erased;
    const Source source{header, body, stamp};
    std::visit([&](const auto& content) { merge(content, source); }, body.content);
    return FoldOutcome::folded;
}

Device& EventState::device(DeviceTable::Index index) {
    while (devices_.size() <= index) {
        Device& met = devices_.emplace_back();
        met.id = device_table_.device(static_cast<DeviceTable::Index>(devices_.size() - 1));
        if (const auto measured = unmet_clocks_.extract(met.id)) met.clock = measured.mapped();
    }
    return devices_[index];
}

}  // namespace stormote
