#include "sync/journal/keys/kept_key.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <keyutils.h>

namespace stormote {

namespace {

constexpr const char *key_type = "user";
// By whoever reaches it through the keyring that it lies in, which is its user's own; by nobody
// else, not even to see that it is there.
constexpr key_perm_t only_through_keyring =
    KEY_POS_VIEW | KEY_POS_READ | KEY_POS_WRITE | KEY_POS_SEARCH | KEY_POS_SETATTR;

std::string description_of(const EventId& event) {
    return "stormote:event:" + to_string(event);
}

// The user's persistent keyring, joined to this thread so that its keys may be read; -1 with errno.
// The session's ends with the session, and the user's may end with its last process: with the very
// kiosk that crashed.
key_serial_t join_keyring() {
    constexpr auto this_user = static_cast<uid_t>(-1);
    return static_cast<key_serial_t>(keyctl_get_persistent(this_user, KEY_SPEC_THREAD_KEYRING));
}

// -1 where there is none.
key_serial_t find_key(const EventId& event) {
    const key_serial_t keyring = join_keyring();
    if (keyring == -1) return -1;
    return static_cast<key_serial_t>(
        keyctl_search(keyring, key_type, description_of(event).c_str(), 0));
}

}  // namespace

std::optional<SymmetricKey> find_kept_key(const EventId& event) {
    const key_serial_t found = find_key(event);
    if (found == -1) return std::nullopt;
    SymmetricKey key{};
    const long size =
        keyctl_read(found, static_cast<char *>(static_cast<void *>(key.data())), key.size());
    if (size != static_cast<long>(key.size())) return std::nullopt;
    return key;
}

Result<> keep_key(const EventId& event, const SymmetricKey& key) {
    const key_serial_t keyring = join_keyring();
    const key_serial_t kept = keyring == -1 ? -1
                                            : add_key(key_type, description_of(event).c_str(),
                                                      key.data(), key.size(), keyring);
    if (kept == -1 || keyctl_setperm(kept, only_through_keyring) == -1) {
        return machine_error({"The event's key cannot be kept in the kernel's memory ({}): after a "
                              "crash the passphrase is asked for again."},
                             std::strerror(errno));
    }
    return Done{};
}

void forget_kept_key(const EventId& event) {
    const key_serial_t kept = find_key(event);
    if (kept != -1) keyctl_invalidate(kept);
}

}  // namespace stormote
