#include "kiosk/ui/screens/staff/problem_autosave.h"

#include <utility>

#include "sync/base/cbor.h"

namespace stormote {

namespace {

constexpr const char *problems_draft = "door problems";
// Of the text, and so of the numbers of kinds and verdicts in it.
constexpr std::int64_t format = 1;

void write_person(CborWriter& out, const std::optional<AttendeeId>& person) {
    if (person) {
        out.bytes(person->value.bytes);
    } else {
        out.null();
    }
}

std::optional<AttendeeId> read_person(CborReader& in) {
    if (in.null()) return std::nullopt;
    return AttendeeId{Uuid{in.fixed_bytes<16>()}};
}

// One of an enumeration whose last one is given.
template <typename Kind>
Kind read_kind(CborReader& in, Kind last) {
    const std::int64_t number = in.integer();
    if (number < 0 || number > static_cast<std::int64_t>(last)) in.fail();
    return in.ok() ? static_cast<Kind>(number) : Kind{};
}

}  // namespace

std::string write_problems(const KeptProblems& problems) {
    CborWriter out;
    out.array(4);
    out.integer(format);
    out.array(problems.remembered.noted.size());
    for (const DoorProblem& problem : problems.remembered.noted) {
        out.array(5);
        out.integer(static_cast<std::int64_t>(problem.kind));
        out.integer(problem.at_ms);
        write_person(out, problem.person);
        out.integer(static_cast<std::int64_t>(problem.verdict));
        out.integer(problem.times);
    }
    out.array(problems.remembered.handled.size());
    for (const HandledProblem& handled : problems.remembered.handled) {
        out.array(3);
        out.integer(static_cast<std::int64_t>(handled.kind));
        write_person(out, handled.person);
        out.integer(handled.at_ms);
    }
    out.array(problems.labels.size());
    for (const AskedLabel& label : problems.labels) {
        out.array(2);
        out.bytes(label.attendee.value.bytes);
        out.integer(label.asked_ms);
    }
    const Bytes written = out.take();
    return {written.begin(), written.end()};
}

std::optional<KeptProblems> read_problems(std::string_view text) {
    CborReader in(view_bytes(text));
    if (in.array() != 4 || in.integer() != format) return std::nullopt;
    KeptProblems kept;
    for (std::size_t left = in.array(); left > 0 && in.ok(); --left) {
        if (in.array() != 5) in.fail();
        DoorProblem problem;
        problem.kind = read_kind(in, ProblemKind::checked_in_twice);
        problem.at_ms = in.integer();
        problem.person = read_person(in);
        problem.verdict = read_kind(in, Verdict::admitted_unregistered);
        problem.times = static_cast<int>(in.integer());
        kept.remembered.noted.push_back(problem);
    }
    for (std::size_t left = in.array(); left > 0 && in.ok(); --left) {
        if (in.array() != 3) in.fail();
        HandledProblem handled;
        handled.kind = read_kind(in, ProblemKind::checked_in_twice);
        handled.person = read_person(in);
        handled.at_ms = in.integer();
        kept.remembered.handled.push_back(handled);
    }
    for (std::size_t left = in.array(); left > 0 && in.ok(); --left) {
        if (in.array() != 2) in.fail();
        const AttendeeId attendee{Uuid{in.fixed_bytes<16>()}};
        kept.labels.push_back({attendee, in.integer()});
    }
    if (!in.ok() || !in.at_end()) return std::nullopt;
    return kept;
}

ProblemAutosave::ProblemAutosave(DeskThread& desk, const Clock& clock, DoorProblems& problems,
                                 DoorLabels *labels)
    : desk_(desk), clock_(clock), problems_(problems), labels_(labels) {
    desk_.ask(
        scope_, [](Desk& opened) { return opened.drafts().find(problems_draft); },
        [this](const std::optional<std::string>& text) {
            is_read_ = true;
            const auto kept = text ? read_problems(*text) : std::nullopt;
            if (kept) take(*kept);
        },
        // Without the disk nothing is kept, and the door says so itself.
        [](const Error&) {});
}

void ProblemAutosave::take(KeptProblems kept) {
    const std::int64_t oldest_ms = clock_.wall_ms() - longest_ms;
    std::erase_if(kept.remembered.noted,
                  [&](const DoorProblem& problem) { return problem.at_ms < oldest_ms; });
    std::erase_if(kept.labels, [&](const AskedLabel& label) { return label.asked_ms < oldest_ms; });
    const std::uint64_t before = problems_.revision();
    problems_.add_earlier(std::move(kept.remembered));
    // Nothing has happened since: it stands on the disk already.
    if (before == kept_revision_) kept_revision_ = problems_.revision();
    if (labels_ == nullptr) return;
    desk_.read([&](const Desk& desk) {
        for (const AskedLabel& label : kept.labels) labels_->print_waiting(desk, label);
    });
}

void ProblemAutosave::keep() {
    if (!is_read_) return;
    std::vector<AskedLabel> labels =
        labels_ == nullptr ? std::vector<AskedLabel>() : labels_->unprinted();
    if (problems_.revision() == kept_revision_ && labels == kept_labels_) return;
    kept_revision_ = problems_.revision();
    kept_labels_ = std::move(labels);
    desk_.do_quietly([text = write_problems({problems_.remembered(), kept_labels_})](Desk& desk) {
        try {
            desk.drafts().save(problems_draft, text);
        } catch (const MachineFailure&) {
            // Whoever checks in next sees that the disk takes nothing.
        }
    });
}

}  // namespace stormote
