// Outbox sender: hands the mails that wait over to a mail server, one after the other, and has each
// noted. What `stormote invite` and `stormote follow-up --tell` share. One thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/cli/command.h"
#include "kiosk/mail/mail_message.h"
#include "kiosk/mail/smtp_session.h"
#include "sync/report/outbox.h"

namespace stormote {

// A mail server on the command line: --smtp, --smtp-password-file and --per-minute.
struct MailServer {
    std::string url;
    std::string password_file;
    std::optional<int> per_minute;
};
void add_mail_server(Subcommand& command, MailServer& server);

[[nodiscard]] Result<std::unique_ptr<SmtpSession>> open_mail_session(const MailServer& server,
                                                                     CommandContext& context);

// Who writes, "Ekbackens kommun <kultur@ekbacken.example>". Error: it is no address.
[[nodiscard]] Result<MailAddress> read_sender(const std::string& from);

// A mail to write, with the id under which it stands in the outbox.
struct WaitingMail {
    MailKey key;
    Recipient recipient;
};
// What is recorded of it.
[[nodiscard]] Body noted_mail(const WaitingMail& mail, MailPurpose purpose, MailStep step,
                              const std::string& answer);
void note_mail(Desk& desk, const WaitingMail& mail, MailPurpose purpose, MailStep step,
               const std::string& answer);

struct Sending {
    const MailServer& server;
    std::string from;  // the address
    CommandContext& context;
};

struct SendingOutcome {
    std::size_t sent = 0;
    std::size_t refused = 0;
    std::size_t left = 0;
    bool is_hopeless = false;
    std::string last_words;  // of the server where something is left
};

// Says how many were handed over, refused and left, and who was refused.
[[nodiscard]] SendingOutcome send_mails(
    SmtpSession& session, const Sending& sending, const std::vector<WaitingMail>& waiting,
    const std::function<MailMessage(const WaitingMail&)>& write,
    const std::function<void(const WaitingMail&, MailStep, const std::string&)>& note);

// Error where something is left for the next call.
[[nodiscard]] Result<> result_of(const SendingOutcome& outcome);

}  // namespace stormote
