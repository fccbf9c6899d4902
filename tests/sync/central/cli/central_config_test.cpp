#include "sync/central/cli/central_config.h"

#include <catch2/catch.hpp>

#include "tests/support/machine/temporary_folder.h"
#include "tests/sync/central/cli/central_program.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

struct ConfigFile {
    TemporaryFolder folder;
    std::string path = (folder / "central.conf").string();

    explicit ConfigFile(const std::string& text) {
        write_file(path, text);
        std::filesystem::permissions(path, std::filesystem::perms(0600));
    }
};

}  // namespace

TEST_CASE("a configuration file has everything that serving takes") {
    const ConfigFile file(
        "# a comment\n\n store = sqlite:a=b.db \npassword=p = q\nlisten = [::]:8443\n"
        "certificate = /a/cert.pem\nkey = /a/key.pem\r\nlog = json\nconnections = 5000\n");
    const auto config = read_central_config(file.path);
    REQUIRE(config);
    CHECK(config.value().store == "sqlite:a=b.db");
    CHECK(config.value().password == "p = q");
    CHECK(config.value().listen == "[::]:8443");
    CHECK(config.value().certificate == "/a/cert.pem");
    CHECK(config.value().key == "/a/key.pem");
    CHECK(config.value().log == "json");
    CHECK(config.value().connections == "5000");
}

TEST_CASE("a line of a configuration that says nothing, or says it twice, is named") {
    for (const char *line : {"store =", "= x", "store", "stroe = x", "store = again"}) {
        CAPTURE(line);
        const ConfigFile file(std::string("store = x\n") + line + "\n");
        const auto config = read_central_config(file.path);
        REQUIRE_FALSE(config);
        CHECK(config.error().english().starts_with("Line 2 of " + file.path));
    }
}

TEST_CASE("serving says what is missing in its options and its configuration") {
    const TemporaryFolder folder;
    const auto refusal_of = [&](const std::string& lines) {
        const ConfigFile file("store = sqlite:" + (folder / "c.db").string() + "\n" + lines);
        CentralProgram central;
        CHECK(central.run({"serve", "--config", file.path}) == 2);
        return central.messages.str();
    };
    CHECK(refusal_of("").find("Say where to listen") != std::string::npos);
    CHECK(refusal_of("listen = 127.0.0.1:0\nkey = k\n").find("go together") != std::string::npos);
    CHECK(refusal_of("listen = 127.0.0.1:0\nlog = xml\n").find("text or json") !=
          std::string::npos);
    for (const std::string count : {"15", "200001", "-20", "2 0", "many", "20.5"}) {
        CAPTURE(count);
        const std::string words = refusal_of("listen = 127.0.0.1:0\nconnections = " + count + "\n");
        CHECK(words.find("no number of connections") != std::string::npos);
    }
    CHECK_FALSE(std::filesystem::exists(folder / "c.db"));
}

TEST_CASE("a line of the log is one line, whatever stands in it") {
    CentralProgram central;
    CentralContext context{central.out, central.messages, central.texts, central.clock,
                           central.random};
    const LogLine line(input_error({"Refused: {}."}, "a\nStopped.\x1b[2J"),
                       {{"device", "a\nb\xff"}, {"code", std::int64_t{7}}});
    write_log_line(context, line);
    CHECK(central.messages.str() == "stormote-central: Refused: a Stopped. [2J.\n");
    central.messages.str("");
    context.log_format = LogFormat::json;
    write_log_line(context, line);
    const std::string json = central.messages.str();
    CHECK(json.find('\n') == json.size() - 1);
    CHECK(json.find("\"level\":\"warning\"") != std::string::npos);
    CHECK(json.find("\"device\":\"a\\nb\xEF\xBF\xBD\",\"code\":7}") != std::string::npos);
}
