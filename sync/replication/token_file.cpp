#include "sync/replication/token_file.h"

#include <fstream>
#include <iterator>

#include "sync/base/private_file.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

fs::path file_of(const fs::path& state_directory, const EventId& event) {
    return state_directory / "tokens" / to_string(event);
}

}  // namespace

std::optional<std::string> load_token(const fs::path& state_directory, const EventId& event) {
    std::ifstream stream(file_of(state_directory, event));
    const auto token = read_token(std::string{std::istreambuf_iterator<char>(stream), {}});
    return token ? std::optional(write_token(*token)) : std::nullopt;
}

void save_token(const fs::path& state_directory, const EventId& event, const Token& token) {
    replace_private_file(file_of(state_directory, event), write_token(token) + "\n");
}

Error missing_token() {
    return input_error(
        {"This device has no access to the central store yet. Have it enrolled there "
         "(stormote-central enrol), and give the pairing text with \"stormote join\", or with "
         "\"stormote sync --token-file FILE\" where the event file is here already."});
}

}  // namespace stormote
