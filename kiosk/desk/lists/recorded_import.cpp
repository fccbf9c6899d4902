#include "kiosk/desk/lists/recorded_import.h"

#include <algorithm>
#include <sstream>

#include "sync/journal/record_fold.h"

namespace stormote {

namespace {

const std::string draft_name = "imports";

// Who imports a wrong list does not find out twenty lists later.
constexpr std::size_t most_imports = 20;

// A line of the draft: the operations of one import.
struct ImportRange {
    std::string device;
    std::uint64_t first = 0;  // sequence
    std::uint64_t count = 0;
    std::int64_t people = 0;

    [[nodiscard]] bool holds(const OperationHeader& header) const {
        return header.sequence >= first && header.sequence - first < count &&
               to_string(header.device) == device;
    }
};

std::vector<ImportRange> read_ranges(Desk& desk) {
    std::vector<ImportRange> ranges;
    std::istringstream draft(desk.drafts().find(draft_name).value_or(""));
    for (ImportRange range; draft >> range.device >> range.first >> range.count >> range.people;) {
        ranges.push_back(range);
    }
    return ranges;
}

void write_ranges(Desk& desk, const std::vector<ImportRange>& ranges) {
    std::ostringstream draft;
    const std::size_t kept = std::min(ranges.size(), most_imports);
    for (std::size_t i = ranges.size() - kept; i < ranges.size(); ++i) {
        const ImportRange& range = ranges[i];
        draft << range.device << ' ' << range.first << ' ' << range.count << ' ' << range.people
              << '\n';
    }
    if (ranges.empty()) {
        desk.drafts().remove(draft_name);
    } else {
        desk.drafts().save(draft_name, draft.str());
    }
}

// The event beside the one that it would be without the import, and what leads back there.
class WayBack {
  public:
    WayBack(const Desk& desk, const ImportRange& range) : now_(desk.state()) {
        desk.journal().read_all([&](const Operation& operation, Belief belief) {
            if (!range.holds(operation.header)) return before_.take(operation, belief);
            if (belief == Belief::believed && operation.body) imported_.push_back(operation);
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

    Result<> take_back(const AttendeeId& id, const FieldTexts& said, const Operation& operation) {
        const AttendeeRecords& records = now_.attendee_records();
        const Attendee *now = records.find_written(id);
        if (now == nullptr) return Done{};
        const Attendee *before = before_.state.attendee_records().find_written(id);
        const bool is_added = before == nullptr || before->fields.empty();
        FieldTexts texts;
        if (is_added) {
            // Who was found to be somebody else is that person's record now.
            if (records.is_joined(id) || is_cancelled(*now)) return Done{};
            texts = FieldSetter<AttendeeField>()
                        .set(AttendeeField::origin, std::string(taken_back_origin))
                        .set(AttendeeField::status, "cancelled")
                        .take();
        } else {
            texts = earlier(said, now->fields, &before->fields, operation);
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
        const LatestFields *now = now_.organisation_records().find_written(id);
        const LatestFields *before = before_.state.organisation_records().find_written(id);
        // One that is new stays: those who are cancelled came from there.
        if (now == nullptr || before == nullptr || before->empty()) return;
        FieldTexts texts = earlier(said, *now, before, operation);
        if (texts.empty()) return;
        bodies_.push_back({{}, ActingRole::organiser, OrganisationDescribed{id, std::move(texts)}});
    }

    const EventState& now_;
    RecordFold before_;
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
    const std::vector<Operation> operations = desk.record(bodies, written);
    std::vector<ImportRange> ranges = read_ranges(desk);
    const OperationHeader& first = operations.front().header;
    ranges.push_back({to_string(first.device), first.sequence, operations.size(), people});
    write_ranges(desk, ranges);
}

std::optional<std::int64_t> last_import(Desk& desk) {
    const std::vector<ImportRange> ranges = read_ranges(desk);
    if (ranges.empty()) return std::nullopt;
    return ranges.back().people;
}

Result<TakenBack> take_back_import(Desk& desk) {
    std::vector<ImportRange> ranges = read_ranges(desk);
    if (ranges.empty()) {
        return input_error({"No list has been read in here that could be taken back."});
    }
    WayBack way(desk, ranges.back());
    auto taken = way.plan();
    if (!taken) return taken.error();
    if (!way.bodies().empty()) desk.record(way.bodies());
    ranges.pop_back();
    write_ranges(desk, ranges);
    return taken;
}

}  // namespace stormote
