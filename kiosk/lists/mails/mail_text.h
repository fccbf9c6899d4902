// Mail text: what a mail says in words, whoever wrote it with whatever program: sender, subject,
// time and the text that a person reads. Files in it are not looked at. Pure, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stormote {

// No more of a mail is read: its words stand before its files, and a hostile one may be endless.
constexpr std::size_t most_mail_bytes = 2'000'000;

struct MailText {
    std::string sender_name;     // may be empty, or the address once more
    std::string sender_address;  // whom an answer would reach; may be empty
    std::string subject;
    std::optional<std::int64_t> sent_ms;
    std::string body;  // UTF-8, lines ended by LF; empty where the mail has no words
};

// All texts are UTF-8, whatever the mail says of its encoding. Nothing: the bytes are no mail.
[[nodiscard]] std::optional<MailText> read_mail_text(std::string_view bytes);

}  // namespace stormote
