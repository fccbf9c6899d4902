#include "kiosk/cli/command_line.h"

#include <cstdint>
#include <new>
#include <optional>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "kiosk/cli/command.h"

namespace stormote {

namespace {

int exit_status(const Error& error) {
    switch (error.kind) {
        case ErrorKind::input:
            return 1;
        case ErrorKind::usage:
            return 2;
        case ErrorKind::machine:
            return 3;
    }
    return 3;
}

}  // namespace

template <typename Value>
void Subcommand::option(const std::string& name, Value& value, Sentence purpose, Need need) {
    parser_.add_option(name, value, texts_.get(purpose))->required(need == Need::required);
}
template void Subcommand::option(const std::string&, std::string&, Sentence, Need);
template void Subcommand::option(const std::string&, std::vector<std::string>&, Sentence, Need);
template void Subcommand::option(const std::string&, std::int32_t&, Sentence, Need);
template void Subcommand::option(const std::string&, std::optional<int>&, Sentence, Need);
template void Subcommand::option(const std::string&, std::int64_t&, Sentence, Need);
template void Subcommand::option(const std::string&, std::uint64_t&, Sentence, Need);

void Subcommand::repeated_option(const std::string& name, std::vector<std::string>& values,
                                 Sentence purpose) {
    parser_.add_option(name, values, texts_.get(purpose))->allow_extra_args(false);
}

void Subcommand::option_function(const std::string& name,
                                 const std::function<void(const std::string&)>& take,
                                 Sentence purpose, Need need) {
    parser_.add_option_function<std::string>(name, take, texts_.get(purpose))
        ->required(need == Need::required);
}

void Subcommand::flag(const std::string& name, bool& is_set, Sentence purpose) {
    parser_.add_flag(name, is_set, texts_.get(purpose));
}

void Subcommand::add_to_help(const std::string& name, const std::string& lines) {
    CLI::Option& option = *parser_.get_option(name);
    option.description(option.get_description() + lines);
}

void Subcommand::exclude(const std::string& name, const std::string& other) {
    parser_.get_option(name)->excludes(other);
}

void Subcommand::set_action(CommandAction action) {
    parser_.callback([&chosen = chosen_, action = std::move(action)] { chosen = action; });
}

CommandLine::CommandLine(const Texts& texts)
    : texts_(texts), parser_(std::make_unique<CLI::App>()) {
    const auto text = [&texts](Sentence sentence) { return texts.get(sentence); };
    parser_->description(text({"Stormöte: check-in, groups and notes for open meetings."}));
    parser_->name("stormote");
    parser_->require_subcommand(1);
    set_up_command(*parser_, texts);
    parser_->footer(text({"Example:"}) +
                    "\n  stormote init mote.stormote --name \"Stormöte\" --starts 2022-10-12T18:00 "
                    "--ends 2022-10-12T21:00 --passphrase-file key.txt\n");
    // Read before the rest is parsed, by main; named here for --help and so that it is accepted.
    parser_->add_option("--language", language_, text({"Language of the messages: sv or en."}));
}

CommandLine::~CommandLine() = default;

Subcommand CommandLine::add(const std::string& name, Sentence purpose, const std::string& example) {
    return {add_command(*parser_, name, purpose, example, texts_), chosen_, texts_};
}

int CommandLine::run(int count, const char *const *words, CommandContext& context) {
    try {
        parser_->parse(count, words);
    } catch (const CLI::ParseError& error) {
        return answer_unparsed(*parser_, error, texts_, context.out, context.messages);
    }
    try {
        Result<> done = chosen_(context);
        if (done && !context.out.flush()) {
            done =
                machine_error({"Standard output cannot be written. Check that the disk has "
                               "space."});
        }
        if (done) return 0;
        context.write_line("stormote: " + context.texts.get(done.error()));
        if (done.error().kind == ErrorKind::usage) {
            say_where_help_is(*parser_, texts_, context.messages);
        }
        return exit_status(done.error());
    } catch (const MachineFailure& failure) {
        context.write_line("stormote: " + context.texts.get(failure.error()));
        return exit_status(failure.error());
    } catch (const std::bad_alloc&) {
        const Error error = machine_error({"There is not enough memory."});
        context.write_line("stormote: " + context.texts.get(error));
        return exit_status(error);
    }
}

}  // namespace stormote
