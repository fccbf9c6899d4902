#include "kiosk/organiser/command.h"

#include <fstream>
#include <iostream>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <termios.h>
#include <unistd.h>

namespace stormote {

namespace {

// Asks on the terminal, without showing what is typed.
std::optional<std::string> ask_on_terminal(const CommandContext& context) {
    if (isatty(STDIN_FILENO) == 0) return std::nullopt;
    context.messages << context.texts.get({"Passphrase of the event: "}) << std::flush;
    termios shown{};
    tcgetattr(STDIN_FILENO, &shown);
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    std::string passphrase;
    const bool is_read = static_cast<bool>(std::getline(std::cin, passphrase));
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    context.messages << '\n';
    return is_read ? std::optional(passphrase) : std::nullopt;
}

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

void CommandContext::write_line(const std::string& line) const {
    messages << line << '\n';
}

CommandLine::CommandLine(const Texts& texts) : texts_(texts) {
    app_.description(text({"Stormöte: check-in, groups and notes for open meetings."}));
    app_.name("stormote");
    app_.require_subcommand(1);
    app_.footer(
        "stormote init mote.stormote --name \"Stormöte\" --starts 2022-10-12T18:00 "
        "--ends 2022-10-12T21:00");
    // Read before the rest is parsed, by main; named here for --help and so that it is accepted.
    app_.add_option("--language", language_, text({"Language of the messages: sv or en."}));
}

CLI::App& CommandLine::add(const std::string& name, Sentence purpose, const std::string& example) {
    CLI::App *command = app_.add_subcommand(name, text(purpose));
    command->footer(text({"Example:"}) + "\n  " + example);
    command->fallthrough();
    return *command;
}

int CommandLine::run(int count, const char *const *words, CommandContext& context) {
    try {
        app_.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return app_.exit(error, context.out, context.messages) == 0 ? 0 : 2;
    }
    try {
        const Result<> done = action_(context);
        context.out.flush();
        if (done) return 0;
        context.write_line("stormote: " + context.texts.get(done.error()));
        return exit_status(done.error());
    } catch (const MachineFailure& failure) {
        context.write_line("stormote: " + context.texts.get(failure.error()));
        return exit_status(failure.error());
    }
}

void EventArgument::add_to(CommandLine& line, CLI::App& command) {
    command.add_option("EVENT", file, line.text({"The event file."}))->required();
    command.add_option("--passphrase-file", passphrase_file,
                       line.text({"A file whose first line is the event's passphrase."}));
}

PassphraseSource EventArgument::passphrase(const CommandContext& context) const {
    return [this, &context]() -> std::optional<std::string> {
        if (passphrase_file.empty()) return ask_on_terminal(context);
        auto read = read_passphrase_file(passphrase_file);
        if (!read) throw MachineFailure(read.error());
        return *read;
    };
}

Result<std::unique_ptr<Desk>> EventArgument::open(const CommandContext& context,
                                                  JournalAccess access,
                                                  MissingOperations missing) const {
    return Desk::open(file, passphrase(context), access, context.environment(), missing);
}

Result<std::string> read_passphrase_file(const std::string& file) {
    std::ifstream stream(file);
    std::string passphrase;
    if (!std::getline(stream, passphrase) || passphrase.empty()) {
        return input_error({"{} has no passphrase on its first line."}, file);
    }
    if (passphrase.back() == '\r') passphrase.pop_back();
    return passphrase;
}

Result<std::optional<std::string>> choose_passphrase(const EventArgument& event,
                                                     bool has_no_passphrase,
                                                     const CommandContext& context) {
    if (has_no_passphrase) return std::optional<std::string>();
    const auto passphrase = event.passphrase(context)();
    if (!passphrase || passphrase->empty()) {
        return input_error(
            {"The event needs a passphrase, so that a stolen kiosk reveals nobody: "
             "--passphrase-file FILE. Or choose --no-passphrase."});
    }
    return passphrase;
}

Result<AttendeeId> find_attendee(const EventState& state, const std::string& text) {
    const auto id = parse_id<AttendeeId>(text);
    if (!id || state.find_attendee(*id) == nullptr) {
        return input_error({"There is no attendee {}. \"stormote search\" and \"stormote tickets "
                            "--text\" show the ids."},
                           text);
    }
    return *id;
}

}  // namespace stormote
