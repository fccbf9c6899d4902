#include "sync/report/carried_notes.h"

#include <algorithm>
#include <array>
#include <map>

#include "sync/base/text_folding.h"
#include "sync/report/follow_up.h"
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

class Carrier {
  public:
    explicit Carrier(const EventState& last) : last_(last) {
        for (const NamedAttendee& person : attendees_by_name(last)) {
            if (!person.name.empty()) people_.emplace(fold_text(person.name), person.attendee);
        }
    }

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
        set(FollowUpField::withheld, withheld(id));
        set(FollowUpField::owner, without_name(known.owner));
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
    [[nodiscard]] std::string withheld(const NoteId& id) const {
        const LatestFields *own = last_.note_descriptions().find_written(id);
        return own == nullptr ? "" : own->get(FollowUpField::withheld);
    }

    // A function as it is; of a person those that they come from.
    [[nodiscard]] std::string without_name(const std::string& owner) const {
        const auto person = people_.find(fold_text(owner));
        return person == people_.end() ? owner : last_.organisation_names(*person->second);
    }

    const EventState& last_;
    std::map<std::string, const Attendee *> people_;  // by folded names
};

}  // namespace

std::vector<CarriedNote> notes_to_carry(const EventState& last) {
    const Carrier carrier(last);
    std::vector<CarriedNote> carried;
    for (const FollowUpItem& item : follow_up_items(last)) {
        const auto *note = std::get_if<NoteId>(&item.subject);
        const bool is_told_already = item.is_earlier && is_settled(item.follow_up.state);
        if (note != nullptr && !is_told_already) carried.push_back(carrier.carry(*note, item));
    }
    return carried;
}

}  // namespace stormote
