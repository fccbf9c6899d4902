// Desk: the staff's PIN. The record keeps "v2:salt:check value" in hexadecimal; the check value is
// keyed by the event's key. Any hash without a secret would give the PIN to whoever reads the
// record at the central store: there are only ten thousand of four digits to try.
#include <sodium.h>

#include "kiosk/desk/desk.h"

namespace stormote {

namespace {

constexpr std::string_view keyed_mark = "v2:";

using Salt = ByteArray<16>;

std::string keyed_value(std::string_view pin, const Salt& salt, const SymmetricKey& event_key) {
    Bytes salted(salt.begin(), salt.end());
    const ByteView digits = view_bytes(pin);
    salted.insert(salted.end(), digits.begin(), digits.end());
    const Hash check_value = keyed_hash(derive_key(event_key, "stormote staff pin"), salted);
    return std::string(keyed_mark) + to_hex(salt) + ":" + to_hex(check_value);
}

// "salt:hash", as versions before the event's key was used wrote it.
std::string earlier_value(std::string_view pin, const Salt& salt) {
    const auto stretched = stretch_passphrase(pin, salt, HashingCost{2, 16ULL << 20});
    if (!stretched) throw MachineFailure(machine_error({"There is not enough memory."}));
    return to_hex(salt) + ":" + to_hex(*stretched);
}

bool is_same(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace

void Desk::set_staff_pin(std::string_view pin, Actor actor) {
    const auto salt = environment_.random.bytes<16>();
    FieldSetter<SettingField> fields;
    fields.set(SettingField::staff_pin, keyed_value(pin, salt, journal().event_key()));
    const Body body{{}, actor.role, SettingsDescribed{fields.take()}};
    record(std::span(&body, 1));
}

bool Desk::is_staff_pin(std::string_view pin) const {
    const std::string_view stored = state_->setting(SettingField::staff_pin);
    const bool is_keyed = stored.starts_with(keyed_mark);
    const std::string_view parts = is_keyed ? stored.substr(keyed_mark.size()) : stored;
    const auto salt_bytes = from_hex(parts.substr(0, parts.find(':')));
    const auto salt = salt_bytes ? to_array<16>(*salt_bytes) : std::nullopt;
    if (!salt) return false;
    return is_same(stored, is_keyed ? keyed_value(pin, *salt, journal_->event_key())
                                    : earlier_value(pin, *salt));
}

}  // namespace stormote
