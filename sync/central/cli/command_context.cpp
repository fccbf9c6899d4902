#include "sync/central/cli/command_context.h"

#include <filesystem>

#include "sync/central/open_store.h"
#include "sync/journal/keys/passphrase_file.h"

namespace stormote {

void say_store_was_made(const StoreOptions& options, CentralContext& context) {
    std::string_view place = options.store;
    // Of a file, its name.
    if (constexpr std::string_view file = "sqlite:"; place.starts_with(file)) {
        place.remove_prefix(file.size());
    }
    context.messages << context.texts.get({"Made a new store, {}."}, place) << std::endl;
}

Result<std::unique_ptr<Store>> open_or_make_store(const StoreOptions& options,
                                                  CentralContext& context) {
    auto store =
        open_store(options.store, context.random, MissingStore::make, options.config.password);
    if (store && store.value()->is_new()) say_store_was_made(options, context);
    return store;
}

Result<std::unique_ptr<Store>> open_existing_store(const StoreOptions& options,
                                                   CentralContext& context) {
    return open_store(options.store, context.random, MissingStore::refuse, options.config.password);
}

const char *enrolment_state_name(EnrolmentState state) {
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

PassphraseSource passphrase_from(const std::string& file) {
    return [file]() -> std::optional<std::string> {
        if (file.empty()) return std::nullopt;
        auto read = read_passphrase_file(file);
        if (!read) throw MachineFailure(read.error());
        return *read;
    };
}

Result<EventChoice> choose_event(const EventOptions& options, CentralContext& context) {
    std::error_code error;
    if (!std::filesystem::exists(options.event, error)) {
        if (const auto event = parse_id<EventId>(options.event)) {
            return EventChoice{*event};
        }
        return input_error({"{} is neither an event file nor an event's id."}, options.event);
    }
    auto journal =
        Journal::open(options.event, passphrase_from(options.passphrase_file), JournalAccess::read,
                      {context.clock, context.random, default_state_directory(), HashingCost{}, ""},
                      [](const Operation&, Belief) {});
    if (!journal) return journal.error();
    const EventId event = journal.value()->event();
    return EventChoice{event, std::move(journal).value()};
}

}  // namespace stormote
