#include "kiosk/desk/lists/recorded_import.h"

#include <algorithm>

#include "kiosk/desk/lists/import_ranges.h"
#include "sync/journal/record_fold.h"

namespace stormote {

namespace {

// The event beside the one before the import, and what leads back there.
class WayBack {
  public:
    WayBack(const Desk& desk, const OperationRange& range, const ImportRanges& ranges)
        : now_(desk.state()) {
        for (const ImportRange& other : ranges) {
            if (other.undo) taken_back_.push_back(other);
        }
        const Journal& journal = desk.journal();
        const DeviceId device = parse_id<DeviceId>(range.device).value_or(DeviceId{});
        for (Operation& operation :
             journal.operations_after(device, range.first - 1, range.count)) {
            last_lamport_ = std::max(last_lamport_, operation.header.lamport);
            const bool is_believed = journal.belief_in(operation) == Belief::believed;
            if (is_believed && operation.body) imported_.push_back(std::move(operation));
        }
        journal.read_all([&](const Operation& operation, Belief belief) {
            const OperationHeader& header = operation.header;
            if (!range.holds(header) && header.lamport <= last_lamport_) {
                before_.take(operation, belief);
            }
            if (!taken_back_.empty() && !is_taken_back(header)) standing_.take(operation, belief);
        });
    }

    Result<TakenBack> plan() {
        for (const Operation& operation : imported_) {
            const auto body = decode_body(operation.header.kind, operation.body->bytes);
            if (!body) continue;
            if (const auto *said = std::get_if<AttendeeDescribed>(&body->content)) {
                if (auto done = take_back(body->persons.front(), said->fields, operation); !done) {
                    return done.error();
                }
            } else if (const auto *named = std::get_if<OrganisationDescribed>(&body->content)) {
                take_back(named->organisation, named->fields, operation);
            }
        }
        return taken_;
    }

    [[nodiscard]] const std::vector<Body>& bodies() const { return bodies_; }

  private:
    [[nodiscard]] bool is_taken_back(const OperationHeader& header) const {
        return std::any_of(taken_back_.begin(), taken_back_.end(),
                           [&](const ImportRange& range) { return range.holds(header); });
    }
    // Who wrote what stands now, as if the lists that were taken back had never been read in:
    // taking one back wrote again what was there before it.
    [[nodiscard]] const EventState& standing() const {
        return taken_back_.empty() ? now_ : standing_.state;
    }

    // Those that nobody has written anew since, as they were.
    static FieldTexts earlier(const FieldTexts& said, const LatestFields& now,
                              const LatestFields *before, const Operation& operation) {
        FieldTexts texts;
        for (const auto& [field, text] : said) {
            const std::string was = before == nullptr ? "" : before->get(FieldNumber{field});
            const bool is_of_import =
                now.stamp_of(FieldNumber{field}).lamport() == operation.header.lamport &&
                now.get(FieldNumber{field}) == text;
            if (is_of_import && was != text) texts.emplace_back(field, was);
        }
        return texts;
    }

    // An import says so of whomever it adds, also where somebody has corrected them since.
    static bool is_added(const FieldTexts& said) {
        return std::any_of(said.begin(), said.end(), [](const auto& field) {
            return field.first == number(AttendeeField::origin);
        });
    }

    Result<> take_back(const AttendeeId& id, const FieldTexts& said, const Operation& operation) {
        const AttendeeRecords& records = now_.attendee_records();
        const Attendee *now = records.find_written(id);
        if (now == nullptr) return Done{};
        FieldTexts texts;
        if (is_added(said)) {
            // Who was found to be somebody else is that person's record now.
            if (records.is_joined(id) || is_cancelled(*now)) return Done{};
            texts = FieldSetter<AttendeeField>()
                        .set(AttendeeField::origin, std::string(taken_back_origin))
                        .set(AttendeeField::status, "cancelled")
                        .take();
        } else {
            const Attendee *stands = standing().attendee_records().find_written(id);
            const Attendee *before = before_.state.attendee_records().find_written(id);
            if (stands == nullptr) return Done{};
            texts = earlier(said, stands->fields, before == nullptr ? nullptr : &before->fields,
                            operation);
        }
        if (texts.empty()) return Done{};
        const bool cancels = std::any_of(texts.begin(), texts.end(), [](const auto& field) {
            return field.first == number(AttendeeField::status) && !field.second.empty();
        });
        if (cancels && presence_of(now_, id).first != nullptr) {
            return input_error({"{} has come already: the list cannot be taken back any more. "
                                "Correct or cancel people one by one."},
                               now->full_name());
        }
        ++(cancels ? taken_.cancelled : taken_.restored);
        bodies_.push_back({{id}, ActingRole::organiser, AttendeeDescribed{std::move(texts)}});
        return Done{};
    }

    void take_back(const OrganisationId& id, const FieldTexts& said, const Operation& operation) {
        const LatestFields *now = standing().organisation_records().find_written(id);
        const LatestFields *before = before_.state.organisation_records().find_written(id);
        // One that is new stays: those who are cancelled came from there.
        if (now == nullptr || before == nullptr || before->empty()) return;
        FieldTexts texts = earlier(said, *now, before, operation);
        if (texts.empty()) return;
        bodies_.push_back({{}, ActingRole::organiser, OrganisationDescribed{id, std::move(texts)}});
    }

    const EventState& now_;
    ImportRanges taken_back_;
    RecordFold before_;    // the import
    RecordFold standing_;  // empty where nothing was taken back
    std::uint64_t last_lamport_ = 0;
    std::vector<Operation> imported_;
    std::vector<Body> bodies_;
    TakenBack taken_;
};

}  // namespace

ImportIds import_ids(const Desk& desk) {
    return {[&desk](std::string_view name) { return desk.new_organisation_id(name); },
            [&desk] {
                const JournalEnvironment& environment = desk.environment();
                return make_id<AttendeeId>(environment.clock, environment.random);
            }};
}

std::vector<Body> bodies_of(const ImportPlan& plan, const std::vector<AttendeeId>& to_cancel) {
    std::vector<Body> bodies = plan.bodies;
    for (const AttendeeId& id : to_cancel) {
        FieldTexts texts =
            FieldSetter<AttendeeField>().set(AttendeeField::status, "cancelled").take();
        bodies.push_back({{id}, ActingRole::organiser, AttendeeDescribed{std::move(texts)}});
    }
    return bodies;
}

void record_import(Desk& desk, std::span<const Body> bodies, std::int64_t people,
                   const std::function<void()>& written) {
    if (bodies.empty()) return;
    record_with_ranges(
        desk, bodies,
        [people](ImportRanges& ranges, const OperationRange& range) {
            ranges.push_back({range, people, std::nullopt});
        },
        written);
}

std::optional<std::int64_t> last_import(Desk& desk) {
    ImportRanges ranges = read_import_ranges(desk);
    const ImportRange *last = last_import_of(ranges);
    return last == nullptr ? std::nullopt : std::optional(last->people);
}

Result<TakenBack> take_back_import(Desk& desk) {
    ImportRanges ranges = read_import_ranges(desk);
    const ImportRange *last = last_import_of(ranges);
    if (last == nullptr) {
        return input_error({"No list has been read in here that could be taken back."});
    }
    WayBack way(desk, last->operations, ranges);
    auto taken = way.plan();
    if (!taken) return taken.error();
    record_with_ranges(desk, way.bodies(), [](ImportRanges& known, const OperationRange& range) {
        last_import_of(known)->undo = range;
    });
    return taken;
}

}  // namespace stormote
