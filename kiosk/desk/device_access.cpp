#include "kiosk/desk/device_access.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "sync/base/text_folding.h"
#include "sync/journal/quarantine.h"

namespace stormote {

namespace {

Result<> check_known(const Desk& desk, const DeviceId& device) {
    const Authority& authority = desk.journal().authority();
    if (authority.is_open()) {
        return input_error(
            {"This event was made by an earlier version of Stormöte: every device that joined it "
             "is believed, and none can be excluded."});
    }
    const auto devices = authority.devices();
    if (std::find(devices.begin(), devices.end(), device) == devices.end()) {
        return input_error(
            {"No device {} has written to this event. \"stormote devices\" lists them."},
            to_string(device));
    }
    return Done{};
}

Result<> record_statement(Desk& desk, const DeviceAuthorised& statement) {
    const Body body{{}, actor::organiser.role, statement};
    // What the root has signed counts whoever carries it.
    const auto operations = desk.journal().append(std::span(&body, 1));
    desk.fold_new(operations);
    return Done{};
}

bool has_effect(const Desk& desk, const DeviceAuthorised& statement) {
    const DeviceStanding& standing = desk.journal().authority().standing_of(statement.device);
    return standing.role == statement.role &&
           standing.excluded_from == static_cast<std::uint64_t>(statement.excluded_from);
}

// By the root, whose word counts before that of any device.
Result<> say_by_root(Desk& desk, DeviceAuthorised statement, SigningKeys root) {
    if (event_of_root(root.public_key) != desk.event()) {
        wipe(root.secret_key);
        return input_error({"That is the root key of another event."});
    }
    sign_by_root(desk.event(), root, desk.journal().authority().next_root_number(), statement);
    wipe(root.secret_key);
    if (auto recorded = record_statement(desk, statement); !recorded) return recorded;
    if (has_effect(desk, statement)) return Done{};
    return input_error(
        {"Nothing has changed: a later statement of the root stands. Run \"stormote sync\" "
         "first."});
}

// By this device where it is above the other and nobody nearer the root says otherwise.
Result<> say(Desk& desk, const DeviceAuthorised& statement, const RootSource& root) {
    const Authority& authority = desk.journal().authority();
    const bool may_say = desk.may(OperationKind::device_authorised) &&
                         authority.is_above(desk.device(), statement.device);
    if (may_say) {
        if (auto recorded = record_statement(desk, statement); !recorded) return recorded;
        if (has_effect(desk, statement)) return Done{};
    }
    auto keys = root();
    if (!keys) return keys.error();
    return say_by_root(desk, statement, *keys);
}

// Whether an operation says something of the event, not of devices.
bool can_be_recorded_anew(const Body& body) {
    switch (kind_of(body.content)) {
        case OperationKind::attendee_erased:
        case OperationKind::device_introduced:
        case OperationKind::device_authorised:
        case OperationKind::clock_measured:
        case OperationKind::aside_settled:
        case OperationKind::device_named:
        case OperationKind::record_packaged:
        case OperationKind::record_purged:
            return false;
        default:
            return true;
    }
}

using NewIds = std::unordered_map<OperationId, OperationId>;

void rename(std::vector<OperationId>& ids, const NewIds& new_ids) {
    for (OperationId& id : ids) {
        if (const auto found = new_ids.find(id); found != new_ids.end()) id = found->second;
    }
}

// What names operations that are recorded anew names them by their new ids.
void rename_references(BodyContent& content, const NewIds& new_ids) {
    if (auto *undone = std::get_if<CheckInUndone>(&content)) rename(undone->check_ins, new_ids);
    if (auto *left = std::get_if<CheckedOut>(&content)) rename(left->check_ins, new_ids);
    if (auto *settled = std::get_if<ConflictSettled>(&content)) {
        rename(settled->check_ins, new_ids);
    }
    if (auto *note = std::get_if<NoteWritten>(&content)) rename(note->replaces, new_ids);
}

}  // namespace

std::vector<DeviceLine> list_devices(const Desk& desk) {
    const Authority& authority = desk.journal().authority();
    std::map<DeviceId, std::uint64_t> put_aside;
    for (const Operation& operation : operations_aside(desk, {})) {
        ++put_aside[operation.header.device];
    }
    std::vector<DeviceLine> lines;
    for (const DeviceHead& head : desk.journal().heads()) {
        DeviceLine line{head.device, authority.name_of(head.device),
                        authority.standing_of(head.device), head.head.sequence};
        if (authority.is_open()) {
            const Device *known = desk.state().find_device(head.device);
            line.name = known == nullptr ? "" : known->name;
        }
        if (const auto found = desk.without_effect().find(head.device);
            found != desk.without_effect().end()) {
            line.without_effect = found->second;
        }
        line.put_aside = put_aside[head.device];
        line.shares_pairing = !authority.same_pairing(head.device).empty();
        lines.push_back(std::move(line));
    }
    std::sort(lines.begin(), lines.end(), [](const auto& left, const auto& right) {
        const int order = compare_swedish(left.name, right.name);
        return order != 0 ? order < 0 : left.device < right.device;
    });
    return lines;
}

std::vector<DeviceTrouble> find_device_troubles(const Desk& desk) {
    const Authority& authority = desk.journal().authority();
    std::vector<DeviceTrouble> troubles;
    for (const auto& [device, operations] : desk.without_effect()) {
        const DeviceStanding& standing = authority.standing_of(device);
        const auto kind = standing.role == DeviceRole::none ? DeviceTroubleKind::not_let_in
                          : standing.excluded_from != 0     ? DeviceTroubleKind::excluded
                                                            : DeviceTroubleKind::beyond_role;
        troubles.push_back({kind, authority.name_of(device), operations});
    }
    for (const DeviceId& device : authority.devices()) {
        if (authority.standing_of(device).role == DeviceRole::none) continue;
        const auto siblings = authority.same_pairing(device);
        const bool is_first = std::all_of(siblings.begin(), siblings.end(),
                                          [&](const DeviceId& other) { return device < other; });
        if (siblings.empty() || !is_first) continue;
        troubles.push_back({DeviceTroubleKind::shared_pairing, authority.name_of(device), 0});
    }
    return troubles;
}

Result<> admit_device(Desk& desk, const DeviceId& device, DeviceRole role, const RootSource& root) {
    if (auto known = check_known(desk, device); !known) return known;
    if (desk.journal().authority().standing_of(device).excluded_from != 0) {
        return input_error({"Device {} is excluded. Take it in again first: stormote readmit."},
                           to_string(device));
    }
    return say(desk, {device, role}, root);
}

std::vector<DeviceId> out_with(const Desk& desk, const DeviceId& device) {
    const Authority& authority = desk.journal().authority();
    std::vector<DeviceId> out;
    for (const DeviceId& sibling : authority.same_pairing(device)) {
        if (authority.standing_of(sibling).role != DeviceRole::none) out.push_back(sibling);
    }
    for (const auto& [below, issued_after] : authority.let_in_by(device)) out.push_back(below);
    return out;
}

Result<> exclude_device(Desk& desk, const DeviceId& device, std::uint64_t from,
                        const std::vector<DeviceId>& kept, const RootSource& root) {
    if (auto known = check_known(desk, device); !known) return known;
    DeviceAuthorised statement{device, desk.journal().authority().standing_of(device).role,
                               static_cast<std::int64_t>(from), kept};
    if (statement.role == DeviceRole::none) {
        return input_error({"Device {} is not let in, so that nothing of it counts."},
                           to_string(device));
    }
    return say(desk, statement, root);
}

Result<> readmit_device(Desk& desk, const DeviceId& device, const RootSource& root) {
    if (auto known = check_known(desk, device); !known) return known;
    const DeviceStanding& standing = desk.journal().authority().standing_of(device);
    if (standing.excluded_from == 0) {
        return input_error({"Device {} is not excluded."}, to_string(device));
    }
    return say(desk, {device, standing.role}, root);
}

Result<> recover_device(Desk& desk, const SigningKeys& root) {
    if (auto known = check_known(desk, desk.device()); !known) return known;
    return say_by_root(desk, {desk.device(), DeviceRole::organiser}, root);
}

std::vector<Operation> operations_aside(const Desk& desk, const DeviceId& device) {
    std::vector<Operation> aside = desk.journal().quarantine().operations();
    const auto& settled = desk.state().settled_aside();
    std::erase_if(aside, [&](const Operation& operation) {
        const OperationHeader& header = operation.header;
        return settled.contains(header.id) || (!device.is_nil() && header.device != device);
    });
    return aside;
}

std::size_t settle_aside(Desk& desk, const DeviceId& device, AsideDecision decision) {
    const std::vector<Operation> aside = operations_aside(desk, device);
    if (aside.empty()) return 0;
    const JournalEnvironment& environment = desk.environment();
    const EventState& state = desk.state();
    std::vector<DatedBody> bodies;
    NewIds new_ids;
    std::vector<OperationId> settled;
    for (const Operation& operation : aside) {
        const OperationHeader& header = operation.header;
        settled.push_back(header.id);
        const bool is_believed = desk.journal().belief_in(operation) == Belief::believed;
        if (decision == AsideDecision::left_out || !operation.body || !is_believed) continue;
        auto body = decode_body(header.kind, operation.body->bytes);
        const bool counts = body && !std::holds_alternative<UnknownContent>(body->content) &&
                            can_be_recorded_anew(*body);
        if (!counts) continue;
        const auto id = make_id<OperationId>(environment.clock, environment.random);
        new_ids.emplace(header.id, id);
        // By this device's clock, so that the corrected time stays what it was.
        const std::int64_t wall_ms = header.wall_ms + state.clock_offset_ms(header.device) -
                                     state.clock_offset_ms(desk.device());
        bodies.push_back({std::move(*body), id, wall_ms});
    }
    for (DatedBody& dated : bodies) rename_references(dated.body.content, new_ids);
    const std::size_t count = bodies.size();
    // As many at once as an operation holds with ease.
    constexpr std::size_t at_once = 10'000;
    for (std::size_t first = 0; first < settled.size(); first += at_once) {
        const auto start = settled.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end =
            start + static_cast<std::ptrdiff_t>(std::min(at_once, settled.size() - first));
        bodies.push_back({{{}, actor::organiser.role, AsideSettled{{start, end}, decision}},
                          make_id<OperationId>(environment.clock, environment.random),
                          environment.clock.wall_ms()});
    }
    desk.record_dated(bodies);
    return count;
}

}  // namespace stormote
