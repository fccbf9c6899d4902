// CentralCommands: municipality.
#include <CLI/App.hpp>

#include "sync/central/cli/central_commands.h"
#include "sync/central/cli/command_line.h"

namespace stormote {

namespace {

struct MunicipalityOptions : StoreOptions {
    std::string name;
    std::vector<std::string> enrollers;
    std::vector<std::string> readers;
};

Result<> add_or_extend(const MunicipalityOptions& options, CentralContext& context) {
    auto store = open_existing_store(options, context);
    if (!store) return store.error();
    std::vector<MunicipalityRole> roles;
    for (const std::string& role : options.enrollers) {
        roles.push_back({role, MunicipalityRight::enrol});
    }
    for (const std::string& role : options.readers) {
        roles.push_back({role, MunicipalityRight::read});
    }
    auto added = store.value()->add_municipality(options.name, roles, context.clock.wall_ms());
    if (!added) return added;
    context.messages << context.texts.get({"The store has the municipality {}."}, options.name)
                     << std::endl;
    for (const std::string& role : options.enrollers) {
        context.messages << context.texts.get({"{} enrols and revokes devices of its events."},
                                              role)
                         << std::endl;
    }
    for (const std::string& role : options.readers) {
        context.messages << context.texts.get({"{} reads its reports."}, role) << std::endl;
    }
    return Done{};
}

}  // namespace

void add_municipality(CentralLine& line) {
    const auto [parser, options] =
        line.add("municipality",
                 {"Adds a municipality to the store, and gives roles of the database their rights "
                  "in it."},
                 "stormote-central municipality sundsvall --store "
                 "postgresql://stormote_owner@db/stormote --enroller sundsvall_admin --reader "
                 "sundsvall_reports",
                 add_or_extend);
    parser.add_option("name", options.name, line.text({"A short name, such as sundsvall."}))
        ->required();
    parser.add_option(
        "--enroller", options.enrollers,
        line.text({"A role of the database that may enrol and revoke devices of its events. May be "
                   "given again."}));
    parser.add_option("--reader", options.readers,
                      line.text({"A role of the database that may read its reports, and nothing "
                                 "else. May be given again."}));
}

}  // namespace stormote
