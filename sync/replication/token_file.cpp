#include "sync/replication/token_file.h"

#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

#include "sync/base/durable_folder.h"

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
    const fs::path file = file_of(state_directory, event);
    std::error_code error;
    const bool is_first = fs::create_directories(file.parent_path(), error);
    fs::permissions(file.parent_path(), fs::perms::owner_all, error);
    const fs::path draft = file.string() + ".new";
    const std::string text = write_token(token) + "\n";
    const int descriptor = open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool is_written =
        descriptor >= 0 &&
        write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        fsync(descriptor) == 0;
    if (descriptor >= 0) close(descriptor);
    if (is_written) fs::rename(draft, file, error);
    make_folder_durable(file.parent_path());
    if (is_first) make_folder_durable(state_directory);
    if (!is_written || error) {
        throw MachineFailure(
            machine_error({"{} cannot be written. Check that the disk has space and that you may "
                           "write there."},
                          file.string()));
    }
}

Error missing_token() {
    return input_error(
        {"This device has no access to the central store yet. Have it enrolled there "
         "(stormote-central enrol), and give the pairing text with \"stormote join\", or with "
         "\"stormote sync --token-file FILE\" where the event file is here already."});
}

}  // namespace stormote
