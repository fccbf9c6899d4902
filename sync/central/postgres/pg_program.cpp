#include "sync/central/postgres/pg_program.h"

#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace stormote {

namespace {

// A password file as libpq reads one, for any server and role. -1: it could not be made.
int make_password_file(const std::string& password) {
    std::string line = "*:*:*:*:";
    for (const char c : password) {
        if (c == ':' || c == '\\') line += '\\';
        line += c;
    }
    line += '\n';
    // Stays open in the program that is started, and is gone with it.
    const int file = memfd_create("stormote-password", 0);
    if (file < 0) return -1;
    const bool is_written =
        fchmod(file, S_IRUSR | S_IWUSR) == 0 &&
        write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    if (is_written) return file;
    close(file);
    return -1;
}

struct FileCloser {
    int file = -1;
    explicit FileCloser(int opened) : file(opened) {}
    ~FileCloser() {
        if (file >= 0) close(file);
    }
    FileCloser(const FileCloser&) = delete;
    FileCloser& operator=(const FileCloser&) = delete;
};

Error not_started(const std::string& program) {
    return machine_error({"{} could not be started. Install the package postgresql-client, in a "
                          "version as new as the server's."},
                         program);
}

}  // namespace

Result<> run_pg_program(const std::vector<std::string>& words, const std::string& password) {
    const FileCloser password_file(password.empty() ? -1 : make_password_file(password));
    if (!password.empty() && password_file.file < 0) return not_started(words.front());
    std::string setting = "PGPASSFILE=/proc/self/fd/" + std::to_string(password_file.file);
    std::vector<char *> environment;
    for (char **variable = environ; *variable != nullptr; ++variable) {
        const bool is_replaced =
            !password.empty() && std::string_view(*variable).starts_with("PGPASSFILE=");
        if (!is_replaced) environment.push_back(*variable);
    }
    if (!password.empty()) environment.push_back(setting.data());
    environment.push_back(nullptr);
    std::vector<char *> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    pid_t child = 0;
    if (posix_spawnp(&child, arguments.front(), nullptr, nullptr, arguments.data(),
                     environment.data()) != 0) {
        return not_started(words.front());
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return not_started(words.front());
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return Done{};
    return machine_error({"{} failed; what it said stands above."}, words.front());
}

}  // namespace stormote
