#include "sync/report/follow_up.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "sync/base/text_folding.h"
#include "sync/model/presence.h"
#include "sync/report/message_tables.h"
#include "sync/report/published_notes.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

constexpr std::array all_states{FollowUpState::open, FollowUpState::begun, FollowUpState::done,
                                FollowUpState::declined};

// An owner is a person, who may have been erased since, or a function in words.
std::string owner_in_words(const EventState& state, const std::string& owner) {
    const auto person = parse_id<AttendeeId>(owner);
    if (!person) return owner;
    const Attendee *attendee = state.find_attendee(*person);
    return attendee == nullptr ? "" : attendee->full_name();
}

bool says_something(const FollowUp& follow_up) {
    return follow_up.state != FollowUpState::open || !follow_up.owner.empty() ||
           !follow_up.department.empty() || !follow_up.due.empty() || !follow_up.answer.empty();
}

bool is_followed_up(const PublishedNote& note) {
    return note.kind == NoteKind::commitment || note.kind == NoteKind::proposal ||
           says_something(note.follow_up);
}

void add_notes(const EventState& state, std::vector<FollowUpItem>& items) {
    for (PublishedNote& note : published_notes(state)) {
        if (!is_followed_up(note)) continue;
        FollowUpItem item{note.id, note_kind_word(note.kind), std::move(note.text), note.question,
                          std::move(note.groups)};
        item.said_ms = note.written_ms;
        item.follow_up = std::move(note.follow_up);
        // Of versions in conflict, which stand side by side, the newest.
        const bool is_again = !items.empty() && items.back().subject == item.subject;
        if (is_again) items.pop_back();
        items.push_back(std::move(item));
    }
}

void add_earlier(const EventState& state, std::vector<FollowUpItem>& items) {
    for (EarlierPublishedNote& note : earlier_published_notes(state)) {
        FollowUpItem item{note.id, note_kind_word(note.kind), std::move(note.text)};
        item.is_earlier = true;
        item.earlier_meeting = std::move(note.meeting);
        item.earlier_date = std::move(note.date);
        item.follow_up = std::move(note.follow_up);
        items.push_back(std::move(item));
    }
}

void add_messages(const EventState& state, std::vector<FollowUpItem>& items) {
    static const LatestFields nothing;
    for (const auto& [key, message] : state.messages()) {
        const auto described = state.message_descriptions().find(key);
        const LatestFields& fields =
            described == state.message_descriptions().end() ? nothing : described->second;
        FollowUp follow_up = follow_up_of(state, fields);
        const bool is_wish = message.content.kind == MessageKind::contact;
        if (!is_wish && !says_something(follow_up)) continue;
        FollowUpItem item{key, message_kind_word(message.content.kind), message.content.text};
        if (key.person) {
            const Attendee *person = state.find_attendee(*key.person);
            if (person != nullptr) item.asked_by = person->full_name();
            if (is_wish) item.reach = reach_of(message.content, person);
            item.said_ms = corrected_ms(state, message.stamp, message.wall_ms);
        }
        item.follow_up = std::move(follow_up);
        if (item.follow_up.department.empty()) {
            item.follow_up.department = message.content.department;
        }
        items.push_back(std::move(item));
    }
}

std::string numbers_in_words(const std::vector<GroupNumber>& numbers) {
    std::string words;
    for (const GroupNumber number : numbers) {
        if (number > 0) words += (words.empty() ? "" : ", ") + std::to_string(number);
    }
    return words;
}

}  // namespace

FollowUpState parse_follow_up_state(std::string_view text) {
    const auto found = std::find_if(
        all_states.begin(), all_states.end(),
        [text](FollowUpState state) { return text == follow_up_state_word(state).code; });
    return found == all_states.end() ? FollowUpState::open : *found;
}

Word follow_up_state_word(FollowUpState state) {
    switch (state) {
        case FollowUpState::open:
            return {"open", {"Still open"}};
        case FollowUpState::begun:
            return {"begun", {"Begun"}};
        case FollowUpState::done:
            return {"done", {"Completed"}};
        case FollowUpState::declined:
            return {"declined", {"Declined"}};
    }
    return {"open", {"Still open"}};
}

FollowUp follow_up_of(const EventState& state, const LatestFields& fields) {
    return {owner_in_words(state, fields.get(FollowUpField::owner)),
            fields.get(FollowUpField::department),
            fields.get(FollowUpField::due),
            parse_follow_up_state(fields.get(FollowUpField::state)),
            fields.get(FollowUpField::answer),
            fields.get(FollowUpField::answered),
            told_of(state, fields)};
}

std::string told_of(const EventState& state, const LatestFields& fields) {
    const Stamp told = fields.stamp_of(FollowUpField::told);
    const bool is_of_another =
        told.is_before(fields.stamp_of(FollowUpField::answer), state.device_table());
    return is_of_another ? "" : fields.get(FollowUpField::told);
}

std::vector<AttendeeId> people_called(const EventState& state, std::string_view words) {
    const std::string folded = fold_text(words);
    std::vector<AttendeeId> people;
    if (folded.empty()) return people;
    for (const auto& [id, attendee] : state.attendees()) {
        const std::string family_first = attendee.get(AttendeeField::family_name) + ", " +
                                         attendee.get(AttendeeField::given_name);
        if (fold_text(attendee.full_name()) == folded || fold_text(family_first) == folded) {
            people.push_back(id);
        }
    }
    std::sort(people.begin(), people.end());
    return people;
}

bool is_late(const FollowUp& follow_up, std::string_view today) {
    return !is_settled(follow_up.state) && !follow_up.due.empty() && follow_up.due < today;
}

std::string FollowUpItem::id() const {
    if (const auto *note = std::get_if<NoteId>(&subject)) return to_string(*note);
    return to_string(std::get<MessageKey>(subject).message);
}

std::vector<FollowUpItem> follow_up_items(const EventState& state) {
    std::vector<FollowUpItem> items;
    add_earlier(state, items);
    add_notes(state, items);
    add_messages(state, items);
    // The rest in the order in which they were added.
    std::stable_sort(items.begin(), items.end(), [](const auto& left, const auto& right) {
        const auto place = [](const FollowUpItem& item) {
            const FollowUp& known = item.follow_up;
            return std::tuple(!item.is_earlier, is_settled(known.state), known.due.empty(),
                              known.due);
        };
        return place(left) < place(right);
    });
    return items;
}

Table follow_up_table(const EventState& state) {
    Table table;
    table.columns = {{"kind", {"Kind"}},
                     {"text", {"Text"}},
                     {"question", {"Question number"}},
                     {"groups", {"Groups"}},
                     {"earlier_meeting", {"Earlier meeting"}},
                     {"asked_by", {"Asked by"}},
                     {"reach", {"Reached by"}},
                     {"owner", {"Owner"}},
                     {"department", {"Department"}},
                     {"due", {"Due"}, {""}, ColumnTexts::dates},
                     {"state", {"State"}},
                     {"answer", {"Answer"}},
                     {"answered", {"Answered on"}, {""}, ColumnTexts::dates},
                     {"told", {"Told on"}, {""}, ColumnTexts::dates},
                     {"id", {"Id"}}};
    for (const FollowUpItem& item : follow_up_items(state)) {
        const FollowUp& known = item.follow_up;
        std::string earlier = item.earlier_date;
        if (!item.earlier_meeting.empty()) earlier = item.earlier_meeting + ", " + earlier;
        table.rows.push_back(
            {item.kind, text_cell(item.text),
             item.question > 0 ? Cell(std::int64_t{item.question}) : Cell(),
             text_cell(numbers_in_words(item.groups)), text_cell(earlier), text_cell(item.asked_by),
             text_cell(item.reach), text_cell(known.owner), text_cell(known.department),
             text_cell(known.due), follow_up_state_word(known.state), text_cell(known.answer),
             text_cell(known.answered), text_cell(known.told), item.id()});
    }
    return table;
}

}  // namespace stormote
