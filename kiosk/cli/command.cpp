#include "kiosk/cli/command.h"

#include "kiosk/cli/secret_argument.h"
#include "kiosk/documents/files/output_file.h"
#include "sync/base/utf8.h"
#include "sync/journal/keys/passphrase_file.h"

namespace stormote {

void CommandContext::write_line(std::string_view line) const {
    messages << line << '\n';
}

void EventArgument::add_to(Subcommand& command, Need need) {
    command.option("EVENT", file, {"The event file."}, need);
    command.option("--passphrase-file", passphrase_file,
                   {"A file whose first line is the event's passphrase."});
}

PassphraseSource EventArgument::passphrase(const CommandContext& context) const {
    return [this, &context]() -> std::optional<std::string> {
        if (passphrase_file.empty()) {
            return ask_on_terminal(context, {"Passphrase of the event: "});
        }
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

void add_no_passphrase(Subcommand& command, bool& has_no_passphrase) {
    command.flag("--no-passphrase", has_no_passphrase,
                 {"Keeps the event's key in the file: whoever has the file reads it."});
    command.exclude("--no-passphrase", "--passphrase-file");
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

Error unknown_attendee(const std::string& text) {
    return input_error({"There is no attendee {}. \"stormote search\" and \"stormote tickets "
                        "--text\" show the ids."},
                       text);
}

Result<AttendeeId> find_attendee(const EventState& state, const std::string& text) {
    const auto id = parse_id<AttendeeId>(text);
    if (!id || state.find_attendee(*id) == nullptr) return unknown_attendee(text);
    return *id;
}

}  // namespace stormote
