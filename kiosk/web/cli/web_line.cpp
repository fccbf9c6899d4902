#include "kiosk/web/cli/web_line.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "sync/base/command_usage.h"

namespace stormote {

WebLine::WebLine(WebContext& context) : context_(context), app_(std::make_unique<CLI::App>()) {
    app_->description(text({"Stormöte's pages: meetings in the browser."}));
    app_->name("stormote-web");
    app_->require_subcommand(1);
    set_up_command(*app_, context.texts);
    app_->add_option("--language", language_, text({"Language of the messages: sv or en."}));
    app_->footer(text({"Example:"}) +
                 "\n  stormote-web user add anna --events meetings --name \"Anna Ek\" --role "
                 "administrator"
                 "\n  stormote-web serve --events meetings --listen 127.0.0.1:8080\n");
}

WebLine::~WebLine() = default;

CLI::App& WebLine::add(CLI::App& parent, const std::string& name, Sentence purpose,
                       const std::string& example, std::function<Result<>()> action) {
    CLI::App& parser = add_command(parent, name, purpose, example, context_.texts);
    parser.callback([this, action = std::move(action)] { action_ = action; });
    return parser;
}

int WebLine::run(int count, const char *const *words) {
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

int WebLine::fail(const Error& error) {
    context_.messages << "stormote-web: " << context_.texts.get(error) << std::endl;
    return error.kind == ErrorKind::input ? 1 : error.kind == ErrorKind::usage ? 2 : 3;
}

}  // namespace stormote
