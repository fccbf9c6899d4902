// Import list: where the registrations come from that are imported: a table in a file, a folder of
// sign-up mails, or another event. One thread.
#pragma once

#include <string>

#include "kiosk/cli/command.h"
#include "kiosk/lists/registrations/registration_import.h"

namespace stormote {

enum class ListForm : std::uint8_t { table, mails, event };

struct ListArgument {
    std::string file;             // LIST; "-" is standard input
    std::string sheet;            // of a spreadsheet; may be empty
    std::string passphrase_file;  // of another event; may be empty

    // Adds LIST, --sheet and --list-passphrase-file. Must stay where it is until the command has
    // run.
    void add_to(Subcommand& command);
};

// By what lies there. Error: it is one mail, or an option does not go with it.
[[nodiscard]] Result<ListForm> form_of(const ListArgument& list);

// The mails of a folder, each a doubtful row unless the event knows all that it says. Error: there
// is none, or one cannot be opened.
[[nodiscard]] Result<ListedPeople> read_mail_folder(const std::string& folder, KeepRows keep,
                                                    const EventState& state, const ImportIds& ids,
                                                    const CommandContext& context);

// Who is registered for another event than `event`, without those who cancelled: what a list could
// say of them, and nothing else. Error: as Journal::open, or it is a copy of `event`.
[[nodiscard]] Result<ListedPeople> read_event_people(const ListArgument& list, const EventId& event,
                                                     KeepRows keep, const CommandContext& context);

}  // namespace stormote
