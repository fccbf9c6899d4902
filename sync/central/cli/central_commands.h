// The commands of `stormote-central`: each adds itself to the line with its options.
//
// Sources: serve_command.cpp, enrolment_commands.cpp, list_command.cpp, events_commands.cpp,
// purge_command.cpp, copy_commands.cpp, migrate_command.cpp, municipality_command.cpp,
// report_command.cpp, audit_command.cpp.
#pragma once

namespace stormote {

class CentralLine;

void add_serve(CentralLine& line);
void add_enrol(CentralLine& line);
void add_revoke(CentralLine& line);
void add_list(CentralLine& line);
void add_events(CentralLine& line);
void add_devices(CentralLine& line);
void add_purge(CentralLine& line);
void add_backup(CentralLine& line);
void add_restore(CentralLine& line);
void add_migrate(CentralLine& line);
void add_municipality(CentralLine& line);
void add_report(CentralLine& line);
void add_audit(CentralLine& line);

}  // namespace stormote
