// A central store and machines with a state of their own: the real programs over loopback. One
// thread; everything ends with the harness.
#pragma once

#include <algorithm>
#include <csignal>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/machine/process.h"
#include "tests/support/machine/relay.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

// A central store that listens on a free port.
class StoreAndMachines {
  public:
    // In a file of its own, where no other store is named.
    explicit StoreAndMachines(std::string store = "") : store_(std::move(store)) {
        if (store_.empty()) store_ = "sqlite:" + path("central.db");
        start();
    }

    void start(const std::string& address = "127.0.0.1:0") {
        server_ = std::make_unique<Process>(
            std::vector<std::string>{program("stormote-central"), "serve", "--listen", address,
                                     "--store", store(), "--language", "en"});
        const std::string listening = "Listening on port ";
        if (!wait_until([&] { return server_->errors().find(listening) != std::string::npos; })) {
            FAIL("the server does not start: " << server_->errors());
        }
        const std::string errors = server_->errors();
        port_ = std::to_string(std::stoi(errors.substr(errors.find(listening) + 18)));
    }
    // The same port again, after stop() or kill().
    void restart() { start("127.0.0.1:" + port_); }
    int stop() {
        server_->send_signal(SIGTERM);
        return server_->wait().value_or(-1);
    }
    void kill() {
        server_->send_signal(SIGKILL);
        static_cast<void>(server_->wait());
    }

    static std::string program(const std::string& name) { return program_directory() / name; }
    [[nodiscard]] const std::string& store() const { return store_; }
    [[nodiscard]] std::string path(const std::string& name) const { return folder_ / name; }
    [[nodiscard]] std::string url(const Relay *relay = nullptr) const {
        return "http://127.0.0.1:" + (relay == nullptr ? port_ : std::to_string(relay->port()));
    }
    [[nodiscard]] int port() const { return std::stoi(port_); }

    // `stormote` on one of the machines.
    Finished run(const std::string& machine, std::vector<std::string> words,
                 const std::string& input = "", const std::string& folder = "") const {
        words.insert(words.begin(), program("stormote"));
        ProcessOptions options;
        if (!folder.empty()) options.working_directory = path(folder);
        options.environment = {{"STORMOTE_STATE", path(machine)}, {"STORMOTE_LANGUAGE", "en"}};
        options.standard_input = input;
        return run_program(words, options);
    }
    std::string must(const std::string& machine, const std::vector<std::string>& words) const {
        const Finished done = run(machine, words);
        INFO(done.errors);
        REQUIRE(done.status == 0);
        return done.output;
    }
    Finished central(std::vector<std::string> words) const {
        words.insert(words.begin(), program("stormote-central"));
        words.insert(words.end(), {"--store", store(), "--language", "en"});
        return run_program(words);
    }
    // The first line is the pairing text.
    std::string enrol(const std::string& event, const std::string& device) const {
        const Finished done = central({"enrol", "--event", event, "--device", device});
        INFO(done.errors);
        REQUIRE(done.status == 0);
        return done.output.substr(0, done.output.find('\n'));
    }
    // An event on the machine "organiser", pushed to the store.
    void publish(const std::string& people = "20") {
        must("organiser", {"demo", path("a"), "--people", people, "--no-passphrase"});
        write_file(path("token"), std::string_view(enrol(path("a"), "organiser")));
        must("organiser", {"sync", path("a"), "--central", url(), "--token-file", path("token")});
    }
    Finished join(const std::string& machine, const std::string& file, const std::string& pairing,
                  const Relay *relay = nullptr) const {
        return run(machine, {"join", path(file), "--central", url(relay), "--pairing", pairing,
                             "--no-passphrase"});
    }
    // A program on one of the machines that is not waited for, and reaches the store by a relay.
    [[nodiscard]] std::unique_ptr<Process> begin(const std::string& machine,
                                                 std::vector<std::string> words,
                                                 const Relay& relay) const {
        words.insert(words.begin(), program("stormote"));
        words.insert(words.end(), {"--central", url(&relay)});
        ProcessOptions options;
        options.environment = {{"STORMOTE_STATE", path(machine)}};
        return std::make_unique<Process>(words, options);
    }
    // Device, operations and head of every device, as `verify` prints them, in order.
    [[nodiscard]] std::vector<std::string> record(const std::string& machine,
                                                  const std::string& file) const {
        std::istringstream lines(must(machine, {"verify", path(file)}));
        std::vector<std::string> rows;
        std::string row;
        while (std::getline(lines, row)) rows.push_back(row);
        std::sort(rows.begin(), rows.end());
        return rows;
    }
    [[nodiscard]] std::vector<std::string> tickets() const {
        std::istringstream lines(must("organiser", {"tickets", path("a"), "--text"}));
        std::vector<std::string> texts;
        std::string id;
        std::string name;
        std::string text;
        std::string rest;
        while (std::getline(lines, id, '\t') && std::getline(lines, name, '\t') &&
               std::getline(lines, text, '\t') && std::getline(lines, rest)) {
            texts.push_back(text);
        }
        return texts;
    }

  private:
    TemporaryFolder folder_;
    std::string store_;
    std::unique_ptr<Process> server_;
    std::string port_;
};

inline void require_refusal(const Finished& done, const std::string& words, int status = 1) {
    INFO(done.errors);
    REQUIRE(done.status == status);
    REQUIRE(done.errors.find(words) != std::string::npos);
}

}  // namespace stormote::testing
