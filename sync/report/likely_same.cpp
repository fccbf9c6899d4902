#include "sync/report/likely_same.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "sync/base/text_folding.h"
#include "sync/model/presence.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

// A registration of more people than this under one address or organisation is a list of its own:
// comparing each with each would take longer than it is worth.
constexpr std::size_t most_compared = 300;

// Whether one letter more, less, other or swapped makes one of the other.
bool is_one_edit_away(std::string_view left, std::string_view right) {
    if (left.size() > right.size()) std::swap(left, right);
    if (right.size() - left.size() > 1) return false;
    const auto differs = std::mismatch(left.begin(), left.end(), right.begin());
    const auto at = static_cast<std::size_t>(differs.first - left.begin());
    if (left.size() < right.size()) return left.substr(at) == right.substr(at + 1);
    if (at >= left.size()) return true;
    if (left.substr(at + 1) == right.substr(at + 1)) return true;
    return at + 1 < left.size() && left[at] == right[at + 1] && left[at + 1] == right[at] &&
           left.substr(at + 2) == right.substr(at + 2);
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

bool has_digit(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos;
}

// Numbers tell sections of one association apart, and are never misspelled by one digit.
bool is_misspelled(const std::string& left, const std::string& right, std::size_t shortest) {
    return std::min(left.size(), right.size()) >= shortest && !has_digit(left) &&
           !has_digit(right) && is_one_edit_away(left, right);
}

std::string digits_of(const std::string& text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char letter) { return letter >= '0' && letter <= '9'; });
    return digits;
}

struct Person {
    AttendeeId id;
    std::vector<std::string> words;  // of the name, folded, in order of the alphabet
    std::string name;                // those words
    std::string email;
    std::string phone;
    std::vector<OrganisationId> organisations;
};

// "Anna Lind" and "Anna Lind Berg": a name, and the same with one more.
bool is_within(const std::vector<std::string>& fewer, const std::vector<std::string>& more) {
    return fewer.size() >= 2 && fewer.size() < more.size() &&
           std::includes(more.begin(), more.end(), fewer.begin(), fewer.end());
}

bool are_names_alike(const Person& left, const Person& right) {
    return left.name == right.name || is_within(left.words, right.words) ||
           is_within(right.words, left.words) || is_misspelled(left.name, right.name, 8);
}

bool share_organisation(const Person& left, const Person& right) {
    return std::find_first_of(left.organisations.begin(), left.organisations.end(),
                              right.organisations.begin(),
                              right.organisations.end()) != left.organisations.end();
}

std::optional<LikelyReason> reason_for(const Person& left, const Person& right) {
    if (left.name.empty() || right.name.empty()) return std::nullopt;
    const bool is_one_address = !left.email.empty() && left.email == right.email;
    if (is_one_address && are_names_alike(left, right)) return LikelyReason::email;
    const bool is_one_phone = left.phone.size() >= 7 && left.phone == right.phone;
    if ((is_one_phone || share_organisation(left, right)) && are_names_alike(left, right)) {
        return LikelyReason::spelling;
    }
    const bool tells_apart = !left.email.empty() && !right.email.empty();
    if (left.name == right.name && left.words.size() >= 2 && !tells_apart) {
        return LikelyReason::name;
    }
    return std::nullopt;
}

// Of whom it was said, of any of their records, that they are two.
template <typename Field, typename Records, typename Id>
bool are_told_apart(const Records& records, const Id& one, const Id& other) {
    for (const auto& [from, to] : {std::pair{one, other}, std::pair{other, one}}) {
        for (const Id& record : records.records_of(from)) {
            const auto& text = records.find_written(record)->get(Field::different_from);
            for (const std::string_view said : split_text(text, ' ')) {
                const auto id = parse_id<Id>(said);
                if (id && records.root_of(*id) == to) return true;
            }
        }
    }
    return false;
}

class PeoplePairs {
  public:
    explicit PeoplePairs(const EventState& state) : state_(state) {
        for (const NamedAttendee& named : attendees_by_name(state)) {
            const Attendee& attendee = *named.attendee;
            if (is_cancelled(attendee)) continue;
            Person& person = people_.emplace_back();
            person.id = named.id;
            person.words = fold_words(named.name);
            std::sort(person.words.begin(), person.words.end());
            person.name = joined(person.words);
            person.email = lower_text(attendee.get(AttendeeField::email));
            person.phone = digits_of(attendee.get(AttendeeField::phone));
            person.organisations = state.organisations_of(attendee);
        }
    }

    std::vector<LikelyPeople> find() {
        compare_by([](const Person& person) { return std::vector{person.email}; });
        compare_by([](const Person& person) { return std::vector{person.name}; });
        compare_by([](const Person& person) { return std::vector{person.phone}; });
        compare_by([](const Person& person) {
            std::vector<std::string> keys;
            for (const OrganisationId& id : person.organisations) keys.push_back(to_string(id));
            return keys;
        });
        std::vector<LikelyPeople> pairs;
        for (const auto& [places, reason] : found_) {
            const AttendeeId& left = people_[places.first].id;
            const AttendeeId& right = people_[places.second].id;
            // Ids begin with the time at which they were made.
            pairs.push_back({std::max(left, right), std::min(left, right), reason});
        }
        return pairs;
    }

  private:
    // Those with one key in common, each with each.
    template <typename KeysOf>
    void compare_by(KeysOf keys_of) {
        std::map<std::string, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < people_.size(); ++i) {
            for (const std::string& key : keys_of(people_[i])) {
                if (!key.empty()) groups[key].push_back(i);
            }
        }
        for (const auto& [key, members] : groups) {
            if (members.size() > most_compared) continue;
            for (std::size_t i = 0; i < members.size(); ++i) {
                for (std::size_t j = i + 1; j < members.size(); ++j) {
                    compare(members[i], members[j]);
                }
            }
        }
    }

    void compare(std::size_t left, std::size_t right) {
        const Person& one = people_[left];
        const Person& other = people_[right];
        const auto reason = reason_for(one, other);
        if (!reason || are_told_apart<AttendeeField>(state_.attendee_records(), one.id, other.id)) {
            return;
        }
        found_.try_emplace({left, right}, *reason);
    }

    const EventState& state_;
    std::vector<Person> people_;  // by name
    std::map<std::pair<std::size_t, std::size_t>, LikelyReason> found_;
};

// What Swedish associations shorten.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> short_words{
    {{"if", "idrottsforening"},
     {"ik", "idrottsklubb"},
     {"is", "idrottssallskap"},
     {"sk", "sportklubb"},
     {"fk", "fotbollsklubb"},
     {"ff", "fotbollsforening"},
     {"bk", "bollklubb"},
     {"hk", "handbollsklubb"},
     {"pro", "pensionarernas riksorganisation"},
     {"spf", "spf seniorerna"},
     {"hgf", "hyresgastforeningen"},
     {"abf", "arbetarnas bildningsforbund"}}};
// What is left out as often as it is written.
constexpr std::array<std::string_view, 9> light_words{
    "i", "forening", "foreningen", "ideell", "ideella", "lokalforening", "avdelning", "for", "och"};

// "Ekbackens IF" and "Idrottsföreningen Ekbacken" as one text: the words that tell associations
// apart, in order of the alphabet, without endings.
std::string organisation_key(std::string_view name) {
    std::vector<std::string> stems;
    for (const std::string& word : fold_words(name)) {
        const auto *const whole =
            std::find_if(short_words.begin(), short_words.end(),
                         [&word](const auto& shortened) { return shortened.first == word; });
        for (std::string part :
             fold_words(whole == short_words.end() ? word : std::string(whole->second))) {
            if (std::find(light_words.begin(), light_words.end(), part) != light_words.end()) {
                continue;
            }
            // "föreningen" is "förening", and "Ekbackens" of Ekbacken.
            if (part.size() > 8 && part.ends_with("foreningen")) part.resize(part.size() - 2);
            if (part.size() > 8 && part.ends_with("klubben")) part.resize(part.size() - 2);
            if (part.size() > 4 && part.ends_with('s')) part.pop_back();
            stems.push_back(std::move(part));
        }
    }
    std::sort(stems.begin(), stems.end());
    return joined(stems);
}

// How much is known of each: people, contacts, whether it has a sector.
std::map<OrganisationId, int> count_known(const EventState& state) {
    std::map<OrganisationId, int> counts;
    for (const auto& [id, fields] : state.organisations()) {
        if (!fields.get(OrganisationField::sector).empty()) ++counts[id];
    }
    for (const auto& [key, contact] : state.contacts()) {
        ++counts[state.organisation_records().root_of(key.organisation)];
    }
    for (const auto& [id, attendee] : state.attendees()) {
        for (const OrganisationId& organisation : state.organisations_of(attendee)) {
            ++counts[organisation];
        }
    }
    return counts;
}

}  // namespace

std::vector<LikelyPeople> likely_same_people(const EventState& state) {
    return PeoplePairs(state).find();
}

std::vector<LikelyOrganisations> likely_same_organisations(const EventState& state) {
    struct Named {
        std::string sort_key;
        OrganisationId id;
        std::string key;
    };
    std::vector<Named> organisations;
    for (const auto& [id, fields] : state.organisations()) {
        const std::string& name = fields.get(OrganisationField::name);
        std::string key = organisation_key(name);
        if (key.empty()) continue;
        organisations.push_back({swedish_sort_key(name), id, std::move(key)});
    }
    std::sort(organisations.begin(), organisations.end(), [](const auto& left, const auto& right) {
        return std::tie(left.sort_key, left.id) < std::tie(right.sort_key, right.id);
    });
    const std::map<OrganisationId, int> counts = count_known(state);
    const auto count = [&counts](const OrganisationId& id) {
        const auto counted = counts.find(id);
        return counted == counts.end() ? 0 : counted->second;
    };
    std::vector<LikelyOrganisations> pairs;
    for (std::size_t i = 0; i < organisations.size(); ++i) {
        for (std::size_t j = i + 1; j < organisations.size(); ++j) {
            const Named& left = organisations[i];
            const Named& right = organisations[j];
            const bool is_alike = left.key == right.key || is_misspelled(left.key, right.key, 8);
            if (!is_alike || are_told_apart<OrganisationField>(state.organisation_records(),
                                                               left.id, right.id)) {
                continue;
            }
            const bool stays_left = count(left.id) >= count(right.id);
            pairs.push_back({stays_left ? right.id : left.id, stays_left ? left.id : right.id,
                             LikelyReason::spelling});
        }
    }
    return pairs;
}

Sentence words_of(LikelyReason reason) {
    switch (reason) {
        case LikelyReason::email:
            return {"The same e-mail address, and names that are alike."};
        case LikelyReason::spelling:
            return {"Names that are spelled alike."};
        case LikelyReason::name:
            return {"The same name."};
    }
    return {""};
}

}  // namespace stormote
