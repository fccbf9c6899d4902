#include "sync/central/refusal_log.h"

namespace stormote {

namespace {

constexpr int most_lines_of_a_sender = 10;
constexpr int most_lines = 100;

}  // namespace

const char *refusal_name(RefusalCode code) {
    switch (code) {
        case RefusalCode::malformed:
            return "malformed";
        case RefusalCode::unknown_token:
            return "unknown token";
        case RefusalCode::revoked:
            return "revoked token";
        case RefusalCode::other_event:
            return "token of another event";
        case RefusalCode::unknown_pairing:
            return "unknown pairing text";
        case RefusalCode::used_pairing:
            return "used pairing text";
        case RefusalCode::refused_batch:
            return "false operations";
        case RefusalCode::too_large:
            return "too large";
        case RefusalCode::machine:
            return "store failed or busy";
        case RefusalCode::unknown_path:
            return "unknown path";
        case RefusalCode::protocol:
            return "another protocol";
        case RefusalCode::expired:
            return "expired";
        case RefusalCode::too_early:
            return "too early";
    }
    return "unknown";
}

namespace {

LogLine describe(const RefusedRequest& request) {
    const std::string event = request.event ? to_string(*request.event) : "";
    const int code = static_cast<int>(request.code);
    const auto or_none = [](const std::string& text) { return text.empty() ? "-" : text; };
    LogLine line(
        input_error({"Refused: address {}, event {}, device {}, code {} ({})."}, request.address,
                    or_none(event), or_none(request.device), code, refusal_name(request.code)),
        {{"address", request.address}});
    if (!event.empty()) line.fields.push_back({"event", event});
    if (!request.device.empty()) line.fields.push_back({"device", request.device});
    line.fields.push_back({"code", std::int64_t{code}});
    line.fields.push_back({"reason", refusal_name(request.code)});
    return line;
}

}  // namespace

void RefusalLog::write(const RefusedRequest& request, Time now) {
    if (!log_) return;
    const std::lock_guard lock(mutex_);
    begin_minute(now);
    // Whoever comes when the log is full for this minute is counted, not remembered.
    const auto known = senders_.find(request.address);
    if (known == senders_.end() && written_ >= most_lines) {
        ++left_out_;
        return;
    }
    Sender& sender = known == senders_.end() ? senders_[request.address] : known->second;
    if (sender.written >= most_lines_of_a_sender || written_ >= most_lines) {
        ++sender.left_out;
        return;
    }
    ++sender.written;
    ++written_;
    log_(describe(request));
}

void RefusalLog::sum_up(Time now) {
    if (!log_) return;
    const std::lock_guard lock(mutex_);
    begin_minute(now);
}

void RefusalLog::begin_minute(Time now) {
    if (now - minute_ < std::chrono::minutes(1)) return;
    for (const auto& [address, sender] : senders_) {
        if (sender.left_out == 0) continue;
        log_({input_error({"Refused: address {}, {} more within a minute."}, address,
                          sender.left_out),
              {{"address", address}, {"left_out", std::int64_t{sender.left_out}}}});
    }
    if (left_out_ > 0) {
        log_({input_error({"Refused: other addresses, {} more within a minute."}, left_out_),
              {{"left_out", std::int64_t{left_out_}}}});
    }
    minute_ = now;
    senders_.clear();
    written_ = 0;
    left_out_ = 0;
}

}  // namespace stormote
