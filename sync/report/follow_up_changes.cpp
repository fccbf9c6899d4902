#include "sync/report/follow_up_changes.h"

#include <algorithm>

#include "sync/report/follow_up.h"

namespace stormote {

namespace {

using Said = std::map<FollowUpField, std::string>;

Said with_consequences(Said said, const LatestFields& known, const std::string& today) {
    const auto answer = said.find(FollowUpField::answer);
    if (answer == said.end() || answer->second == known.get(FollowUpField::answer)) return said;
    said.try_emplace(FollowUpField::answered, answer->second.empty() ? "" : today);
    said.try_emplace(FollowUpField::told, "");
    return said;
}

FieldTexts changed_fields(const Said& said, const LatestFields& known) {
    FieldSetter<FollowUpField> fields;
    for (const auto& [field, text] : said) {
        if (known.get(field) != text) fields.set(field, text);
    }
    return fields.take();
}

bool has(const FieldTexts& fields, FollowUpField wanted) {
    return std::any_of(fields.begin(), fields.end(),
                       [wanted](const auto& field) { return field.first == number(wanted); });
}

const LatestFields& known_or_nothing(const LatestFields *known) {
    static const LatestFields nothing;
    return known == nullptr ? nothing : *known;
}

class BodyMaker {
  public:
    BodyMaker(const EventState& state, std::span<const FollowUpChange> changes,
              const std::string& today, ActingRole role)
        : state_(state), changes_(changes), today_(today), role_(role) {}

    bool add(const NoteId& note, const Said& said) {
        if (!state_.notes().contains(note) && !state_.earlier_notes().contains(note)) return false;
        Said own;
        Said shared;
        for (const auto& [field, text] : said)
            (is_of_note_itself(field) ? own : shared)[field] = text;
        const NoteDescriptions& descriptions = state_.note_descriptions();
        add_note(note, changed_fields(own, known_or_nothing(descriptions.find_written(note))));
        // The root withholds, too, those that it is published as, where nothing else is said of it.
        const auto withheld = said.find(FollowUpField::withheld);
        const NoteId root = descriptions.root_of(note);
        if (withheld != said.end() && root != note && !is_withheld_itself(root)) {
            add_note(root, changed_fields({*withheld},
                                          known_or_nothing(descriptions.find_written(root))));
        }
        add_shared(note, shared);
        return true;
    }

    bool add(const MessageKey& message, const Said& said) {
        if (!state_.messages().contains(message)) return false;
        const auto described = state_.message_descriptions().find(message);
        const LatestFields& known = known_or_nothing(
            described == state_.message_descriptions().end() ? nullptr : &described->second);
        const Said all = with_consequences(said, known, today_);
        FieldTexts fields = changed_fields(all, known);
        // Said anew though it stands so here: elsewhere somebody may be told of the answer before.
        const auto told = all.find(FollowUpField::told);
        if (told != all.end() && !has(fields, FollowUpField::told) &&
            (has(fields, FollowUpField::answer) || told->second != told_of(state_, known))) {
            fields.emplace_back(number(FollowUpField::told), told->second);
        }
        if (fields.empty()) return true;
        std::vector<AttendeeId> persons;
        if (message.person) persons.push_back(*message.person);
        bodies_.push_back(
            {std::move(persons), role_, MessageDescribed{message.message, std::move(fields)}});
        return true;
    }

    [[nodiscard]] std::vector<Body> take() { return std::move(bodies_); }

  private:
    [[nodiscard]] bool is_withheld_itself(const NoteId& note) const {
        return std::any_of(changes_.begin(), changes_.end(), [&note](const FollowUpChange& change) {
            const auto *subject = std::get_if<NoteId>(&change.subject);
            return subject != nullptr && *subject == note &&
                   change.said.contains(FollowUpField::withheld);
        });
    }

    void add_note(const NoteId& note, FieldTexts fields) {
        if (!fields.empty()) {
            bodies_.push_back({{}, role_, NoteDescribed{note, std::move(fields)}});
        }
    }

    // What is said stands in the root. What is taken away is taken from every record that says it:
    // what the root says nothing of is the others'.
    void add_shared(const NoteId& note, const Said& said) {
        const NoteDescriptions& descriptions = state_.note_descriptions();
        const LatestFields& whole = known_or_nothing(descriptions.find(note));
        const Said all = with_consequences(said, whole, today_);
        Said taken_away;
        std::copy_if(all.begin(), all.end(), std::inserter(taken_away, taken_away.end()),
                     [](const auto& field) { return field.second.empty(); });
        for (const NoteId& record : descriptions.records_of(note)) {
            const LatestFields& written = known_or_nothing(descriptions.find_written(record));
            const bool is_root = record == descriptions.root_of(note);
            add_note(record,
                     is_root ? changed_fields(all, whole) : changed_fields(taken_away, written));
        }
    }

    const EventState& state_;
    std::span<const FollowUpChange> changes_;
    const std::string& today_;
    ActingRole role_;
    std::vector<Body> bodies_;
};

}  // namespace

bool is_of_note_itself(FollowUpField field) {
    return field == FollowUpField::wording || field == FollowUpField::withheld ||
           field == FollowUpField::same_as || field == FollowUpField::different_from ||
           field == FollowUpField::agreeing || field == FollowUpField::chosen ||
           field == FollowUpField::wall || field == FollowUpField::rank;
}

std::optional<std::vector<Body>> follow_up_bodies(const EventState& state,
                                                  std::span<const FollowUpChange> changes,
                                                  const std::string& today, ActingRole role) {
    BodyMaker maker(state, changes, today, role);
    for (const FollowUpChange& change : changes) {
        const bool is_known = std::visit(
            [&](const auto& subject) { return maker.add(subject, change.said); }, change.subject);
        if (!is_known) return std::nullopt;
    }
    return maker.take();
}

std::optional<std::variant<NoteId, MessageKey>> find_follow_up_subject(const EventState& state,
                                                                       std::string_view id) {
    const auto note = parse_id<NoteId>(id);
    if (!note) return std::nullopt;
    if (state.notes().contains(*note) || state.earlier_notes().contains(*note)) return *note;
    const MessageId message{note->value};
    const auto found =
        std::find_if(state.messages().begin(), state.messages().end(),
                     [&](const auto& entry) { return entry.first.message == message; });
    if (found == state.messages().end()) return std::nullopt;
    return found->first;
}

}  // namespace stormote
