// CentralCommands: audit.
#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include "sync/base/local_time.h"
#include "sync/central/cli/central_commands.h"
#include "sync/central/cli/command_line.h"

namespace stormote {

namespace {

struct AuditOptions : EventOptions {
    std::string since;
    bool is_json = false;
};

// 0 where nothing is said.
Result<std::int64_t> since_ms(const std::string& text) {
    if (text.empty()) return 0;
    const auto instant = instant_of(is_date(text) ? text + "T00:00" : text);
    if (instant) return *instant;
    return usage_error(
        {"\"{}\" is no time. Write it as 2026-10-14 or 2026-10-14T18:00, by this machine's clock."},
        text);
}

std::string shown(const std::string& text) {
    return text.empty() ? "-" : text;
}

std::string event_text(const EventId& event) {
    return event == EventId{} ? "" : to_string(event);
}

nlohmann::ordered_json in_json(const std::vector<StoreAuditEntry>& entries) {
    using Json = nlohmann::ordered_json;
    const auto text = [](const std::string& words) { return words.empty() ? Json() : Json(words); };
    Json rows = Json::array();
    for (const StoreAuditEntry& entry : entries) {
        rows.push_back({{"at", utc_text(entry.at_ms)},
                        {"event", text(event_text(entry.event))},
                        {"action", audit_action_name(entry.action)},
                        {"device", text(entry.device)},
                        {"role", text(entry.role)},
                        {"by", entry.by.empty() ? "device" : entry.by},
                        {"address", text(entry.sender)},
                        {"operations", entry.operations},
                        {"first_position", entry.first_position},
                        {"last_position", entry.last_position}});
    }
    return {{"audit", std::move(rows)}};
}

Result<> show_audit(const AuditOptions& options, CentralContext& context) {
    const auto since = since_ms(options.since);
    if (!since) return since.error();
    std::optional<EventId> event;
    if (!options.event.empty()) {
        auto choice = choose_event(options, context);
        if (!choice) return choice.error();
        event = choice->event;
    }
    auto store = open_existing_store(options, context);
    if (!store) return store.error();
    const std::vector<StoreAuditEntry> entries = store.value()->audit(event, *since);
    if (options.is_json) {
        // What is no UTF-8 in a device's name is replaced, not thrown over.
        context.out << in_json(entries).dump(-1, ' ', false,
                                             nlohmann::ordered_json::error_handler_t::replace)
                    << '\n';
        return Done{};
    }
    context.out << "at\tevent\taction\tdevice\trole\tby\taddress\toperations\tpositions\n";
    for (const StoreAuditEntry& entry : entries) {
        context.out << utc_text(entry.at_ms) << '\t' << shown(event_text(entry.event)) << '\t'
                    << audit_action_name(entry.action) << '\t' << shown(entry.device) << '\t'
                    << shown(entry.role) << '\t' << (entry.by.empty() ? "device" : entry.by) << '\t'
                    << shown(entry.sender) << '\t' << entry.operations << '\t'
                    << entry.first_position << '-' << entry.last_position << '\n';
    }
    return Done{};
}

}  // namespace

void add_audit(CentralLine& line) {
    const auto [parser, options] = line.add(
        "audit",
        {"Shows who was let in, which devices read how much, and what was done with the store."},
        "stormote-central audit --store sqlite:central.db --since 2026-10-14 --json", show_audit);
    parser.add_option("--event", options.event,
                      line.text({"Of one event alone, by its id or its file."}));
    parser.add_option("--passphrase-file", options.passphrase_file,
                      line.text({"A file whose first line is the event's passphrase."}));
    parser.add_option("--since", options.since,
                      line.text({"From a time on, such as 2026-10-14 or 2026-10-14T18:00."}));
    parser.add_flag("--json", options.is_json, line.text({"As one JSON document."}));
}

}  // namespace stormote
