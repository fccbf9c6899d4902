// StoreClient: what a device can ask a central store about one event, in words of this program.
// One thread; borrows its connection.
#pragma once

#include <chrono>

#include "sync/replication/device_token.h"
#include "sync/replication/store_connection.h"

namespace stormote {

class StoreClient {
  public:
    StoreClient(StoreConnection& connection, const EventId& event, DeviceToken token)
        : connection_(connection), event_(event), token_(std::move(token)) {}

    [[nodiscard]] const EventId& event() const { return event_; }

    // All errors say what an officer can do about them. A gap, or one device's operations that are
    // refused, is an outcome, not an error.
    Result<StoreStatus> status();
    // Where the last status said that the token nears its end, and the store renews it. Whatever
    // the store answers, a token that is good stays, and the next time tries again. Error: the next
    // token cannot be laid down here.
    Result<> renew_if_due();
    Result<PushAnswer> push(const Batch& batch);
    // What stands in the store's log after a position (0: from its beginning), without the
    // operations of one device. A store that can wait answers only when there is something, or
    // when that time is over; one that cannot answers at once.
    Result<PullPage> pull(std::uint64_t after, const DeviceId& without,
                          std::chrono::seconds wait = {});

    // Turns a pairing's secret into a token, which this client uses from then on. May be repeated
    // until confirm_joined() or the first push, and not afterwards.
    Result<Token> join(const PairingSecret& secret);
    Result<> confirm_joined();

    // Whether a store answered the last request at all, be it with a refusal.
    [[nodiscard]] bool is_answered() const { return is_answered_; }

  private:
    template <typename Message>
    Result<Message> ask(StoreRequest request, std::optional<Message> (*decode)(ByteView));
    // With the token that the store takes, where this machine has more than one.
    Result<StoreResponse> send(StoreRequest request);
    Result<StoreResponse> send_with(const std::string& token, StoreRequest& request);
    [[nodiscard]] bool is_token_ended() const;
    void renew();  // throws MachineFailure

    StoreConnection& connection_;
    EventId event_;
    DeviceToken token_;
    std::optional<Refusal> refusal_;  // the last request's
    bool is_answered_ = false;
    bool is_renewal_due_ = false;
};

}  // namespace stormote
