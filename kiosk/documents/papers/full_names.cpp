#include "kiosk/documents/papers/full_names.h"

#include <algorithm>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// With a space at both ends, so that only whole words are found.
std::string words_of(std::string_view text) {
    return " " + join_folded_words(text) + " ";
}

// "Åsa Öberg", and "Åsa Öbergs".
bool ends_word(std::string_view rest) {
    return rest.starts_with(" ") || rest.starts_with("s ");
}

bool stands_in(std::string_view words, std::string_view name) {
    for (std::size_t at = words.find(name); at != std::string_view::npos;
         at = words.find(name, at + 1)) {
        if (ends_word(words.substr(at + name.size()))) return true;
    }
    return false;
}

}  // namespace

FullNames::FullNames(std::span<const EventState *const> meetings) {
    for (const EventState *meeting : meetings) {
        for (const auto& [id, attendee] : meeting->attendees()) add(attendee);
    }
}

void FullNames::add(const Attendee& attendee) {
    const bool has_both = !attendee.get(AttendeeField::given_name).empty() &&
                          !attendee.get(AttendeeField::family_name).empty();
    insert(words_of(attendee.full_name()), has_both);
}

void FullNames::add(std::string_view full_name) {
    insert(words_of(full_name), fold_words(full_name).size() > 1);
}

void FullNames::insert(std::string words, bool has_both) {
    if (words.find_first_not_of(' ') == std::string::npos) return;
    if (!has_both) {
        only_names_.insert(std::move(words));
        return;
    }
    words.pop_back();
    names_.insert(std::move(words));
}

bool FullNames::are_in(std::string_view text) const {
    const std::string words = words_of(text);
    return only_names_.contains(words) ||
           std::any_of(names_.begin(), names_.end(),
                       [&words](const std::string& name) { return stands_in(words, name); });
}

}  // namespace stormote
