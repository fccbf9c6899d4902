#include "sync/central/cli/command_line.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "sync/base/command_usage.h"

namespace stormote {

namespace {

// What the configuration file says, where there is one; the command line goes before it.
Result<> complete(StoreOptions& options, const std::string& config_file) {
    if (!config_file.empty()) {
        auto config = read_central_config(config_file);
        if (!config) return config.error();
        options.config = *std::move(config);
        if (options.store.empty()) options.store = options.config.store;
    }
    if (!options.store.empty()) return Done{};
    return input_error({"{} names no store. Add the line: store = STORE"}, config_file);
}

}  // namespace

CentralLine::CentralLine(CentralContext& context)
    : context_(context), app_(std::make_unique<CLI::App>()) {
    app_->description(text({"Stormöte's central store: receives every device's record."}));
    app_->name("stormote-central");
    app_->require_subcommand(1);
    set_up_command(*app_, context.texts);
    app_->add_option("--language", language_, text({"Language of the messages: sv or en."}));
    app_->footer(text({"Example:"}) +
                 "\n  stormote-central serve --listen 127.0.0.1:8443 --store sqlite:central.db\n");
}

CentralLine::~CentralLine() = default;

int CentralLine::run(int count, const char *const *words) {
    try {
        app_->parse(count, words);
    } catch (const CLI::ParseError& error) {
        return answer_unparsed(*app_, error, context_.texts, context_.out, context_.messages);
    }
    try {
        const Result<> done = action_();
        context_.out.flush();
        return done ? 0 : fail(done.error());
    } catch (const MachineFailure& failure) {
        return fail(failure.error());
    }
}

int CentralLine::fail(const Error& error) {
    write_log_line(context_, error);
    return error.kind == ErrorKind::input ? 1 : error.kind == ErrorKind::usage ? 2 : 3;
}

CLI::App& CentralLine::add_parser(const std::string& name, Sentence purpose,
                                  const std::string& example, StoreOptions& options,
                                  Action action) {
    CLI::App& parser = add_command(*app_, name, purpose, example, context_.texts);
    parser.add_option("--store", options.store,
                      text({"Where the store is: sqlite:FILE or postgresql://HOST/DATABASE."}));
    const auto config_file = std::make_shared<std::string>();
    parser.add_option("--config", *config_file,
                      text({"A file with lines NAME = VALUE that stand for options, and with a "
                            "database's password, which others may not read."}));
    parser.callback([this, &options, config_file, action = std::move(action)] {
        if (options.store.empty() && config_file->empty()) throw CLI::RequiredError("--store");
        action_ = [&options, config_file, action]() -> Result<> {
            if (auto completed = complete(options, *config_file); !completed) return completed;
            return action();
        };
    });
    return parser;
}

void CentralLine::add_event_options(CLI::App& parser, EventOptions& options, Sentence purpose) {
    parser.add_option("--event", options.event, text(purpose))->required();
    parser.add_option("--passphrase-file", options.passphrase_file,
                      text({"A file whose first line is the event's passphrase."}));
}

}  // namespace stormote
