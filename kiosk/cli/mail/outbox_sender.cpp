#include "kiosk/cli/mail/outbox_sender.h"

#include <chrono>
#include <thread>

#include "kiosk/cli/secret_argument.h"
#include "kiosk/lists/list_words.h"
#include "sync/base/text_folding.h"
#include "sync/model/email_address.h"

namespace stormote {

namespace {

constexpr int most_broken = 3;
constexpr int usual_per_minute = 120;

// So many a minute, as many providers allow.
class Pace {
  public:
    explicit Pace(const MailServer& server)
        : per_minute_(server.per_minute.value_or(is_loopback(server.url) ? 0 : usual_per_minute)) {}

    void wait() {
        if (per_minute_ <= 0) return;
        const auto now = std::chrono::steady_clock::now();
        if (next_ > now) std::this_thread::sleep_until(next_);
        next_ = std::max(now, next_) + std::chrono::milliseconds(60'000 / per_minute_);
    }

  private:
    int per_minute_;
    std::chrono::steady_clock::time_point next_{};
};

}  // namespace

void add_mail_server(Subcommand& command, MailServer& server) {
    command.option("--smtp", server.url,
                   {"The mail server: smtp://user@host:587 encrypts by STARTTLS, "
                    "smtps://user@host:465 from the start. Without encryption only on this "
                    "machine."});
    command.option("--smtp-password-file", server.password_file,
                   {"A file whose first line is the mail server's password."});
    command.option("--per-minute", server.per_minute,
                   {"How many mails a minute at most; 120, and on this machine as many as it "
                    "takes, where nothing is said."});
}

Result<std::unique_ptr<SmtpSession>> open_mail_session(const MailServer& server,
                                                       CommandContext& context) {
    SmtpOptions smtp{server.url, ""};
    if (!server.password_file.empty()) {
        auto password =
            read_secret(context, server.password_file, {"The mail server's password: "});
        if (!password) return password.error();
        smtp.password = trim_text(*password);
    }
    return std::make_unique<SmtpSession>(std::move(smtp));
}

Result<MailAddress> read_sender(const std::string& from) {
    MailAddress address = parse_mail_address(from);
    if (is_email_address(address.address)) return address;
    return usage_error({"--from {} is not an e-mail address. Write it as "
                        "\"Ekbackens kommun <kultur@ekbacken.example>\"."},
                       from);
}

Body noted_mail(const WaitingMail& mail, MailPurpose purpose, MailStep step,
                const std::string& answer) {
    return {{mail.key.person},
            ActingRole::organiser,
            MailNoted{mail.key.mail, purpose, step, mail.recipient.email, answer}};
}

void note_mail(Desk& desk, const WaitingMail& mail, MailPurpose purpose, MailStep step,
               const std::string& answer) {
    const Body body = noted_mail(mail, purpose, step, answer);
    desk.record({&body, 1});
}

SendingOutcome send_mails(
    SmtpSession& session, const Sending& sending, const std::vector<WaitingMail>& waiting,
    const std::function<MailMessage(const WaitingMail&)>& write,
    const std::function<void(const WaitingMail&, MailStep, const std::string&)>& note) {
    CommandContext& context = sending.context;
    Progress progress = context.progress({"Sending mails"}, waiting.size());
    Pace pace(sending.server);
    SendingOutcome outcome;
    int broken_in_a_row = 0;
    for (const WaitingMail& mail : waiting) {
        pace.wait();
        const MailResult result =
            session.send(sending.from, mail.recipient.email, write_mail(write(mail)));
        // A server that answers is asked on: it puts off some and takes others.
        const bool is_broken =
            result.outcome == MailOutcome::later && !result.words.starts_with('4');
        broken_in_a_row = is_broken ? broken_in_a_row + 1 : 0;
        switch (result.outcome) {
            case MailOutcome::handed_over:
                note(mail, MailStep::handed_over, result.words);
                ++outcome.sent;
                break;
            case MailOutcome::refused:
                note(mail, MailStep::refused, result.words);
                context.say({"{} <{}> was refused: {}"}, mail.recipient.name, mail.recipient.email,
                            result.words);
                ++outcome.refused;
                break;
            case MailOutcome::later:
                outcome.last_words = result.words;
                break;
            case MailOutcome::hopeless:
                outcome.last_words = result.words;
                outcome.is_hopeless = true;
                break;
        }
        progress.advance();
        // A server that takes nothing is not asked three hundred times.
        if (outcome.is_hopeless || broken_in_a_row == most_broken) break;
    }
    outcome.left = waiting.size() - outcome.sent - outcome.refused;
    context.out << context.texts.get(Sentence{"Handed over: {}. Refused: {}. Waiting: {}."},
                                     outcome.sent, outcome.refused, outcome.left)
                << '\n';
    return outcome;
}

Result<> result_of(const SendingOutcome& outcome) {
    if (outcome.is_hopeless) {
        return input_error({"The mail server could not be used: {}. Nothing is lost: what "
                            "waits is sent by the next call."},
                           outcome.last_words);
    }
    if (outcome.left > 0) {
        return input_error({"The mail server takes no more now: {}. Nothing is lost: what "
                            "waits is sent by the next call."},
                           outcome.last_words);
    }
    return Done{};
}

}  // namespace stormote
