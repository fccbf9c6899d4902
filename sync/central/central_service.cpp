#include "sync/central/central_service.h"

#include <charconv>

namespace stormote {

namespace {

enum class Action : std::uint8_t { status, push, pull, join, joined, renew };

int http_status(RefusalCode code) {
    switch (code) {
        case RefusalCode::malformed:
            return 400;
        case RefusalCode::unknown_token:
        case RefusalCode::revoked:
            return 401;
        case RefusalCode::other_event:
        case RefusalCode::unknown_pairing:
            return 403;
        case RefusalCode::unknown_path:
            return 404;
        case RefusalCode::used_pairing:
        case RefusalCode::expired:
            return 410;
        case RefusalCode::too_large:
            return 413;
        case RefusalCode::too_early:
            return 409;
        case RefusalCode::refused_batch:
            return 422;
        case RefusalCode::protocol:
            return 426;
        case RefusalCode::machine:
            return 500;
    }
    return 500;
}

// The value of "name=..." in a query; empty when it is not there.
std::string_view find_parameter(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        if (pair.starts_with(name) && pair.substr(name.size()).starts_with('=')) {
            return pair.substr(name.size() + 1);
        }
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
    }
    return {};
}

std::optional<std::uint64_t> read_number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

// Nothing where it is not as it must be.
std::optional<WaitingPull> read_pull(const EventId& event, const StoreRequest& request) {
    const std::string_view query = request.query;
    const auto after = read_number(find_parameter(query, "after"));
    const std::string_view without_text = find_parameter(query, "without");
    const auto without = parse_id<DeviceId>(without_text);
    const std::string_view wait_text = find_parameter(query, "wait");
    const auto wait = wait_text.empty() ? std::optional<std::uint64_t>(0) : read_number(wait_text);
    if (!after || (!without && !without_text.empty()) || !wait) return std::nullopt;
    const auto longest =
        std::min<std::uint64_t>(*wait, static_cast<std::uint64_t>(longest_wait.count()));
    const auto token = read_token(request.token);
    return WaitingPull{event,
                       *after,
                       without.value_or(DeviceId{}),
                       std::chrono::seconds(longest),
                       token ? hash_bytes(*token) : Hash{},
                       request.sender};
}

// "/v1/events/UUID/ACTION".
constexpr std::string_view path_prefix = "/v1/events/";
constexpr std::size_t id_length = 36;

}  // namespace

std::optional<EventId> event_of_path(std::string_view path) {
    if (!path.starts_with(path_prefix) || path.size() < path_prefix.size() + id_length) {
        return std::nullopt;
    }
    return parse_id<EventId>(path.substr(path_prefix.size(), id_length));
}

struct CentralService::Target {
    EventId event;
    Action action = Action::status;

    static std::optional<Target> parse(StoreMethod method, std::string_view path) {
        const auto event = event_of_path(path);
        if (!event) return std::nullopt;
        const std::string_view action = path.substr(path_prefix.size() + id_length);
        const bool is_get = method == StoreMethod::get;
        if (is_get && action == "/status") return Target{*event, Action::status};
        if (action == "/operations") return Target{*event, is_get ? Action::pull : Action::push};
        if (!is_get && action == "/join") return Target{*event, Action::join};
        if (!is_get && action == "/joined") return Target{*event, Action::joined};
        if (!is_get && action == "/renew") return Target{*event, Action::renew};
        return std::nullopt;
    }
};

std::string_view request_kind(StoreMethod method, std::string_view path) {
    const auto target = CentralService::Target::parse(method, path);
    if (!target) return "other";
    switch (target->action) {
        case Action::status:
            return "status";
        case Action::push:
            return "push";
        case Action::pull:
            return "pull";
        case Action::join:
            return "join";
        case Action::joined:
            return "joined";
        case Action::renew:
            return "renew";
    }
    return "other";
}

StoreResponse refuse(RefusalCode code, const std::string& detail) {
    return refuse(Refusal{code, detail});
}

StoreResponse refuse(const Refusal& refusal) {
    return {http_status(refusal.code), encode_refusal(refusal)};
}

CentralService::CentralService(Store& store, const Clock& clock, Random& random, ServiceLog log)
    : store_(store), clock_(clock), random_(random), log_(std::move(log)), reads_(store) {}

StoreResponse CentralService::handle(const StoreRequest& request) {
    try {
        return dispatch(request);
    } catch (const MachineFailure& failure) {
        return answer_failure(failure);
    }
}

StoreResponse CentralService::answer_failure(const MachineFailure& failure) const {
    log_failure(failure);
    // What fails, and where the database is, concerns nobody who asks.
    if (dynamic_cast<const StoreUnavailable *>(&failure) == nullptr) {
        return refuse(RefusalCode::machine,
                      "The store's disk or database fails. Its log says how.");
    }
    StoreResponse response = refuse(
        RefusalCode::machine, "The store cannot take the request now. Try again in a minute.");
    response.status = 503;
    return response;
}

bool CentralService::is_ready() {
    constexpr std::int64_t pause_ms = 1'000;
    constexpr std::int64_t patience_ms = 3'000;
    const std::int64_t now_ms = clock_.steady_ms();
    // Whoever comes while another one asks is told what was found last, until that takes too long:
    // a store that hangs holds one thread up, and not all.
    const std::unique_lock lock(asking_, std::try_to_lock);
    if (!lock) return is_ready_ && now_ms - asking_since_ms_ <= patience_ms;
    if (asked_ms_ && now_ms - *asked_ms_ < pause_ms) return is_ready_;
    asked_ms_ = now_ms;
    asking_since_ms_ = now_ms;
    try {
        timed(StoreCall::check, [this] { store_.check(); });
        is_ready_ = true;
    } catch (const MachineFailure& failure) {
        log_failure(failure);
        is_ready_ = false;
    }
    asking_since_ms_ = nobody_asks;
    return is_ready_;
}

std::size_t CentralService::most_body_bytes(const std::string& path, const std::string& token) {
    // To join takes a secret, to renew a hash, and to have joined nothing.
    constexpr std::size_t most_join_bytes = 256;
    const auto target = Target::parse(StoreMethod::post, path);
    if (!target) return 0;
    if (target->action != Action::join && refuse_access(*target, access_by(token))) return 0;
    return target->action == Action::push ? most_push_bytes : most_join_bytes;
}

std::string CentralService::device_of(const std::string& token) try {
    return access_by(token).device;
} catch (const MachineFailure&) {
    // Said already, by what was refused for it.
    return "";
}

StoreResponse CentralService::dispatch(const StoreRequest& request) {
    const auto target = Target::parse(request.method, request.path);
    if (!target) return refuse(RefusalCode::unknown_path, "no such path");
    // A device that joins has a secret instead, in the body.
    const Access access = target->action == Action::join ? Access{} : access_by(request.token);
    if (auto refused = refuse_access(*target, access)) return *std::move(refused);
    switch (target->action) {
        case Action::status:
            return status(target->event, access);
        case Action::push:
            return push(target->event, request);
        case Action::pull:
            return pull(target->event, request);
        case Action::join:
            return join(target->event, request);
        case Action::joined:
            confirm(request);
            return {};
        case Action::renew:
            return renew(target->event, request);
    }
    return refuse(RefusalCode::unknown_path, "no such path");
}

Access CentralService::access_by(const std::string& token) {
    const auto read = read_token(token);
    return read ? access_of(hash_bytes(*read)) : Access{};
}

std::optional<StoreResponse> CentralService::refuse_access(const Target& target,
                                                           const Access& access) {
    if (target.action == Action::join) return std::nullopt;
    switch (access.state) {
        case AccessState::unknown:
            return refuse(RefusalCode::unknown_token, "no such token");
        case AccessState::revoked:
            return refuse(RefusalCode::revoked, "the token was revoked");
        case AccessState::expired:
            return refuse(RefusalCode::expired, "the token has come to its end");
        case AccessState::granted:
            break;
    }
    if (access.event != target.event) {
        return refuse(RefusalCode::other_event, "the token is for another event");
    }
    return std::nullopt;
}

Access CentralService::access_of(const Hash& token_hash) {
    return timed(StoreCall::access, [&] { return store_.access(token_hash, clock_.wall_ms()); });
}

void CentralService::confirm(const StoreRequest& request) {
    const Hash token_hash = hash_bytes(*read_token(request.token));
    timed(StoreCall::confirm,
          [&] { store_.confirm(token_hash, clock_.wall_ms(), request.sender); });
}

StoreResponse CentralService::status(const EventId& event, const Access& access) {
    StoreStatus status = timed(StoreCall::status, [&] { return store_.status(event); });
    status.now_ms = clock_.wall_ms();
    status.can_wait = true;
    status.is_renewal_due = access.is_renewal_due;
    return {200, encode_status(status)};
}

StoreResponse CentralService::push(const EventId& event, const StoreRequest& request) {
    if (request.body.size() > most_push_bytes) {
        return refuse(RefusalCode::too_large, std::to_string(request.body.size()) + " bytes");
    }
    const auto batch = decode_batch(request.body);
    if (!batch) return refuse(RefusalCode::malformed, "not a batch");
    if (batch->operations.size() > most_pushed_operations) {
        return refuse(RefusalCode::too_large,
                      std::to_string(batch->operations.size()) + " operations");
    }
    const Hash token_hash = hash_bytes(*read_token(request.token));
    const PushAnswer answer = timed(StoreCall::append, [&] {
        return store_.append(event, *batch, token_hash, clock_.wall_ms());
    });
    if (answer.outcome == PushOutcome::refused) {
        const RefusedRun& refused = *answer.refused;
        return refuse({RefusalCode::refused_batch, refused.reason.english(), refused.device,
                       refused.sequence});
    }
    // Whoever pushes has its copy of the event: its pairing text is used up.
    confirm(request);
    metrics_.count_operations(answer);
    if (answer.quarantined > 0) {
        const Sentence words =
            answer.quarantined == 1
                ? Sentence{"{} operation of event {} contradicts another and was put aside."}
                : Sentence{"{} operations of event {} contradict others and were put aside."};
        write_log({input_error(words, answer.quarantined, to_string(event)),
                   {{"event", to_string(event)},
                    {"put_aside", static_cast<std::int64_t>(answer.quarantined)}}});
    }
    return {200, encode_push_answer(answer)};
}

StoreResponse CentralService::pull(const EventId& event, const StoreRequest& request) {
    const auto pull = read_pull(event, request);
    if (!pull) {
        return refuse(RefusalCode::malformed,
                      "after=NUMBER is missing, or without=DEVICE or wait=SECONDS is none");
    }
    const PullPage page =
        timed(StoreCall::read, [&] { return store_.read(event, pull->after, pull->without); });
    note_read(*pull, page.batch.operations.size(), page.next);
    return {200, encode_page(page)};
}

std::optional<WaitingPull> CentralService::read_waiting(const StoreRequest& request) const {
    const auto target = Target::parse(request.method, request.path);
    if (!target || target->action != Action::pull) return std::nullopt;
    auto pull = read_pull(target->event, request);
    if (!pull || pull->longest.count() == 0) return std::nullopt;
    return pull;
}

std::optional<StoreResponse> CentralService::refuse_waiting(const WaitingPull& pull,
                                                            const std::string& token) {
    try {
        return refuse_access({pull.event, Action::pull}, access_by(token));
    } catch (const MachineFailure& failure) {
        return answer_failure(failure);
    }
}

std::variant<std::shared_ptr<const EncodedPage>, StoreResponse> CentralService::look(
    const WaitingPull& pull, SharedPages *shared) {
    try {
        auto page = read_page(pull, shared);
        note_read(pull, page->operations(), page->next());
        return page;
    } catch (const MachineFailure& failure) {
        return answer_failure(failure);
    }
}

std::shared_ptr<const EncodedPage> CentralService::read_page(const WaitingPull& pull,
                                                             SharedPages *shared) {
    if (shared != nullptr) {
        auto page = shared->after(pull.after, [&](std::uint64_t after) {
            return timed(StoreCall::read, [&] { return store_.read(pull.event, after, {}); });
        });
        // Where its own operations are among them, it reads those of the others by itself.
        if (page && !page->holds(pull.without)) return page;
    }
    return std::make_shared<const EncodedPage>(
        timed(StoreCall::read, [&] { return store_.read(pull.event, pull.after, pull.without); }));
}

void CentralService::note_read(const WaitingPull& pull, std::size_t operations,
                               std::uint64_t next) {
    if (operations == 0) return;
    reads_.note({pull.token_hash, pull.event, pull.sender}, {operations, pull.after, next},
                clock_.wall_ms());
}

StoreResponse CentralService::join(const EventId& event, const StoreRequest& request) {
    const auto asked = decode_join_request(request.body);
    if (!asked) return refuse(RefusalCode::malformed, "not a request to join");
    const Token token = random_.bytes<32>();
    const JoinOutcome outcome = timed(StoreCall::join, [&] {
        return store_.join(event, hash_bytes(asked->secret), hash_bytes(token), clock_.wall_ms(),
                           request.sender);
    });
    switch (outcome) {
        case JoinOutcome::joined: {
            const std::string device = access_of(hash_bytes(token)).device;
            write_log(LogLine::info(
                input_error({"The device {} has joined event {}."}, device, to_string(event)),
                {{"event", to_string(event)}, {"device", device}}));
            return {200, encode_join_answer({token})};
        }
        case JoinOutcome::used:
            return refuse(RefusalCode::used_pairing, "the pairing text was used");
        case JoinOutcome::revoked:
            return refuse(RefusalCode::revoked, "the device was revoked");
        case JoinOutcome::expired:
            return refuse(RefusalCode::expired, "the pairing text was not used in time");
        case JoinOutcome::other_event:
            return refuse(RefusalCode::other_event, "the pairing text is for another event");
        case JoinOutcome::unknown:
            break;
    }
    return refuse(RefusalCode::unknown_pairing, "no such pairing text");
}

StoreResponse CentralService::renew(const EventId& event, const StoreRequest& request) {
    const auto asked = decode_renew_request(request.body);
    if (!asked) return refuse(RefusalCode::malformed, "not a request to renew");
    const Hash token_hash = hash_bytes(*read_token(request.token));
    const bool is_taken = timed(StoreCall::renew, [&] {
        return store_.renew(event, token_hash, asked->next_token_hash, clock_.wall_ms(),
                            request.sender);
    });
    if (!is_taken) return refuse(RefusalCode::too_early, "the token is far from its end");
    return {};
}

void CentralService::log_failure(const MachineFailure& failure) const {
    const auto *unavailable = dynamic_cast<const StoreUnavailable *>(&failure);
    if (unavailable != nullptr && unavailable->report() == StoreUnavailable::Report::known) return;
    write_log(failure.error());
}

void CentralService::write_log(const LogLine& line) const {
    if (log_) log_(line);
}

}  // namespace stormote
