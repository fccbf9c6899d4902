#include "kiosk/ui/screens/common/status_views.h"

#include "sync/base/local_time.h"

namespace stormote {

namespace {

// "17.36 (Entré 1)".
std::string time_and_place(std::int64_t instant_ms, const std::string& device) {
    return device.empty() ? clock_text(instant_ms) : clock_text(instant_ms) + " (" + device + ")";
}

}  // namespace

std::string conflict_text(const EventState& state, const Conflict& conflict, const Texts& texts) {
    if (const auto *twice = std::get_if<DoubleCheckIn>(&conflict)) {
        const Attendee *attendee = state.find_attendee(twice->attendee);
        return texts.get(Sentence{"{} is checked in at two screens: {} and {}."},
                         attendee == nullptr ? "?" : attendee->full_name(),
                         time_and_place(twice->first_ms, twice->first_device),
                         time_and_place(twice->second_ms, twice->second_device));
    }
    if (const auto *place = std::get_if<SharedPlace>(&conflict)) {
        std::string names;
        for (const AttendeeId& id : place->here) {
            const Attendee *attendee = state.find_attendee(id);
            if (attendee == nullptr) continue;
            names += (names.empty() ? "" : ", ") + attendee->full_name();
        }
        return texts.get(Sentence{"More than one person is here for one registration: {}."}, names);
    }
    if (const auto *group = std::get_if<OverfullGroup>(&conflict)) {
        return texts.get(group->capacity == 1 ? Sentence{"Group {} has {} people and {} chair."}
                                              : Sentence{"Group {} has {} people and {} chairs."},
                         group->group, group->people, group->capacity);
    }
    if (const auto *closed = std::get_if<ClosedGroup>(&conflict)) {
        return texts.get(Sentence{"Group {} is closed, but still has people: {}."}, closed->group,
                         closed->people);
    }
    const auto& note = std::get<SplitNote>(conflict);
    return texts.get(
        Sentence{"Group {}, question {}: a note has {} versions. Choose at the table."}, note.group,
        note.question, note.versions);
}

StoreView store_view(const std::optional<SyncStatus>& status, const Texts& texts) {
    StoreView view;
    if (!status) {
        view.status.text = texts.get({"No central store is set up. Everything is kept here."});
        return view;
    }
    view.can_sync = true;
    view.is_busy = status->is_exchanging;
    std::string& text = view.status.text;
    if (status->last_error) {
        text = texts.get(*status->last_error) + " ";
        view.status.is_warning = true;
    }
    if (status->waiting > 0) {
        text += texts.get_plural(Sentence{"{} entry is waiting and will be sent automatically."},
                                 Sentence{"{} entries are waiting and will be sent automatically."},
                                 static_cast<std::int64_t>(status->waiting));
    } else if (status->last_success_ms) {
        text +=
            texts.get(Sentence{"Everything was sent at {}."}, clock_text(*status->last_success_ms));
    } else if (!status->last_error) {
        text = texts.get({"Not synchronised yet."});
    }
    if (status->waiting > 0 && status->last_success_ms) {
        text += " " + texts.get(Sentence{"Last contact {}."}, clock_text(*status->last_success_ms));
    }
    return view;
}

std::string waiting_text(std::size_t count, const Texts& texts) {
    return texts.get_plural(Sentence{"{} answer waits here until the end."},
                            Sentence{"{} answers wait here until the end."},
                            static_cast<std::int64_t>(count));
}

}  // namespace stormote
