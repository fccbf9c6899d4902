// Noted evening: an event with two questions, three groups, people who came, and what they said.
// For tests; one thread.
#pragma once

#include "tests/support/record/event_desk.h"

namespace stormote::testing {

class NotedEvening {
  public:
    explicit NotedEvening(const std::string& starts = "2022-10-12T18:00") : event(starts) {
        event.record(SettingsDescribed{FieldSetter<SettingField>{}
                                           .set(SettingField::place, "Matsalen")
                                           .set(SettingField::municipality, "Ekbackens kommun")
                                           .take()});
        ask(1, "Kontakt", "Hur håller vi kontakten?");
        ask(2, "", "Vem gör vad?");
        event.describe(1, GroupField::name, "Lönnen");
        event.describe(2, GroupField::name, "");
    }

    void ask(QuestionNumber number, const char *title, const char *text) {
        event.record(QuestionDescribed{number, FieldSetter<QuestionField>{}
                                                   .set(QuestionField::title, title)
                                                   .set(QuestionField::text, text)
                                                   .take()});
    }
    NoteId say(GroupNumber group, QuestionNumber question, NoteKind kind, const std::string& text) {
        event.clock.advance_ms(1'000);
        return event->write_note({group, question, kind, text}, EventDesk::staff);
    }
    // What an organiser says of a note afterwards.
    void describe(const NoteId& note, FollowUpField field, const std::string& text) {
        event.record(NoteDescribed{note, {{number(field), text}}});
    }
    // A note whose two versions stand beside each other.
    void say_twice(GroupNumber group, QuestionNumber question, const std::string& one,
                   const std::string& other) {
        NoteWritten note{NoteId{}, group, question, NoteKind::point, NoteState::standing, one, {}};
        note.note.value.bytes[0] = 7;
        event.record(note);
        note.text = other;
        event.record(note);
    }

    // One of each kind and a few more.
    void say_all() {
        say(1, 1, NoteKind::point, "Ring oss");
        say(2, 1, NoteKind::proposal, "Nyhetsbrev");
        say(1, 1, NoteKind::proposal, "Kontaktperson");
        say(2, 2, NoteKind::question, "Vem svarar?");
        say(2, 2, NoteKind::commitment, "Vi bjuder in");
        say(1, 2, NoteKind::proposal, "Svar i tid");
    }

    [[nodiscard]] const EventState& state() const { return event.state(); }

    EventDesk event;
};

}  // namespace stormote::testing
