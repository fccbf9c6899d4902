#include "sync/central/cli/command_context.h"

#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "sync/base/local_time.h"
#include "sync/central/open_store.h"
#include "sync/journal/keys/passphrase_file.h"

namespace stormote {

namespace {

using LogJson = nlohmann::ordered_json;

const char *level_name(LogLevel level) {
    switch (level) {
        case LogLevel::info:
            return "info";
        case LogLevel::warning:
            return "warning";
        case LogLevel::error:
            return "error";
    }
    return "error";
}

std::string in_json(const LogLine& line, const CentralContext& context) {
    LogJson json{{"time", utc_text(context.clock.wall_ms())},
                 {"level", level_name(line.level)},
                 {"message", context.texts.get(line)}};
    for (const LogField& field : line.fields) {
        std::visit([&](const auto& value) { json[field.name] = value; }, field.value);
    }
    // What is no UTF-8 in a name is replaced, not thrown over.
    return json.dump(-1, ' ', false, LogJson::error_handler_t::replace);
}

// A name with a line feed in it must not look like two lines.
std::string in_words(const LogLine& line, const CentralContext& context) {
    std::string words = context.texts.get(line);
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
    return line.level == LogLevel::info ? words : "stormote-central: " + words;
}

}  // namespace

void write_log_line(CentralContext& context, const LogLine& line) {
    const bool is_json = context.log_format == LogFormat::json;
    context.messages << (is_json ? in_json(line, context) : in_words(line, context)) << std::endl;
}

void say_store_was_made(const StoreOptions& options, CentralContext& context) {
    std::string_view place = options.store;
    // Of a file, its name.
    if (constexpr std::string_view file = "sqlite:"; place.starts_with(file)) {
        place.remove_prefix(file.size());
    }
    write_log_line(context, LogLine::info(input_error({"Made a new store, {}."}, place)));
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
