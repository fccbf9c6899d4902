// Desk: groups, notes and the staff's PIN.
#include <sodium.h>

#include "kiosk/desk/desk.h"
#include "kiosk/desk/door_placing.h"

namespace stormote {

namespace {

constexpr HashingCost pin_cost{2, 16ULL << 20};

// "salt:hash" in hexadecimal, at the cost above.
std::string hash_pin(std::string_view pin, const ByteArray<16>& salt) {
    const auto stretched = stretch_passphrase(pin, salt, pin_cost);
    if (!stretched) throw MachineFailure(machine_error({"There is not enough memory."}));
    return to_hex(salt) + ":" + to_hex(*stretched);
}

}  // namespace

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

NoteId Desk::write_note(const NewNote& note, Actor actor) {
    const auto id = make_id<NoteId>(environment_.clock, environment_.random);
    const Body body{
        {},
        actor.role,
        NoteWritten{id, note.group, note.question, note.kind, NoteState::standing, note.text, {}}};
    record(std::span(&body, 1));
    return id;
}

namespace {

// A version that replaces every head; nothing for a note that is not known.
std::optional<NoteWritten> next_version(const EventState& state, const NoteId& id) {
    const auto found = state.notes().find(id);
    if (found == state.notes().end()) return std::nullopt;
    const auto heads = found->second.heads(state.device_table());
    if (heads.empty()) return std::nullopt;
    NoteWritten version = heads.back()->content;
    version.replaces.clear();
    for (const NoteVersion *head : heads) version.replaces.push_back(head->id);
    return version;
}

}  // namespace

bool Desk::edit_note(const NoteId& id, NoteKind kind, const std::string& text, Actor actor) {
    auto version = next_version(*state_, id);
    if (!version) return false;
    version->kind = kind;
    version->state = NoteState::standing;
    version->text = text;
    const Body body{{}, actor.role, std::move(*version)};
    record(std::span(&body, 1));
    return true;
}

bool Desk::withdraw_note(const NoteId& id, Actor actor) {
    auto version = next_version(*state_, id);
    if (!version) return false;
    version->state = NoteState::withdrawn;
    const Body body{{}, actor.role, std::move(*version)};
    record(std::span(&body, 1));
    return true;
}

void Desk::set_staff_pin(std::string_view pin, Actor actor) {
    const auto salt = environment_.random.bytes<16>();
    FieldSetter<SettingField> fields;
    fields.set(SettingField::staff_pin, hash_pin(pin, salt));
    const Body body{{}, actor.role, SettingsDescribed{fields.take()}};
    record(std::span(&body, 1));
}

bool Desk::is_staff_pin(std::string_view pin) const {
    const std::string& stored = state_->setting(SettingField::staff_pin);
    const auto salt_bytes = from_hex(std::string_view(stored).substr(0, stored.find(':')));
    const auto salt = salt_bytes ? to_array<16>(*salt_bytes) : std::nullopt;
    if (!salt) return false;
    const std::string hashed = hash_pin(pin, *salt);
    return hashed.size() == stored.size() &&
           sodium_memcmp(hashed.data(), stored.data(), stored.size()) == 0;
}

}  // namespace stormote
