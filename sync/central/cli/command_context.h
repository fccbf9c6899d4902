// What every command of `stormote-central` works with: where it writes, clock and generator, the
// store that it was told, and the event that it is about. One thread.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "sync/base/texts.h"
#include "sync/central/cli/central_config.h"
#include "sync/central/service_log.h"
#include "sync/central/store/store.h"
#include "sync/journal/journal.h"

namespace stormote {

enum class LogFormat : std::uint8_t {
    text,  // words, for people
    json,  // an object a line, for machines
};

struct CentralContext {
    std::ostream& out;
    std::ostream& messages;
    const Texts& texts;
    Clock& clock;
    Random& random;
    // Of messages that are lines of a log.
    LogFormat log_format = LogFormat::text;
};

// One line to the messages, whatever stands in it.
void write_log_line(CentralContext& context, const LogLine& line);

// What every command is told: where the store is. What the configuration file says counts where
// the command line says nothing.
struct StoreOptions {
    std::string store;
    CentralConfig config;
};

// For serve and enrol alone, which say so when they make a store: a slip in its name is seen.
[[nodiscard]] Result<std::unique_ptr<Store>> open_or_make_store(const StoreOptions& options,
                                                                CentralContext& context);
[[nodiscard]] Result<std::unique_ptr<Store>> open_existing_store(const StoreOptions& options,
                                                                 CentralContext& context);
void say_store_was_made(const StoreOptions& options, CentralContext& context);

struct EventOptions : StoreOptions {
    // An event's id, or the path of its file.
    std::string event;
    std::string passphrase_file;
};

struct EventChoice {
    EventId event;
    // Of the event's file, which holds the key, too; null where only its id was given.
    std::unique_ptr<Journal> journal{};
};

[[nodiscard]] Result<EventChoice> choose_event(const EventOptions& options,
                                               CentralContext& context);

// "invited", as lists and scripts have it.
[[nodiscard]] const char *enrolment_state_name(EnrolmentState state);

// The passphrase of an event file on the server; nothing where there is no file.
[[nodiscard]] PassphraseSource passphrase_from(const std::string& file);

}  // namespace stormote
