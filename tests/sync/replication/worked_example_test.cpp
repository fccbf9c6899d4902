// The example of sync/README.md: two kiosks meet at a store, byte by byte. It is made here, so that
// it cannot say anything else than the programs do.
#include <sstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "sync/central/central_service.h"
#include "sync/central/sqlite/sqlite_store.h"
#include "tests/support/machine/source_files.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::size_t line_width = 96;
constexpr const char *begin_mark = "<!-- worked example: begin -->\n";
constexpr const char *end_mark = "<!-- worked example: end -->\n";

// Named bytes, one below the other, in hexadecimal and wrapped.
class Listing {
  public:
    void title(const std::string& text) {
        lines_ << (lines_.tellp() > 0 ? "\n" : "") << text << '\n';
    }
    void bytes(const std::string& name, ByteView content) {
        const std::string hex = to_hex(content);
        lines_ << fmt::format("  {} ({} bytes)\n", name, content.size());
        for (std::size_t place = 0; place < hex.size(); place += line_width) {
            lines_ << "    " << hex.substr(place, line_width) << '\n';
        }
    }
    void line(const std::string& text) { lines_ << "  " << text << '\n'; }
    [[nodiscard]] std::string text() const { return "```text\n" + lines_.str() + "```\n"; }

  private:
    std::ostringstream lines_;
};

void list_operation(Listing& listing, const Operation& operation) {
    listing.title(fmt::format("Operation {}, {}", operation.header.sequence,
                              kind_name(operation.header.kind)));
    listing.bytes("salt", operation.body->salt);
    listing.bytes("body", operation.body->bytes);
    listing.bytes("header, which ends in the body hash", encode_header_core(operation.header));
    listing.bytes("chain hash", operation.header.chain_hash);
}

// Chance and time are fixed, so the bytes are the same each time.
class Example {
  public:
    Example() : store_(open()), service_(*store_, clock_, random_) {}

    std::string write() {
        Listing listing;
        SignedDevice door(event_, random_);
        door.add_about(small_id<AttendeeId>(7),
                       AttendeeDescribed{{{1, "Åsa"}, {2, "Öberg"}, {4, "civil"}}});
        listing.title("The event");
        listing.bytes("event id", event_.value.bytes);
        listing.bytes("id of the kiosk at the door", door.device().value.bytes);
        for (const Operation& operation : door.operations()) list_operation(listing, operation);
        const HeadSignature head = door.sign_at(2);
        listing.title("The door signs its chain up to operation 2");
        const Bytes message = head_message(event_, door.operations().back().header);
        listing.bytes("what is signed", message);
        listing.bytes("signature", head.signature);

        exchange(listing, "The door joins with its secret", StoreMethod::post, join_path(event_),
                 "", "", encode_join_request({invite("door")}));
        const std::string door_token = last_token_;
        exchange(listing, "The door pushes", StoreMethod::post, operations_path(event_), "",
                 door_token, encode_batch(door.all()));
        exchange(listing, "The door asks what the store has", StoreMethod::get, status_path(event_),
                 "", door_token, {});
        exchange(listing, "A table joins", StoreMethod::post, join_path(event_), "", "",
                 encode_join_request({invite("table")}));
        exchange(listing, "The table pulls all there is", StoreMethod::get, operations_path(event_),
                 "after=0&without=" + to_string(small_id<DeviceId>(9)), last_token_, {});
        return listing.text();
    }

  private:
    std::unique_ptr<SqliteStore> open() {
        auto store = SqliteStore::open(folder_ / "central.db", random_);
        if (!store) throw std::runtime_error(store.error().english());
        return std::move(store).value();
    }
    PairingSecret invite(const std::string& name) {
        const auto secret = random_.bytes<16>();
        REQUIRE(store_->invite(event_, name, hash_bytes(secret), clock_.wall_ms()));
        return secret;
    }
    void exchange(Listing& listing, const std::string& what, StoreMethod method,
                  const std::string& path, const std::string& query, const std::string& token,
                  const Bytes& body) {
        listing.title(what);
        const bool is_get = method == StoreMethod::get;
        listing.line(fmt::format("{} {}{}{}", is_get ? "GET" : "POST", path,
                                 query.empty() ? "" : "?", query));
        if (!token.empty()) listing.line("Authorization: Bearer " + token);
        if (!body.empty()) listing.bytes("request", body);
        const StoreResponse response = service_.handle({method, path, query, token, body});
        REQUIRE(response.status == 200);
        listing.bytes("answer", response.body);
        if (const auto joined = decode_join_answer(response.body)) {
            last_token_ = write_token(joined->token);
        }
    }

    TemporaryFolder folder_;
    SeededRandom random_{1};
    ManualClock clock_{1'665'590'460'000};
    EventId event_{
        Uuid{{0x01, 0x83, 0xcd, 0x0e, 0x8c, 0x00, 0x70, 0x01, 0x80, 1, 2, 3, 4, 5, 6, 7}}};
    std::unique_ptr<SqliteStore> store_;
    CentralService service_;
    std::string last_token_;
};

}  // namespace

TEST_CASE("the example of two kiosks in sync/README.md is what the programs write") {
    const std::string page = read_source("sync/README.md");
    const auto begin = page.find(begin_mark);
    const auto end = page.find(end_mark);
    REQUIRE(begin != std::string::npos);
    REQUIRE(end != std::string::npos);
    const auto from = begin + std::string(begin_mark).size();
    const std::string example = Example().write();
    INFO("What belongs between the marks in sync/README.md:\n" << example);
    REQUIRE(page.substr(from, end - from) == example);
}
