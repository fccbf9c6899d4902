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
    // Where it is the same, the next one may be under way.
    if (load_token(state_directory, event) == write_token(token)) return;
    const fs::path file = file_of(state_directory, event);
    replace_private_file(file, write_token(token) + "\n");
    forget_next_token(file);
}

DeviceToken kept_token(const fs::path& state_directory, const EventId& event, const Token& token) {
    return {write_token(token),
            {file_of(state_directory, event),
             [state_directory, event] { return load_token(state_directory, event); },
             [state_directory, event](const Token& next) {
                 save_token(state_directory, event, next);
             }}};
}

Error missing_token() {
    return input_error(
        {"This device has no access to the central store yet. Have it enrolled there "
         "(stormote-central enrol), and give the pairing text with \"stormote join\", or with "
         "\"stormote sync --token-file FILE\" where the event file is here already."});
}

}  // namespace stormote
