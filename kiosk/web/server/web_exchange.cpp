#include "kiosk/web/server/web_exchange.h"

#include "kiosk/web/server/gzip.h"
#include "sync/base/network.h"
#include "sync/base/utf8.h"
#include "sync/http/request_head.h"

namespace stormote {

namespace {

// A page or a word is answered however much others hold.
constexpr std::size_t uncounted_answer_bytes = 65'536;
constexpr std::size_t most_fields = 2'000;
constexpr std::size_t form_buffer_bytes = 4'096;
// What a packed answer saves is less than what packing costs.
constexpr std::size_t least_packed_bytes = 600;

std::chrono::steady_clock::time_point now() {
    return std::chrono::steady_clock::now();
}

// Every answer: nothing is kept, guessed, framed, sent on, or run but what comes from here.
constexpr std::array<std::pair<const char *, const char *>, 7> usual_headers{
    {{"Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
      "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
      "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"},
     {"X-Content-Type-Options", "nosniff"},
     {"X-Frame-Options", "DENY"},
     // With none at all a browser would not say either which page a form came from.
     {"Referrer-Policy", "same-origin"},
     {"Cross-Origin-Opener-Policy", "same-origin"},
     {"Cross-Origin-Resource-Policy", "same-origin"},
     {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"}}};

struct ResponseFreer {
    void operator()(MHD_Response *response) const { MHD_destroy_response(response); }
};

void free_body(void *body) {
    delete static_cast<std::string *>(body);
}

bool is_packable(const WebResponse& response) {
    const std::string_view type = response.content_type;
    return response.body.size() >= least_packed_bytes &&
           (type.starts_with("text/") || type.starts_with("application/json") ||
            type.starts_with("application/manifest") || type.starts_with("image/svg"));
}

bool has_header(const WebResponse& response, std::string_view name) {
    return std::any_of(response.headers.begin(), response.headers.end(),
                       [name](const auto& header) { return header.first == name; });
}

bool is_text(std::string_view value) {
    return is_utf8(value) && value.find('\0') == std::string_view::npos;
}

MHD_Result add_field(void *fields, MHD_ValueKind, const char *name, std::size_t name_size,
                     const char *value, std::size_t value_size) {
    auto& target = *static_cast<WebFields *>(fields);
    if (target.size() >= most_fields) return MHD_NO;
    std::string text = value == nullptr ? std::string() : std::string(value, value_size);
    // No page links to it.
    if (!is_text(text) || !is_text({name, name_size})) return MHD_YES;
    target.add({name, name_size}, std::move(text));
    return MHD_YES;
}

MHD_Result add_cookie(void *cookies, MHD_ValueKind, const char *name, const char *value) {
    static_cast<std::map<std::string, std::string> *>(cookies)->emplace(
        name, value == nullptr ? "" : value);
    return MHD_YES;
}

}  // namespace

// Takes a form in as it comes, in pieces of its fields.
struct WebExchange::FormReader {
    explicit FormReader(MHD_Connection *http)
        : reader(MHD_create_post_processor(http, form_buffer_bytes, take, this)) {}
    ~FormReader() {
        if (reader != nullptr) MHD_destroy_post_processor(reader);
    }
    FormReader(const FormReader&) = delete;
    FormReader& operator=(const FormReader&) = delete;

    static MHD_Result take(void *self, MHD_ValueKind, const char *name, const char *, const char *,
                           const char *, const char *piece, std::uint64_t offset,
                           std::size_t size) {
        auto& form = *static_cast<FormReader *>(self);
        if (offset == 0) {
            if (form.fields.size() == most_fields) return MHD_NO;
            form.fields.emplace_back(name, std::string());
        }
        if (form.fields.empty()) return MHD_NO;
        form.fields.back().second.append(piece, size);
        return MHD_YES;
    }

    std::vector<std::pair<std::string, std::string>> fields;
    MHD_PostProcessor *reader;  // null: it is no form
};

WebExchange::WebExchange(const WebExchangeContext& context, ConnectionTable::Connection& connection,
                         const std::string& target)
    : context_(context), connection_(connection) {
    request_.path = target.substr(0, target.find('?'));
}

WebExchange::~WebExchange() {
    context_.memory.give_back(held_);
}

MHD_Result WebExchange::begin(MHD_Connection *http, const std::string& method) {
    read_head(http);
    if (const auto status = judge(http, method)) return refuse(http, *status);
    context_.connections.enter(connection_, ConnectionTable::Phase::body, 0, now());
    return MHD_YES;
}

void WebExchange::read_head(MHD_Connection *http) {
    const auto text = [http](const char *name) { return std::string(request_header(http, name)); };
    request_.address = sender_of(http, connection_.address);
    request_.is_secure = context_.options.is_behind_https ||
                         MHD_get_connection_info(http, MHD_CONNECTION_INFO_PROTOCOL) != nullptr;
    if (!request_.is_secure && text("X-Forwarded-Proto") == "https" &&
        is_loopback(connection_.address)) {
        std::call_once(context_.untold_https, context_.options.tell_untold_https);
    }
    request_.host = text("Host");
    request_.origin = text("Origin");
    request_.fetch_site = text("Sec-Fetch-Site");
    request_.languages = text("Accept-Language");
    request_.browser = text("User-Agent");
    takes_gzip_ = text("Accept-Encoding").find("gzip") != std::string::npos;
    MHD_get_connection_values(http, MHD_COOKIE_KIND, add_cookie, &request_.cookies);
    MHD_get_connection_values_n(http, MHD_GET_ARGUMENT_KIND, add_field, &request_.query);
}

std::optional<int> WebExchange::judge(MHD_Connection *http, const std::string& method) {
    is_head_ = method == "HEAD";
    if (method != "GET" && method != "POST" && !is_head_) return MHD_HTTP_METHOD_NOT_ALLOWED;
    request_.method = method == "POST" ? WebMethod::post : WebMethod::get;
    const auto length = body_length(http);
    if (!length) return MHD_HTTP_BAD_REQUEST;
    auto found = context_.routes.find(request_.method, request_.path);
    if (found.route == nullptr) {
        return found.is_other_method ? MHD_HTTP_METHOD_NOT_ALLOWED : MHD_HTTP_NOT_FOUND;
    }
    route_ = found.route;
    request_.places = std::move(found.places);
    if (length->bytes > route_->most_body_bytes ||
        (length->is_chunked && route_->most_body_bytes == 0)) {
        return MHD_HTTP_CONTENT_TOO_LARGE;
    }
    if (!context_.memory.has(length->bytes)) return MHD_HTTP_SERVICE_UNAVAILABLE;
    if (request_.method == WebMethod::post) form_ = std::make_unique<FormReader>(http);
    return std::nullopt;
}

MHD_Result WebExchange::receive(std::string_view piece) {
    context_.connections.receive(connection_, piece.size());
    received_ += piece.size();
    if (refused_ != 0) return MHD_YES;
    if (received_ > route_->most_body_bytes) {
        refused_ = MHD_HTTP_CONTENT_TOO_LARGE;
        return MHD_YES;
    }
    if (!context_.memory.take(piece.size())) {
        refused_ = MHD_HTTP_SERVICE_UNAVAILABLE;
        return MHD_YES;
    }
    held_ += piece.size();
    // Of a body that is no form nothing is kept.
    if (form_->reader != nullptr &&
        MHD_post_process(form_->reader, piece.data(), piece.size()) != MHD_YES) {
        refused_ = MHD_HTTP_BAD_REQUEST;
    }
    return MHD_YES;
}

bool WebExchange::end_form() {
    if (form_ == nullptr) return true;
    MHD_PostProcessor *reader = std::exchange(form_->reader, nullptr);
    if (reader != nullptr && MHD_destroy_post_processor(reader) != MHD_YES && received_ > 0) {
        return false;
    }
    for (auto& [name, value] : form_->fields) {
        if (!is_text(name) || !is_text(value)) return false;
        request_.form.add(std::move(name), std::move(value));
    }
    form_.reset();
    return true;
}

MHD_Result WebExchange::finish(MHD_Connection *http) {
    context_.connections.enter(connection_, ConnectionTable::Phase::work, 0, now());
    if (refused_ != 0) return refuse(http, refused_);
    if (!end_form()) return refuse(http, MHD_HTTP_BAD_REQUEST);
    return ask_page(http);
}

MHD_Result WebExchange::ask_page(MHD_Connection *http) {
    std::optional<WebResponse> response;
    try {
        response = route_->page(request_);
    } catch (const std::exception& fault) {
        context_.options.tell_fault(route_->pattern, fault);
        return refuse(http, MHD_HTTP_INTERNAL_SERVER_ERROR);
    }
    return answer(http, *std::move(response));
}

MHD_Result WebExchange::refuse(MHD_Connection *http, int status) {
    return answer(http, context_.options.refuse(request_, status));
}

MHD_Result WebExchange::answer(MHD_Connection *http, WebResponse response) {
    bool is_packed = false;
    if (takes_gzip_ && is_packable(response)) {
        response.body = gzip(response.body);
        is_packed = true;
    }
    const std::size_t size = response.body.size();
    if (size > uncounted_answer_bytes) {
        if (!context_.memory.take(size)) return MHD_NO;
        held_ += size;
    }
    context_.connections.enter(connection_, ConnectionTable::Phase::answer, size, now());
    auto body = std::make_unique<std::string>(std::move(response.body));
    const std::unique_ptr<MHD_Response, ResponseFreer> made(
        MHD_create_response_from_buffer_with_free_callback_cls(body->size(), body->data(),
                                                               free_body, body.get()));
    if (!made) return MHD_NO;
    static_cast<void>(body.release());
    const auto add = [&made](const char *name, const char *value) {
        MHD_add_response_header(made.get(), name, value);
    };
    add("Content-Type", response.content_type.c_str());
    for (const auto& [name, value] : usual_headers) add(name, value);
    for (const auto& [name, value] : response.headers) add(name.c_str(), value.c_str());
    // Whoever sits down at the computer next does not find it by "Back".
    if (!has_header(response, "Cache-Control")) add("Cache-Control", "no-store");
    if (request_.is_secure) {
        add("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    }
    add("Vary", "Accept-Encoding");
    if (is_packed) add("Content-Encoding", "gzip");
    return MHD_queue_response(http, static_cast<unsigned>(response.status), made.get());
}

}  // namespace stormote
