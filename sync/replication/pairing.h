// Pairing text: what a new device needs to join an event: one line, safe in URLs and QR codes.
// Token: what it shows the central store from then on. Pure, any thread.
//
// A pairing text is URL-safe base 64 of: version (1 byte), the event's id (16), the one-time secret
// (16), in version 2 what lets the device in (121), the event key (32, or left out), and the first
// 4 bytes of BLAKE2b over all before, against slips of the hand. A later version keeps the first
// and the last. Behind it there may be a full stop and where the store is (store_place.h).
#pragma once

#include "sync/model/admission.h"
#include "sync/replication/store_place.h"
#include "sync/replication/wire.h"

namespace stormote {

struct Pairing {
    EventId event;
    PairingSecret secret{};
    // Nothing when whoever enrolled the device did not hold the key.
    std::optional<SymmetricKey> key;
    // Nothing for an event of an earlier version, and where whoever enrolled the device may let
    // nobody in.
    std::optional<DevicePairing> device{};
    // Nothing where whoever joins is to know the store's address.
    std::optional<StorePlace> place{};
};

[[nodiscard]] std::string write_pairing(const Pairing& pairing);
// Error that says whether the text is cut, mistyped, or of a newer version. White space around it
// is forgiven.
[[nodiscard]] Result<Pairing> read_pairing(std::string_view text);

// 43 characters of URL-safe base 64.
[[nodiscard]] std::string write_token(const Token& token);
[[nodiscard]] std::optional<Token> read_token(std::string_view text);

// An event's key in a file of its own, for a pairing text without one: URL-safe base 64 of version,
// event, key, in version 2 what lets the device in, and check.
struct EventKey {
    EventId event;
    SymmetricKey key{};
    std::optional<DevicePairing> device{};
};
[[nodiscard]] std::string write_event_key(const EventKey& key);
[[nodiscard]] std::optional<EventKey> read_event_key(std::string_view text);

// An event's root key, as a recovery sheet has it.
struct RecoveryCode {
    EventId event;
    SigningSeed root{};
};
[[nodiscard]] std::string write_recovery_code(const RecoveryCode& code);
// In groups and lines too, as the sheet shows it.
[[nodiscard]] std::optional<RecoveryCode> read_recovery_code(std::string_view text);

}  // namespace stormote
