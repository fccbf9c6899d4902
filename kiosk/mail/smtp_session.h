// SMTP session: mails handed over to a server, one after the other over one connection. libcurl
// speaks the protocol (RFC 5321). One thread; owns its connection; waits for the network.
#pragma once

#include <memory>
#include <string>

#include "sync/base/error.h"

namespace stormote {

struct SmtpOptions {
    std::string url;       // "smtp://user@host:587" with STARTTLS, or "smtps://user@host:465"
    std::string password;  // empty: no sign-in
    long connect_seconds = 20;
    long mail_seconds = 120;
};

// A user name is in the URL. Error: it is no address of a mail server, or it names a password.
[[nodiscard]] Result<> check_smtp_url(const std::string& url);
// Whether it is this machine, which alone is written to without encryption.
[[nodiscard]] bool is_loopback(const std::string& smtp_url);

enum class MailOutcome : std::uint8_t {
    handed_over,  // the server has taken it
    refused,      // for good: it will not be taken later either
    later,        // the server asks to try again, or the connection broke: nobody knows
    hopeless,     // no server, no sign-in, no certificate: the others would fare alike
};

struct MailResult {
    MailOutcome outcome = MailOutcome::hopeless;
    std::string words;  // the server's, else what went wrong
};

class SmtpSession {
  public:
    explicit SmtpSession(SmtpOptions options);
    ~SmtpSession();
    SmtpSession(const SmtpSession&) = delete;
    SmtpSession& operator=(const SmtpSession&) = delete;

    // A mail as write_mail() writes it.
    MailResult send(const std::string& from, const std::string& to, const std::string& mail);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace stormote
