// TLS of the central server, and what a device trusts.
#include <cstdlib>
#include <future>

#include <catch2/catch.hpp>
#include <openssl/ssl.h>

#include "tests/support/machine/self_signed.h"
#include "tests/support/machine/wait.h"
#include "tests/sync/central/served_store.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

ListenOptions secure_options(const CertificateFiles& files) {
    ListenOptions options = patient_options();
    options.certificate = files.certificate;
    options.key = files.key;
    return options;
}

struct Offer {
    int version = TLS1_3_VERSION;
    std::string ciphers = "DEFAULT";  // of TLS 1.2 and before
};

// What was agreed on with a client that offers one version and some ciphers; empty: nothing.
std::string agree(int port, const Offer& offer) {
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(
        SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    SSL_CTX_set_min_proto_version(context.get(), offer.version);
    SSL_CTX_set_max_proto_version(context.get(), offer.version);
    // Level 0: so that the client is not the one who refuses.
    REQUIRE(SSL_CTX_set_cipher_list(context.get(), (offer.ciphers + ":@SECLEVEL=0").c_str()) == 1);
    BIO *connection = BIO_new_ssl_connect(context.get());
    BIO_set_conn_hostname(connection, ("127.0.0.1:" + std::to_string(port)).c_str());
    std::string agreed;
    if (BIO_do_connect(connection) == 1 && BIO_do_handshake(connection) == 1) {
        SSL *session = nullptr;
        BIO_get_ssl(connection, &session);
        agreed = std::string(SSL_get_version(session)) + " " + SSL_get_cipher_name(session);
    }
    BIO_free_all(connection);
    return agreed;
}

// The answer to a request, head and all.
std::string ask(int port, const std::string& path) {
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(
        SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    BIO *connection = BIO_new_ssl_connect(context.get());
    BIO_set_conn_hostname(connection, ("127.0.0.1:" + std::to_string(port)).c_str());
    REQUIRE(BIO_do_connect(connection) == 1);
    BIO_puts(connection,
             ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").c_str());
    std::string answer;
    std::array<char, 4'096> piece{};
    for (int count = 0;
         (count = BIO_read(connection, piece.data(), static_cast<int>(piece.size()))) > 0;) {
        answer.append(piece.data(), static_cast<std::size_t>(count));
    }
    BIO_free_all(connection);
    return answer;
}

// Makes a certificate one that this machine trusts.
class TrustedBySystem {
  public:
    explicit TrustedBySystem(const std::filesystem::path& certificate) {
        setenv("SSL_CERT_FILE", certificate.c_str(), 1);
    }
    ~TrustedBySystem() { unsetenv("SSL_CERT_FILE"); }
    TrustedBySystem(const TrustedBySystem&) = delete;
    TrustedBySystem& operator=(const TrustedBySystem&) = delete;
};

// What a device that trusts that is told by the store; it shows no token.
std::string hear_from(const ServedStore& served, const HttpOptions& options) {
    HttpOptions once = options;
    once.attempts = 1;
    const auto connection =
        connect_http("https://127.0.0.1:" + std::to_string(served.server->port()), once);
    REQUIRE(connection);
    return StoreClient(*connection.value(), some_event, "").status().error().english();
}

}  // namespace

TEST_CASE("the server agrees on TLS with forward secrecy only, and on no old version") {
    const TemporaryFolder folder;
    const ServedStore served(secure_options(make_self_signed(folder.path(), "store")));
    const int port = served.server->port();
    CHECK(agree(port, {TLS1_3_VERSION}).starts_with("TLSv1.3 "));
    CHECK(agree(port, {TLS1_2_VERSION}).starts_with("TLSv1.2 ECDHE-RSA-"));
    CHECK(agree(port, {TLS1_2_VERSION, "kRSA"}).empty());
    CHECK(agree(port, {TLS1_2_VERSION, "ECDHE-RSA-AES128-SHA"}).empty());
    CHECK(agree(port, {TLS1_1_VERSION}).empty());
    CHECK(agree(port, {TLS1_VERSION}).empty());
}

TEST_CASE("no answer is kept, sniffed or framed by a browser") {
    const TemporaryFolder folder;
    const ServedStore served(secure_options(make_self_signed(folder.path(), "store")));
    // Of the health pages, and one of those that devices ask for, which is refused.
    for (const char *path : {"/health", "/metrics", "/v1/events/x/status"}) {
        const std::string answer = ask(served.server->port(), path);
        INFO(answer);
        const std::string head = answer.substr(0, answer.find("\r\n\r\n") + 2);
        for (const char *line :
             {"Content-Type: ", "Cache-Control: no-store\r\n",
              "X-Content-Type-Options: nosniff\r\n",
              "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n",
              "Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n"}) {
            CHECK(head.find(line) != std::string::npos);
        }
    }
}

TEST_CASE("a pinned certificate is the only one that a device trusts") {
    const TemporaryFolder folder;
    const CertificateFiles own = make_self_signed(folder.path(), "store");
    const CertificateFiles other = make_self_signed(folder.path(), "other");
    const ServedStore served(secure_options(own));
    const std::string reached = "does not know this device's token";
    const std::string untrusted = "is not one that this machine trusts";
    HttpOptions beside;
    beside.certificate = own.certificate;
    HttpOptions pinned;
    pinned.pinned_certificate = own.certificate;
    HttpOptions pinned_to_other;
    pinned_to_other.pinned_certificate = other.certificate;
    CHECK(hear_from(served, {}).find(untrusted) != std::string::npos);
    CHECK(hear_from(served, beside).find(reached) != std::string::npos);
    CHECK(hear_from(served, pinned).find(reached) != std::string::npos);
    CHECK(hear_from(served, pinned_to_other).find(untrusted) != std::string::npos);
    // Whatever the machine trusts.
    const TrustedBySystem trusted(own.certificate);
    CHECK(hear_from(served, {}).find(reached) != std::string::npos);
    CHECK(hear_from(served, pinned_to_other).find(untrusted) != std::string::npos);
    HttpOptions other_beside;
    other_beside.certificate = other.certificate;
    CHECK(hear_from(served, other_beside).find(reached) != std::string::npos);
}

TEST_CASE("a certificate and the key of another one are refused before anybody connects") {
    const TemporaryFolder folder;
    ServedStore served;
    ListenOptions options = patient_options();
    options.certificate = make_self_signed(folder.path(), "store").certificate;
    options.key = make_self_signed(folder.path(), "other").key;
    const auto made = CentralServer::create(served.service, options);
    REQUIRE_FALSE(made);
    REQUIRE(made.error().english().find("cannot be used together") != std::string::npos);
}

TEST_CASE("over TLS, too, a device waits until there is something new") {
    const TemporaryFolder folder;
    const CertificateFiles files = make_self_signed(folder.path(), "store");
    ServedStore served(secure_options(files));
    HttpOptions options;
    options.certificate = files.certificate;
    const auto connection =
        connect_http("https://127.0.0.1:" + std::to_string(served.server->port()), options).value();
    StoreClient client(*connection, some_event, served.enrol(*connection));
    SignedDevice device(some_event, served.random);
    std::uint64_t position = 0;
    for (int round = 0; round < 3; ++round) {
        auto page =
            std::async(std::launch::async, [&] { return client.pull(position, {}, longest_wait); });
        REQUIRE(wait_until([&] { return served.server->waiting() == 1; }));
        device.add_many(1);
        REQUIRE(served.store->append(some_event, device.all(), {}, served.clock.wall_ms()).added >
                0);
        const auto heard = page.get();
        REQUIRE(heard);
        CHECK_FALSE(heard->batch.operations.empty());
        position = heard->next;
    }
}
