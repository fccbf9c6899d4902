// The staff's PIN: what it opens, and what its check value tells those who have no key.
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <sodium.h>

#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

constexpr HashingCost earlier_cost{2, 16ULL << 20};

// As versions before the event's key was used wrote it.
std::string earlier_form(std::string_view pin) {
    const ByteArray<16> salt{1, 2, 3};
    return to_hex(salt) + ":" + to_hex(*stretch_passphrase(pin, salt, earlier_cost));
}

void store(EventDesk& event, const std::string& value) {
    FieldSetter<SettingField> fields;
    fields.set(SettingField::staff_pin, value);
    event.record(SettingsDescribed{fields.take()});
}

const std::string& stored(const EventDesk& event) {
    return event.state().setting(SettingField::staff_pin);
}

// Every part of the value that is bytes in hexadecimal.
std::vector<Bytes> parts_of(const std::string& value) {
    std::vector<Bytes> parts;
    for (std::size_t begin = 0; begin <= value.size();) {
        const std::size_t end = std::min(value.find(':', begin), value.size());
        if (auto bytes = from_hex(std::string_view(value).substr(begin, end - begin))) {
            if (!bytes->empty()) parts.push_back(*bytes);
        }
        begin = end + 1;
    }
    return parts;
}

Bytes joined(ByteView first, ByteView second) {
    Bytes all(first.begin(), first.end());
    all.insert(all.end(), second.begin(), second.end());
    return all;
}

// Whether a part of the value begins as this hash does.
class Parts {
  public:
    explicit Parts(const std::string& value) : parts_(parts_of(value)) {}
    [[nodiscard]] const std::vector<Bytes>& all() const { return parts_; }
    [[nodiscard]] bool have(ByteView hash) const {
        return std::any_of(parts_.begin(), parts_.end(), [hash](const Bytes& part) {
            return part.size() >= 8 && part.size() <= hash.size() &&
                   std::equal(part.begin(), part.end(), hash.begin());
        });
    }

  private:
    std::vector<Bytes> parts_;
};

bool have_any_hash_of(const Parts& parts, ByteView content, const std::vector<Bytes>& keys) {
    ByteArray<crypto_hash_sha256_BYTES> short_hash{};
    crypto_hash_sha256(short_hash.data(), content.data(), content.size());
    if (parts.have(short_hash)) return true;
    ByteArray<crypto_hash_sha512_BYTES> long_hash{};
    crypto_hash_sha512(long_hash.data(), content.data(), content.size());
    if (parts.have(long_hash) || parts.have(hash_bytes(content))) return true;
    return std::any_of(keys.begin(), keys.end(), [&](const Bytes& key) {
        ByteArray<crypto_auth_hmacsha256_BYTES> code{};
        crypto_auth_hmacsha256_state state{};
        crypto_auth_hmacsha256_init(&state, key.data(), key.size());
        crypto_auth_hmacsha256_update(&state, content.data(), content.size());
        crypto_auth_hmacsha256_final(&state, code.data());
        return parts.have(code) || (key.size() >= 16 && parts.have(keyed_hash(key, content)));
    });
}

// The PIN, by fast hashes of it alone and with each part, with all that is public as a key.
bool is_found_fast(const Parts& parts, ByteView pin, const EventId& event) {
    std::vector<Bytes> keys = parts.all();
    keys.emplace_back(event.value.bytes.begin(), event.value.bytes.end());
    const SymmetricKey derived = keyed_hash(event.value.bytes, view_bytes("stormote staff pin"));
    keys.emplace_back(derived.begin(), derived.end());
    for (const Bytes& part : keys) {
        if (have_any_hash_of(parts, joined(part, pin), keys)) return true;
        if (have_any_hash_of(parts, joined(pin, part), keys)) return true;
    }
    return have_any_hash_of(parts, pin, keys);
}

// The PIN, by Argon2id with each part as the salt.
bool is_found_slowly(const Parts& parts, std::string_view pin) {
    for (const Bytes& part : parts.all()) {
        const auto salt = to_array<16>(part);
        if (!salt) continue;
        for (const HashingCost& cost : {earlier_cost, HashingCost{}}) {
            const auto hash = stretch_passphrase(pin, *salt, cost);
            if (hash && parts.have(*hash)) return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("the store cannot find the staff's PIN by trying all of them") {
    EventDesk event;
    event->set_staff_pin("2580", actor::staff);
    const Parts parts(stored(event));
    REQUIRE_FALSE(parts.all().empty());
    int found = 0;
    for (int number = 0; number < 10'000; ++number) {
        const std::string pin = fmt::format("{:04}", number);
        if (is_found_fast(parts, view_bytes(pin), event->event())) ++found;
    }
    CHECK(found == 0);
    // Slow, so only the PIN that it is: where this finds nothing, no other PIN does.
    CHECK_FALSE(is_found_slowly(parts, "2580"));
    CHECK(event->is_staff_pin("2580"));
}

TEST_CASE("the search that must find nothing finds a PIN that is only salted and hashed") {
    const Bytes salt(16, 7);
    const EventId event{};
    const std::string pin = "2580";
    const auto value_of = [&](ByteView hash) { return to_hex(salt) + ":" + to_hex(hash); };
    const auto salted = joined(salt, view_bytes(pin));
    CHECK(is_found_fast(Parts(value_of(hash_bytes(salted))), view_bytes(pin), event));
    CHECK(
        is_found_fast(Parts(value_of(keyed_hash(salt, view_bytes(pin)))), view_bytes(pin), event));
    CHECK(is_found_slowly(Parts(earlier_form(pin)), pin));
}

TEST_CASE("another event's key does not check the staff's PIN") {
    EventDesk event;
    event->set_staff_pin("2580", actor::staff);
    EventDesk other("2022-10-12T18:00", 2);
    store(other, stored(event));
    CHECK_FALSE(other->is_staff_pin("2580"));
}

TEST_CASE("a staff's PIN that an earlier version stored opens, and a new one is stored keyed") {
    EventDesk event;
    store(event, earlier_form("2580"));
    CHECK(event->is_staff_pin("2580"));
    CHECK_FALSE(event->is_staff_pin("2581"));
    event->set_staff_pin("2580", actor::staff);
    CHECK(stored(event).starts_with("v2:"));
    CHECK(event->is_staff_pin("2580"));
}

TEST_CASE("a check value that is damaged opens to no PIN") {
    EventDesk event;
    event->set_staff_pin("2580", actor::staff);
    const std::string whole = stored(event);
    for (const std::string& damaged :
         {std::string("v2:"), std::string("v2"), whole.substr(0, whole.size() - 2), whole.substr(3),
          "v3" + whole.substr(2), whole + "00", std::string(":")}) {
        INFO(damaged);
        store(event, damaged);
        CHECK_FALSE(event->is_staff_pin("2580"));
        CHECK_FALSE(event->is_staff_pin(""));
    }
}

}  // namespace stormote
