#include "sync/privacy/keep_table.h"

#include <algorithm>
#include <charconv>

#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::size_t date_length = 10;  // "2027-01-12"
constexpr std::string_view kept = "keep";

constexpr std::array<DocumentKindWords, document_kind_count> kinds{{
    {DocumentKind::registrations,
     "registrations",
     {"Names and addresses in registration and attendance"},
     false},
    {DocumentKind::needs, "needs", {"Diet and access needs"}, false},
    {DocumentKind::mails, "mails", {"E-mail that was sent"}, false},
    {DocumentKind::drafts, "drafts", {"Drafts of notes"}, false},
    {DocumentKind::labels, "labels", {"Name labels that wait for the printer"}, false},
    {DocumentKind::contact_requests,
     "contact requests",
     {"Requests for contact, once answered"},
     false},
    {DocumentKind::signed_comments, "signed comments", {"Comments with a name"}, true},
    {DocumentKind::anonymous_answers, "anonymous answers", {"Answers without a name"}, true},
    {DocumentKind::notes, "notes", {"The groups' notes, without who wrote them"}, true},
    {DocumentKind::proposals, "proposals", {"Proposals"}, true},
    {DocumentKind::compilation, "compilation", {"The compilation of the evening"}, true},
    {DocumentKind::joinings, "joinings", {"Declarations of joining the agreement"}, true},
    {DocumentKind::statistics, "statistics", {"Statistics"}, true},
    {DocumentKind::log, "log", {"The log of who did what"}, true},
}};

// Earlier versions stored one number of days for all that is destroyed.
int usual_days(const LatestFields& settings) {
    const std::string& text = settings.get(SettingField::keep_days);
    int days = usual_keep_days;
    std::from_chars(text.data(), text.data() + text.size(), days);
    return std::clamp(days, 0, most_keep_days);
}

void read_line(std::string_view line, KeepTable& table) {
    const std::size_t space = line.rfind(' ');
    if (space == std::string_view::npos) return;
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const DocumentKindWords& kind) {
        return kind.stored == line.substr(0, space);
    });
    if (found == kinds.end()) return;
    auto& rule = table[static_cast<std::size_t>(found->kind)];
    const std::string_view value = line.substr(space + 1);
    if (value == kept) {
        rule.reset();
        return;
    }
    int days = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), days);
    if (error == std::errc{} && end == value.data() + value.size() && days >= 0) {
        rule = std::min(days, most_keep_days);
    }
}

}  // namespace

std::span<const DocumentKindWords, document_kind_count> document_kinds() {
    return kinds;
}

std::string_view stored_name(DocumentKind kind) {
    return kinds[static_cast<std::size_t>(kind)].stored;
}

KeepTable keep_table(const LatestFields& settings) {
    KeepTable table;
    for (const DocumentKindWords& kind : kinds) {
        if (!kind.is_kept) table[static_cast<std::size_t>(kind.kind)] = usual_days(settings);
    }
    const std::string& lines = settings.get(SettingField::keep_table);
    for (const std::string_view line : split_text(lines, '\n')) read_line(line, table);
    return table;
}

std::string write_keep_table(const KeepTable& table) {
    std::string lines;
    for (const DocumentKindWords& kind : kinds) {
        const auto& days = table[static_cast<std::size_t>(kind.kind)];
        if (!lines.empty()) lines += '\n';
        lines +=
            std::string(kind.stored) + ' ' + (days ? std::to_string(*days) : std::string(kept));
    }
    return lines;
}

std::string last_day_of(DocumentKind kind, const LatestFields& settings) {
    const auto days = keep_table(settings)[static_cast<std::size_t>(kind)];
    const auto ends_ms = instant_of(settings.get(SettingField::ends));
    if (!days || !ends_ms) return "";
    return local_time_of(*ends_ms + *days * day_ms).substr(0, date_length);
}

LegalBasis legal_basis(const LatestFields& settings) {
    return settings.get(SettingField::legal_basis) == "consent" ? LegalBasis::consent
                                                                : LegalBasis::public_task;
}

}  // namespace stormote
