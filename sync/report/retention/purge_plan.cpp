#include "sync/report/retention/purge_plan.h"

#include <algorithm>
#include <map>
#include <set>

#include "sync/model/presence.h"
#include "sync/report/follow_up.h"
#include "sync/report/retention/retention.h"
#include "sync/report/statistics/recorded_statistics.h"

namespace stormote {

namespace {

// Of 16 bytes each: a body stays well below the megabyte that a replica takes.
constexpr std::size_t most_ids = 20'000;

using Fields = std::map<FieldNumber, std::string>;

FieldTexts texts_of(const Fields& fields) {
    return {fields.begin(), fields.end()};
}

class PurgePlanner {
  public:
    PurgePlanner(const EventState& state, const std::vector<DocumentKind>& kinds,
                 const std::string& decision)
        : state_(state), kinds_(kinds.begin(), kinds.end()), decision_(decision) {
        for (const auto& [id, note] : state.notes()) {
            const auto heads = note.heads(state.device_table());
            if (!heads.empty()) note_kinds_.emplace(id, heads.back()->content.kind);
        }
        for (const auto& [id, note] : state.earlier_notes()) {
            note_kinds_.emplace(id, note.content.kind);
        }
    }

    PurgePlan take(const HeldOperations& held) {
        for (const Operation& operation : held.effective) read(operation, true);
        for (const Operation& operation : held.others) read(operation, false);
        say_fields_anew();
        if (goes(DocumentKind::registrations)) {
            keep_notes();
            keep_comments();
            erase_people();
        }
        std::sort(plan_.operations.begin(), plan_.operations.end());
        if (std::any_of(kinds_.begin(), kinds_.end(), is_counted) && !recorded_statistics(state_)) {
            plan_.statistics = encode_statistics(count_events({&state_}));
        }
        return std::move(plan_);
    }

  private:
    [[nodiscard]] bool goes(DocumentKind kind) const { return kinds_.contains(kind); }
    [[nodiscard]] bool goes(NoteKind kind) const {
        return goes(kind == NoteKind::proposal ? DocumentKind::proposals : DocumentKind::notes);
    }
    [[nodiscard]] bool goes(const NoteId& note) const {
        const auto kind = note_kinds_.find(note);
        return kind != note_kinds_.end() && goes(kind->second);
    }
    [[nodiscard]] bool goes(const MessageKey& key, MessageKind kind, ActingRole role) const {
        switch (kind) {
            case MessageKind::contact:
                return goes(DocumentKind::contact_requests) && is_answered(state_, key);
            case MessageKind::joining:
                return goes(DocumentKind::joinings);
            case MessageKind::comment:
                break;
        }
        return goes(is_signed(key, role) ? DocumentKind::signed_comments
                                         : DocumentKind::anonymous_answers);
    }

    void read(const Operation& operation, bool is_effective) {
        const OperationHeader& header = operation.header;
        if (!operation.body || header.kind == OperationKind::attendee_erased) return;
        if (const auto persons = persons_of(header.kind, operation.body->bytes)) {
            people_.insert(persons->begin(), persons->end());
            // Gone with the people.
            if (goes(DocumentKind::registrations) && !persons->empty()) return;
        }
        if (!is_effective) return;
        const auto body = decode_body(header.kind, operation.body->bytes);
        if (!body) return;
        const bool is_named =
            std::visit([&](const auto& content) { return is_destroyed(content, *body, header); },
                       body->content);
        if (is_named) plan_.operations.push_back(header.id);
    }

    template <typename Content>
    bool is_destroyed(const Content& /*content*/, const Body& /*body*/,
                      const OperationHeader& /*header*/) {
        return false;
    }
    // What all tables were told may name somebody; it was for that evening.
    bool is_destroyed(const SettingsDescribed& content, const Body& /*body*/,
                      const OperationHeader& /*header*/) {
        const bool is_message_alone = std::all_of(
            content.fields.begin(), content.fields.end(),
            [](const auto& field) { return field.first == number(SettingField::table_message); });
        return goes(DocumentKind::registrations) && is_message_alone && !content.fields.empty();
    }
    bool is_destroyed(const MailNoted& /*content*/, const Body& /*body*/,
                      const OperationHeader& /*header*/) {
        return goes(DocumentKind::mails);
    }
    bool is_destroyed(const MessageLeft& content, const Body& body,
                      const OperationHeader& /*header*/) {
        return goes(key_of(content.message, body), content.kind, body.acting_role);
    }
    bool is_destroyed(const MessageDescribed& content, const Body& body,
                      const OperationHeader& header) {
        const MessageKey key = key_of(content.message, body);
        const auto message = state_.messages().find(key);
        if (message == state_.messages().end()) return false;
        if (goes(key, message->second.content.kind, message->second.acting_role)) return true;
        const auto known = state_.message_descriptions().find(key);
        return known != state_.message_descriptions().end() &&
               is_owner_taken(content.fields, known->second, header, messages_[content.message]);
    }
    bool is_destroyed(const AnswersGiven& /*content*/, const Body& /*body*/,
                      const OperationHeader& /*header*/) {
        return goes(DocumentKind::anonymous_answers);
    }
    bool is_destroyed(const NoteWritten& content, const Body& /*body*/,
                      const OperationHeader& /*header*/) {
        return goes(content.note);
    }
    bool is_destroyed(const NoteDescribed& content, const Body& /*body*/,
                      const OperationHeader& header) {
        return is_saying_destroyed(content.note, content.fields, header);
    }
    bool is_destroyed(const NoteMarked& content, const Body& /*body*/,
                      const OperationHeader& header) {
        return is_saying_destroyed(content.note, content.fields, header);
    }
    bool is_destroyed(const EarlierNoteTold& content, const Body& /*body*/,
                      const OperationHeader& /*header*/) {
        return goes(content.kind);
    }
    bool is_destroyed(const EarlierTableTold& /*content*/, const Body& /*body*/,
                      const OperationHeader& /*header*/) {
        return goes(DocumentKind::registrations);
    }
    bool is_destroyed(const AttendeeDescribed& content, const Body& body,
                      const OperationHeader& header) {
        const std::set<FieldNumber> dropped{number(AttendeeField::diet),
                                            number(AttendeeField::access_needs)};
        if (!goes(DocumentKind::needs) || !says_any(content.fields, dropped)) return false;
        for (const AttendeeId& person : body.persons) {
            const Attendee *known = state_.attendee_records().find_written(person);
            if (known == nullptr) continue;
            keep_fields(content.fields, known->fields, header, dropped, attendees_[person]);
        }
        return true;
    }
    bool is_destroyed(const OrganisationDescribed& content, const Body& /*body*/,
                      const OperationHeader& header) {
        const std::set<FieldNumber> dropped{number(OrganisationField::joined)};
        if (!goes(DocumentKind::joinings) || !says_any(content.fields, dropped)) return false;
        const LatestFields *known =
            state_.organisation_records().find_written(content.organisation);
        if (known != nullptr) {
            keep_fields(content.fields, *known, header, dropped,
                        organisations_[content.organisation]);
        }
        return true;
    }

    // What is said of a note goes with it.
    bool is_saying_destroyed(const NoteId& note, const FieldTexts& said,
                             const OperationHeader& header) {
        if (goes(note)) return true;
        const LatestFields *known = state_.note_descriptions().find_written(note);
        return known != nullptr && is_owner_taken(said, *known, header, notes_[note]);
    }

    [[nodiscard]] bool names_owner(const FieldTexts& fields) const {
        return std::any_of(fields.begin(), fields.end(), [this](const auto& field) {
            return field.first == number(FollowUpField::owner) &&
                   !people_called(state_, field.second).empty();
        });
    }

    // An owner in words that name somebody goes with them. What else is said is kept.
    bool is_owner_taken(const FieldTexts& said, const LatestFields& known,
                        const OperationHeader& header, Fields& kept) const {
        if (!goes(DocumentKind::registrations) || !names_owner(said)) return false;
        keep_fields(said, known, header, {number(FollowUpField::owner)}, kept);
        // Somebody was told of the answer that is said anew, not of one before it.
        const std::string told = told_of(state_, known);
        if (kept.contains(number(FollowUpField::answer)) && !told.empty()) {
            kept.insert_or_assign(number(FollowUpField::told), told);
        }
        return true;
    }

    static MessageKey key_of(const MessageId& message, const Body& body) {
        MessageKey key{message, {}};
        if (!body.persons.empty()) key.person = body.persons.front();
        return key;
    }

    static bool says_any(const FieldTexts& fields, const std::set<FieldNumber>& wanted) {
        return std::any_of(fields.begin(), fields.end(), [&wanted](const auto& field) {
            return wanted.contains(field.first) && !field.second.empty();
        });
    }

    // Of what goes, the fields that stand as this operation has them, emptied ones among them: what
    // was said before must not come back.
    void keep_fields(const FieldTexts& said, const LatestFields& known,
                     const OperationHeader& header, const std::set<FieldNumber>& dropped,
                     Fields& kept) const {
        for (const auto& [field, text] : said) {
            const Stamp stamp = known.stamp_of(field);
            const bool stands = stamp.lamport() == header.lamport &&
                                state_.device_table().device(stamp.device()) == header.device;
            if (stands && !dropped.contains(field)) kept.insert_or_assign(field, known.get(field));
        }
    }

    void say(BodyContent content, std::vector<AttendeeId> persons = {},
             std::optional<std::int64_t> corrected_ms = std::nullopt,
             ActingRole role = ActingRole::organiser) {
        plan_.bodies.push_back({Body{std::move(persons), role, std::move(content)}, corrected_ms});
    }

    void say_fields_anew() {
        for (const auto& [id, fields] : attendees_) {
            if (!fields.empty()) say(AttendeeDescribed{texts_of(fields)}, {id});
        }
        for (const auto& [id, fields] : organisations_) {
            if (!fields.empty()) say(OrganisationDescribed{id, texts_of(fields)});
        }
        for (const auto& [id, fields] : notes_) {
            if (!fields.empty()) say(NoteDescribed{id, texts_of(fields)});
        }
        for (const auto& [id, fields] : messages_) {
            if (!fields.empty()) say(MessageDescribed{id, texts_of(fields)});
        }
    }

    // Versions that name people vanish with them, and what they replaced would stand again: what
    // stands is written anew, instead of every version.
    void keep_notes() {
        for (const auto& [id, note] : state_.notes()) {
            const bool names_people =
                std::any_of(note.versions.begin(), note.versions.end(),
                            [](const NoteVersion& version) { return !version.persons.empty(); });
            if (names_people && !goes(id)) keep_note(note);
        }
    }

    void keep_note(const Note& note) {
        const auto heads = note.heads(state_.device_table());
        for (const NoteVersion *head : heads) {
            NoteWritten content = head->content;
            content.replaces.clear();
            for (const NoteVersion& version : note.versions) {
                const bool is_other_head = &version != head && std::find(heads.begin(), heads.end(),
                                                                         &version) != heads.end();
                if (!is_other_head) content.replaces.push_back(version.id);
            }
            say(std::move(content), {}, corrected_ms(state_, head->stamp, head->wall_ms));
        }
    }

    // Without who signed them: the program says them, so that they are still known as signed.
    void keep_comments() {
        for (const auto& [key, message] : state_.messages()) {
            const MessageLeft& content = message.content;
            if (!key.person || content.kind != MessageKind::comment) continue;
            if (goes(key, content.kind, message.acting_role)) continue;
            say(MessageLeft{content.message, content.kind, content.text, "", content.department},
                {}, corrected_ms(state_, message.stamp, message.wall_ms), ActingRole::machine);
            const auto described = state_.message_descriptions().find(key);
            if (described == state_.message_descriptions().end()) continue;
            FieldTexts fields = described->second.all();
            if (names_owner(fields)) {
                std::erase_if(fields, [](const auto& field) {
                    return field.first == number(FollowUpField::owner);
                });
            }
            if (!fields.empty()) say(MessageDescribed{content.message, fields});
        }
    }

    // What erasing a record says: of those of one person, the person's own.
    [[nodiscard]] AttendeeErased erasure_of_record(const AttendeeId& id) const {
        if (state_.attendees().contains(id)) return erasure_of(state_, id);
        AttendeeErased erasure;
        const Attendee *person = state_.find_attendee(id);
        if (person != nullptr) erasure.role = role_name(role_of(*person));
        return erasure;
    }

    // Those of one role who count alike in one operation.
    void erase_people() {
        std::map<std::pair<std::string, Counted>, PlannedBody> open;
        for (const AttendeeId& id : people_) {
            if (state_.erased().contains(id)) continue;
            plan_.people.push_back(id);
            AttendeeErased erasure = erasure_of_record(id);
            const auto [place, is_new] = open.try_emplace({erasure.role, erasure.counted});
            Body& body = place->second.body;
            if (is_new) {
                body = {{},
                        ActingRole::organiser,
                        AttendeeErased{erasure.role, erasure.counted, {}, decision_}};
            }
            body.persons.push_back(id);
            auto& tickets = std::get<AttendeeErased>(body.content).tickets;
            tickets.insert(tickets.end(), erasure.tickets.begin(), erasure.tickets.end());
            if (body.persons.size() + tickets.size() < most_ids) continue;
            plan_.bodies.push_back(std::move(place->second));
            open.erase(place);
        }
        for (auto& [group, body] : open) plan_.bodies.push_back(std::move(body));
    }

    const EventState& state_;
    std::set<DocumentKind> kinds_;
    const std::string& decision_;
    std::map<NoteId, NoteKind> note_kinds_;
    std::set<AttendeeId> people_;
    // What is said anew, by whom or what it is said of.
    std::map<AttendeeId, Fields> attendees_;
    std::map<OrganisationId, Fields> organisations_;
    std::map<NoteId, Fields> notes_;
    std::map<MessageId, Fields> messages_;
    PurgePlan plan_;
};

}  // namespace

PurgePlan plan_purge(const EventState& state, const HeldOperations& held,
                     const std::vector<DocumentKind>& kinds, const std::string& decision) {
    return PurgePlanner(state, kinds, decision).take(held);
}

std::vector<PlannedBody> bodies_of(PurgePlan plan, RecordPurged statement) {
    std::vector<PlannedBody> bodies = std::move(plan.bodies);
    statement.statistics = std::move(plan.statistics);
    RecordPurged further;
    further.decision = statement.decision;
    further.by = statement.by;
    const auto& all = plan.operations;
    for (std::size_t done = 0; done == 0 || done < all.size(); done += most_ids) {
        RecordPurged purge = done == 0 ? std::move(statement) : further;
        const std::size_t end = std::min(done + most_ids, all.size());
        purge.operations.assign(all.begin() + static_cast<std::ptrdiff_t>(done),
                                all.begin() + static_cast<std::ptrdiff_t>(end));
        bodies.push_back({Body{{}, ActingRole::organiser, std::move(purge)}, std::nullopt});
    }
    return bodies;
}

}  // namespace stormote
