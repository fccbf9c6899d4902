#include "tests/support/machine/organiser_program.h"

#include <stdexcept>

#include "tests/support/machine/json.h"

namespace stormote::testing {

Finished OrganiserProgram::run(std::vector<std::string> words,
                               const std::string& standard_input) const {
    words.insert(words.begin(), (program_directory() / "stormote").string());
    ProcessOptions options;
    options.environment = {{"STORMOTE_STATE", (folder_ / "state").string()},
                           {"STORMOTE_LANGUAGE", language_},
                           {"TZ", "Europe/Stockholm"}};
    options.working_directory = folder_.path();
    options.standard_input = standard_input;
    return run_program(words, options);
}

std::string OrganiserProgram::answer(const std::vector<std::string>& words,
                                     const std::string& standard_input) const {
    const Finished finished = run(words, standard_input);
    if (finished.status != 0) throw std::runtime_error(finished.errors);
    return finished.output;
}

nlohmann::json OrganiserProgram::json(const std::vector<std::string>& words) const {
    return parse_json(answer(words));
}

void OrganiserProgram::make_event(int people) const {
    static_cast<void>(
        answer({"demo", "mote", "--people", std::to_string(people), "--no-passphrase"}));
}

void OrganiserProgram::make_empty_event(const std::string& file) const {
    static_cast<void>(
        answer({"init", file, "--name", "Stormöte", "--starts", "2022-10-12T18:00", "--ends",
                "2022-10-12T21:00", "--deadline", "2022-09-26", "--no-passphrase"}));
}

std::vector<std::vector<std::string>> OrganiserProgram::tickets() const {
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

std::string OrganiserProgram::record(const std::string& event) const {
    return answer({"export", event, "operations", "--format", "json"});
}

void OrganiserProgram::write(const std::string& file, std::string_view content) const {
    write_file(folder_ / file, content);
}

std::string OrganiserProgram::read(const std::string& file) const {
    return to_string(read_file(folder_ / file));
}

bool OrganiserProgram::exists(const std::string& file) const {
    return std::filesystem::exists(folder_ / file);
}

}  // namespace stormote::testing
