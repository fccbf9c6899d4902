// The command line of `stormote`: its subcommands, each with its options, and what is done when one
// is called. The only place that knows the parser; what people read is in their language. One
// thread; everything lives until main ends.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include "sync/base/command_usage.h"

namespace stormote {

struct CommandContext;
using CommandAction = std::function<Result<>(CommandContext&)>;

enum class Need { required, optional };

// One subcommand. What its options are read into must stay where it is until the command has run.
class Subcommand {
  public:
    Subcommand(CLI::App& parser, CommandAction& chosen, const Texts& texts)
        : parser_(parser), chosen_(chosen), texts_(texts) {}

    // Makes the options that `run` takes, and lets it answer when the subcommand is called.
    template <typename Options>
    std::remove_cvref_t<Options>& runs(Result<> (*run)(Options, CommandContext&)) {
        auto options = std::make_shared<std::remove_cvref_t<Options>>();
        set_action(
            [options, run](CommandContext& context) -> Result<> { return run(*options, context); });
        return *options;
    }

    // An option ("--list", "-o,--output") or, without dashes, an argument ("EVENT"): a text, texts,
    // or a number; other types do not link.
    template <typename Value>
    void option(const std::string& name, Value& value, Sentence purpose, Need need);
    template <typename Value>
    void option(const std::string& name, Value& value, Sentence purpose) {
        option(name, value, purpose, Need::optional);
    }
    // An option that may be said again, with one text each time.
    void repeated_option(const std::string& name, std::vector<std::string>& values,
                         Sentence purpose);
    // An option that is handed on when it is said.
    void option_function(const std::string& name,
                         const std::function<void(const std::string&)>& take, Sentence purpose,
                         Need need);
    void flag(const std::string& name, bool& is_set, Sentence purpose);
    // Lines below what an option is for.
    void add_to_help(const std::string& name, const std::string& lines);
    // Refuses a call with both.
    void exclude(const std::string& name, const std::string& other);
    [[nodiscard]] const Texts& texts() const { return texts_; }

  private:
    void set_action(CommandAction action);

    CLI::App& parser_;
    CommandAction& chosen_;
    const Texts& texts_;
};

class CommandLine {
  public:
    explicit CommandLine(const Texts& texts);
    ~CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    // Parses and runs: the exit status of the contract.
    int run(int count, const char *const *words, CommandContext& context);

    // Adds a subcommand with its one-line purpose and an example call.
    Subcommand add(const std::string& name, Sentence purpose, const std::string& example);

  private:
    const Texts& texts_;
    std::unique_ptr<CLI::App> parser_;
    std::string language_;
    CommandAction chosen_;
};

}  // namespace stormote
