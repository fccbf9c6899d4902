// Fields: the describable things of an event (its settings, organisations, attendees, groups,
// questions of the agenda and of the survey) are all maps from a field number to a text. The
// numbers are written in the record: one is never used again for something else. An empty text is a
// field taken away. The same text in a further language is a field of its own, so many numbers on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stormote {

using FieldNumber = std::uint16_t;
// Ascending by number, each once.
using FieldTexts = std::vector<std::pair<FieldNumber, std::string>>;

enum class SettingField : FieldNumber {
    name = 1,
    starts = 2,  // ISO 8601 without zone: local time at the venue, minutes
    ends = 3,
    doors = 4,
    place = 5,
    deadline = 6,  // a date
    series = 7,
    municipality = 8,
    colour = 9,
    staff_pin = 10,        // salt and Argon2id hash in hexadecimal, with the cost
    keep_days = 11,        // personal data ends this many days after the event
    programme = 12,        // lines "18:30 Gruppsamtal"
    logo = 13,             // a PNG in base 64, at most 64 kB and 512 pixels a side
    room = 14,             // what the seating map shows beside the tables; sync/model/seating_map.h
    agreement = 15,        // what organisations may join; "": there is nothing to join
    agreement_text = 16,   // what joining it means, in a few sentences
    departments = 17,      // whom a message may be for: a name a line
    keep_table = 18,       // what is kept and what destroyed; sync/privacy/keep_table.h
    legal_basis = 19,      // "consent"; "": a task of public interest
    seating = 20,          // "live": a group is given at the door; "": the plan's
    keep_decision = 21,    // the decision that the keep table rests on; "": it is a proposal
    privacy_contact = 22,  // whom people ask about what is stored of them
    table_message = 23,    // "2022-10-12T19:05 " and what all tables are told since; or ""
    ended = 24,          // when an organiser ended the meeting; "": nobody has, or it is open again
    pages_address = 25,  // where phones find the pages, "https://mote.ekbacken.se"; "": nowhere
    table_codes = 26,    // chance in hexadecimal, drawn anew to end all tables' codes; "": never
};

enum class OrganisationField : FieldNumber {
    name = 1,
    sector = 2,
    joined = 3,          // the date on which it joined the agreement; "": it has not, or no longer
    same_as = 4,         // the OrganisationId of the one that it is; "": it is itself
    aliases = 5,         // other names by which lists and people call it: a name a line
    seats = 6,           // how many people it may send; "": as many as it likes
    different_from = 7,  // OrganisationIds of those that it only looks like
};

// Of the person that an organisation is written to.
enum class ContactField : FieldNumber {
    name = 1,  // name, email and phone "": is not written to any more
    email = 2,
    phone = 3,
};

enum class AttendeeField : FieldNumber {
    given_name = 1,
    family_name = 2,
    organisation = 3,  // an OrganisationId
    role = 4,          // "civil", "elected", "official"
    email = 5,
    phone = 6,
    language = 7,
    diet = 8,
    access_needs = 9,
    registered = 10,  // a date or date and time, as the list said it
    origin = 11,      // "list", "walk_in", "substitute"
    status = 12,      // "" or "cancelled"
    consent = 13,     // what was agreed to, or told, at the kiosk, and in which words
    gender = 14,
    instead_of = 15,  // the AttendeeId whose place a substitute took
    seat_lock = 16,   // "locked": new plans and proposals leave the person in their group; or ""
    same_as = 17,     // the AttendeeId of the person that this is; "": nobody else
    further_organisations = 18,  // OrganisationIds beside the first one, with spaces between them
    duties = 19,          // in a working group, as a guide and so on, with semicolons between
    different_from = 20,  // AttendeeIds of those whom the person only looks like
};

enum class GroupField : FieldNumber {
    name = 1,
    place = 2,
    facilitator = 3,
    capacity = 4,
    across = 5,  // metres from the room's left wall, seen facing its front: "3.5"
    down = 6,    // metres from its front wall
    closed = 7,  // "closed": takes nobody in; or ""
    offers = 8,  // what people need of a table: see sync/model/table_needs.h; a word a line
};

// A question of the agenda; see sync/model/agenda.h.
enum class QuestionField : FieldNumber {
    title = 1,  // title and text "": it is not asked, or no longer
    text = 2,
    starts = 3,
    ends = 4,
    round = 5,  // the round of groups that it is discussed in; "": that of the question before
};

// A question of the survey; see sync/model/survey.h.
enum class SurveyField : FieldNumber {
    text = 1,    // "": it is not asked, or no longer
    answer = 2,  // "scale", "yes_no", "text", "one_of", "several_of"
    low = 3,     // the words at the ends of a scale
    high = 4,
    choices = 5,  // of "one_of" and "several_of": a choice a line
};

// What is said of a note or a message besides its words: by the organiser, how it is published and
// what becomes of it; by a table, of its notes, what is_said_at_table() names.
enum class FollowUpField : FieldNumber {
    wording = 1,         // of a note: how it is published; "": as it was written
    same_as = 2,         // of a note: the NoteId of the one that says the same; "": it stands alone
    different_from = 3,  // of a note: NoteIds of those that only sound like it
    withheld = 4,        // of a note: "withheld": not for the public; or ""
    owner = 5,           // who sees to it: an AttendeeId, or a function in words
    department = 6,      // a part of the municipality, in its words
    due = 7,             // a date
    state = 8,           // "" (open), "begun", "done", "declined"
    answer = 9,
    answered = 10,  // the date of the answer
    told = 11,      // the date on which who asked was told the answer
    agreeing = 12,  // of a note: how many at its table agree, in digits; "": nobody was counted
    chosen = 13,    // of a note: "chosen" by its table to be shown to everybody; or ""
    // Of a note: "shown" or "chosen" on the wall, and the id of the version whose words an
    // organiser let onto it; "": not on the wall.
    wall = 14,
    // Of a note: its place among its table's notes on its question, where somebody has moved it;
    // "": by when it was written. See sync/report/published_notes.h.
    rank = 15,
};

// Tables say who does what by when, what they think of it and in which order it stands; what
// becomes public, and what the answer is, only organisers.
[[nodiscard]] constexpr bool is_said_at_table(FieldNumber field) {
    return field == static_cast<FieldNumber>(FollowUpField::owner) ||
           field == static_cast<FieldNumber>(FollowUpField::department) ||
           field == static_cast<FieldNumber>(FollowUpField::due) ||
           field == static_cast<FieldNumber>(FollowUpField::agreeing) ||
           field == static_cast<FieldNumber>(FollowUpField::chosen) ||
           field == static_cast<FieldNumber>(FollowUpField::rank);
}

template <typename Field>
[[nodiscard]] constexpr FieldNumber number(Field field) {
    return static_cast<FieldNumber>(field);
}

// What the organiser's words may be said in beside Swedish, by tag, in the order of their numbers.
// There is room for seven.
constexpr std::array<std::string_view, 4> further_languages{"en", "fi", "uk", "ar"};
constexpr FieldNumber fields_of_a_language = 128;
// One text in each of them; "": it is not said in that one.
using Translations = std::array<std::string, further_languages.size()>;

// Its place among them; nothing for Swedish and for what none of the screens speaks.
[[nodiscard]] constexpr std::optional<std::size_t> further_language(std::string_view tag) {
    for (std::size_t i = 0; i < further_languages.size(); ++i) {
        if (further_languages[i] == tag) return i;
    }
    return std::nullopt;
}
// "en, fi, uk, ar", as they are named to people.
[[nodiscard]] inline std::string further_language_tags() {
    std::string tags;
    for (const std::string_view tag : further_languages) {
        tags += (tags.empty() ? "" : ", ") + std::string(tag);
    }
    return tags;
}
// The field that holds another one's text in a further language.
template <typename Field>
[[nodiscard]] constexpr Field translated(Field field, std::size_t language) {
    return static_cast<Field>(number(field) + (language + 1) * fields_of_a_language);
}
// The field whose text it is in another language; itself where it is none.
template <typename Field>
[[nodiscard]] constexpr Field original_of(Field field) {
    return static_cast<Field>(number(field) % fields_of_a_language);
}
template <typename Field>
[[nodiscard]] constexpr bool is_translation(Field field) {
    return number(field) >= fields_of_a_language;
}
// The text in a language of the screens, or as it is.
[[nodiscard]] inline const std::string& in_language(const std::string& text,
                                                    const Translations& translations,
                                                    std::string_view language) {
    const auto further = further_language(language);
    return further && !translations[*further].empty() ? translations[*further] : text;
}

// Builds field texts in any order: FieldSetter<AttendeeField>{}.set(AttendeeField::email, "..").
template <typename Field>
class FieldSetter {
  public:
    FieldSetter& set(Field field, std::string text) {
        const FieldNumber wanted = number(field);
        auto place = fields_.begin();
        while (place != fields_.end() && place->first < wanted) ++place;
        if (place != fields_.end() && place->first == wanted) {
            place->second = std::move(text);
        } else {
            fields_.emplace(place, wanted, std::move(text));
        }
        return *this;
    }
    [[nodiscard]] FieldTexts take() { return std::move(fields_); }

  private:
    FieldTexts fields_;
};

}  // namespace stormote
