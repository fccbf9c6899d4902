// TerminalProgram: a program on a terminal of its own, as somebody would sit before it. What it
// writes and what the terminal shows of the typing are one text. For tests; one thread; ends the
// program with itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/support/machine/process.h"

namespace stormote {

class TerminalProgram {
  public:
    // Throws std::system_error when there is no terminal to be had.
    explicit TerminalProgram(const std::vector<std::string>& command,
                             const ProcessOptions& options = {});
    ~TerminalProgram();
    TerminalProgram(const TerminalProgram&) = delete;
    TerminalProgram& operator=(const TerminalProgram&) = delete;

    // Throws ExpectationFailure with what is shown when that does not come.
    void wait_for(const std::string& shown);
    void type(const std::string& text) const;
    // The exit status. Throws ExpectationFailure when the program does not end.
    int wait();
    [[nodiscard]] const std::string& shown() const { return shown_; }

  private:
    // False when nothing more can come.
    bool take_in();

    int terminal_ = -1;
    pid_t id_ = -1;
    std::string shown_;
};

}  // namespace stormote
