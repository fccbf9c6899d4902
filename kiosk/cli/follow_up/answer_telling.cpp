#include "kiosk/cli/follow_up/answer_telling.h"

#include <map>
#include <set>

#include "kiosk/documents/files/output_file.h"
#include "kiosk/mail/answer_mail.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

class AnswerTeller {
  public:
    AnswerTeller(const TellingOptions& options, Desk& desk, CommandContext& context,
                 const MailAddress& from)
        : options_(options),
          desk_(desk),
          context_(context),
          from_(from.address),
          writer_({desk.state(), context.texts, from, context.clock.wall_ms()}) {}

    Result<> preview() {
        const auto recipient = example();
        if (!recipient) {
            return input_error({"There is nobody with an e-mail address to write to."});
        }
        const MailMessage message =
            writer_.write(make_id<MailId>(context_.clock, context_.random), *recipient);
        const bool is_page = options_.preview.ends_with(".html");
        return write_whole_file(options_.preview, is_page ? message.html : write_mail(message));
    }

    Result<> send() {
        auto session = open_mail_session(options_.server, context_);
        if (!session) return session.error();
        const SendingOutcome outcome = send_mails(
            *session.value(), {options_.server, from_, context_}, queue(),
            [this](const WaitingMail& mail) {
                return writer_.write(mail.key.mail, recipients_.at(mail.key));
            },
            [this](const WaitingMail& mail, MailStep step, const std::string& answer) {
                note(mail, step, answer);
            });
        tell_unreached();
        return result_of(outcome);
    }

  private:
    // Of the first who would get one.
    [[nodiscard]] std::optional<AnswerRecipient> example() const {
        for (const MailKey& key : queued_mails(desk_.state(), MailPurpose::answer)) {
            if (auto found = answers_of(desk_.state(), key)) return found;
        }
        std::vector<AnswerRecipient> waiting = not_told(desk_.state());
        return waiting.empty() ? std::nullopt : std::optional(std::move(waiting.front()));
    }

    // Puts a mail to each who waits for one into the outbox, and gives all that are there: those
    // of an earlier run that was broken off go first.
    std::vector<WaitingMail> queue() {
        std::vector<Body> bodies;
        for (const AnswerRecipient& found : not_told(desk_.state())) {
            const auto id = make_id<MailId>(context_.clock, context_.random);
            bodies.push_back(noted_mail({{id, found.recipient.person}, found.recipient},
                                        MailPurpose::answer, MailStep::queued, ""));
        }
        if (!bodies.empty()) desk_.record(bodies);
        std::vector<WaitingMail> waiting;
        std::set<std::pair<AttendeeId, std::string>> reached;
        for (const MailKey& key : queued_mails(desk_.state(), MailPurpose::answer)) {
            auto found = answers_of(desk_.state(), key);
            if (!found) continue;
            const Recipient& recipient = found->recipient;
            if (!reached.emplace(recipient.person, lower_text(recipient.email)).second) continue;
            waiting.push_back({key, recipient});
            recipients_.emplace(key, std::move(*found));
        }
        return waiting;
    }

    // In one commit: whose mail was handed over has been told.
    void note(const WaitingMail& mail, MailStep step, const std::string& answer) {
        std::vector<Body> bodies{noted_mail(mail, MailPurpose::answer, step, answer)};
        if (step == MailStep::handed_over) {
            const std::string today = local_time_of(context_.clock.wall_ms()).substr(0, 10);
            for (const UntoldAnswer& told : recipients_.at(mail.key).answers) {
                bodies.push_back({{*told.message.person},
                                  ActingRole::organiser,
                                  MessageDescribed{told.message.message,
                                                   {{number(FollowUpField::told), today}}}});
            }
        }
        desk_.record(bodies);
    }

    void tell_unreached() const {
        const std::size_t count = count_untold_to_call(desk_.state());
        if (count > 0) {
            context_.say({"Answers to people who cannot be reached by e-mail: {}. Call them, and "
                          "say when: stormote follow-up EVENT --set ID --told 2022-12-01"},
                         count);
        }
    }

    const TellingOptions& options_;
    Desk& desk_;
    CommandContext& context_;
    std::string from_;
    AnswerMailWriter writer_;
    std::map<MailKey, AnswerRecipient> recipients_;
};

}  // namespace

void add_telling(Subcommand& command, TellingOptions& options) {
    add_mail_server(command, options.server);
    command.option("--from", options.from,
                   {"Who writes: \"Ekbackens kommun <kultur@ekbacken.example>\"."});
    command.option("--preview", options.preview,
                   {"Writes one mail into this file (.html: its words alone), and sends nothing."});
}

Result<> check_telling(const TellingOptions& options) {
    if (options.from.empty()) return usage_error({"--tell needs {}."}, "--from");
    if (options.preview.empty() && options.server.url.empty()) {
        return usage_error({"--tell needs {}."}, "--smtp");
    }
    if (auto checked = check_text("--from", options.from); !checked) return checked;
    if (options.server.url.empty()) return Done{};
    return check_smtp_url(options.server.url);
}

Result<> tell_answers(const TellingOptions& options, Desk& desk, CommandContext& context) {
    const auto from = read_sender(options.from);
    if (!from) return from.error();
    AnswerTeller teller(options, desk, context, *from);
    return options.preview.empty() ? teller.send() : teller.preview();
}

}  // namespace stormote
