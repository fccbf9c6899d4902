// WebLine: the command line of `stormote-web`: its commands, each with its options, and what is
// done when one is called. One thread; everything lives until main ends.
//
// Sources: web_line.cpp, serve_command.cpp, user_commands.cpp.
#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <ostream>
#include <string>

#include "sync/base/clock.h"
#include "sync/base/error.h"
#include "sync/base/random.h"
#include "sync/base/texts.h"

namespace CLI {
class App;
}  // namespace CLI

namespace stormote {

// What every command works with.
struct WebContext {
    std::istream& in;
    std::ostream& out;
    std::ostream& messages;
    const Texts& texts;
    Clock& clock;
    Random& random;
};

class WebLine {
  public:
    explicit WebLine(WebContext& context);
    ~WebLine();
    WebLine(const WebLine&) = delete;
    WebLine& operator=(const WebLine&) = delete;

    // Parses and runs: the exit status of the contract.
    int run(int count, const char *const *words);

    [[nodiscard]] CLI::App& app() { return *app_; }
    [[nodiscard]] WebContext& context() { return context_; }
    // What is done when the command is called, under `parent` or on its own.
    CLI::App& add(CLI::App& parent, const std::string& name, Sentence purpose,
                  const std::string& example, std::function<Result<>()> action);
    [[nodiscard]] std::string text(Sentence sentence) const { return context_.texts.get(sentence); }

  private:
    int fail(const Error& error);

    WebContext& context_;
    std::unique_ptr<CLI::App> app_;
    std::string language_;
    std::function<Result<>()> action_;
};

// The commands, one file each.
void add_serve_command(WebLine& line);
void add_user_commands(WebLine& line);

}  // namespace stormote
