// Mail message: a mail in the bytes in which it travels: words as text and as HTML, pictures in
// them, and files beside them. GMime writes it (RFC 5322, RFC 2045 to 2049). Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace stormote {

struct MailAddress {
    std::string name;  // may be empty
    std::string address;
};

// A part of a mail beside its words.
struct MailFile {
    std::string type;  // "image/png"
    std::string name;  // as it is saved
    std::string content;
    std::string content_id{};  // how the HTML shows it: "cid:..."; empty: it is attached
};

struct MailMessage {
    std::string id;  // of the whole mail, without the angle brackets; the same when it is repeated
    MailAddress from;
    MailAddress to;
    std::string subject;
    std::int64_t sent_ms = 0;
    std::string language;
    std::string text;
    std::string html;
    std::vector<MailFile> files;
};

// Lines end with CR LF.
[[nodiscard]] std::string write_mail(const MailMessage& message);

// "Ekbackens kommun <kultur@ekbacken.example>", or an address alone. The address is empty where the
// text is neither.
[[nodiscard]] MailAddress parse_mail_address(const std::string& text);

}  // namespace stormote
