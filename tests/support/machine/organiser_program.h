// OrganiserProgram: the real program `stormote` in a folder of its own, as somebody would call it.
// For tests; one thread.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "tests/support/machine/process.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

class OrganiserProgram {
  public:
    explicit OrganiserProgram(std::string language = "en") : language_(std::move(language)) {}

    Finished run(std::vector<std::string> words, const std::string& standard_input = "") const;

    // The answer of a call that must succeed.
    [[nodiscard]] std::string answer(const std::vector<std::string>& words,
                                     const std::string& standard_input = "") const;
    // The same as JSON; whoever looks into it includes tests/support/machine/json.h.
    [[nodiscard]] nlohmann::json json(const std::vector<std::string>& words) const;

    // An event of invented people, "mote", without a passphrase.
    void make_event(int people = 24) const;
    // An event without anybody, "tom".
    void make_empty_event(const std::string& file = "tom") const;
    // The columns of "tickets --text" of everybody.
    [[nodiscard]] std::vector<std::vector<std::string>> tickets() const;
    // Everything that was recorded, byte for byte.
    [[nodiscard]] std::string record(const std::string& event = "mote") const;

    void write(const std::string& file, std::string_view content) const;
    [[nodiscard]] std::string read(const std::string& file) const;
    [[nodiscard]] bool exists(const std::string& file) const;
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

  private:
    TemporaryFolder folder_;
    std::string language_;
};

}  // namespace stormote::testing
