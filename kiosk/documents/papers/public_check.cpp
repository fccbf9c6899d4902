#include "kiosk/documents/papers/public_check.h"

#include <fmt/format.h>

#include "kiosk/documents/papers/paper_notes.h"
#include "sync/report/carried_notes.h"
#include "sync/report/survey_report.h"

namespace stormote {

namespace {

template <typename Note>
void add(std::vector<std::string>& texts, const std::vector<Note>& notes) {
    for (const Note& note : notes) {
        texts.insert(texts.end(), {note.text, note.follow_up.department, note.follow_up.answer});
    }
}

}  // namespace

std::vector<std::string> public_note_texts(const EventState& state) {
    const FullNames no_names({});
    std::vector<std::string> texts;
    add(texts, earlier_paper_notes(state, Audience::everybody, no_names));
    add(texts, paper_notes(state, Audience::everybody, no_names));
    return texts;
}

std::vector<std::string> public_survey_texts(const EventState& state) {
    std::vector<std::string> texts;
    for (const SurveyResult& result : compile_survey(state).results) {
        texts.insert(texts.end(), result.texts.begin(), result.texts.end());
        texts.insert(texts.end(), result.choices.begin(), result.choices.end());
    }
    return texts;
}

std::vector<std::string> public_message_texts(const EventState& state) {
    std::vector<std::string> texts;
    for (const auto& [key, message] : state.messages()) {
        const MessageLeft& content = message.content;
        if (content.kind == MessageKind::joining) continue;
        texts.push_back(content.department);
        // What a wish to be contacted says is for whom it is addressed to: see public_messages().
        if (content.kind != MessageKind::contact) texts.push_back(content.text);
    }
    return texts;
}

std::vector<std::string> carried_note_texts(const EventState& state) {
    std::vector<std::string> texts;
    for (const CarriedNote& note : notes_to_carry(state)) {
        std::string line = fmt::format("{}  {}", to_string(note.told.note), note.told.text);
        for (const auto& [field, text] : note.described) {
            if (field == number(FollowUpField::answer)) line += fmt::format(" | {}", text);
        }
        texts.push_back(std::move(line));
    }
    return texts;
}

std::vector<std::string> texts_naming_people(std::span<const EventState *const> meetings,
                                             const std::vector<TextsOfPeople>& kinds) {
    const FullNames names(meetings);
    std::vector<std::string> naming;
    for (const EventState *meeting : meetings) {
        for (const TextsOfPeople texts_of : kinds) {
            for (std::string& text : texts_of(*meeting)) {
                if (names.are_in(text)) naming.push_back(std::move(text));
            }
        }
    }
    return naming;
}

std::optional<std::string> naming_warning(const std::vector<std::string>& naming,
                                          const Texts& texts) {
    if (naming.empty()) return std::nullopt;
    return texts.get({"Texts that name somebody who is registered: {}. Read them before you "
                      "publish: a note can be worded anew, or marked as not for the public."},
                     naming.size());
}

}  // namespace stormote
