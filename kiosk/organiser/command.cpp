#include "kiosk/organiser/command.h"

#include <fstream>
#include <iostream>

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include "sync/base/utf8.h"
#include "sync/journal/passphrase_file.h"
#include "sync/report/output_file.h"

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

void CommandContext::write_line(std::string_view line) const {
    messages << line << '\n';
}

CommandLine::CommandLine(const Texts& texts) : texts_(texts) {
    app_.description(text({"Stormöte: check-in, groups and notes for open meetings."}));
    app_.name("stormote");
    app_.require_subcommand(1);
    translate_help();
    app_.footer(text({"Example:"}) +
                "\n  stormote init mote.stormote --name \"Stormöte\" --starts 2022-10-12T18:00 "
                "--ends 2022-10-12T21:00 --passphrase-file key.txt\n");
    // Read before the rest is parsed, by main; named here for --help and so that it is accepted.
    app_.add_option("--language", language_, text({"Language of the messages: sv or en."}));
}

void CommandLine::translate_help() {
    // Before anything is added: options and subcommands take these from their parent.
    app_.option_defaults()->group(text({"Options"}));
    app_.set_help_flag("-h,--help", text({"Shows this help."}));
    app_.group(text({"Commands"}));
    const auto formatter = app_.get_formatter();
    formatter->label("Usage", text({"Usage"}));
    formatter->label("OPTIONS", text({"OPTIONS"}));
    formatter->label("SUBCOMMAND", text({"COMMAND"}));
    formatter->label("Positionals", text({"Arguments"}));
    formatter->label("REQUIRED", text({"(required)"}));
    formatter->label("Excludes", text({"Not together with"}));
    for (const char *type : {"INT", "UINT"}) formatter->label(type, text({"NUMBER"}));
}

CLI::App& CommandLine::add(const std::string& name, Sentence purpose, const std::string& example) {
    CLI::App *command = app_.add_subcommand(name, text(purpose));
    command->footer(text({"Example:"}) + "\n  " + example + "\n");
    // Its own, so that it stands among the command's other options.
    command->set_help_flag("-h,--help", text({"Shows this help."}));
    command->fallthrough();
    return *command;
}

int CommandLine::run(int count, const char *const *words, CommandContext& context) {
    try {
        app_.parse(count, words);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != 0) return refuse(error, context);
        app_.exit(error, context.out, context.messages);
        return 0;
    }
    try {
        Result<> done = action_(context);
        if (done && !context.out.flush()) {
            done =
                machine_error({"Standard output cannot be written. Check that the disk has "
                               "space."});
        }
        if (done) return 0;
        context.write_line("stormote: " + context.texts.get(done.error()));
        return exit_status(done.error());
    } catch (const MachineFailure& failure) {
        context.write_line("stormote: " + context.texts.get(failure.error()));
        return exit_status(failure.error());
    }
}

int CommandLine::refuse(const CLI::ParseError& error, const CommandContext& context) const {
    // The parser speaks English alone; what it says most is said here in the reader's language.
    const std::string problem = error.what();
    const auto is = [&error](CLI::ExitCodes code) {
        return error.get_exit_code() == static_cast<int>(code);
    };
    Sentence sentence{"The call is wrong: {}"};
    std::string detail = problem;
    if (is(CLI::ExitCodes::ExtrasError)) {
        sentence = {"Unknown option or argument: {}"};
        detail = fmt::format("{}", fmt::join(app_.remaining(true), " "));
    } else if (is(CLI::ExitCodes::RequiredError) && problem == "A subcommand is required") {
        sentence = {"The command is missing. These exist: {}"};
        detail.clear();
        for (const CLI::App *command : app_.get_subcommands({})) {
            detail += (detail.empty() ? "" : ", ") + command->get_name();
        }
    } else if (is(CLI::ExitCodes::RequiredError) && problem.ends_with(" is required")) {
        sentence = {"Missing: {}"};
        detail.resize(problem.size() - std::string_view(" is required").size());
    }
    context.write_line("stormote: " + context.texts.get(sentence, detail));
    const auto called = app_.get_subcommands();
    context.say({"More with: {}"}, called.empty()
                                       ? "stormote --help"
                                       : "stormote " + called.front()->get_name() + " --help");
    return 2;
}

void EventArgument::add_to(CommandLine& line, CLI::App& command, Need need) {
    command.add_option("EVENT", file, line.text({"The event file."}))
        ->required(need == Need::required);
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

NewEventFile::NewEventFile(std::filesystem::path path) : path_(std::move(path)) {
    std::error_code error;
    is_kept_ = std::filesystem::exists(path_, error);
}

NewEventFile::~NewEventFile() {
    std::error_code error;
    for (const char *ending : {"", "-wal", "-shm"}) {
        if (!is_kept_) std::filesystem::remove(path_.string() + ending, error);
    }
}

Result<> write_result(const CommandContext& context, const std::string& file,
                      const std::string& content) {
    if (file != "-") return write_whole_file(file, content);
    context.out << content;
    return Done{};
}

Result<> check_text(std::string_view option, std::string_view text) {
    if (is_utf8(text)) return Done{};
    return usage_error({"{} is not written in UTF-8. Set the terminal to UTF-8."}, option);
}

std::string one_column(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    return text;
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
