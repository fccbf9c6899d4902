#include "sync/replication/store_client.h"

namespace stormote {

namespace {

Error describe(const Refusal& refusal) {
    switch (refusal.code) {
        case RefusalCode::unknown_token:
            return input_error(
                {"The central store does not know this device's token. Have the device enrolled "
                 "again (stormote-central enrol)."});
        case RefusalCode::revoked:
            return input_error(
                {"This device's access to the central store was revoked. If that was a mistake, "
                 "have it enrolled again (stormote-central enrol)."});
        case RefusalCode::other_event:
            return input_error(
                {"The token or pairing text belongs to another event. Check which event file and "
                 "which token go together."});
        case RefusalCode::unknown_pairing:
            return input_error(
                {"The central store does not know this pairing text. Check that it "
                 "was made at this store."});
        case RefusalCode::used_pairing:
            return input_error(
                {"This pairing text was used already: it works once. Have a new one "
                 "made (stormote-central enrol)."});
        case RefusalCode::expired:
            return input_error(
                {"This pairing text, or this device's access to the central store, "
                 "has expired. Have the device enrolled again (stormote-central "
                 "enrol)."});
        case RefusalCode::too_large:
            return input_error({"The message is too large for the central store ({})."},
                               refusal.detail);
        case RefusalCode::refused_batch:
            return input_error({"The central store refused the operations: {} Run \"stormote "
                                "verify\" on the event file."},
                               refusal.detail);
        case RefusalCode::protocol:
            return input_error({"The central store speaks another version of the protocol ({}). "
                                "Update the older of the two machines."},
                               refusal.detail);
        case RefusalCode::machine:
            return input_error({"The central store failed: {} Call those who run it."},
                               refusal.detail);
        case RefusalCode::malformed:
        case RefusalCode::unknown_path:
        case RefusalCode::too_early:
            break;
    }
    return input_error({"The central store does not understand this program ({}). Check the "
                        "address, and that both are of the same version."},
                       refusal.detail);
}

Error not_understood() {
    return input_error(
        {"The central store's answer cannot be read. Update the older of the two "
         "machines."});
}

}  // namespace

Result<StoreResponse> StoreClient::send(StoreRequest request) {
    const std::string shown = token_.shown();
    auto response = send_with(shown, request);
    if (response || !is_token_ended()) return response;
    // Another program of this machine may have renewed it, or this one before it ended.
    const auto refusal = refusal_;
    for (const std::string& other : token_.others(shown)) {
        auto answer = send_with(other, request);
        if (is_token_ended()) continue;
        try {
            if (answer) token_.adopt(other);
        } catch (const MachineFailure&) {
            // It lies in the file of the next token.
        }
        return answer;
    }
    refusal_ = refusal;
    return response;
}

Result<StoreResponse> StoreClient::send_with(const std::string& token, StoreRequest& request) {
    request.token = token;
    refusal_.reset();
    auto response = connection_.send(request);
    is_answered_ = response.ok();
    if (!response) return response;
    if (response->status == 200) return response;
    refusal_ = decode_refusal(response->body);
    if (!refusal_) return not_understood();
    return describe(*refusal_);
}

bool StoreClient::is_token_ended() const {
    return refusal_ &&
           (refusal_->code == RefusalCode::unknown_token ||
            refusal_->code == RefusalCode::expired || refusal_->code == RefusalCode::revoked);
}

void StoreClient::renew() {
    const auto next = token_.propose();
    if (!next) return;
    const Bytes body = encode_renew_request({hash_bytes(*next)});
    if (!send({StoreMethod::post, renew_path(event_), "", "", body})) return;
    // Once it was used, the store forgets the one before.
    StoreRequest use{StoreMethod::post, joined_path(event_), "", "", {}};
    if (send_with(write_token(*next), use)) token_.adopt(write_token(*next));
}

Result<> StoreClient::renew_if_due() {
    if (!std::exchange(is_renewal_due_, false)) return Done{};
    try {
        renew();
    } catch (const MachineFailure& failure) {
        return failure.error();
    }
    return Done{};
}

template <typename Message>
Result<Message> StoreClient::ask(StoreRequest request, std::optional<Message> (*decode)(ByteView)) {
    auto response = send(std::move(request));
    if (!response) return response.error();
    auto message = decode(response->body);
    if (!message) return not_understood();
    return *std::move(message);
}

Result<StoreStatus> StoreClient::status() {
    auto status = ask({StoreMethod::get, status_path(event_), "", "", {}}, decode_status);
    is_renewal_due_ = status && status->is_renewal_due;
    return status;
}

Result<PushAnswer> StoreClient::push(const Batch& batch) {
    auto answer = ask({StoreMethod::post, operations_path(event_), "", "", encode_batch(batch)},
                      decode_push_answer);
    const bool names_operation =
        refusal_ && refusal_->code == RefusalCode::refused_batch && refusal_->sequence != 0;
    if (answer || !names_operation) return answer;
    return PushAnswer{
        PushOutcome::refused, 0, 0, 0,
        RefusedRun{refusal_->device, refusal_->sequence, RefusalKind::faulty, answer.error()}};
}

Result<PullPage> StoreClient::pull(std::uint64_t after, const DeviceId& without,
                                   std::chrono::seconds wait) {
    std::string query = "after=" + std::to_string(after);
    if (!without.is_nil()) query += "&without=" + to_string(without);
    if (wait.count() > 0) query += "&wait=" + std::to_string(wait.count());
    return ask({StoreMethod::get, operations_path(event_), query, "", {}}, decode_page);
}

Result<Token> StoreClient::join(const PairingSecret& secret) {
    auto answer = ask({StoreMethod::post, join_path(event_), "", "", encode_join_request({secret})},
                      decode_join_answer);
    if (!answer) return answer.error();
    token_ = DeviceToken(write_token(answer->token));
    return answer->token;
}

Result<> StoreClient::confirm_joined() {
    auto response = send({StoreMethod::post, joined_path(event_), "", "", {}});
    if (!response) return response.error();
    return Done{};
}

}  // namespace stormote
