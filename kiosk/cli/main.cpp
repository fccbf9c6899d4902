// stormote: the organiser's command. Wires the subcommands to the real clock, generator and disk.
#include <exception>
#include <iostream>

#include <unistd.h>

#include "kiosk/cli/command.h"
#include "kiosk/cli/follow_up/follow_up_commands.h"
#include "kiosk/cli/guide/guide_command.h"
#include "kiosk/cli/import/import_command.h"
#include "kiosk/cli/mail/invite_command.h"
#include "kiosk/cli/notes/similar_command.h"
#include "kiosk/cli/package/close_command.h"
#include "kiosk/cli/personal/erase_command.h"
#include "kiosk/cli/personal/personal_commands.h"
#include "kiosk/cli/ready/ready_command.h"
#include "kiosk/cli/retention/purge_command.h"
#include "kiosk/cli/settings/setup_commands.h"
#include "sync/base/assets.h"
#include "sync/base/crypto.h"
#include "sync/base/private_file.h"

int main(int count, char **words) {
    stormote::keep_new_files_private();
    try {
        stormote::start_crypto();
        const auto texts = stormote::load_texts(stormote::chosen_language(count, words));
        if (!texts) {
            std::cerr << "stormote: " << texts.error().english() << '\n';
            return 2;
        }
        stormote::SystemClock clock;
        stormote::SystemRandom random;
        stormote::CommandContext context{std::cin,
                                         std::cout,
                                         std::cerr,
                                         *texts,
                                         clock,
                                         random,
                                         stormote::default_state_directory(),
                                         isatty(STDERR_FILENO) != 0 ? &std::cerr : nullptr};
        stormote::CommandLine line(*texts);
        stormote::add_setup_commands(line);
        stormote::add_verify_command(line);
        stormote::add_close_command(line);
        stormote::add_ready_command(line);
        stormote::add_demo_command(line);
        stormote::add_ticket_commands(line);
        stormote::add_door_commands(line);
        stormote::add_import_command(line);
        stormote::add_tables_command(line);
        stormote::add_agenda_command(line);
        stormote::add_survey_commands(line);
        stormote::add_people_commands(line);
        stormote::add_personal_commands(line);
        stormote::add_erase_command(line);
        stormote::add_invite_command(line);
        stormote::add_organisations_commands(line);
        stormote::add_report_commands(line);
        stormote::add_search_command(line);
        stormote::add_groups_command(line);
        stormote::add_note_command(line);
        stormote::add_similar_command(line);
        stormote::add_note_publishing_commands(line);
        stormote::add_follow_up_command(line);
        stormote::add_purge_command(line);
        stormote::add_join_command(line);
        stormote::add_sync_commands(line);
        stormote::add_bundle_commands(line);
        stormote::add_device_commands(line);
        stormote::add_guide_command(line);
        return line.run(count, words, context);
    } catch (const std::exception& error) {
        std::cerr << "stormote: " << error.what() << '\n';
        return 3;
    }
}
