// Secret argument: texts that must not stand among a program's arguments, where everybody on the
// machine can read them: from a file, from standard input, or typed on the terminal. One thread.
#pragma once

#include <optional>
#include <string>

#include "kiosk/cli/command.h"

namespace stormote {

// A line that is typed or scanned on the terminal and not shown there. Nothing where standard input
// is no terminal, or at its end.
[[nodiscard]] std::optional<std::string> ask_on_terminal(const CommandContext& context,
                                                         Sentence question);

// A token, a pairing text or a key, at most 4 kB. Error where the file cannot be one.
[[nodiscard]] Result<std::string> read_small_file(const std::string& file);

// The same, or for "-" what standard input has: a terminal is asked.
[[nodiscard]] Result<std::string> read_secret(const CommandContext& context,
                                              const std::string& file, Sentence question);

}  // namespace stormote
