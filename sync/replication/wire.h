// Wire: the messages between a device and a central store, and their bytes (CBOR). Pure values
// and functions, any thread. The layouts are normative in sync/README.md.
//
// Reading never trusts: a length beyond the message, a number beyond its limit or a byte too many
// gives nothing. A newer version may add items at the end of a message; they are stepped over.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/base/error.h"
#include "sync/journal/intake.h"

namespace stormote {

constexpr int protocol_version = 1;
constexpr const char *protocol_header = "Stormote-Protocol";

constexpr std::size_t most_message_bytes = 32U << 20;
constexpr std::size_t most_batch_operations = 5'000;
// A pushed batch comes back in a page that may hold others before it.
constexpr std::size_t most_push_bytes = 24U << 20;
constexpr std::size_t most_pushed_operations = 4'000;
constexpr std::size_t most_heads = 100'000;

// Operations on their way. Those of one device stand in sequence and end at a signed one.
struct Batch {
    std::vector<Operation> operations;
    std::vector<HeadSignature> signatures;
    bool operator==(const Batch&) const = default;
};

// How far a store's record of a device goes.
struct StoreHead {
    DeviceId device;
    std::uint64_t sequence = 0;
    Hash chain_hash{};
    bool operator==(const StoreHead&) const = default;
};

struct StoreStatus {
    Uuid store;               // drawn when the store was made: cursors belong to it
    std::int64_t now_ms = 0;  // the store's clock
    std::uint64_t quarantined = 0;
    std::vector<StoreHead> heads;
    // Whether a pull may wait for something new; an earlier store says nothing, and cannot.
    bool can_wait = false;
    // Whether the token that was shown nears its end, and the store takes a new one in its place.
    bool is_renewal_due = false;
    bool operator==(const StoreStatus&) const = default;
};

enum class PushOutcome : std::uint8_t {
    taken = 0,
    gap = 1,  // operations before these are missing at the store: ask for its status again
    // A device's operations are at fault; the others can be sent without them. Travels as a
    // Refusal.
    refused = 2,
};
constexpr auto last_push_outcome = PushOutcome::gap;

struct PushAnswer {
    PushOutcome outcome = PushOutcome::taken;
    std::uint64_t added = 0;
    std::uint64_t known = 0;
    std::uint64_t quarantined = 0;
    std::optional<RefusedRun> refused{};  // where the outcome is
    bool operator==(const PushAnswer&) const = default;
};

enum class PageState : std::uint8_t {
    last = 0,
    more = 1,
    lost_position = 2,  // the store does not know the cursor (it was restored): begin at 0
};

// Whole pushed batches, one after the other, from a position of the store's log on.
struct PullPage {
    PageState state = PageState::last;
    std::uint64_t next = 0;  // the cursor to ask with next
    Batch batch;
    bool operator==(const PullPage&) const = default;
};

using PairingSecret = ByteArray<16>;
using Token = ByteArray<32>;

struct JoinRequest {
    PairingSecret secret{};
};
struct JoinAnswer {
    Token token{};
};
// The device makes its next token itself, so that the request may come twice, late, or unheard:
// it says the same each time. Only the hash travels.
struct RenewRequest {
    Hash next_token_hash{};
};

// Why a store does not do what was asked. The numbers travel.
enum class RefusalCode : std::uint8_t {
    malformed = 1,
    unknown_token = 2,
    revoked = 3,
    other_event = 4,
    unknown_pairing = 5,
    used_pairing = 6,
    refused_batch = 7,  // changed on the way, or falsely signed
    too_large = 8,
    machine = 9,  // the store's disk or database
    unknown_path = 10,
    protocol = 11,   // the store speaks another version
    expired = 12,    // a pairing text that was not used in time, or a token for too long
    too_early = 13,  // the token is far from its end
};
constexpr auto last_refusal_code = RefusalCode::too_early;

struct Refusal {
    RefusalCode code = RefusalCode::machine;
    std::string detail;  // in English, for the log and the officer
    // Of a refused batch: whose operation is to blame, and its number; an earlier store says none.
    DeviceId device{};
    std::uint64_t sequence = 0;
    bool operator==(const Refusal&) const = default;
};

[[nodiscard]] Bytes encode_batch(const Batch& batch);
[[nodiscard]] std::optional<Batch> decode_batch(ByteView bytes);
[[nodiscard]] Bytes encode_status(const StoreStatus& status);
[[nodiscard]] std::optional<StoreStatus> decode_status(ByteView bytes);
[[nodiscard]] Bytes encode_heads(const std::vector<StoreHead>& heads);
[[nodiscard]] std::optional<std::vector<StoreHead>> decode_heads(ByteView bytes);
[[nodiscard]] Bytes encode_push_answer(const PushAnswer& answer);
[[nodiscard]] std::optional<PushAnswer> decode_push_answer(ByteView bytes);
[[nodiscard]] Bytes encode_page(const PullPage& page);
[[nodiscard]] std::optional<PullPage> decode_page(ByteView bytes);
[[nodiscard]] Bytes encode_join_request(const JoinRequest& request);
[[nodiscard]] std::optional<JoinRequest> decode_join_request(ByteView bytes);
[[nodiscard]] Bytes encode_join_answer(const JoinAnswer& answer);
[[nodiscard]] std::optional<JoinAnswer> decode_join_answer(ByteView bytes);
[[nodiscard]] Bytes encode_renew_request(const RenewRequest& request);
[[nodiscard]] std::optional<RenewRequest> decode_renew_request(ByteView bytes);
[[nodiscard]] Bytes encode_refusal(const Refusal& refusal);
[[nodiscard]] std::optional<Refusal> decode_refusal(ByteView bytes);

// Paths of an event at a store: "/v1/events/UUID/status".
[[nodiscard]] std::string status_path(const EventId& event);
[[nodiscard]] std::string operations_path(const EventId& event);
[[nodiscard]] std::string join_path(const EventId& event);
[[nodiscard]] std::string joined_path(const EventId& event);
[[nodiscard]] std::string renew_path(const EventId& event);

}  // namespace stormote
