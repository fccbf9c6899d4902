// CentralCommands: list.
#include "sync/central/cli/central_commands.h"
#include "sync/central/cli/command_line.h"

namespace stormote {

namespace {

const char *state_name(EnrolmentState state) {
    switch (state) {
        case EnrolmentState::invited:
            return "invited";
        case EnrolmentState::joined:
            return "joined";
        case EnrolmentState::revoked:
            return "revoked";
    }
    return "revoked";
}

Result<> list(const StoreOptions& options, CentralContext& context) {
    auto store = open_existing_store(options, context);
    if (!store) return store.error();
    for (const EventSummary& event : store.value()->events()) {
        context.out << "event\t" << to_string(event.event) << "\toperations\t" << event.operations
                    << "\tdevices\t" << event.devices << "\tquarantined\t" << event.quarantined
                    << '\n';
    }
    for (const Enrolment& enrolment : store.value()->enrolments()) {
        context.out << "device\t" << to_string(enrolment.event) << '\t' << enrolment.name << '\t'
                    << state_name(enrolment.state) << '\n';
    }
    return Done{};
}

}  // namespace

void add_list(CentralLine& line) {
    line.add("list", {"Shows events, devices, and what was put aside."},
             "stormote-central list --store sqlite:central.db", list);
}

}  // namespace stormote
