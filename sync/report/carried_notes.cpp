#include "sync/report/carried_notes.h"

#include <algorithm>
#include <array>

#include "sync/report/follow_up.h"
#include "sync/report/published_notes.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

constexpr std::array all_kinds{NoteKind::point, NoteKind::proposal, NoteKind::question,
                               NoteKind::commitment};

NoteKind kind_of(const Word& word) {
    const auto *const found =
        std::find_if(all_kinds.begin(), all_kinds.end(),
                     [&word](NoteKind kind) { return note_kind_word(kind) == word; });
    return found == all_kinds.end() ? NoteKind::point : *found;
}

constexpr std::array news{FollowUpField::state, FollowUpField::answer};

class Carrier {
  public:
    explicit Carrier(const EventState& last) : last_(last) {}

    [[nodiscard]] CarriedNote carry(const NoteId& id, const FollowUpItem& item) const {
        EarlierNoteTold told{id, item.earlier_meeting, item.earlier_date, kind_of(item.kind),
                             item.text};
        if (!item.is_earlier) {
            told.meeting = last_.setting(SettingField::name);
            told.date = last_.setting(SettingField::starts).substr(0, 10);
        }
        const FollowUp& known = item.follow_up;
        FieldSetter<FollowUpField> fields;
        const auto set = [&fields](FollowUpField field, const std::string& text) {
            if (!text.empty()) fields.set(field, text);
        };
        if (publication_of(last_, id) == Publication::withheld) {
            set(FollowUpField::withheld, "withheld");
        }
        set(FollowUpField::owner, without_name(owner_of(id)));
        set(FollowUpField::department, known.department);
        set(FollowUpField::due, known.due);
        if (known.state != FollowUpState::open) {
            set(FollowUpField::state, follow_up_state_word(known.state).code);
        }
        set(FollowUpField::answer, known.answer);
        set(FollowUpField::answered, known.answered);
        return {std::move(told), fields.take()};
    }

  private:
    // As it is written: an id, or words.
    [[nodiscard]] std::string owner_of(const NoteId& id) const {
        const LatestFields *known = last_.note_descriptions().find(id);
        return known == nullptr ? "" : known->get(FollowUpField::owner);
    }

    // A function as it is; of a person those that they come from. Of a name that several have, and
    // of somebody who was erased, nothing.
    [[nodiscard]] std::string without_name(const std::string& owner) const {
        const auto id = parse_id<AttendeeId>(owner);
        const auto people = id ? std::vector{*id} : people_called(last_, owner);
        if (people.empty()) return owner;
        const Attendee *person = people.size() == 1 ? last_.find_attendee(people.front()) : nullptr;
        return person == nullptr ? "" : last_.organisation_names(*person);
    }

    const EventState& last_;
};

// Whether this meeting has told what became of a note that was carried to it: it was settled when
// it came, or was answered before the meeting.
bool was_told(const EventState& last, const NoteId& id, const FollowUp& known) {
    if (!is_settled(known.state)) return false;
    const std::string day = last.setting(SettingField::starts).substr(0, 10);
    if (!known.answered.empty() && known.answered < day) return true;
    const LatestFields *said = last.note_descriptions().find(id);
    const auto came = last.earlier_notes().find(id);
    if (said == nullptr || came == last.earlier_notes().end()) return false;
    return std::all_of(news.begin(), news.end(), [&last, said, &came](FollowUpField field) {
        return said->stamp_of(field).is_before(came->second.stamp, last.device_table());
    });
}

}  // namespace

std::vector<CarriedNote> notes_to_carry(const EventState& last) {
    const Carrier carrier(last);
    std::vector<CarriedNote> carried;
    for (const FollowUpItem& item : follow_up_items(last)) {
        const auto *note = std::get_if<NoteId>(&item.subject);
        if (note == nullptr) continue;
        if (item.is_earlier && was_told(last, *note, item.follow_up)) continue;
        carried.push_back(carrier.carry(*note, item));
    }
    return carried;
}

}  // namespace stormote
