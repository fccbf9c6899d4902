// CentralCommands: list.
#include <algorithm>

#include <CLI/App.hpp>

#include "sync/central/cli/central_commands.h"
#include "sync/central/cli/command_line.h"

namespace stormote {

namespace {

struct ListOptions : StoreOptions {
    std::string municipality;
};

// Where the store has municipalities: of whom a line is.
std::string municipality_column(const std::string& municipality) {
    return municipality.empty() ? "" : "\tmunicipality\t" + municipality;
}

Result<> list(const ListOptions& options, CentralContext& context) {
    auto store = open_existing_store(options, context);
    if (!store) return store.error();
    const auto is_asked_for = [&options](const std::string& municipality) {
        return options.municipality.empty() || municipality == options.municipality;
    };
    const std::vector<std::string> municipalities = store.value()->municipalities();
    if (!options.municipality.empty() && std::find(municipalities.begin(), municipalities.end(),
                                                   options.municipality) == municipalities.end()) {
        return input_error({"The store has no municipality {}. \"stormote-central list\" without "
                            "--municipality shows them."},
                           options.municipality);
    }
    for (const std::string& name : municipalities) {
        if (is_asked_for(name)) context.out << "municipality\t" << name << '\n';
    }
    for (const EventSummary& event : store.value()->events()) {
        if (!is_asked_for(event.municipality)) continue;
        context.out << "event\t" << to_string(event.event) << "\toperations\t" << event.operations
                    << "\tdevices\t" << event.devices << "\tquarantined\t" << event.quarantined
                    << municipality_column(event.municipality) << '\n';
    }
    for (const Enrolment& enrolment : store.value()->enrolments()) {
        if (!is_asked_for(enrolment.municipality)) continue;
        context.out << "device\t" << to_string(enrolment.event) << '\t' << enrolment.name << '\t'
                    << enrolment_state_name(enrolment.state)
                    << municipality_column(enrolment.municipality) << '\n';
    }
    return Done{};
}

}  // namespace

void add_list(CentralLine& line) {
    const auto [parser, options] =
        line.add("list", {"Shows municipalities, events, devices, and what was put aside."},
                 "stormote-central list --store sqlite:central.db", list);
    parser.add_option("--municipality", options.municipality,
                      line.text({"Shows what is of this one alone."}));
}

}  // namespace stormote
