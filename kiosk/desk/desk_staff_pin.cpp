// Desk: the staff's PIN.
#include <sodium.h>

#include "kiosk/desk/desk.h"

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
