#include "kiosk/lists/mails/forwarded_mail.h"

#include <algorithm>
#include <array>
#include <vector>

#include "kiosk/lists/list_dates.h"
#include "kiosk/lists/list_words.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

enum class Header : std::uint8_t { from, sent, subject, other };

struct HeaderLine {
    Header header = Header::other;
    std::string value;
};

// What mail programs put above a mail that is passed on.
std::optional<HeaderLine> read_header(std::string_view line) {
    using enum Header;
    static constexpr std::array<std::pair<std::string_view, Header>, 15> names{
        {{"fran", from},
         {"from", from},
         {"avsandare", from},
         {"skickat", sent},
         {"sent", sent},
         {"datum", sent},
         {"date", sent},
         {"amne", subject},
         {"subject", subject},
         {"till", other},
         {"to", other},
         {"kopia", other},
         {"cc", other},
         {"svara till", other},
         {"reply-to", other}}};
    // Bold, in a text that was HTML.
    std::string text = trim_text(line);
    std::erase(text, '*');
    const auto colon = text.find(':');
    // Where there is none, it is past all lengths.
    constexpr std::size_t longest_name = 20;
    if (colon > longest_name) return std::nullopt;
    const std::string name = fold_text(text.substr(0, colon));
    const auto *const known = std::find_if(
        names.begin(), names.end(), [&name](const auto& entry) { return entry.first == name; });
    if (known == names.end()) return std::nullopt;
    return HeaderLine{known->second, trim_text(text.substr(colon + 1))};
}

bool is_marked_forwarded(const std::string& subject) {
    const std::string folded = fold_text(subject);
    return folded.starts_with("vb:") || folded.starts_with("fw:") || folded.starts_with("fwd:") ||
           folded.starts_with("vidarebefordrat:");
}

// "Åsa Öberg <asa@eken.example>", and of older programs "Åsa Öberg [mailto:asa@eken.example]".
void take_sender(const std::string& text, MailText& mail) {
    const auto open = text.find_first_of("<[");
    const std::string address =
        proposed_email(open == std::string::npos
                           ? text
                           : text.substr(open + 1, text.find_first_of(">]", open) - open - 1));
    mail.sender_address = address;
    mail.sender_name = trim_text(text.substr(0, open));
    std::erase(mail.sender_name, '"');
    // An address alone is no name.
    if (mail.sender_name.find('@') != std::string::npos) mail.sender_name.clear();
}

void take_time(const std::string& text, MailText& mail) {
    const auto when = registered_in_words(text);
    if (!when || when->date.empty()) return;
    const auto sent_ms = instant_of(is_local_time(when->date) ? when->date : when->date + "T00:00");
    if (sent_ms) mail.sent_ms = sent_ms;
}

}  // namespace

std::optional<MailText> forwarded_mail(const MailText& mail) {
    if (!is_marked_forwarded(mail.subject)) return std::nullopt;
    const std::vector<std::string_view> lines = split_text(mail.body, '\n');
    const auto start = std::find_if(lines.begin(), lines.end(), [](std::string_view line) {
        const auto header = read_header(line);
        return header && header->header == Header::from;
    });
    if (start == lines.end()) return std::nullopt;
    MailText inner;
    inner.subject = mail.subject;
    inner.sent_ms = mail.sent_ms;
    auto line = start;
    for (; line != lines.end(); ++line) {
        const auto header = read_header(*line);
        if (!header) break;
        if (header->header == Header::from) take_sender(header->value, inner);
        if (header->header == Header::sent) take_time(header->value, inner);
        if (header->header == Header::subject) inner.subject = header->value;
    }
    for (; line != lines.end(); ++line) inner.body += std::string(*line) + '\n';
    return inner;
}

}  // namespace stormote
