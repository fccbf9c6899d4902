// WebProgram: the real program `stormote-web` with a folder of events, as somebody would call it.
// For tests; one thread.
#pragma once

#include <regex>

#include <catch2/catch.hpp>

#include "kiosk/desk/desk.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/process.h"
#include "tests/support/machine/raw_sockets.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/start_crypto.h"

namespace stormote::testing {

class WebProgram {
  public:
    WebProgram() { std::filesystem::create_directory(events()); }

    [[nodiscard]] static std::vector<std::string> command(std::vector<std::string> words) {
        words.insert(words.begin(), (program_directory() / "stormote-web").string());
        return words;
    }
    [[nodiscard]] ProcessOptions options(const std::string& standard_input = "") const {
        return {{{"STORMOTE_STATE", (folder_ / "state").string()}, {"STORMOTE_LANGUAGE", "en"}},
                folder_.path(),
                standard_input};
    }
    Finished run(std::vector<std::string> words, const std::string& standard_input = "") const {
        return run_program(command(std::move(words)), options(standard_input));
    }
    // "user WORDS --events events".
    Finished user(std::vector<std::string> words, const std::string& standard_input = "") const {
        words.insert(words.begin(), "user");
        words.insert(words.end(), {"--events", "events"});
        return run(std::move(words), standard_input);
    }
    // Its password is good_password of open_accounts.h.
    Finished add(const std::string& login, const std::string& role) const {
        return user({"add", login, "--name", "Anna Ek", "--role", role, "--password-file", "-"},
                    "lampa korv fjord segel\n");
    }
    // As "user list --json" tells it; nothing where there is no such account.
    [[nodiscard]] std::optional<nlohmann::json> find(const std::string& login) const {
        const Finished listed = user({"list", "--json"});
        REQUIRE(listed.status == 0);
        const auto document = parse_json(listed.output);
        for (const auto& each : document["users"]) {
            if (each["login"] == login) return each;
        }
        return std::nullopt;
    }
    EventId make_event(const std::string& name) const {
        SystemClock clock;
        SystemRandom random;
        const JournalEnvironment environment{clock, random, folder_ / "state"};
        const auto desk =
            Desk::create(events() / name, std::nullopt, environment,
                         {{static_cast<FieldNumber>(SettingField::name), "Stormöte"},
                          {static_cast<FieldNumber>(SettingField::starts), "2022-10-12T18:00"},
                          {static_cast<FieldNumber>(SettingField::ends), "2022-10-12T21:00"}});
        REQUIRE(desk);
        return (*desk)->event();
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
    [[nodiscard]] std::filesystem::path events() const { return folder_ / "events"; }

  private:
    TemporaryFolder folder_;
};

// The pages of that folder, served on this machine.
class WebService {
  public:
    explicit WebService(const WebProgram& program)
        : process_(WebProgram::command({"serve", "--events", "events", "--listen", "127.0.0.1:0"}),
                   program.options()) {
        const std::regex line("Listening on port ([0-9]+)\\.");
        std::smatch found;
        std::string said;
        REQUIRE(wait_until([&] {
            said = process_.errors();
            return std::regex_search(said, found, line);
        }));
        port_ = std::stoi(found[1]);
    }
    // The whole answer, with its head.
    [[nodiscard]] std::string get(const std::string& path) const {
        const RawClient client(port_);
        client.say("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
                   "\r\nAccept-Language: en\r\nConnection: close\r\n\r\n");
        return client.hear_to_the_end();
    }
    [[nodiscard]] int port() const { return port_; }
    // Told to stop: its exit status.
    std::optional<int> stop(int signal) {
        process_.send_signal(signal);
        return process_.wait();
    }

  private:
    Process process_;
    int port_ = 0;
};

}  // namespace stormote::testing
