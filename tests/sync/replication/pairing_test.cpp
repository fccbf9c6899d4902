#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "sync/replication/http_connection.h"
#include "sync/replication/token_file.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

Pairing some_pairing() {
    Pairing pairing;
    pairing.event.value.bytes = {1, 2, 3};
    pairing.secret = {4, 5, 6};
    pairing.key = SymmetricKey{7, 8, 9};
    return pairing;
}

}  // namespace

TEST_CASE("a pairing text reads back, with a key and without") {
    Pairing pairing = some_pairing();
    const auto read = read_pairing("  " + write_pairing(pairing) + "\n");
    REQUIRE(read);
    REQUIRE(read->event == pairing.event);
    REQUIRE(read->secret == pairing.secret);
    REQUIRE(read->key == pairing.key);
    pairing.key.reset();
    REQUIRE_FALSE(read_pairing(write_pairing(pairing))->key);
    const std::string text = write_pairing(some_pairing());
    REQUIRE(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                   "-_") == std::string::npos);
}

TEST_CASE("a slip of the hand in a pairing text is noticed") {
    const std::string text = write_pairing(some_pairing());
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string mistyped = text;
        mistyped[i] = mistyped[i] == 'x' ? 'y' : 'x';
        REQUIRE_FALSE(read_pairing(mistyped));
        REQUIRE_FALSE(read_pairing(text.substr(0, i)));
    }
    REQUIRE_FALSE(read_pairing(text + "A"));
}

TEST_CASE("a pairing text that cannot be read is told what is wrong with it") {
    const auto problem = [](const std::string& text) {
        const auto read = read_pairing(text);
        return read ? "" : read.error().english();
    };
    const auto check = [&](const std::string& text, const std::string& words) {
        INFO(text << ": " << problem(text));
        CHECK(problem(text).find(words) != std::string::npos);
    };
    const std::string text = write_pairing(some_pairing());
    check("", "is empty");
    check("abc", "not whole: it has 3 characters, and a whole one has 50 or 92");
    check(text.substr(0, 40), "not whole: it has 40 characters");
    check(text.substr(0, 91), "has 91 characters, and a whole one has 50 or 92");
    check(text + "A", "has 93 characters, and a whole one has 50 or 92");
    check(text.substr(0, 20) + " " + text.substr(21), "\" \" is not a character of a pairing text");
    check(text.substr(0, 20) + "å" + text.substr(21), "\"å\" is not a character of a pairing text");
    std::string mistyped = text;
    mistyped[20] = mistyped[20] == 'x' ? 'y' : 'x';
    check(mistyped, "mistyped");
    // A slip in the first letters looks like another version, and is still a slip.
    mistyped = text;
    mistyped[0] = 'Z';
    check(mistyped, "mistyped");
    check(write_event_key({some_pairing().event, *some_pairing().key}), "71 characters");
    // One that lets a device in, of which a scanner lost a few characters.
    check("Aq" + std::string(246, 'A'), "has 248 characters, and a whole one has 211 or 254");
}

TEST_CASE("a pairing text of a newer version asks for an update") {
    Bytes bytes = *from_base64(write_pairing(some_pairing()));
    bytes.resize(bytes.size() - 4);
    bytes.front() = 4;
    bytes.push_back(0);  // whatever it holds more
    const Hash digest = hash_bytes(bytes);
    bytes.insert(bytes.end(), digest.begin(), digest.begin() + 4);
    CHECK(read_pairing(to_base64(bytes)).error().english().find("newer version") !=
          std::string::npos);
}

TEST_CASE("an event's key reads back with its event, and is no pairing text") {
    const EventKey key{some_pairing().event, *some_pairing().key};
    const std::string text = write_event_key(key);
    REQUIRE(read_event_key(text + "\n")->event == key.event);
    REQUIRE(read_event_key(text)->key == key.key);
    REQUIRE_FALSE(read_pairing(text));
    REQUIRE_FALSE(read_event_key(write_pairing(some_pairing())));
}

TEST_CASE("a token is kept for its event, readable by its owner only") {
    const TemporaryFolder folder;
    const EventId event = some_pairing().event;
    REQUIRE_FALSE(load_token(folder.path(), event));
    const Token token{1, 2, 3};
    save_token(folder.path(), event, token);
    REQUIRE(load_token(folder.path(), event) == write_token(token));
    REQUIRE_FALSE(load_token(folder.path(), EventId{}));
    struct stat found {};
    REQUIRE(stat((folder / ("tokens/" + to_string(event))).c_str(), &found) == 0);
    REQUIRE((found.st_mode & 0777) == 0600);
    write_file(folder / ("tokens/" + to_string(event)), std::string_view("rubbish"));
    REQUIRE_FALSE(load_token(folder.path(), event));
}

TEST_CASE("an address that is none, or would talk in the open, is refused at once") {
    for (const std::string url :
         {"", "central", "ftp://central", "http://", "https://", "https://name:99999",
          "https://name:", "https://name:80a", "https://user@name", "https://[::1", "http://name",
          "http://192.168.1.1:8443", "http://127.0.0.1.example.org"}) {
        INFO(url);
        REQUIRE_FALSE(connect_http(url, {}));
    }
    for (const std::string url : {"https://name", "https://name:8443/path/", "http://localhost:1",
                                  "http://127.0.0.1:8443", "http://[::1]:8443"}) {
        INFO(url);
        REQUIRE(connect_http(url, {}));
    }
}
