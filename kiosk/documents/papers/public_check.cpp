#include "kiosk/documents/papers/public_check.h"

#include <algorithm>

#include "kiosk/documents/papers/paper_notes.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// With a space at both ends, so that only whole words are found.
std::string words_of(std::string_view text) {
    return " " + join_folded_words(text) + " ";
}

}  // namespace

std::vector<PublishedNote> notes_naming_people(const EventState& state) {
    std::vector<std::string> names;
    for (const auto& [id, attendee] : state.attendees()) {
        const bool has_both = !attendee.get(AttendeeField::given_name).empty() &&
                              !attendee.get(AttendeeField::family_name).empty();
        if (has_both) names.push_back(words_of(attendee.full_name()));
    }
    std::vector<PublishedNote> naming = paper_notes(state, Audience::everybody);
    std::erase_if(naming, [&names](const PublishedNote& note) {
        const std::string words = words_of(note.text);
        return std::none_of(names.begin(), names.end(), [&words](const std::string& name) {
            return words.find(name) != std::string::npos;
        });
    });
    return naming;
}

}  // namespace stormote
