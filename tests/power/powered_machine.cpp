#include "tests/power/powered_machine.h"

#include <csignal>
#include <sstream>

#include <catch2/catch.hpp>

#include "sync/journal/journal.h"
#include "tests/support/machine/json.h"

namespace stormote::testing {

std::vector<std::vector<std::string>> columns_of(const std::string& text, char separator) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        rows.emplace_back();
        std::istringstream columns(line);
        for (std::string column; std::getline(columns, column, separator);) {
            rows.back().push_back(column);
        }
    }
    return rows;
}

std::multiset<std::string> admitted(const Finished& check_in) {
    std::multiset<std::string> names;
    for (const auto& row : columns_of(check_in.output, '\t')) {
        if (row.at(0) == "admitted") names.insert(row.at(1));
    }
    return names;
}

PoweredMachine::PoweredMachine(int people) {
    must({"demo", "mote", "--people", std::to_string(people), "--seed", "5", "--no-passphrase"});
    for (const auto& row : columns_of(must({"tickets", "mote", "--text"}), '\t')) {
        tickets_.push_back(row.at(2));
    }
    disk_.settle();
}

Finished PoweredMachine::run(std::vector<std::string> words, std::optional<int> cut_at_sync) const {
    words.insert(words.begin(), (program_directory() / "stormote").string());
    ProcessOptions options;
    options.environment = disk_.environment(cut_at_sync);
    options.environment.insert(
        options.environment.end(),
        {{"STORMOTE_STATE", path("state").string()}, {"STORMOTE_LANGUAGE", "en"}});
    options.working_directory = disk_.folder();
    return run_program(words, options);
}

std::string PoweredMachine::must(const std::vector<std::string>& words) const {
    const Finished done = run(words);
    INFO(words.front() << ": " << done.errors);
    REQUIRE(done.status == 0);
    return done.output;
}

void PoweredMachine::cut_at_every_moment(const Command& command, Unsynced unsynced,
                                         const std::function<void(const Finished&)>& check) {
    disk_.keep_copy();
    for (int moment = 1;; ++moment) {
        CAPTURE(moment);
        const Finished done = run(command(), moment);
        INFO(done.errors);
        const bool is_cut = done.status == 128 + SIGKILL;
        if (!is_cut) REQUIRE(done.status == 0);
        disk_.cut_power(unsynced, static_cast<std::uint64_t>(moment));
        check(done);
        disk_.return_to_copy();
        if (!is_cut) return;
    }
}

void PoweredMachine::verify(const std::string& file, JournalAccess access) const {
    const SystemClock clock;
    SystemRandom random;
    const auto journal = Journal::open(
        path(file), [] { return std::nullopt; }, access, {clock, random, path("state")},
        [](const Operation&, Belief) {});
    INFO((journal ? "" : journal.error().english()));
    REQUIRE(journal);
    REQUIRE(journal.value()->check_database().empty());
}

std::multiset<std::string> PoweredMachine::present() const {
    std::multiset<std::string> names;
    for (const auto& person :
         parse_json(must({"export", "mote", "attendance", "--format", "json"}))) {
        if (!person["checked_in_at"].is_null()) names.insert(person["name"].get<std::string>());
    }
    return names;
}

std::set<std::string> PoweredMachine::record() const {
    std::set<std::string> hashes;
    for (const auto& operation :
         parse_json(must({"export", "mote", "operations", "--format", "json"}))) {
        hashes.insert(operation["chain_hash"].get<std::string>());
    }
    return hashes;
}

}  // namespace stormote::testing
