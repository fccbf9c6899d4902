#include "sync/central/cli/central_command.h"

#include "sync/central/cli/central_commands.h"
#include "sync/central/cli/command_line.h"

namespace stormote {

int run_central(int count, const char *const *words, CentralContext& context) {
    CentralLine line(context);
    add_serve(line);
    add_enrol(line);
    add_revoke(line);
    add_list(line);
    add_events(line);
    add_devices(line);
    add_purge(line);
    add_backup(line);
    add_restore(line);
    add_migrate(line);
    add_municipality(line);
    add_report(line);
    add_audit(line);
    return line.run(count, words);
}

}  // namespace stormote
