// CentralLine: the command line of `stormote-central`: its commands, each with its options, and
// what is done when one is called. Each command adds itself (central_commands.h). One thread;
// everything lives until main ends.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "sync/central/cli/command_context.h"

namespace CLI {
class App;
}  // namespace CLI

namespace stormote {

class CentralLine {
  public:
    explicit CentralLine(CentralContext& context);
    ~CentralLine();
    CentralLine(const CentralLine&) = delete;
    CentralLine& operator=(const CentralLine&) = delete;

    // Parses and runs: the exit status of the contract.
    int run(int count, const char *const *words);

    template <typename Options>
    struct Command {
        CLI::App& parser;
        Options& options;
    };
    // Adds a command that is told where the store is, with its one-line purpose and an example
    // call. The options are those that the command takes; they live as long as the line.
    template <typename Options>
    Command<Options> add(const std::string& name, Sentence purpose, const std::string& example,
                         Result<> (*command)(const Options&, CentralContext&)) {
        auto options = std::make_shared<Options>();
        CLI::App& parser = add_parser(name, purpose, example, *options, [this, options, command] {
            return command(*options, context_);
        });
        return {parser, *options};
    }

    // --event, which takes an id or a file, in the command's words, and --passphrase-file.
    void add_event_options(CLI::App& parser, EventOptions& options,
                           Sentence purpose = {"The event's id, or its file."});
    [[nodiscard]] std::string text(Sentence sentence) const { return context_.texts.get(sentence); }

  private:
    using Action = std::function<Result<>()>;

    CLI::App& add_parser(const std::string& name, Sentence purpose, const std::string& example,
                         StoreOptions& options, Action action);
    int fail(const Error& error);

    CentralContext& context_;
    std::unique_ptr<CLI::App> app_;
    std::string language_;
    Action action_;
};

}  // namespace stormote
