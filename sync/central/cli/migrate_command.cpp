// CentralCommands: migrate.
#include "sync/central/cli/central_commands.h"
#include "sync/central/cli/command_line.h"
#include "sync/central/open_store.h"

namespace stormote {

namespace {

Result<> migrate(const StoreOptions& options, CentralContext& context) {
    const auto done = migrate_store(options.store, context.random, options.config.password);
    if (!done) return done.error();
    switch (*done) {
        case StoreMigration::made:
            say_store_was_made(options, context);
            break;
        case StoreMigration::migrated:
            context.messages << context.texts.get({"The store was brought to this version."})
                             << std::endl;
            break;
        case StoreMigration::current:
            context.messages << context.texts.get({"The store is of this version already."})
                             << std::endl;
            break;
    }
    return Done{};
}

}  // namespace

void add_migrate(CentralLine& line) {
    line.add("migrate", {"Brings a store to this version, and makes one where there is none."},
             "stormote-central migrate --store postgresql://stormote_owner@db/stormote", migrate);
}

}  // namespace stormote
