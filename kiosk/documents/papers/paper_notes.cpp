#include "kiosk/documents/papers/paper_notes.h"

#include <map>

#include "sync/model/agenda.h"

namespace stormote {

namespace {

// Takes out what is not for the audience.
template <typename Note>
std::vector<Note> for_audience(std::vector<Note> notes, Audience audience, const FullNames& names) {
    if (audience == Audience::internal) return notes;
    if (audience == Audience::everybody) {
        std::erase_if(notes,
                      [](const Note& note) { return note.publication != Publication::open; });
    }
    for (Note& note : notes) {
        std::string& owner = note.follow_up.owner;
        if (names.are_in(owner)) owner.clear();
    }
    return notes;
}

}  // namespace

std::vector<PublishedNote> paper_notes(const EventState& state, Audience audience,
                                       const FullNames& names) {
    return for_audience(published_notes(state), audience, names);
}

std::vector<EarlierPublishedNote> earlier_paper_notes(const EventState& state, Audience audience,
                                                      const FullNames& names) {
    return for_audience(earlier_published_notes(state), audience, names);
}

std::vector<NotedQuestion> by_question(const EventState& state,
                                       const std::vector<PublishedNote>& notes,
                                       const Texts& texts) {
    std::map<QuestionNumber, NotedQuestion> questions;
    for (const AgendaQuestion& question : agenda_questions(state)) {
        const bool says_more = question.text != question.name();
        questions.emplace(question.number,
                          NotedQuestion{std::to_string(question.number) + ' ' + question.name(),
                                        says_more ? question.text : "",
                                        {}});
    }
    for (const PublishedNote& note : notes) {
        const std::string unknown = note.question == 0 ? texts.get({"Without a question"})
                                                       : texts.get({"Question {}"}, note.question);
        questions.try_emplace(note.question, NotedQuestion{unknown, "", {}})
            .first->second.notes.push_back(&note);
    }
    std::vector<NotedQuestion> all;
    all.reserve(questions.size());
    for (auto& [number, question] : questions) all.push_back(std::move(question));
    return all;
}

}  // namespace stormote
