#include "kiosk/ui/screens/conflicts/conflict_views.h"

#include <algorithm>

#include "kiosk/ui/screens/common/status_views.h"
#include "sync/base/local_time.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

std::string name_of(const EventState& state, const AttendeeId& id) {
    const Attendee *attendee = state.find_attendee(id);
    return attendee == nullptr ? std::string() : attendee->full_name();
}

std::string title_of(const EventState& state, const Conflict& conflict, const Texts& texts) {
    if (const auto *twice = std::get_if<DoubleCheckIn>(&conflict)) {
        return texts.get(Sentence{"{} is checked in at more than one screen"},
                         name_of(state, twice->attendee));
    }
    if (std::holds_alternative<SharedPlace>(conflict)) {
        return texts.get({"More than one person is here for one registration"});
    }
    if (const auto *split = std::get_if<SplitNote>(&conflict)) {
        return texts.get(Sentence{"Group {}, question {}: a note has {} versions"}, split->group,
                         split->question, split->versions);
    }
    return conflict_text(state, conflict, texts);
}

// Nothing of machines and of the attendees themselves: the screen says enough.
std::string actor_text(const ConflictSide& side, const Texts& texts) {
    if (side.acting_role == ActingRole::staff) return texts.get({"by staff"});
    if (side.acting_role == ActingRole::organiser) return texts.get({"by an organiser"});
    return "";
}

std::string detail_of(const ConflictSide& side, const Texts& texts) {
    std::string detail =
        clock_text(side.at_ms) + " · " +
        (side.device.empty() ? texts.get({"A screen without a name"}) : side.device);
    const std::string actor = actor_text(side, texts);
    return actor.empty() ? detail : detail + " · " + actor;
}

const ConflictSide& side_of(const SeenConflict& seen, const ConflictSideId& id) {
    return *std::find_if(seen.sides.begin(), seen.sides.end(),
                         [&id](const ConflictSide& side) { return side.id == id; });
}

Sentence keep_label(const SeenConflict& seen, const ConflictSideId& id) {
    if (std::holds_alternative<SharedPlace>(seen.conflict)) return {"This person is here"};
    if (side_of(seen, id).withdraws) return {"Withdraw the note"};
    if (std::holds_alternative<SplitNote>(seen.conflict)) return {"Keep this text"};
    return {"This one counts"};
}

Sentence keep_all_label(const Conflict& conflict) {
    if (std::holds_alternative<SharedPlace>(conflict)) return {"All of them are here"};
    if (std::holds_alternative<SplitNote>(conflict)) return {"Keep each as a note"};
    return {"Each is right"};
}

std::string label_of(const SeenConflict& seen, const Settlement& settlement, const Texts& texts) {
    return std::visit(
        Match{[&](const KeepSide& keep) { return texts.get(keep_label(seen, keep.kept)); },
              [&](const KeepEverySide&) { return texts.get(keep_all_label(seen.conflict)); },
              [&](const MergePeople&) { return texts.get({"They are the same person"}); },
              [&](const AddChairs&) {
                  const auto *group = std::get_if<OverfullGroup>(&seen.conflict);
                  return texts.get(Sentence{"The table has {} chairs"},
                                   group == nullptr ? 0 : group->people);
              },
              [&](const ReopenGroup&) { return texts.get({"Open the table again"}); }},
        settlement);
}

}  // namespace

ConflictCard conflict_card(const EventState& state, const SeenConflict& seen, const Texts& texts) {
    ConflictCard card;
    card.title = title_of(state, seen.conflict, texts);
    const bool is_one_person = std::holds_alternative<DoubleCheckIn>(seen.conflict);
    for (const ConflictSide& side : seen.sides) {
        std::string detail = detail_of(side, texts);
        if (side.withdraws) detail += " · " + texts.get({"withdrawn here"});
        card.sides.push_back({is_one_person ? "" : side.text, std::move(detail)});
    }
    for (const Settlement& settlement : settlements_of(seen)) {
        card.choices.push_back(label_of(seen, settlement, texts));
    }
    return card;
}

std::string settlement_question(const SeenConflict& seen, const Settlement& settlement,
                                const Texts& texts) {
    if (std::holds_alternative<MergePeople>(settlement)) {
        return texts.get(
            {"The registrations become one. They can be parted again on the staff's page."});
    }
    const auto *keep = std::get_if<KeepSide>(&settlement);
    if (keep == nullptr) return "";
    const ConflictSide& side = side_of(seen, keep->kept);
    if (std::holds_alternative<DoubleCheckIn>(seen.conflict)) {
        return texts.get(Sentence{"The other check-ins of {} are taken back. Is that right?"},
                         side.text);
    }
    if (std::holds_alternative<SharedPlace>(seen.conflict)) {
        return texts.get(Sentence{"Only {} stays checked in. Is that right?"}, side.text);
    }
    if (side.withdraws) {
        return texts.get({"The note is withdrawn, and stays in the record. Is that right?"});
    }
    return texts.get({"The other texts give way, and stay in the record. Is that right?"});
}

}  // namespace stormote
