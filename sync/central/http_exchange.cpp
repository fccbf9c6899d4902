#include "sync/central/http_exchange.h"

#include "sync/http/request_head.h"
#include "sync/replication/http_connection.h"
#include "sync/replication/packed_body.h"

namespace stormote {

namespace {

// A status or a word is answered however much others hold.
constexpr std::size_t uncounted_answer_bytes = 65'536;

std::chrono::steady_clock::time_point now() {
    return std::chrono::steady_clock::now();
}

std::string token_of(MHD_Connection *http) {
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view authorization = request_header(http, "Authorization");
    return std::string(authorization.starts_with(scheme) ? authorization.substr(scheme.size())
                                                         : std::string_view());
}

StoreResponse too_large(std::size_t most) {
    return refuse(RefusalCode::too_large, "more than " + std::to_string(most) + " bytes");
}

StoreResponse busy() {
    StoreResponse response =
        refuse(RefusalCode::machine, "It has too much to do at once. Try again in a minute.");
    response.status = MHD_HTTP_SERVICE_UNAVAILABLE;
    return response;
}

// What MHD sends of it, and who owns that.
struct AnswerBody {
    Bytes own{};
    std::shared_ptr<const EncodedPage> shared{};
    bool is_packed = false;
    [[nodiscard]] const Bytes& bytes() const {
        return !shared ? own : is_packed ? shared->packed() : shared->bytes();
    }
};

enum class Peer : std::uint8_t { plain, takes_packed };

void free_answer(void *answer) {
    delete static_cast<AnswerBody *>(answer);
}

struct ResponseFreer {
    void operator()(MHD_Response *response) const { MHD_destroy_response(response); }
};

MHD_Result queue(MHD_Connection *http, Peer peer, int status, std::unique_ptr<AnswerBody> body,
                 const char *content_type) {
    const Bytes& bytes = body->bytes();
    const bool is_packed = body->is_packed;
    const std::unique_ptr<MHD_Response, ResponseFreer> made(
        MHD_create_response_from_buffer_with_free_callback_cls(
            bytes.size(), const_cast<std::uint8_t *>(bytes.data()), free_answer, body.get()));
    if (!made) return MHD_NO;
    static_cast<void>(body.release());
    MHD_add_response_header(made.get(), protocol_header, std::to_string(protocol_version).c_str());
    MHD_add_response_header(made.get(), "Content-Type", content_type);
    // No browser is meant to come here; one that is led here keeps, guesses and shows nothing.
    MHD_add_response_header(made.get(), "Cache-Control", "no-store");
    MHD_add_response_header(made.get(), "X-Content-Type-Options", "nosniff");
    MHD_add_response_header(made.get(), "Content-Security-Policy",
                            "default-src 'none'; frame-ancestors 'none'");
    if (MHD_get_connection_info(http, MHD_CONNECTION_INFO_PROTOCOL) != nullptr) {
        MHD_add_response_header(made.get(), "Strict-Transport-Security",
                                "max-age=63072000; includeSubDomains");
    }
    if (is_packed) MHD_add_response_header(made.get(), "Content-Encoding", packed_coding);
    // Who takes packed answers may pack what it sends (RFC 9110, 12.5.3).
    if (peer == Peer::takes_packed) {
        MHD_add_response_header(made.get(), "Accept-Encoding", packed_coding);
    }
    return MHD_queue_response(http, static_cast<unsigned>(status), made.get());
}

}  // namespace

HttpExchange::HttpExchange(const ExchangeContext& context, ConnectionTable::Connection& connection,
                           const std::string& target)
    : context_(context), connection_(connection) {
    const auto mark = target.find('?');
    request_.path = target.substr(0, mark);
    if (mark != std::string::npos) request_.query = target.substr(mark + 1);
}

HttpExchange::~HttpExchange() {
    context_.memory.give_back(held_);
}

MHD_Result HttpExchange::begin(MHD_Connection *http, const std::string& method) {
    if (method == "GET" || method == "HEAD") {
        if (const auto page = context_.health.find(request_.path)) return answer(http, *page);
    }
    auto refusal = judge(http, method);
    if (!refusal) {
        context_.connections.enter(connection_, ConnectionTable::Phase::body, 0, now());
        return MHD_YES;
    }
    return answer(http, *std::move(refusal));
}

std::optional<StoreResponse> HttpExchange::judge(MHD_Connection *http, const std::string& method) {
    if (request_header(http, protocol_header) != std::to_string(protocol_version)) {
        return refuse(RefusalCode::protocol,
                      "the store speaks " + std::to_string(protocol_version));
    }
    const bool is_post = method == "POST";
    if (!is_post && method != "GET") return refuse(RefusalCode::unknown_path, "no such method");
    request_.method = is_post ? StoreMethod::post : StoreMethod::get;
    request_.token = token_of(http);
    request_.sender = sender_of(http, connection_.address);
    takes_packed_ = names_packed_coding(request_header(http, "Accept-Encoding"));
    const std::string_view packing = request_header(http, "Content-Encoding");
    is_packed_ = packing == packed_coding;
    if (!packing.empty() && !is_packed_) {
        return refuse(RefusalCode::malformed, "a body is compressed by zstd, or not at all");
    }
    const auto length = body_length(http);
    if (!length) return refuse(RefusalCode::malformed, "the length of the body cannot be told");
    if (!is_post) {
        if (length->bytes > 0 || length->is_chunked) return too_large(0);
        return std::nullopt;
    }
    try {
        most_body_ = context_.service.most_body_bytes(request_.path, request_.token);
    } catch (const MachineFailure& failure) {
        return context_.service.answer_failure(failure);
    }
    // Without a body to look at, the service says why it does not want one.
    if (most_body_ == 0) return context_.service.handle(request_);
    // To join, a device has no token yet, and nobody looks at what a stranger shows.
    const auto event = event_of_path(request_.path);
    if (event && request_.path != join_path(*event)) {
        context_.connections.keep_place(connection_);
    }
    if (length->bytes > most_body_) return too_large(most_body_);
    if (!context_.memory.has(length->bytes)) return busy();
    // Growing by steps, it would be there twice; memory that nobody has written to costs nothing.
    request_.body.reserve(length->is_known ? length->bytes : most_body_);
    return std::nullopt;
}

MHD_Result HttpExchange::receive(std::string_view piece) {
    context_.connections.receive(connection_, piece.size());
    received_ += piece.size();
    // Only a body that did not say its length comes here. It is read past, so that the answer
    // reaches the sender, but not for ever.
    if (received_ > most_body_) {
        refused_ = Refused::too_large;
        drop_body();
        return received_ / 2 > most_body_ ? MHD_NO : MHD_YES;
    }
    if (refused_ != Refused::no) return MHD_YES;
    if (!context_.memory.take(piece.size())) {
        refused_ = Refused::busy;
        drop_body();
        return MHD_YES;
    }
    held_ += piece.size();
    request_.body.insert(request_.body.end(), piece.begin(), piece.end());
    return MHD_YES;
}

MHD_Result HttpExchange::finish(MHD_Connection *http) {
    if (place_) return look(http);
    context_.connections.enter(connection_, ConnectionTable::Phase::work, 0, now());
    if (refused_ == Refused::too_large) return answer(http, too_large(most_body_));
    if (refused_ == Refused::busy) return answer(http, busy());
    if (is_packed_) {
        if (auto refusal = unpack_body()) return answer(http, *std::move(refusal));
    }
    waiting_ = context_.service.read_waiting(request_);
    if (waiting_) return look(http);
    StoreResponse response = context_.service.handle(request_);
    if (response.status == MHD_HTTP_OK && !request_.token.empty()) {
        context_.connections.keep_place(connection_);
    }
    drop_body();
    const std::size_t size = response.body.size();
    if (size > uncounted_answer_bytes) {
        if (!context_.memory.take(size)) return answer(http, busy());
        held_ = size;
    }
    return answer(http, std::move(response));
}

MHD_Result HttpExchange::answer(MHD_Connection *http, StoreResponse response) {
    context_.service.metrics().count_request(request_kind(request_.method, request_.path),
                                             response.status);
    if (response.status != MHD_HTTP_OK) note_refusal(http, response);
    context_.connections.enter(connection_, ConnectionTable::Phase::answer, response.body.size(),
                               now());
    auto body = std::make_unique<AnswerBody>();
    body->own = std::move(response.body);
    if (takes_packed_) {
        Bytes packed = pack_if_smaller(body->own);
        body->is_packed = !packed.empty();
        if (body->is_packed) body->own = std::move(packed);
    }
    return queue(http, takes_packed_ ? Peer::takes_packed : Peer::plain, response.status,
                 std::move(body), "application/cbor");
}

MHD_Result HttpExchange::answer(MHD_Connection *http, const HealthPage& page) {
    context_.service.metrics().count_request(request_.path.substr(1), page.status);
    context_.connections.enter(connection_, ConnectionTable::Phase::answer, page.text.size(),
                               now());
    auto body = std::make_unique<AnswerBody>();
    body->own.assign(page.text.begin(), page.text.end());
    return queue(http, Peer::plain, page.status, std::move(body), page.content_type);
}

MHD_Result HttpExchange::answer(MHD_Connection *http, std::shared_ptr<const EncodedPage> page) {
    const std::size_t size = page->bytes().size();
    if (size > uncounted_answer_bytes && !page->count_in(context_.memory)) {
        return answer(http, busy());
    }
    context_.service.metrics().count_request(request_kind(request_.method, request_.path),
                                             MHD_HTTP_OK);
    context_.connections.enter(connection_, ConnectionTable::Phase::answer, size, now());
    auto body = std::make_unique<AnswerBody>();
    body->is_packed = takes_packed_ && !page->packed().empty();
    body->shared = std::move(page);
    return queue(http, takes_packed_ ? Peer::takes_packed : Peer::plain, MHD_HTTP_OK,
                 std::move(body), "application/cbor");
}

MHD_Result HttpExchange::look(MHD_Connection *http) {
    for (;;) {
        // Each time: the token may have been revoked meanwhile.
        if (auto refused = context_.service.refuse_waiting(*waiting_, request_.token)) {
            return answer(http, *std::move(refused));
        }
        if (!connection_.has_token) context_.connections.keep_place(connection_);
        if (!place_) {
            place_ = context_.held.admit(waiting_->event, request_.token, connection_.socket,
                                         now() + waiting_->longest);
        }
        const auto shared = place_ ? place_->begin_to_look() : nullptr;
        auto found = context_.service.look(*waiting_, shared.get());
        if (auto *failure = std::get_if<StoreResponse>(&found)) {
            return answer(http, std::move(*failure));
        }
        auto& page = std::get<std::shared_ptr<const EncodedPage>>(found);
        if (page->has_news() || !place_ || place_->is_over()) {
            return answer(http, std::move(page));
        }
        // What it pushed itself is no news for it.
        waiting_->after = page->next();
        context_.connections.enter(connection_, ConnectionTable::Phase::wait, 0, now());
        if (place_->hold(http)) return MHD_YES;
        context_.connections.enter(connection_, ConnectionTable::Phase::work, 0, now());
    }
}

std::optional<StoreResponse> HttpExchange::unpack_body() {
    const auto size = unpacked_size(request_.body);
    if (!size) return refuse(RefusalCode::malformed, "a compressed body must say its size");
    if (*size > most_body_) return too_large(most_body_);
    if (!context_.memory.take(*size)) return busy();
    held_ += *size;
    auto body = unpack(request_.body, most_body_);
    if (!body) return refuse(RefusalCode::malformed, "the compressed body is damaged");
    request_.body = *std::move(body);
    return std::nullopt;
}

void HttpExchange::drop_body() {
    request_.body = {};
    context_.memory.give_back(std::exchange(held_, 0));
}

void HttpExchange::note_refusal(MHD_Connection *http, const StoreResponse& response) const {
    const auto refusal = decode_refusal(response.body);
    const RefusalCode code = refusal ? refusal->code : RefusalCode::machine;
    context_.service.metrics().count_refusal(code);
    context_.refusals.write({sender_of(http, connection_.address), event_of_path(request_.path),
                             context_.service.device_of(request_.token), code},
                            now());
}

}  // namespace stormote
