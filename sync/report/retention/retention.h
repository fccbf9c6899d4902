// Retention: when which documents of an event are to be destroyed, by its keep table, how many the
// record still holds, and what stands in the way of destroying them. What the command, the
// organiser's page and the purge itself go by. Pure functions of the event state and of what the
// device knows besides.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/localized_message.h"
#include "sync/model/event_state.h"
#include "sync/privacy/keep_table.h"

namespace stormote {

// A device whose operations count, and when it was last heard of.
struct KnownDeviceTime {
    DeviceId device;
    std::int64_t last_ms = 0;  // corrected time of its newest operation that is here
};

// What the record does not say.
struct RetentionFacts {
    // The earlier of this clock and the store's: a wrong one must not destroy before the day.
    std::int64_t now_ms = 0;
    // Of a store: whether this event was ever exchanged with one, how many operations here no store
    // is known to hold, and whether this device's clock was compared with its within a day.
    bool has_store = false;
    std::uint64_t unsent = 0;
    bool is_clock_measured = false;
    bool is_packaged = false;                // a package for the archive holds all of the record
    std::vector<KnownDeviceTime> devices{};  // the others whose operations count
    std::vector<DeviceId> written_off{};     // lost devices, of which nothing more is expected
    // In this device's file, beside the record.
    std::int64_t drafts = 0;
};

struct RetentionRow {
    DocumentKind kind{};
    bool is_kept = true;  // by the keep table
    // "2027-01-12": the last day on which documents of the kind are there. Empty: they are kept, or
    // the event has no end. What is about people goes with their registrations at the latest.
    std::string last_day{};
    std::int64_t days_left = 0;  // until they are to be destroyed; 0 where they are due, or no day
    bool is_due = false;
    std::int64_t count = 0;  // documents that are still here; people, of registrations
};

// All kinds, in the order of the enumeration.
[[nodiscard]] std::vector<RetentionRow> retention_rows(const EventState& state,
                                                       const RetentionFacts& facts);

// Why a purge may not be, until somebody says that it is to be all the same.
enum class PurgeCondition : std::uint8_t {
    due,       // something is destroyed before its day
    sent,      // operations that no store holds
    clock,     // the clock of this device was not compared with a store's
    package,   // no package for the archive holds all of the record
    devices,   // devices of which nothing was heard since the event's end
    requests,  // wishes to be contacted that nobody has answered
};
// As the record stores it: "due", "unsent", "clock", "package", "devices", "requests".
[[nodiscard]] std::string_view stored_condition(PurgeCondition condition);
// Of what the record stores, in words of a protocol: nothing for a word of a newer version.
[[nodiscard]] std::optional<Sentence> condition_words(std::string_view stored);

struct UnmetCondition {
    PurgeCondition condition{};
    LocalizedMessage message;  // how it stands
    LocalizedMessage remedy;   // what to do, for whoever has the command
};

// Those that do not hold, where these kinds are destroyed now. None: it may be.
[[nodiscard]] std::vector<UnmetCondition> unmet_conditions(const EventState& state,
                                                           const RetentionFacts& facts,
                                                           const std::vector<DocumentKind>& kinds);

// The devices of which nothing was heard since the event's end, and that are not written off.
[[nodiscard]] std::vector<DeviceId> unheard_devices(const EventState& state,
                                                    const RetentionFacts& facts);

// What a purge destroys: what is due, or with `all` whatever the table does not keep. Without what
// does not lie in the record: the compilation, statistics and the log.
enum class PurgeExtent : std::uint8_t { due, all };
[[nodiscard]] std::vector<DocumentKind> kinds_to_purge(const EventState& state,
                                                       const RetentionFacts& facts,
                                                       PurgeExtent extent);

// Whether documents of the kind lie in the record or beside it in the event file.
[[nodiscard]] bool lies_in_record(DocumentKind kind);

// How many of a row's documents go where these kinds are destroyed. Of wishes to be contacted only
// those that somebody has answered, unless the people go, too.
[[nodiscard]] std::int64_t count_to_destroy(const EventState& state, const RetentionRow& row,
                                            const std::vector<DocumentKind>& kinds);

// Whether a purge that is believed has destroyed documents of the kind, however many.
[[nodiscard]] bool is_stated(const EventState& state, DocumentKind kind);

// How many wishes to be contacted nobody has answered.
[[nodiscard]] std::int64_t unanswered_requests(const EventState& state);
// Whether a message came with a name, or did before a purge said it anew without: what came
// without one is never said by the program itself.
[[nodiscard]] bool is_signed(const MessageKey& message, ActingRole role);
// Whether somebody has answered a message, or settled it otherwise.
[[nodiscard]] bool is_answered(const EventState& state, const MessageKey& message);

}  // namespace stormote
