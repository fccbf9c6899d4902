// CentralCommands: copies of a store: backup, restore.
#include <CLI/App.hpp>

#include "sync/central/cli/central_commands.h"
#include "sync/central/cli/command_line.h"
#include "sync/central/store_copies.h"

namespace stormote {

namespace {

struct BackupOptions : StoreOptions {
    std::string output;
};

struct RestoreOptions : StoreOptions {
    std::string copy;
    bool is_recovered = false;
};

Result<> backup(const BackupOptions& options, CentralContext& context) {
    auto done = back_up_store(options.store, options.config.password, options.output,
                              context.clock.wall_ms());
    if (!done) return done;
    context.messages << context.texts.get({"Copied the store to {}. Keep it as you keep the store: "
                                           "it holds everything in plain."},
                                          options.output)
                     << std::endl;
    return Done{};
}

Result<> restore(const RestoreOptions& options, CentralContext& context) {
    if (options.is_recovered == !options.copy.empty()) {
        return usage_error(
            {"Give --from FILE, or --recovered for a store that was put back by "
             "other means."});
    }
    auto done =
        options.is_recovered
            ? renew_store(options.store, options.config.password, context.random)
            : restore_store(options.store, options.config.password, options.copy, context.random);
    if (!done) return done;
    context.messages << context.texts.get({"The devices meet it as a new one: they push what it "
                                           "lacks, and pull all it has."})
                     << '\n'
                     << context.texts.get(
                            {"Events that were purged since the copy are in it again: purge again "
                             "what was purged since, before the store is served. Persons who were "
                             "erased since are in it until a device has brought their erasure "
                             "again, and a day after."})
                     << '\n';
    // A database of an earlier version is not served before it was migrated.
    const auto store = open_existing_store(options, context);
    if (store) {
        store.value()->add_audit(
            {context.clock.wall_ms(), {}, StoreAuditAction::restored, "", "", audit_by_store});
    }
    context.messages << (store ? context.texts.get({"The store may be served then."})
                               : context.texts.get(store.error()))
                     << std::endl;
    return Done{};
}

}  // namespace

void add_backup(CentralLine& line) {
    const auto [parser, options] =
        line.add("backup", {"Copies a store to a file, also while it is served."},
                 "stormote-central backup --store sqlite:central.db -o central-copy.db", backup);
    parser
        .add_option("-o,--output", options.output,
                    line.text({"The new file; one that is there is not overwritten."}))
        ->required();
}

void add_restore(CentralLine& line) {
    const auto [parser, options] = line.add(
        "restore", {"Puts a copy back where there is no store."},
        "stormote-central restore --store sqlite:central.db --from central-copy.db", restore);
    parser.add_option("--from", options.copy,
                      line.text({"The file that \"stormote-central backup\" made."}));
    parser.add_flag("--recovered", options.is_recovered,
                    line.text({"Instead of a file: the store was put back already, such as by "
                               "PostgreSQL's recovery to a point in time. Stop the servers "
                               "first."}));
}

}  // namespace stormote
