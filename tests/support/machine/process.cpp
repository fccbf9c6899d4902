#include "tests/support/machine/process.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace stormote {

namespace {

constexpr Milliseconds polite_limit{2'000};

[[noreturn]] void throw_system_error(const std::string& sentence, int number = errno) {
    throw std::system_error(number, std::generic_category(), sentence);
}

}  // namespace

// Files, not pipes: a pipe that nobody reads stops the program that writes, and a file has the
// words of a program that was killed.
Process::File Process::temporary_file() {
    File file(std::tmpfile());
    if (!file) throw_system_error("A temporary file could not be made");
    fcntl(fileno(file.get()), F_SETFD, FD_CLOEXEC);
    return file;
}

std::string Process::read_all(const File& file) {
    struct stat status {};
    if (fstat(fileno(file.get()), &status) != 0) return {};
    std::string text(static_cast<std::size_t>(status.st_size), '\0');
    const ssize_t size = pread(fileno(file.get()), text.data(), text.size(), 0);
    text.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
    return text;
}

Process::Process(const std::vector<std::string>& command, const ProcessOptions& options)
    : input_(temporary_file()), output_(temporary_file()), errors_(temporary_file()) {
    std::fwrite(options.standard_input.data(), 1, options.standard_input.size(), input_.get());
    std::rewind(input_.get());

    int failure_pipe[2];
    if (pipe2(failure_pipe, O_CLOEXEC) != 0) throw_system_error("A pipe could not be made");
    const pid_t parent = getpid();
    id_ = fork();
    if (id_ == 0) become(command, options, parent, failure_pipe[1]);
    const int fork_error = errno;
    close(failure_pipe[1]);
    // Both sides set the group: whichever comes first, it stands before anybody kills it.
    if (id_ > 0) setpgid(id_, id_);
    int failure = 0;
    const bool failed = id_ < 0 || read(failure_pipe[0], &failure, sizeof failure) > 0;
    close(failure_pipe[0]);
    if (!failed) return;
    if (id_ > 0) waitpid(id_, nullptr, 0);
    throw_system_error("The program " + command.front() + " could not be started",
                       id_ < 0 ? fork_error : failure);
}

void Process::become(const std::vector<std::string>& command, const ProcessOptions& options,
                     pid_t parent, int failure_pipe) const {
    setpgid(0, 0);
    // Nothing is left behind when the test itself is killed.
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(EXIT_FAILURE);
    dup2(fileno(input_.get()), STDIN_FILENO);
    dup2(fileno(output_.get()), STDOUT_FILENO);
    dup2(fileno(errors_.get()), STDERR_FILENO);
    for (const auto& [name, value] : options.environment) {
        setenv(name.c_str(), value.c_str(), 1);
    }
    std::vector<char *> words;
    words.reserve(command.size() + 1);
    for (const std::string& word : command) words.push_back(const_cast<char *>(word.c_str()));
    words.push_back(nullptr);
    const bool is_in_place =
        options.working_directory.empty() || chdir(options.working_directory.c_str()) == 0;
    if (is_in_place) execvp(words.front(), words.data());
    const int failure = errno;
    const ssize_t told = write(failure_pipe, &failure, sizeof failure);
    _exit(told < 0 ? EXIT_FAILURE + 1 : EXIT_FAILURE);
}

Process::~Process() {
    end();
}

bool Process::is_running() {
    if (status_) return false;
    siginfo_t change{};
    // The ended program is left as a zombie until its group is gone too: so long, its number
    // cannot be given to a stranger.
    const int waited = waitid(P_PID, static_cast<id_t>(id_), &change, WEXITED | WNOHANG | WNOWAIT);
    if (waited != 0 || change.si_pid == 0) return waited == 0;
    kill(-id_, SIGKILL);
    int status = 0;
    waitpid(id_, &status, 0);
    status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return false;
}

std::optional<int> Process::wait(Milliseconds limit) {
    if (!wait_until([this] { return !is_running(); }, limit)) return std::nullopt;
    return status_;
}

void Process::send_signal(int signal) const {
    if (!status_) kill(id_, signal);
}

void Process::end() {
    if (status_) return;
    kill(-id_, SIGTERM);
    if (wait_until([this] { return !is_running(); }, polite_limit)) return;
    kill(-id_, SIGKILL);
    static_cast<void>(wait_until([this] { return !is_running(); }));
}

std::string Process::output() const {
    return read_all(output_);
}

std::string Process::errors() const {
    return read_all(errors_);
}

Finished run_program(const std::vector<std::string>& command, const ProcessOptions& options,
                     Milliseconds limit) {
    Process process(command, options);
    const auto status = process.wait(limit);
    if (!status) {
        throw ExpectationFailure(fmt::format("Expected {} to end within {} s; it still runs.",
                                             command.front(), limit.count() / 1000));
    }
    return {*status, process.output(), process.errors()};
}

std::filesystem::path program_directory() {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

}  // namespace stormote
