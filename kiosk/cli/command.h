// The command `stormote`: what its subcommands share. One thread; everything lives until main ends.
//
// Sources: agenda_command.cpp, bundle_commands.cpp, command.cpp, demo_command.cpp,
// device_commands.cpp, door_commands.cpp, groups_command.cpp, join_command.cpp, note_command.cpp,
// organisations_command.cpp, people_commands.cpp, report_commands.cpp, search_command.cpp,
// survey_command.cpp, sync_commands.cpp, tables_command.cpp, ticket_commands.cpp,
// verify_command.cpp.
#pragma once

#include <iosfwd>
#include <memory>
#include <ostream>
#include <string>

#include "kiosk/cli/command_line.h"
#include "kiosk/cli/progress.h"
#include "kiosk/desk/desk.h"
#include "sync/base/texts.h"

namespace stormote {

// What a subcommand works with.
struct CommandContext {
    std::istream& in;
    std::ostream& out;
    std::ostream& messages;
    const Texts& texts;
    Clock& clock;
    Random& random;
    std::filesystem::path state_directory;
    std::ostream *terminal = nullptr;  // where progress is drawn; nothing: nobody watches

    [[nodiscard]] JournalEnvironment environment() const {
        return {clock, random, state_directory, HashingCost{}, ""};
    }
    // Writes a sentence to the messages, as a line.
    template <typename... Arguments>
    void say(Sentence sentence, const Arguments&...arguments) const {
        write_line(texts.get(sentence, arguments...));
    }
    void write_line(std::string_view line) const;
    [[nodiscard]] Progress progress(Sentence what, std::size_t total) const {
        return {terminal, texts.get(what), total};
    }
};

// An event file on the command line: EVENT and --passphrase-file.
struct EventArgument {
    std::string file;
    std::string passphrase_file;

    // Adds the two to a subcommand. Must stay where it is until the command has run.
    void add_to(Subcommand& command, Need need = Need::required);
    [[nodiscard]] PassphraseSource passphrase(const CommandContext& context) const;
    [[nodiscard]] Result<std::unique_ptr<Desk>> open(
        const CommandContext& context, JournalAccess access,
        MissingOperations missing = MissingOperations::refuse) const;
};

// Takes an event file away again when the command that makes it does not come to its end. Declare
// it before the desk, so that the file is closed first; a file that was there already stays.
class NewEventFile {
  public:
    explicit NewEventFile(std::filesystem::path path);
    ~NewEventFile();
    NewEventFile(const NewEventFile&) = delete;
    NewEventFile& operator=(const NewEventFile&) = delete;
    void keep() { is_kept_ = true; }

  private:
    std::filesystem::path path_;
    bool is_kept_;
};

// Writes a result: to a file, which appears whole or not at all, or for "-" to standard output.
[[nodiscard]] Result<> write_result(const CommandContext& context, const std::string& file,
                                    const std::string& content);

// Error unless a text from the command line is UTF-8, as the record must be.
[[nodiscard]] Result<> check_text(std::string_view option, std::string_view text);

// A name from a list in a line that tabs part: without tabs and line ends.
[[nodiscard]] std::string one_column(std::string text);

// Adds --no-passphrase to a subcommand that makes an event file.
void add_no_passphrase(Subcommand& command, bool& has_no_passphrase);

// The passphrase of a file that is to be made; nothing where --no-passphrase was chosen. Error when
// there is none to be had.
[[nodiscard]] Result<std::optional<std::string>> choose_passphrase(const EventArgument& event,
                                                                   bool has_no_passphrase,
                                                                   const CommandContext& context);

// An attendee by the id on the command line. Error when it is no id or nobody's.
[[nodiscard]] Error unknown_attendee(const std::string& text);
[[nodiscard]] Result<AttendeeId> find_attendee(const EventState& state, const std::string& text);

// One function a file of subcommands; they take the line that they add themselves to.
void add_verify_command(CommandLine& line);
void add_demo_command(CommandLine& line);
void add_ticket_commands(CommandLine& line);
void add_door_commands(CommandLine& line);
void add_tables_command(CommandLine& line);
void add_agenda_command(CommandLine& line);
void add_survey_commands(CommandLine& line);
void add_people_commands(CommandLine& line);
void add_organisations_commands(CommandLine& line);
void add_report_commands(CommandLine& line);
void add_search_command(CommandLine& line);
void add_groups_command(CommandLine& line);
void add_note_command(CommandLine& line);
void add_join_command(CommandLine& line);
void add_sync_commands(CommandLine& line);
void add_bundle_commands(CommandLine& line);
void add_device_commands(CommandLine& line);

}  // namespace stormote
