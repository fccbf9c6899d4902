// Process: a program that a test runs, with everything it starts in turn. Owned by one thread,
// which must outlive it: the program is ended when that thread dies, however it dies.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sys/types.h>

#include "tests/support/machine/wait.h"

namespace stormote {

struct ProcessOptions {
    // Set in addition to this program's own environment, or in place of what stands there.
    std::vector<std::pair<std::string, std::string>> environment;
    std::filesystem::path working_directory;  // this program's own where empty
    std::string standard_input;               // all that the program can read; then its end
};

class Process {
  public:
    // Starts `command`, found through PATH where its first word has no slash. Throws
    // std::system_error when it cannot be started.
    explicit Process(const std::vector<std::string>& command, const ProcessOptions& options = {});
    // Ends the program and its whole process group: politely, and by force after two seconds.
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] bool is_running();
    // The exit status, 128 + N where signal N ended the program, nothing when it still runs
    // after `limit`.
    [[nodiscard]] std::optional<int> wait(Milliseconds limit = patience);
    // To the program alone, not to those it started.
    void send_signal(int signal) const;
    void end();

    // What it has written so far; complete once it has ended.
    [[nodiscard]] std::string output() const;
    [[nodiscard]] std::string errors() const;
    [[nodiscard]] pid_t id() const { return id_; }

  private:
    struct CloseFile {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };
    using File = std::unique_ptr<std::FILE, CloseFile>;

    static File temporary_file();
    static std::string read_all(const File& file);
    [[noreturn]] void become(const std::vector<std::string>& command, const ProcessOptions& options,
                             pid_t parent, int failure_pipe) const;

    File input_;
    File output_;
    File errors_;
    pid_t id_ = 0;
    std::optional<int> status_;
};

struct Finished {
    int status = 0;
    std::string output;
    std::string errors;
};

// Runs a program to its end. Throws ExpectationFailure when it still runs after `limit`.
Finished run_program(const std::vector<std::string>& command, const ProcessOptions& options = {},
                     Milliseconds limit = 3 * patience);

// The folder of the running program, where its sister programs lie too.
[[nodiscard]] std::filesystem::path program_directory();

}  // namespace stormote
