// OrganiserProgram: the real program `stormote` in a folder of its own, as somebody would call it.
// For tests; one thread.
#pragma once

#include <nlohmann/json.hpp>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace stormote::testing {

class OrganiserProgram {
  public:
    explicit OrganiserProgram(std::string language = "en") : language_(std::move(language)) {}

    Finished run(std::vector<std::string> words, const std::string& standard_input = "") const {
        words.insert(words.begin(), (program_directory() / "stormote").string());
        ProcessOptions options;
        options.environment = {{"STORMOTE_STATE", (folder_ / "state").string()},
                               {"STORMOTE_LANGUAGE", language_},
                               {"TZ", "Europe/Stockholm"}};
        options.working_directory = folder_.path();
        options.standard_input = standard_input;
        return run_program(words, options);
    }

    // The answer of a call that must succeed.
    [[nodiscard]] std::string answer(const std::vector<std::string>& words,
                                     const std::string& standard_input = "") const {
        const Finished finished = run(words, standard_input);
        if (finished.status != 0) throw std::runtime_error(finished.errors);
        return finished.output;
    }
    [[nodiscard]] nlohmann::json json(const std::vector<std::string>& words) const {
        return nlohmann::json::parse(answer(words));
    }

    // An event of invented people, "mote", without a passphrase.
    void make_event(int people = 24) const {
        static_cast<void>(
            answer({"demo", "mote", "--people", std::to_string(people), "--no-passphrase"}));
    }
    // An event without anybody, "tom".
    void make_empty_event(const std::string& file = "tom") const {
        static_cast<void>(
            answer({"init", file, "--name", "Stormöte", "--starts", "2022-10-12T18:00", "--ends",
                    "2022-10-12T21:00", "--deadline", "2022-09-26", "--no-passphrase"}));
    }
    // The columns of "tickets --text" of everybody.
    [[nodiscard]] std::vector<std::vector<std::string>> tickets() const {
        std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
        for (const char c : answer({"tickets", "mote", "--text"})) {
            if (c == '\n') {
                rows.emplace_back(1);
            } else if (c == '\t') {
                rows.back().emplace_back();
            } else {
                rows.back().back() += c;
            }
        }
        rows.pop_back();
        return rows;
    }
    // Everything that was recorded, byte for byte.
    [[nodiscard]] std::string record(const std::string& event = "mote") const {
        return answer({"export", event, "operations", "--format", "json"});
    }

    void write(const std::string& file, std::string_view content) const {
        write_file(folder_ / file, content);
    }
    [[nodiscard]] std::string read(const std::string& file) const {
        return to_string(read_file(folder_ / file));
    }
    [[nodiscard]] bool exists(const std::string& file) const {
        return std::filesystem::exists(folder_ / file);
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

  private:
    TemporaryFolder folder_;
    std::string language_;
};

}  // namespace stormote::testing
