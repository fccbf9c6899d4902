#include "kiosk/lists/mails/mail_list.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>
#include <utility>

#include "kiosk/lists/mails/forwarded_mail.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

struct Column {
    ListField field;
    const char *heading;
    bool is_always_shown;
};

// As in the table of doubtful rows, which people correct.
constexpr std::array<Column, 11> columns{{{ListField::full_name, "Namn", true},
                                          {ListField::organisation, "Förening", true},
                                          {ListField::email, "E-post", true},
                                          {ListField::phone, "Telefon", true},
                                          {ListField::sector, "Sektor", false},
                                          {ListField::role, "Roll", false},
                                          {ListField::language, "Språk", false},
                                          {ListField::diet, "Kost", false},
                                          {ListField::access_needs, "Behov", false},
                                          {ListField::registered, "Anmäld", true},
                                          {ListField::cancelled, "Avanmäld", true}}};

// Mails that do not say when they were sent stand last.
constexpr std::int64_t when_unknown = std::numeric_limits<std::int64_t>::max();

// Enough to see what is meant without opening the mail.
std::string beginning_of(const std::string& words) {
    constexpr std::size_t longest = 400;
    std::string text = trim_text(words);
    if (text.size() <= longest) return text;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text.resize(end);
    return text + " …";
}

std::string sender_of(const MailText& mail) {
    const std::string name = trim_text(mail.sender_name);
    if (mail.sender_address.empty()) return name.empty() ? "?" : name;
    if (name.empty() || name == mail.sender_address) return mail.sender_address;
    return name + " <" + mail.sender_address + ">";
}

// "Namn: Åsa Öberg; Förening: Eken".
std::string proposal_of(const SignUp& person) {
    std::string proposal;
    for (const Column& column : columns) {
        const std::string& text = person.get(column.field);
        if (text.empty()) continue;
        proposal += (proposal.empty() ? "" : "; ") + std::string(column.heading) + ": " + text;
    }
    return proposal;
}

Error doubt_of(const SignUp& person, const MailText& mail) {
    const std::string sender = beginning_of(sender_of(mail));
    const std::string subject = beginning_of(mail.subject);
    if (!person.get(ListField::cancelled).empty()) {
        return input_error({"From a mail by {}, \"{}\", which seems to cancel. Check the row "
                            "against the mail; without the x the person is registered."},
                           sender, subject);
    }
    return input_error({"From a mail by {}, \"{}\". Check the row against the mail."}, sender,
                       subject);
}

}  // namespace

void MailList::add(const std::string& file, std::string_view bytes) {
    auto mail = read_mail_text(bytes);
    if (!mail) {
        rows_.push_back({file,
                         {},
                         when_unknown,
                         "",
                         input_error({"The file is no mail that can be read. Open it in a mail "
                                      "program and fill in the row, or remove the row."})});
        return;
    }
    if (auto forwarded = forwarded_mail(*mail)) mail = std::move(forwarded);
    const std::string said = beginning_of(own_words(*mail));
    for (SignUp& person : sign_ups_in(*mail)) {
        Row& row = rows_.emplace_back();
        row.file = file;
        row.sent_ms = mail->sent_ms.value_or(when_unknown);
        row.said = said;
        row.doubt = doubt_of(person, *mail);
        row.person = std::move(person);
    }
}

std::vector<ListField> MailList::used_columns() const {
    std::vector<ListField> used;
    for (const Column& column : columns) {
        const bool is_said = std::any_of(rows_.begin(), rows_.end(), [&column](const Row& row) {
            return !row.person.get(column.field).empty();
        });
        if (column.is_always_shown || is_said) used.push_back(column.field);
    }
    return used;
}

ListRows MailList::table() const {
    const std::vector<ListField> used = used_columns();
    ListRows table;
    CsvRow& headings = table.table.rows.emplace_back();
    for (const Column& column : columns) {
        if (std::find(used.begin(), used.end(), column.field) == used.end()) continue;
        headings.cells.push_back({column.heading, 0});
    }
    headings.cells.push_back({"Det stod", 0});
    std::size_t line = 0;
    for (const Row& row : rows_) {
        CsvRow& cells = table.table.rows.emplace_back();
        cells.line = ++line;
        for (const ListField field : used) cells.cells.push_back({row.person.get(field), line});
        cells.cells.push_back({row.said, line});
    }
    return table;
}

void MailList::doubt(RegistrationList& list, const std::set<std::size_t>& known) const {
    std::erase_if(list.registrations, [&known](const auto& registration) {
        return !known.contains(registration.line);
    });
    for (ListProblem& problem : list.problems) {
        if (problem.line > 0) problem.record = rows_[problem.line - 1].file;
    }
    ListProblems doubts;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (known.contains(i + 1)) continue;
        doubts.push_back(
            {i + 1, "", rows_[i].doubt, false, proposal_of(rows_[i].person), rows_[i].file});
    }
    list.problems.insert(list.problems.begin(), std::make_move_iterator(doubts.begin()),
                         std::make_move_iterator(doubts.end()));
    std::stable_sort(list.problems.begin(), list.problems.end(),
                     [](const auto& left, const auto& right) { return left.line < right.line; });
}

RegistrationList MailList::take(KeepRows keep, const KnownLines& known) {
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& left, const Row& right) {
        return std::tie(left.sent_ms, left.file) < std::tie(right.sent_ms, right.file);
    });
    RegistrationList list = registrations_of(table(), keep);
    // Nobody is registered by what a program read out of a letter.
    doubt(list, known(list));
    rows_.clear();
    return list;
}

}  // namespace stormote
