// Command usage: what the command lines of all programs share: --help and --version, and the
// messages for wrong usage, in the reader's language. The parser itself speaks English alone.
// One thread.
#pragma once

#include <iosfwd>
#include <string>

#include "sync/base/texts.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace stormote {

// To be called before options and commands are added, which take this from the program.
void set_up_command(CLI::App& program, const Texts& texts);

// Adds a command of a program, with its one-line purpose and an example call.
CLI::App& add_command(CLI::App& program, const std::string& name, Sentence purpose,
                      const std::string& example, const Texts& texts);

// Answers a call that runs nothing: prints help or version, or says what is wrong and where help
// is. The exit status.
[[nodiscard]] int answer_unparsed(const CLI::App& program, const CLI::ParseError& error,
                                  const Texts& texts, std::ostream& out, std::ostream& messages);
// Where help on the command is that was called.
void say_where_help_is(const CLI::App& program, const Texts& texts, std::ostream& messages);

}  // namespace stormote
