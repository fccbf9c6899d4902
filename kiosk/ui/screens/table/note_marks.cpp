#include "kiosk/ui/screens/table/note_marks.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "kiosk/desk/way_out.h"
#include "kiosk/ui/screens/common/note_style.h"
#include "sync/base/date_text.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"
#include "sync/model/presence.h"

namespace stormote {

namespace {

// A table that counts more hands than these taps "+1" for the others.
constexpr int most_agreeing_offered = 12;

constexpr std::int64_t day_ms = 24 * 60 * 60 * 1'000;

struct Term {
    Sentence words;
    int days;
};
constexpr std::array terms{
    Term{Sentence{"In a week"}, 7},        Term{Sentence{"In two weeks"}, 14},
    Term{Sentence{"In a month"}, 30},      Term{Sentence{"In three months"}, 91},
    Term{Sentence{"In half a year"}, 182}, Term{Sentence{"In a year"}, 365}};

class MarkList {
  public:
    MarkList(const EventState& state, const NoteId& id, const Texts& texts)
        : state_(state), id_(id), texts_(texts), said_(state.note_descriptions().find(id)) {}

    void add(FollowUpField field, const std::string& text, NoteOption option, std::string done) {
        const bool is_own = field == FollowUpField::agreeing;
        const LatestFields *said = is_own ? state_.note_descriptions().find_written(id_) : said_;
        option.is_selected = (said == nullptr ? "" : said->get(field)) == text;
        marks_.push_back({std::move(option), FieldSetter<FollowUpField>{}.set(field, text).take(),
                          std::move(done)});
    }

    void add_counts() {
        for (int count = 1; count <= most_agreeing_offered; ++count) {
            const std::string words = agreeing_words(texts_, count);
            add(FollowUpField::agreeing, std::to_string(count), {words, ""}, words);
        }
        add_none(FollowUpField::agreeing, Sentence{"Nobody counted"});
    }

    // People of the table, then those that they come from.
    void add_owners(GroupNumber group, RoundNumber round) {
        std::vector<std::pair<std::string, const Attendee *>> people;
        std::map<const Attendee *, AttendeeId> ids;
        std::set<std::string> organisations;
        for (const auto& [id, attendee] : state_.attendees()) {
            if (attendee.fields.empty() || sitting_group(state_, id, round) != group) continue;
            if (presence_of(state_, id).kind != PresenceKind::present) continue;
            people.emplace_back(attendee.full_name(), &attendee);
            ids.emplace(&attendee, id);
        }
        std::sort(people.begin(), people.end(), [](const auto& left, const auto& right) {
            return compare_swedish(left.first, right.first) < 0;
        });
        for (const auto& [name, attendee] : people) {
            const std::string organisation = state_.organisation_names(*attendee);
            add_owner(to_string(ids.at(attendee)), name, organisation);
            if (!organisation.empty()) organisations.insert(organisation);
        }
        for (const std::string& organisation : organisations) {
            add_owner(organisation, organisation, "");
        }
        add_none(FollowUpField::owner, Sentence{"Not said yet"});
    }

    void add_dates(std::int64_t wall_ms) {
        for (const Term& term : terms) {
            const std::string date = local_time_of(wall_ms + term.days * day_ms).substr(0, 10);
            add(FollowUpField::due, date,
                {texts_.get(term.words), date_in_words(date, texts_.language())},
                texts_.get(Sentence{"To be done by {}"}, date));
        }
        add_none(FollowUpField::due, Sentence{"No date"});
    }

    void add_departments() {
        const auto departments = way_out(state_).departments;
        if (departments.empty()) return;
        for (const std::string& department : departments) {
            add(FollowUpField::department, department, {department, ""},
                texts_.get(Sentence{"To {}"}, department));
        }
        add_none(FollowUpField::department, Sentence{"Nobody in particular"});
    }

    [[nodiscard]] std::vector<NoteMark> take() { return std::move(marks_); }

  private:
    void add_owner(const std::string& owner, const std::string& name, const std::string& from) {
        add(FollowUpField::owner, owner, {name, from},
            texts_.get(Sentence{"Sees to it: {}"}, name));
    }

    void add_none(FollowUpField field, Sentence words) {
        const std::string said = texts_.get(words);
        add(field, "", {said, ""}, said);
    }

    const EventState& state_;
    const NoteId& id_;
    const Texts& texts_;
    const LatestFields *said_;
    std::vector<NoteMark> marks_;
};

}  // namespace

std::vector<NoteMark> note_marks(const EventState& state, const NoteId& id, NoteChoosing what,
                                 RoundNumber round, std::int64_t wall_ms, const Texts& texts) {
    const auto note = state.notes().find(id);
    if (note == state.notes().end()) return {};
    MarkList list(state, id, texts);
    switch (what) {
        case NoteChoosing::agreeing:
            list.add_counts();
            break;
        case NoteChoosing::owner:
            list.add_owners(note->second.versions.front().content.group, round);
            break;
        case NoteChoosing::due:
            list.add_dates(wall_ms);
            break;
        case NoteChoosing::department:
            list.add_departments();
            break;
        case NoteChoosing::nothing:
        case NoteChoosing::question:
        case NoteChoosing::note:
        case NoteChoosing::version:
            break;
    }
    return list.take();
}

}  // namespace stormote
