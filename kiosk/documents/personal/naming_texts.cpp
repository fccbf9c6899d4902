#include "kiosk/documents/personal/naming_texts.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "kiosk/documents/papers/full_names.h"
#include "kiosk/documents/papers/public_check.h"
#include "sync/report/personal/person_records.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

constexpr std::array described_fields{FollowUpField::wording, FollowUpField::owner,
                                      FollowUpField::department, FollowUpField::answer};

class NamingTextFinder {
  public:
    NamingTextFinder(const EventState& state, const AttendeeId& person)
        : state_(state), person_(state.person_of(person)), names_({}) {
        for (const AttendeeId& id : state.attendee_records().records_of(person)) {
            const Attendee *record = state.attendee_records().find_written(id);
            if (record != nullptr) names_.add(*record);
        }
        const auto contacts = records_of_person(state, person).contacts;
        for (const auto& [key, fields] : state.contacts()) {
            if (std::find(contacts.begin(), contacts.end(), key.person) == contacts.end()) continue;
            names_.add(fields.get(ContactField::name));
        }
    }

    std::vector<NamingText> find() {
        for (const auto& [id, note] : state_.notes()) {
            for (const NoteVersion& version : note.versions) {
                add(note_kind_word(version.content.kind), to_string(id), version.content.text);
            }
            add_described(to_string(id), state_.note_descriptions().find_written(id));
        }
        for (const auto& [id, note] : state_.earlier_notes()) {
            add({"earlier_note", {"Note of an earlier meeting"}}, to_string(id), note.content.text);
            add_described(to_string(id), state_.note_descriptions().find_written(id));
        }
        for (const auto& [key, message] : state_.messages()) add_message(key, message);
        for (const auto& [key, fields] : state_.message_descriptions()) {
            if (!is_theirs(key)) add_described(to_string(key.message), &fields);
        }
        add({"table_message", {"Message to all tables"}}, "",
            state_.setting(SettingField::table_message));
        for (const std::string& text : public_survey_texts(state_)) {
            add({"survey_answer", {"Answer to the survey"}}, "", text);
        }
        return std::move(found_);
    }

  private:
    [[nodiscard]] bool is_theirs(const MessageKey& key) const {
        return key.person && state_.person_of(*key.person) == person_;
    }

    // What they left themselves goes with them.
    void add_message(const MessageKey& key, const Message& message) {
        if (is_theirs(key)) return;
        const Word kind = message_kind_word(message.content.kind);
        add(kind, to_string(key.message), message.content.text);
        add(kind, to_string(key.message), message.content.department);
    }

    void add_described(const std::string& id, const LatestFields *fields) {
        if (fields == nullptr) return;
        for (const FollowUpField field : described_fields) {
            add({"follow_up", {"Said of it afterwards"}}, id, fields->get(field));
        }
    }

    void add(const Word& kind, const std::string& id, const std::string& text) {
        if (!names_.are_in(text) || !known_.emplace(id, text).second) return;
        found_.push_back({kind, id, text});
    }

    const EventState& state_;
    AttendeeId person_;
    FullNames names_;
    std::set<std::pair<std::string, std::string>> known_;
    std::vector<NamingText> found_;
};

}  // namespace

std::vector<NamingText> texts_naming(const EventState& state, const AttendeeId& person) {
    return NamingTextFinder(state, person).find();
}

}  // namespace stormote
