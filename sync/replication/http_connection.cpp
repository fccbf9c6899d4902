#include "sync/replication/http_connection.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <iterator>
#include <mutex>
#include <vector>

#include <httplib.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <sys/socket.h>
#include <unistd.h>

#include "sync/base/network.h"
#include "sync/replication/packed_body.h"

namespace stormote {

namespace {

constexpr std::chrono::milliseconds first_retry_delay{100};
constexpr int bad_request = 400;

// A certificate of another host has a code of its own in the httplib of Debian 13 (0.18), and none
// in that of Debian 12 (0.11).
template <typename Code>
bool is_untrusted(Code code) {
    if constexpr (requires { Code::SSLServerHostnameVerification; }) {
        if (code == Code::SSLServerHostnameVerification) return true;
    }
    return code == Code::SSLServerVerification || code == Code::SSLLoadingCerts;
}

struct Address {
    bool is_secure = false;
    std::string host;
    std::string origin;  // scheme, host and port
    std::string prefix;  // path before ours, without a slash at its end
};

Error unusable_url(const std::string& url) {
    return input_error({"\"{}\" is not the address of a central store. Write it as "
                        "https://name:port."},
                       url);
}

Result<Address> parse_url(const std::string& url) {
    Address address;
    std::string rest;
    if (url.starts_with("https://")) {
        address.is_secure = true;
        rest = url.substr(8);
    } else if (url.starts_with("http://")) {
        rest = url.substr(7);
    } else {
        return unusable_url(url);
    }
    const auto slash = rest.find('/');
    if (slash != std::string::npos) {
        address.prefix = rest.substr(slash);
        rest.resize(slash);
        while (address.prefix.ends_with('/')) address.prefix.pop_back();
    }
    address.origin = (address.is_secure ? "https://" : "http://") + rest;
    const auto bracket = rest.find(']');
    const auto colon = rest.find(':', rest.starts_with('[') ? bracket : 0);
    if (rest.starts_with('[') && bracket == std::string::npos) return unusable_url(url);
    address.host = rest.starts_with('[') ? rest.substr(1, bracket - 1) : rest.substr(0, colon);
    if (colon != std::string::npos) {
        const std::string port = rest.substr(colon + 1);
        if (port.empty() || port.size() > 5 || std::stoi("0" + port) > 65535 ||
            port.find_first_not_of("0123456789") != std::string::npos) {
            return unusable_url(url);
        }
    }
    if (address.host.empty() || url.find_first_of(" ?#@") != std::string::npos) {
        return unusable_url(url);
    }
    if (!address.is_secure && !is_loopback(address.host)) {
        return input_error({"{} would send names and notes unprotected over the network. Use an "
                            "address that begins with https://."},
                           url);
    }
    return address;
}

// A second handle on the socket in use, so that another thread can shut it down; the number of the
// first one might belong to something else by then.
class SocketWatch {
  public:
    ~SocketWatch() { replace(-1); }
    void watch(int socket) { replace(fcntl(socket, F_DUPFD_CLOEXEC, 0)); }
    void cancel() {
        const std::lock_guard lock(mutex_);
        is_cancelled_ = true;
        if (socket_ >= 0) shutdown(socket_, SHUT_RDWR);
        changed_.notify_all();
    }
    [[nodiscard]] bool is_cancelled() const {
        const std::lock_guard lock(mutex_);
        return is_cancelled_;
    }
    // False when it was cancelled meanwhile.
    [[nodiscard]] bool sleep(std::chrono::milliseconds duration) {
        std::unique_lock lock(mutex_);
        return !changed_.wait_for(lock, duration, [this] { return is_cancelled_; });
    }

  private:
    void replace(int socket) {
        const std::lock_guard lock(mutex_);
        if (socket_ >= 0) close(socket_);
        socket_ = socket;
        // It may have been cancelled between the attempts to connect.
        if (is_cancelled_ && socket_ >= 0) shutdown(socket_, SHUT_RDWR);
    }

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    int socket_ = -1;
    bool is_cancelled_ = false;
};

// For OpenSSL, in place of its own check of the chain: whether the certificate is that one.
int verify_print(X509_STORE_CTX *context, void *wanted) {
    CertificatePrint found{};
    unsigned size = 0;
    const bool is_that_one =
        X509_digest(X509_STORE_CTX_get0_cert(context), EVP_sha256(), found.data(), &size) == 1 &&
        size == found.size() && found == *static_cast<const CertificatePrint *>(wanted);
    X509_STORE_CTX_set_error(context,
                             is_that_one ? X509_V_OK : X509_V_ERR_APPLICATION_VERIFICATION);
    return is_that_one ? 1 : 0;
}

class HttpConnection final : public StoreConnection {
  public:
    HttpConnection(std::string url, Address address, const HttpOptions& options)
        : url_(std::move(url)),
          address_(std::move(address)),
          attempts_(options.attempts),
          client_(address_.origin) {
        client_.set_tcp_nodelay(true);
        client_.set_keep_alive(true);
        client_.set_connection_timeout(options.connect_limit);
        client_.set_read_timeout(options.silence_limit);
        client_.set_write_timeout(options.silence_limit);
        client_.set_decompress(false);
        client_.set_url_encode(false);
        client_.set_socket_options([this](socket_t socket) { watch_.watch(socket); });
    }

    // Takes over the store of certificates.
    void trust(X509_STORE *certificates) { client_.set_ca_cert_store(certificates); }
    void trust_only(const std::filesystem::path& certificate) {
        client_.set_ca_cert_path(certificate.string());
        // The certificate itself counts, and need not be an authority's.
        X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(client_.ssl_context()),
                                    X509_V_FLAG_PARTIAL_CHAIN);
    }
    // Another certificate than this is refused, and who has made it out does not matter.
    void trust_only(const CertificatePrint& certificate) {
        print_ = certificate;
        SSL_CTX_set_cert_verify_callback(client_.ssl_context(), verify_print, &*print_);
    }
    // The host of the address is found there, in numbers.
    void find_at(const std::string& numeric) {
        client_.set_hostname_addr_map({{address_.host, numeric}});
    }
    // Who steals the store's key must not read what was recorded before.
    void require_forward_secrecy() {
        SSL_CTX *context = client_.ssl_context();
        SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
        SSL_CTX_set_cipher_list(context, "ECDHE+AESGCM:ECDHE+CHACHA20");
    }

    Result<StoreResponse> send(const StoreRequest& request) override {
        auto delay = first_retry_delay;
        was_untrusted_ = false;
        for (int attempt = 1;; ++attempt) {
            StoreResponse response;
            const httplib::Result result = try_once(request, response);
            if (watch_.is_cancelled()) return input_error({"The exchange was stopped."});
            if (result && was_packed_ && result->status == bad_request) {
                // Another store by now, of an earlier version.
                store_takes_packed_ = false;
                continue;
            }
            if (result && !is_gateway_failure(*result)) return check(*result, std::move(response));
            const auto error = result ? httplib::Error::Connection : result.error();
            was_untrusted_ = is_untrusted(error);
            if (attempt >= attempts_ || !is_worth_a_retry(error)) return describe(error);
            if (!watch_.sleep(delay)) return input_error({"The exchange was stopped."});
            delay *= 2;
        }
    }

    void cancel() override { watch_.cancel(); }
    // Whether the last request failed because of the certificate.
    [[nodiscard]] bool was_untrusted() const { return was_untrusted_; }

  private:
    httplib::Result try_once(const StoreRequest& request, StoreResponse& response) {
        httplib::Request http;
        http.method = request.method == StoreMethod::get ? "GET" : "POST";
        http.path = address_.prefix + request.path;
        if (!request.query.empty()) http.path += "?" + request.query;
        http.set_header(protocol_header, std::to_string(protocol_version));
        http.set_header("Accept-Encoding", packed_coding);
        was_packed_ = false;
        if (!request.token.empty()) http.set_header("Authorization", "Bearer " + request.token);
        if (request.method == StoreMethod::post) {
            http.set_header("Content-Type", "application/cbor");
            set_body(http, request.body);
        }
        http.content_receiver = [&response](const char *start, std::size_t size, std::uint64_t,
                                            std::uint64_t) {
            // A store that never stops talking must not take this machine's memory.
            if (response.body.size() + size > most_message_bytes) return false;
            response.body.insert(response.body.end(), start, start + size);
            return true;
        };
        return client_.send(http);
    }

    // Packed where the store has said that it takes such.
    void set_body(httplib::Request& http, const Bytes& body) {
        const Bytes packed = store_takes_packed_ ? pack_if_smaller(body) : Bytes();
        was_packed_ = !packed.empty();
        const Bytes& sent = was_packed_ ? packed : body;
        if (was_packed_) http.set_header("Content-Encoding", packed_coding);
        http.body.assign(sent.begin(), sent.end());
    }

    Result<StoreResponse> check(const httplib::Response& http, StoreResponse response) {
        if (!http.has_header(protocol_header)) {
            return input_error({"{} is not a central store of Stormöte. Check the address."}, url_);
        }
        store_takes_packed_ = names_packed_coding(http.get_header_value("Accept-Encoding"));
        response.status = http.status;
        if (!http.has_header("Content-Encoding")) return response;
        auto body = http.get_header_value("Content-Encoding") == packed_coding
                        ? unpack(response.body, most_message_bytes)
                        : std::nullopt;
        if (!body) {
            return input_error(
                {"The central store's answer cannot be read. Update the older of the two "
                 "machines."});
        }
        response.body = *std::move(body);
        return response;
    }

    // A proxy that reaches none of its stores: as if there were no proxy.
    static bool is_gateway_failure(const httplib::Response& http) {
        return http.status >= 502 && http.status <= 504 && !http.has_header(protocol_header);
    }

    static bool is_worth_a_retry(httplib::Error error) {
        return error == httplib::Error::Connection || error == httplib::Error::ConnectionTimeout ||
               error == httplib::Error::Read || error == httplib::Error::Write;
    }

    [[nodiscard]] Error describe(httplib::Error error) const {
        if (is_untrusted(error) && print_) {
            return input_error(
                {"What answers at {} is not the hub that the code was scanned from: its "
                 "certificate is another one. Check the network, and scan a new code on that "
                 "hub."},
                url_);
        }
        if (is_untrusted(error)) {
            return input_error(
                {"The certificate of {} is not one that this machine trusts: it may be another "
                 "machine that pretends to be the store. Check the address, or give the "
                 "store's own certificate with --certificate FILE."},
                url_);
        }
        switch (error) {
            case httplib::Error::SSLConnection:
                return input_error({"{} does not answer in HTTPS. Check the address and its port."},
                                   url_);
            case httplib::Error::Read:
            case httplib::Error::Write:
                return input_error({"The connection to {} broke. What was confirmed is safe; try "
                                    "again."},
                                   url_);
            case httplib::Error::Canceled:
                return input_error({"The answer of {} is larger than a store may send."}, url_);
            default:
                return input_error({"{} does not answer. Check the network, the address, and that "
                                    "the central store runs."},
                                   url_);
        }
    }

    std::string url_;
    Address address_;
    int attempts_;
    bool store_takes_packed_ = false;  // as its last answer said
    bool was_packed_ = false;          // the body that was sent last
    bool was_untrusted_ = false;
    std::optional<CertificatePrint> print_;
    SocketWatch watch_;
    httplib::Client client_;
};

// The same store at several addresses.
class PlaceConnection final : public StoreConnection {
  public:
    PlaceConnection(std::vector<std::unique_ptr<HttpConnection>> ways, int attempts)
        : ways_(std::move(ways)), attempts_(attempts) {}

    Result<StoreResponse> send(const StoreRequest& request) override {
        std::optional<Error> failure;
        bool was_untrusted = false;
        for (int attempt = 0; attempt < attempts_; ++attempt) {
            for (std::size_t tried = 0; tried < ways_.size(); ++tried) {
                HttpConnection& way = *ways_[current_];
                auto response = way.send(request);
                if (response || is_cancelled_) return response;
                // That somebody else answers says more than that nobody does.
                if (!failure || (way.was_untrusted() && !was_untrusted)) failure = response.error();
                was_untrusted |= way.was_untrusted();
                current_ = (current_ + 1) % ways_.size();
            }
            if (was_untrusted) break;
        }
        return *failure;
    }
    void cancel() override {
        is_cancelled_ = true;
        for (const auto& way : ways_) way->cancel();
    }

  private:
    std::vector<std::unique_ptr<HttpConnection>> ways_;
    int attempts_;
    std::size_t current_ = 0;  // where it answered last
    std::atomic<bool> is_cancelled_ = false;
};

struct CertificateStoreCloser {
    void operator()(X509_STORE *store) const { X509_STORE_free(store); }
};
using CertificateStore = std::unique_ptr<X509_STORE, CertificateStoreCloser>;

// The certificates of the file; null when it holds none.
CertificateStore load_certificates(const std::filesystem::path& file) {
    CertificateStore store(X509_STORE_new());
    if (X509_STORE_load_file(store.get(), file.c_str()) != 1) return nullptr;
    return store;
}

}  // namespace

Result<std::unique_ptr<StoreConnection>> connect_http(const std::string& url,
                                                      const HttpOptions& options) {
    survive_broken_connections();
    auto address = parse_url(url);
    if (!address) return address.error();
    if (!options.certificate.empty() && !options.pinned_certificate.empty()) {
        return usage_error(
            {"--certificate trusts one certificate more, --pin-certificate no other one. Give one "
             "of them."});
    }
    const bool is_secure = address->is_secure;
    auto connection = std::make_unique<HttpConnection>(url, *address, options);
    if (!is_secure) return std::unique_ptr<StoreConnection>(std::move(connection));
    connection->require_forward_secrecy();
    const bool is_pinned = !options.pinned_certificate.empty();
    const auto& file = is_pinned ? options.pinned_certificate : options.certificate;
    if (!file.empty()) {
        auto certificates = load_certificates(file);
        if (!certificates) {
            return input_error({"{} contains no certificate (PEM)."}, file.string());
        }
        if (is_pinned) {
            connection->trust_only(file);
        } else {
            X509_STORE_set_default_paths(certificates.get());
            connection->trust(certificates.release());
        }
    }
    return std::unique_ptr<StoreConnection>(std::move(connection));
}

std::unique_ptr<StoreConnection> connect_place(const StorePlace& place,
                                               const HttpOptions& options) {
    survive_broken_connections();
    HttpOptions once = options;
    once.attempts = 1;
    std::vector<std::unique_ptr<HttpConnection>> ways;
    for (const StoreHost& host : place.hosts) {
        Address address{.is_secure = true, .host = host.host, .origin = url_of(host), .prefix = {}};
        const bool is_mapped = is_numeric_address(host.host);
        if (is_mapped) {
            address.host = hub_certificate_name;
            address.origin = url_of({hub_certificate_name, host.port});
        }
        auto way = std::make_unique<HttpConnection>(url_of(host), std::move(address), once);
        way->require_forward_secrecy();
        way->trust_only(place.certificate);
        if (is_mapped) way->find_at(host.host);
        ways.push_back(std::move(way));
    }
    return std::make_unique<PlaceConnection>(std::move(ways), options.attempts);
}

}  // namespace stormote
