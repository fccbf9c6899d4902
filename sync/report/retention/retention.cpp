#include "sync/report/retention/retention.h"

#include <algorithm>
#include <array>

#include "sync/base/local_time.h"
#include "sync/model/presence.h"
#include "sync/report/follow_up.h"

namespace stormote {

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::size_t date_length = 10;  // "2027-01-12"

std::string day_of(std::int64_t ms) {
    return local_time_of(ms).substr(0, date_length);
}

// Whole days between two dates, from their noons: a day of 23 hours is a day.
std::int64_t days_between(const std::string& from, const std::string& to) {
    const auto noon_of = [](const std::string& date) { return instant_of(date + "T12:00"); };
    const auto start = noon_of(from);
    const auto end = noon_of(to);
    return start && end ? (*end - *start + day_ms / 2) / day_ms : 0;
}

// Registrations hold the people, and with them all that is about them.
bool goes_with_people(DocumentKind kind) {
    return kind == DocumentKind::needs || kind == DocumentKind::mails ||
           kind == DocumentKind::contact_requests || kind == DocumentKind::drafts ||
           kind == DocumentKind::labels;
}

class DocumentCounter {
  public:
    DocumentCounter(const EventState& state, const RetentionFacts& facts)
        : state_(state), facts_(facts) {}

    [[nodiscard]] std::int64_t count(DocumentKind kind) const {
        switch (kind) {
            case DocumentKind::registrations:
                return people();
            case DocumentKind::needs:
                return count_if(state_.attendees(), [](const auto& entry) {
                    return !entry.second.get(AttendeeField::diet).empty() ||
                           !entry.second.get(AttendeeField::access_needs).empty();
                });
            case DocumentKind::mails:
                return static_cast<std::int64_t>(state_.mails().size());
            case DocumentKind::drafts:
                return facts_.drafts;
            case DocumentKind::contact_requests:
                return messages(MessageKind::contact, true);
            case DocumentKind::signed_comments:
                return messages(MessageKind::comment, true);
            case DocumentKind::anonymous_answers:
                return messages(MessageKind::comment, false) +
                       static_cast<std::int64_t>(state_.answer_sheets().size());
            case DocumentKind::notes:
                return notes(false);
            case DocumentKind::proposals:
                return notes(true);
            case DocumentKind::joinings:
                return count_if(state_.organisations(), [](const auto& entry) {
                    return !entry.second.get(OrganisationField::joined).empty();
                });
            default:
                return 0;
        }
    }

  private:
    template <typename Entries, typename IsCounted>
    static std::int64_t count_if(const Entries& entries, IsCounted is_counted) {
        return std::count_if(entries.begin(), entries.end(), is_counted);
    }

    [[nodiscard]] std::int64_t people() const {
        return static_cast<std::int64_t>(state_.attendees().size()) +
               count_if(state_.contacts(),
                        [](const auto& entry) { return !entry.second.all().empty(); });
    }

    [[nodiscard]] std::int64_t messages(MessageKind kind, bool is_signed) const {
        return count_if(state_.messages(), [&](const auto& entry) {
            const auto& [key, message] = entry;
            return message.content.kind == kind &&
                   stormote::is_signed(key, message.acting_role) == is_signed;
        });
    }

    [[nodiscard]] std::int64_t notes(bool are_proposals) const {
        const auto is_counted = [&](NoteKind kind) {
            return (kind == NoteKind::proposal) == are_proposals;
        };
        return count_if(state_.notes(),
                        [&](const auto& entry) {
                            const auto heads = entry.second.heads(state_.device_table());
                            return !heads.empty() && is_counted(heads.back()->content.kind);
                        }) +
               count_if(state_.earlier_notes(),
                        [&](const auto& entry) { return is_counted(entry.second.content.kind); });
    }

    const EventState& state_;
    const RetentionFacts& facts_;
};

struct ConditionWords {
    PurgeCondition condition;
    std::string_view stored;
    Sentence words;
};
constexpr std::array<ConditionWords, 6> condition_list{{
    {PurgeCondition::due, "due", {"It was destroyed before its day."}},
    {PurgeCondition::sent, "unsent", {"The central store did not hold everything."}},
    {PurgeCondition::clock, "clock", {"The clock had not been compared with another."}},
    {PurgeCondition::package, "package", {"No package for the archive held all of the record."}},
    {PurgeCondition::devices, "devices", {"Devices had not been heard of since the event's end."}},
    {PurgeCondition::requests, "requests", {"Wishes to be contacted had not been answered."}},
}};

bool contains(const std::vector<DocumentKind>& kinds, DocumentKind kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::string names_of(const EventState& state, const std::vector<DeviceId>& devices) {
    std::string names;
    for (const DeviceId& id : devices) {
        const Device *device = state.find_device(id);
        if (!names.empty()) names += ", ";
        if (device != nullptr && !device->name.empty()) names += device->name + ' ';
        names += "(" + to_string(id) + ")";
    }
    return names;
}

}  // namespace

std::vector<RetentionRow> retention_rows(const EventState& state, const RetentionFacts& facts) {
    const LatestFields& settings = state.settings();
    const KeepTable table = keep_table(settings);
    const DocumentCounter counter(state, facts);
    const std::string today = day_of(facts.now_ms);
    const std::string people_last_day = last_day_of(DocumentKind::registrations, settings);
    const bool do_people_go =
        table[static_cast<std::size_t>(DocumentKind::registrations)].has_value();
    std::vector<RetentionRow> rows;
    for (const DocumentKindWords& words : document_kinds()) {
        RetentionRow row;
        row.kind = words.kind;
        row.is_kept = !table[static_cast<std::size_t>(words.kind)].has_value();
        row.last_day = last_day_of(words.kind, settings);
        if (goes_with_people(words.kind) && do_people_go) {
            row.is_kept = false;
            // Of an event without an end both are empty.
            const bool go_earlier = row.last_day.empty() || people_last_day < row.last_day;
            if (go_earlier) row.last_day = people_last_day;
        }
        if (!row.last_day.empty()) {
            row.is_due = today > row.last_day;
            row.days_left = row.is_due ? 0 : days_between(today, row.last_day) + 1;
        }
        row.count = counter.count(words.kind);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string_view stored_condition(PurgeCondition condition) {
    return condition_list[static_cast<std::size_t>(condition)].stored;
}

std::optional<Sentence> condition_words(std::string_view stored) {
    const auto *const found =
        std::find_if(condition_list.begin(), condition_list.end(),
                     [stored](const ConditionWords& known) { return known.stored == stored; });
    return found == condition_list.end() ? std::nullopt : std::optional(found->words);
}

std::vector<DocumentKind> kinds_to_purge(const EventState& state, const RetentionFacts& facts,
                                         PurgeExtent extent) {
    std::vector<DocumentKind> kinds;
    for (const RetentionRow& row : retention_rows(state, facts)) {
        const bool is_wanted = extent == PurgeExtent::all ? !row.is_kept : row.is_due;
        if (is_wanted && lies_in_record(row.kind)) kinds.push_back(row.kind);
    }
    return kinds;
}

bool lies_in_record(DocumentKind kind) {
    return kind != DocumentKind::compilation && kind != DocumentKind::statistics &&
           kind != DocumentKind::log;
}

std::int64_t count_to_destroy(const EventState& state, const RetentionRow& row,
                              const std::vector<DocumentKind>& kinds) {
    if (!contains(kinds, row.kind)) return 0;
    const bool stay_unanswered =
        row.kind == DocumentKind::contact_requests && !contains(kinds, DocumentKind::registrations);
    return stay_unanswered ? row.count - unanswered_requests(state) : row.count;
}

bool is_stated(const EventState& state, DocumentKind kind) {
    const auto& purges = state.purges();
    return std::any_of(purges.begin(), purges.end(), [kind](const auto& purge) {
        const auto& counts = purge.second.content.counts;
        return std::any_of(counts.begin(), counts.end(), [kind](const DestroyedCount& count) {
            return count.kind == stored_name(kind);
        });
    });
}

std::vector<UnmetCondition> unmet_conditions(const EventState& state, const RetentionFacts& facts,
                                             const std::vector<DocumentKind>& kinds) {
    std::vector<UnmetCondition> unmet;
    std::string latest_day;
    bool is_early = false;
    for (const RetentionRow& row : retention_rows(state, facts)) {
        if (!contains(kinds, row.kind) || row.is_due) continue;
        is_early = true;
        latest_day = std::max(latest_day, row.last_day);
    }
    if (is_early && latest_day.empty()) {
        unmet.push_back({PurgeCondition::due,
                         localized({"The event has no end, so that nothing has a day."}),
                         localized({"Say when it ends: stormote settings EVENT --ends TIME"})});
    } else if (is_early) {
        unmet.push_back({PurgeCondition::due,
                         localized({"Some of it is to be kept to {} at the latest."}, latest_day),
                         localized({"Wait for that day."})});
    }
    if (facts.has_store && facts.unsent > 0) {
        unmet.push_back(
            {PurgeCondition::sent,
             localized({"Operations that the central store does not hold yet: {}."}, facts.unsent),
             localized({"Send them: stormote sync EVENT --central URL"})});
    }
    if (!facts.is_clock_measured) {
        unmet.push_back(
            {PurgeCondition::clock,
             localized({"The clock of this device has not been compared with the central store's "
                        "within a day. A wrong clock must not destroy a record."}),
             localized({"Compare it: stormote sync EVENT --central URL"})});
    }
    if (!facts.is_packaged) {
        unmet.push_back({PurgeCondition::package,
                         localized({"No package for the archive holds all of the event."}),
                         localized({"Make it: stormote close EVENT -o PACKAGE.zip"})});
    }
    const std::vector<DeviceId> unheard = unheard_devices(state, facts);
    if (!unheard.empty()) {
        unmet.push_back(
            {PurgeCondition::devices,
             localized({"Nothing was heard since the event's end of: {}."},
                       names_of(state, unheard)),
             localized({"Let them exchange with the central store; write off what is lost, or has "
                        "nothing more to say: --write-off DEVICE"})});
    }
    const std::int64_t requests = unanswered_requests(state);
    const bool are_requests_purged = contains(kinds, DocumentKind::registrations);
    if (are_requests_purged && requests > 0) {
        unmet.push_back(
            {PurgeCondition::requests,
             localized({"Wishes to be contacted that nobody has answered: {}."}, requests),
             localized({"Answer them, or say that they are settled: stormote follow-up EVENT "
                        "--set ID --state done"})});
    }
    return unmet;
}

std::vector<DeviceId> unheard_devices(const EventState& state, const RetentionFacts& facts) {
    const auto ends_ms = instant_of(state.setting(SettingField::ends));
    if (!ends_ms) return {};
    std::vector<DeviceId> unheard;
    const auto& off = facts.written_off;
    for (const KnownDeviceTime& known : facts.devices) {
        if (known.last_ms >= *ends_ms) continue;
        if (std::find(off.begin(), off.end(), known.device) != off.end()) continue;
        unheard.push_back(known.device);
    }
    return unheard;
}

bool is_signed(const MessageKey& message, ActingRole role) {
    return message.person.has_value() || role == ActingRole::machine;
}

bool is_answered(const EventState& state, const MessageKey& message) {
    const auto described = state.message_descriptions().find(message);
    if (described == state.message_descriptions().end()) return false;
    const FollowUp follow_up = follow_up_of(state, described->second);
    return is_settled(follow_up.state) || !follow_up.answer.empty() || !follow_up.told.empty();
}

std::int64_t unanswered_requests(const EventState& state) {
    return std::count_if(state.messages().begin(), state.messages().end(), [&](const auto& entry) {
        return entry.second.content.kind == MessageKind::contact && entry.first.person &&
               !is_answered(state, entry.first);
    });
}

}  // namespace stormote
