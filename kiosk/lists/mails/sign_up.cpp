#include "kiosk/lists/mails/sign_up.h"

#include <algorithm>

#include "kiosk/lists/list_names.h"
#include "kiosk/lists/mails/sign_off.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

using enum ListField;

// More people than this are on no mail; what else it holds is not a list of names.
constexpr std::size_t most_people = 50;

bool begins_with_any(const std::string& text, std::initializer_list<const char *> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&text](const char *beginning) { return text.starts_with(beginning); });
}

// The line above a mail that is answered: "Den 12 sept. 2022 kl. 10:12 skrev Stormöte:".
bool begins_answered_mail(const std::string& line) {
    const std::string folded = fold_text(line);
    if (begins_with_any(folded, {"-----ursprungligt", "-----original", "________________"})) {
        return true;
    }
    const bool is_introduced =
        begins_with_any(folded, {"den ", "on ", "pa ", "am "}) &&
        (folded.find(" skrev") != std::string::npos || folded.find(" wrote") != std::string::npos);
    return is_introduced || begins_with_any(folded, {"fran: ", "from: "});
}

// "Namn: Åsa Öberg", and in a table of HTML "Namn<tab>Åsa Öberg".
struct LabelledLine {
    ListField field = full_name;
    std::string value;
};

std::optional<LabelledLine> read_label(const std::string& line) {
    constexpr std::size_t longest_label = 80;
    const auto end = line.find_first_of(":\t");
    // Where there is none, it is past all lengths.
    if (end > longest_label) return std::nullopt;
    const HeadingWord *word = find_heading_word(registration_headings(), line.substr(0, end));
    if (word == nullptr) return std::nullopt;
    const auto field = static_cast<ListField>(word->column);
    // The mail itself says when; and of words such as "Återbud:" others decide.
    if (field == registered || field == cancelled) return std::nullopt;
    return LabelledLine{field, trim_text(line.substr(end + 1))};
}

void take(const LabelledLine& line, std::vector<SignUp>& people) {
    if (line.value.empty()) return;
    const bool is_name =
        line.field == full_name || line.field == given_name || line.field == family_first;
    if (is_name && !people.back().get(line.field).empty() && people.size() < most_people) {
        people.emplace_back();
    }
    std::string& cell = people.back().get(line.field);
    if (cell.empty()) cell = line.value;
}

// Where a form writes a label on a line of its own, its value stands on the next.
std::vector<SignUp> read_labels(const std::vector<std::string>& lines) {
    std::vector<SignUp> people(1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto labelled = read_label(lines[i]);
        if (!labelled) continue;
        if (labelled->value.empty() && i + 1 < lines.size() && !read_label(lines[i + 1])) {
            labelled->value = trim_text(lines[++i]);
        }
        take(*labelled, people);
    }
    return people;
}

// A name in one column, as the table of proposals has it.
void join_name(SignUp& person) {
    std::string& name = person.get(full_name);
    std::string both = trim_text(person.get(given_name) + ' ' + person.get(family_name));
    if (name.empty()) name = std::move(both);
    if (name.empty() && !person.get(family_first).empty()) {
        const std::string& said = person.get(family_first);
        const SplitName parts = split_family_first(said);
        name = trim_text(parts.given + ' ' + parts.family);
    }
    person.get(given_name).clear();
    person.get(family_name).clear();
    person.get(family_first).clear();
}

// "Åsa Öberg (Ekens scoutkår)": many programs show an organisation behind the name.
void take_sender(const MailText& mail, SignUp& person) {
    std::string& address = person.get(email);
    if (address.empty()) address = mail.sender_address;
    std::string name = trim_text(mail.sender_name);
    if (name.find('@') != std::string::npos) return;
    const auto open = name.find(" (");
    if (open != std::string::npos && name.ends_with(')')) {
        std::string& organisation_cell = person.get(organisation);
        if (organisation_cell.empty()) {
            organisation_cell = trim_text(name.substr(open + 2, name.size() - open - 3));
        }
        name.resize(open);
    }
    if (!person.get(full_name).empty()) return;
    // "Öberg, Åsa", as the directories of workplaces have it.
    const SplitName parts = split_name(name);
    person.get(full_name) = trim_text(parts.given + ' ' + parts.family);
}

void take_sign_off(const SignOff& sign_off, SignUp& person) {
    if (person.get(full_name).empty()) person.get(full_name) = sign_off.name;
    if (person.get(organisation).empty()) person.get(organisation) = sign_off.organisation;
    if (person.get(phone).empty()) person.get(phone) = sign_off.phone;
}

std::vector<std::string> lines_of(const std::string& words) {
    std::vector<std::string> lines;
    for (const std::string_view line : split_text(words, '\n')) {
        // The tab between two cells parts a label from its value.
        const auto tab = line.find('\t');
        std::string trimmed =
            tab == std::string_view::npos
                ? trim_text(line)
                : trim_text(line.substr(0, tab)) + '\t' + trim_text(line.substr(tab + 1));
        if (!trimmed.empty() && trimmed != "\t") lines.push_back(std::move(trimmed));
    }
    return lines;
}

}  // namespace

std::string own_words(const MailText& mail) {
    // What is longer is no letter any more.
    constexpr std::size_t longest = 50'000;
    std::string words;
    for (const std::string_view line : split_text(mail.body, '\n')) {
        if (words.size() + line.size() > longest) break;
        const std::string trimmed = trim_text(line);
        if (trimmed.starts_with('>')) continue;
        if (begins_answered_mail(trimmed)) break;
        words += std::string(line) + '\n';
    }
    return words;
}

bool says_cancelled(std::string_view words) {
    const std::string folded = ' ' + join_folded_words(words) + ' ';
    for (const char *said : {" avanmal",
                             " avboka",
                             " aterbud",
                             " forhinder",
                             " forhindrad",
                             " kan inte komma ",
                             " inte kan komma ",
                             " kan inte delta",
                             " inte kan delta",
                             " kan inte narvara ",
                             " kommer inte att kunna ",
                             " kan ej komma ",
                             " kan ej delta",
                             " kan tyvarr inte ",
                             " kan tyvarr ej ",
                             " maste tyvarr lamna ",
                             " can not come ",
                             " cannot come ",
                             " cant come ",
                             " cannot attend ",
                             " cant attend ",
                             " unable to attend ",
                             " unable to come ",
                             " cancel my ",
                             " cancel our "}) {
        auto place = folded.find(said);
        // "Om jag inte kan komma hör jag av mig" cancels nothing.
        while (place != std::string::npos) {
            const auto before = std::string_view(folded).substr(0, place + 1);
            const bool is_condition = before.ends_with(" om jag ") || before.ends_with(" om vi ") ||
                                      before.ends_with(" om nagon ") ||
                                      before.ends_with(" if i ") || before.ends_with(" if we ");
            if (!is_condition) return true;
            place = folded.find(said, place + 1);
        }
    }
    return false;
}

std::vector<SignUp> sign_ups_in(const MailText& mail) {
    const std::string words = own_words(mail);
    const std::vector<std::string> lines = lines_of(words);
    std::vector<SignUp> people = read_labels(lines);
    for (SignUp& person : people) join_name(person);
    const SignOff sign_off = read_sign_off(lines, mail.sender_name);
    take_sender(mail, people.front());
    take_sign_off(sign_off, people.front());
    const bool is_cancelled = says_cancelled(mail.subject) || says_cancelled(words);
    for (SignUp& person : people) {
        // An organisation is said once for all.
        if (person.get(organisation).empty()) {
            person.get(organisation) = people.front().get(organisation);
        }
        if (mail.sent_ms) {
            std::string& when = person.get(registered);
            when = local_time_of(*mail.sent_ms);
            std::replace(when.begin(), when.end(), 'T', ' ');
        }
        if (is_cancelled) person.get(cancelled) = "x";
    }
    return people;
}

}  // namespace stormote
