// CentralCommands: what a store holds: events, devices.
#include <map>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>

#include "sync/base/local_time.h"
#include "sync/central/cli/central_commands.h"
#include "sync/central/cli/command_line.h"
#include "sync/central/store/enrolment_rules.h"

namespace stormote {

namespace {

using Json = nlohmann::ordered_json;

struct EventsOptions : StoreOptions {
    bool is_json = false;
};

struct DevicesOptions : EventOptions {
    bool is_json = false;
};

// Of a time that may not have come; UTC.
std::string time_text(std::int64_t ms) {
    return ms == 0 ? "-" : utc_text(ms);
}

Json time_json(std::int64_t ms) {
    return ms == 0 ? Json() : Json(utc_text(ms));
}

struct EventRow {
    EventSummary summary;
    EventActivity activity;
    std::size_t enrolled = 0;  // devices that may come, or may yet join
};

// Those that nothing was recorded of yet, too.
std::vector<EventRow> event_rows(Store& store, std::int64_t now_ms) {
    std::map<EventId, EventRow> rows;
    for (const EventSummary& summary : store.events()) rows[summary.event].summary = summary;
    for (const EventActivity& activity : store.activities()) {
        rows[activity.event].activity = activity;
    }
    for (const Enrolment& enrolment : store.enrolments()) {
        EventRow& row = rows[enrolment.event];
        row.summary.event = enrolment.event;
        row.summary.municipality = enrolment.municipality;
        const bool is_active =
            enrolment.state != EnrolmentState::revoked && !has_expired(enrolment, now_ms);
        if (is_active) ++row.enrolled;
    }
    std::vector<EventRow> all;
    for (const auto& [event, row] : rows) all.push_back(row);
    return all;
}

Json events_json(const std::vector<EventRow>& rows, const std::vector<RemovedEvent>& removed) {
    Json events = Json::array();
    for (const auto& [summary, activity, enrolled] : rows) {
        events.push_back({{"event", to_string(summary.event)},
                          {"operations", summary.operations},
                          {"devices", summary.devices},
                          {"enrolled", enrolled},
                          {"put_aside", summary.quarantined},
                          {"bytes", activity.bytes},
                          {"last_activity", time_json(activity.last_ms)}});
    }
    Json purged = Json::array();
    for (const RemovedEvent& event : removed) {
        purged.push_back({{"event", to_string(event.event)},
                          {"purged", time_json(event.removed_ms)},
                          {"decision", event.decision},
                          {"override", event.is_override}});
    }
    return {{"events", std::move(events)}, {"purged", std::move(purged)}};
}

Result<> list_events(const EventsOptions& options, CentralContext& context) {
    auto store = open_existing_store(options, context);
    if (!store) return store.error();
    const auto rows = event_rows(*store.value(), context.clock.wall_ms());
    const auto removed = store.value()->removed_events();
    if (options.is_json) {
        context.out << events_json(rows, removed).dump() << '\n';
        return Done{};
    }
    context.out << "event\toperations\tdevices\tenrolled\tput aside\tbytes\tlast activity\n";
    for (const auto& [summary, activity, enrolled] : rows) {
        context.out << to_string(summary.event) << '\t' << summary.operations << '\t'
                    << summary.devices << '\t' << enrolled << '\t' << summary.quarantined << '\t'
                    << activity.bytes << '\t' << time_text(activity.last_ms) << '\n';
    }
    for (const RemovedEvent& event : removed) {
        context.out << to_string(event.event) << "\tpurged " << time_text(event.removed_ms) << '\t'
                    << event.decision << (event.is_override ? "\toverride" : "") << '\n';
    }
    return Done{};
}

const char *state_of(const Enrolment& enrolment, std::int64_t now_ms) {
    if (has_expired(enrolment, now_ms)) return "expired";
    return enrolment_state_name(enrolment.state);
}

Json devices_json(const std::vector<Enrolment>& enrolments,
                  const std::vector<StoredDevice>& devices, std::int64_t now_ms) {
    Json enrolled = Json::array();
    for (const Enrolment& enrolment : enrolments) {
        enrolled.push_back({{"name", enrolment.name},
                            {"role", enrolment.role.empty() ? Json() : Json(enrolment.role)},
                            {"state", state_of(enrolment, now_ms)},
                            {"enrolled", time_json(enrolment.created_ms)},
                            {"last_used", time_json(enrolment.used_ms)},
                            {"bytes_brought", enrolment.bytes_brought}});
    }
    Json recorded = Json::array();
    for (const StoredDevice& device : devices) {
        recorded.push_back({{"device", to_string(device.device)},
                            {"name", device.name},
                            {"operations", device.operations},
                            {"bytes", device.bytes}});
    }
    return {{"enrolments", std::move(enrolled)}, {"devices", std::move(recorded)}};
}

Result<> list_devices(const DevicesOptions& options, CentralContext& context) {
    auto choice = choose_event(options, context);
    if (!choice) return choice.error();
    auto store = open_existing_store(options, context);
    if (!store) return store.error();
    std::vector<Enrolment> enrolments = store.value()->enrolments();
    std::erase_if(enrolments, [&](const Enrolment& row) { return row.event != choice->event; });
    const std::vector<StoredDevice> devices = store.value()->devices(choice->event);
    if (enrolments.empty() && devices.empty()) {
        return input_error({"The store knows no event {}. \"stormote-central events\" shows those "
                            "that it has."},
                           to_string(choice->event));
    }
    const std::int64_t now_ms = context.clock.wall_ms();
    if (options.is_json) {
        context.out << devices_json(enrolments, devices, now_ms).dump() << '\n';
        return Done{};
    }
    context.out << "enrolment\trole\tstate\tenrolled\tlast used\tbytes brought\n";
    for (const Enrolment& enrolment : enrolments) {
        context.out << enrolment.name << '\t' << (enrolment.role.empty() ? "-" : enrolment.role)
                    << '\t' << state_of(enrolment, now_ms) << '\t'
                    << time_text(enrolment.created_ms) << '\t' << time_text(enrolment.used_ms)
                    << '\t' << enrolment.bytes_brought << '\n';
    }
    context.out << "\ndevice\tname\toperations\tbytes\n";
    for (const StoredDevice& device : devices) {
        context.out << to_string(device.device) << '\t' << device.name << '\t' << device.operations
                    << '\t' << device.bytes << '\n';
    }
    return Done{};
}

}  // namespace

void add_events(CentralLine& line) {
    const auto [parser, options] =
        line.add("events", {"Shows each event with its operations, devices and last activity."},
                 "stormote-central events --store sqlite:central.db --json", list_events);
    parser.add_flag("--json", options.is_json, line.text({"As one JSON document."}));
}

void add_devices(CentralLine& line) {
    const auto [parser, options] = line.add(
        "devices", {"Shows who is enrolled for an event, and whose operations it has."},
        "stormote-central devices --store sqlite:central.db --event mote.stormote", list_devices);
    line.add_event_options(parser, options);
    parser.add_flag("--json", options.is_json, line.text({"As one JSON document."}));
}

}  // namespace stormote
