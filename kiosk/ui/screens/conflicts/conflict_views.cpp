#include "kiosk/ui/screens/conflicts/conflict_views.h"

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

Sentence keep_label(const Conflict& conflict) {
    if (std::holds_alternative<SharedPlace>(conflict)) return {"This person is here"};
    if (std::holds_alternative<SplitNote>(conflict)) return {"Keep this text"};
    return {"This one counts"};
}

Sentence keep_all_label(const Conflict& conflict) {
    if (std::holds_alternative<SharedPlace>(conflict)) return {"All of them are here"};
    if (std::holds_alternative<SplitNote>(conflict)) return {"Keep each as a note"};
    return {"Each is right"};
}

std::string label_of(const Conflict& conflict, const Settlement& settlement, const Texts& texts) {
    return std::visit(
        Match{[&](const KeepSide&) { return texts.get(keep_label(conflict)); },
              [&](const KeepEverySide&) { return texts.get(keep_all_label(conflict)); },
              [&](const MergePeople&) { return texts.get({"They are the same person"}); },
              [&](const AddChairs&) {
                  const auto *group = std::get_if<OverfullGroup>(&conflict);
                  return texts.get(Sentence{"The table has {} chairs"},
                                   group == nullptr ? 0 : group->people);
              },
              [&](const ReopenGroup&) { return texts.get({"Open the table again"}); }},
        settlement);
}

}  // namespace

ConflictCard conflict_card(const EventState& state, const Conflict& conflict, const Texts& texts) {
    ConflictCard card;
    card.title = title_of(state, conflict, texts);
    const bool is_one_person = std::holds_alternative<DoubleCheckIn>(conflict);
    for (const ConflictSide& side : conflict_sides(state, conflict)) {
        card.sides.push_back({is_one_person ? "" : side.text, detail_of(side, texts)});
    }
    for (const Settlement& settlement : settlements_of(state, conflict)) {
        card.choices.push_back(label_of(conflict, settlement, texts));
    }
    return card;
}

std::string settlement_question(const EventState& state, const Conflict& conflict,
                                const Settlement& settlement, const Texts& texts) {
    if (std::holds_alternative<MergePeople>(settlement)) {
        return texts.get({"The registrations become one. The staff's page can part them again."});
    }
    const auto *keep = std::get_if<KeepSide>(&settlement);
    if (keep == nullptr) return "";
    if (const auto *twice = std::get_if<DoubleCheckIn>(&conflict)) {
        return texts.get(Sentence{"The other check-in of {} is taken back. Is that right?"},
                         name_of(state, twice->attendee));
    }
    if (const auto *person = std::get_if<AttendeeId>(&keep->kept)) {
        return texts.get(Sentence{"Only {} stays checked in. Is that right?"},
                         name_of(state, *person));
    }
    return texts.get({"The other text gives way, and stays in the record. Is that right?"});
}

}  // namespace stormote
