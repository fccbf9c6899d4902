#include "tests/support/machine/terminal_program.h"

#include <array>
#include <csignal>
#include <system_error>
#include <utility>

#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace stormote {

TerminalProgram::TerminalProgram(const std::vector<std::string>& command,
                                 const ProcessOptions& options) {
    id_ = forkpty(&terminal_, nullptr, nullptr, nullptr);
    if (id_ < 0) throw std::system_error(errno, std::generic_category(), "no terminal");
    if (id_ > 0) return;
    for (const auto& [name, value] : options.environment) setenv(name.c_str(), value.c_str(), 1);
    std::vector<char *> words;
    words.reserve(command.size() + 1);
    for (const std::string& word : command) words.push_back(const_cast<char *>(word.c_str()));
    words.push_back(nullptr);
    if (options.working_directory.empty() || chdir(options.working_directory.c_str()) == 0) {
        execvp(words.front(), words.data());
    }
    _exit(127);
}

TerminalProgram::~TerminalProgram() {
    if (id_ > 0) {
        kill(id_, SIGKILL);
        waitpid(id_, nullptr, 0);
    }
    if (terminal_ >= 0) close(terminal_);
}

bool TerminalProgram::take_in() {
    pollfd wanted{terminal_, POLLIN, 0};
    if (poll(&wanted, 1, static_cast<int>(patience.count())) <= 0) return false;
    std::array<char, 4096> part{};
    const ssize_t count = read(terminal_, part.data(), part.size());
    if (count <= 0) return false;
    shown_.append(part.data(), static_cast<std::size_t>(count));
    return true;
}

void TerminalProgram::wait_for(const std::string& shown) {
    while (shown_.find(shown) == std::string::npos) {
        if (!take_in()) throw ExpectationFailure("The terminal shows: " + shown_);
    }
}

void TerminalProgram::type(const std::string& text) const {
    if (write(terminal_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
        throw ExpectationFailure("The terminal takes no typing.");
    }
}

int TerminalProgram::wait() {
    while (take_in()) {
    }
    int status = 0;
    if (!wait_until([&] { return waitpid(id_, &status, WNOHANG) == id_; })) {
        throw ExpectationFailure("The program still runs. The terminal shows: " + shown_);
    }
    id_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace stormote
