#include "kiosk/cli/mail/invite_command.h"

#include <iostream>
#include <set>

#include <fmt/format.h>

#include "kiosk/cli/list_file.h"
#include "kiosk/cli/mail/outbox_sender.h"
#include "kiosk/documents/files/output_file.h"
#include "kiosk/lists/list_words.h"
#include "kiosk/mail/invitation.h"
#include "kiosk/mail/smtp_session.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"
#include "sync/model/email_address.h"

namespace stormote {

namespace {

struct InviteOptions {
    EventArgument event;
    MailServer server;
    std::string from;
    std::string subject;
    std::string template_file;
    std::string sign_up;
    std::string test_address;
    std::string preview;
    std::string eml_folder;
    std::string thank_file;
    bool is_to_organisations = false;
    bool is_reminder = false;
};

MailPurpose purpose_of(const InviteOptions& options) {
    if (!options.thank_file.empty()) return MailPurpose::thanks;
    if (options.is_to_organisations) return MailPurpose::call;
    return options.is_reminder ? MailPurpose::reminder : MailPurpose::invitation;
}

class Inviter {
  public:
    Inviter(const InviteOptions& options, Desk& desk, CommandContext& context)
        : options_(options), desk_(desk), context_(context), purpose_(purpose_of(options)) {}

    Result<> run() {
        auto template_text = read_template();
        if (!template_text) return template_text.error();
        auto enclosed = read_enclosed();
        if (!enclosed) return enclosed.error();
        const auto from = read_sender(options_.from);
        if (!from) return from.error();
        auto writer = InvitationWriter::make(
            {desk_.state(), desk_.event(), desk_.tickets(), context_.texts, *from, options_.sign_up,
             context_.clock.wall_ms(), std::move(*enclosed)},
            purpose_, *template_text, options_.subject);
        if (!writer) return writer.error();
        if (!options_.preview.empty()) return preview(*writer);
        if (!options_.test_address.empty()) return send_test(*writer, from->address);
        if (!options_.eml_folder.empty()) return write_files(*writer);
        return send_all(*writer, from->address);
    }

  private:
    Result<std::string> read_template() {
        if (options_.template_file.empty()) return std::string();
        auto text = read_list_file(options_.template_file, context_);
        if (!text) return text.error();
        if (auto checked = check_text("--template", *text); !checked) return checked.error();
        return *text;
    }

    // Nothing where nobody is thanked.
    Result<std::optional<MailFile>> read_enclosed() {
        if (options_.thank_file.empty()) return std::optional<MailFile>();
        const std::filesystem::path file = options_.thank_file;
        auto content = read_list_file(file.string(), context_);
        if (!content) return content.error();
        if (content->size() > most_enclosed_bytes) {
            return input_error({"{} is larger than {} MB, which many mailboxes do not take. Make "
                                "it smaller, or put it on a web page and write where."},
                               file.string(), most_enclosed_bytes >> 20U);
        }
        const bool is_pdf = file.extension() == ".pdf";
        return std::optional(MailFile{is_pdf ? "application/pdf" : "application/octet-stream",
                                      file.filename().string(), std::move(*content)});
    }

    [[nodiscard]] std::vector<Recipient> new_recipients() const {
        switch (purpose_) {
            case MailPurpose::invitation:
                return not_invited(desk_.state());
            case MailPurpose::reminder:
                return not_reminded(desk_.state(), start_of_day());
            case MailPurpose::call:
                return not_called(desk_.state());
            case MailPurpose::thanks:
                return not_thanked(desk_.state());
            case MailPurpose::answer:
                break;
        }
        return {};
    }

    // Somebody is reminded once a day at most.
    [[nodiscard]] std::int64_t start_of_day() const {
        const std::int64_t now_ms = context_.clock.wall_ms();
        return instant_of(local_time_of(now_ms).substr(0, 10) + "T00:00").value_or(now_ms);
    }

    [[nodiscard]] bool has_ticket() const {
        return purpose_ == MailPurpose::invitation || purpose_ == MailPurpose::reminder;
    }

    // Nothing for whom a mail without a ticket is written.
    std::optional<TicketId> ticket_for(const Recipient& recipient) const {
        return has_ticket() ? valid_ticket(desk_.state(), recipient.person) : std::nullopt;
    }

    // Puts mails to all who wait for one into the outbox, in one commit, and gives all that are
    // there: those of an earlier run that was broken off go first.
    std::vector<WaitingMail> queue() {
        if (has_ticket()) static_cast<void>(desk_.issue_tickets(actor::organiser));
        std::vector<Body> bodies;
        for (const Recipient& recipient : new_recipients()) {
            const auto id = make_id<MailId>(context_.clock, context_.random);
            bodies.push_back(
                noted_mail({{id, recipient.person}, recipient}, purpose_, MailStep::queued, ""));
        }
        if (!bodies.empty()) desk_.record(bodies);
        std::vector<WaitingMail> waiting;
        std::set<AttendeeId> people;  // two records with a mail each may have become one person
        for (const MailKey& key : queued_mails(desk_.state(), purpose_)) {
            const auto recipient = recipient_of(desk_.state(), key);
            if (recipient && people.insert(recipient->person).second) {
                waiting.push_back({key, *recipient});
            }
        }
        return waiting;
    }

    // Of the first who would get one; of somebody registered where all have theirs.
    std::optional<Recipient> example() {
        for (const MailKey& key : queued_mails(desk_.state(), purpose_)) {
            if (auto recipient = recipient_of(desk_.state(), key)) return recipient;
        }
        std::vector<Recipient> recipients = new_recipients();
        if (recipients.empty()) recipients = not_reminded(desk_.state(), INT64_MAX);
        return recipients.empty() ? std::nullopt : std::optional(recipients.front());
    }

    // With a ticket that lets nobody in: whoever reads it is not who it is for.
    Result<MailMessage> example_mail(InvitationWriter& writer) {
        const auto recipient = example();
        if (!recipient) {
            return input_error({"There is nobody with an e-mail address to write to."});
        }
        std::optional<TicketId> ticket;
        if (has_ticket()) ticket = TicketId{context_.random.bytes<8>()};
        return writer.write(make_id<MailId>(context_.clock, context_.random), *recipient, ticket);
    }

    Result<> preview(InvitationWriter& writer) {
        auto message = example_mail(writer);
        if (!message) return message.error();
        if (options_.preview.ends_with(".html")) {
            return write_whole_file(options_.preview, message->html);
        }
        return write_whole_file(options_.preview, write_mail(*message));
    }

    Result<> send_test(InvitationWriter& writer, const std::string& from) {
        auto message = example_mail(writer);
        if (!message) return message.error();
        message->to = {"", options_.test_address};
        auto session = open_mail_session(options_.server, context_);
        if (!session) return session.error();
        const MailResult result =
            session.value()->send(from, options_.test_address, write_mail(*message));
        if (result.outcome == MailOutcome::handed_over) {
            context_.say({"The mail server has taken the test mail to {}."}, options_.test_address);
            return Done{};
        }
        return input_error({"The test mail was not taken: {}"}, result.words);
    }

    Result<> write_files(InvitationWriter& writer) {
        std::error_code error;
        if (std::filesystem::create_directories(options_.eml_folder, error)) {
            std::filesystem::permissions(options_.eml_folder, std::filesystem::perms::owner_all,
                                         error);
        }
        const std::vector<WaitingMail> waiting = queue();
        Progress progress = context_.progress({"Writing mails"}, waiting.size());
        for (const WaitingMail& mail : waiting) {
            const MailMessage message =
                writer.write(mail.key.mail, mail.recipient, ticket_for(mail.recipient));
            const auto path =
                std::filesystem::path(options_.eml_folder) / (to_string(mail.key.mail) + ".eml");
            auto written = write_whole_file(path, write_mail(message));
            if (!written) return written;
            note_mail(desk_, mail, purpose_, MailStep::handed_over, "EML");
            progress.advance();
        }
        context_.out << context_.texts.get(Sentence{"Written: {}."}, waiting.size()) << '\n';
        tell_unreached();
        return Done{};
    }

    Result<> send_all(InvitationWriter& writer, const std::string& from) {
        auto session = open_mail_session(options_.server, context_);
        if (!session) return session.error();
        const SendingOutcome outcome = send_mails(
            *session.value(), {options_.server, from, context_}, queue(),
            [&](const WaitingMail& mail) {
                return writer.write(mail.key.mail, mail.recipient, ticket_for(mail.recipient));
            },
            [&](const WaitingMail& mail, MailStep step, const std::string& answer) {
                note_mail(desk_, mail, purpose_, step, answer);
            });
        tell_unreached();
        return result_of(outcome);
    }

    void tell_unreached() const {
        if (!has_ticket()) return;
        const std::size_t count = without_address(desk_.state()).size();
        if (count > 0) {
            context_.say({"Registered without an e-mail address: {}. \"stormote tickets --pdf\" "
                          "prints their tickets."},
                         count);
        }
    }

    static constexpr std::size_t most_enclosed_bytes = std::size_t{15} << 20U;

    const InviteOptions& options_;
    Desk& desk_;
    CommandContext& context_;
    MailPurpose purpose_;
};

Result<> invite(const InviteOptions& options, CommandContext& context) {
    const bool is_sending = options.preview.empty() && options.eml_folder.empty();
    if (is_sending && options.server.url.empty()) {
        return usage_error({"Choose at least one of {}."}, "--smtp, --eml, --preview");
    }
    if (!options.server.url.empty()) {
        if (auto checked = check_smtp_url(options.server.url); !checked) return checked;
    }
    if (!options.thank_file.empty() && (options.is_to_organisations || options.is_reminder)) {
        return usage_error(
            {"--thank goes to those who came. Leave out --organisations and "
             "--remind."});
    }
    if (options.is_to_organisations && options.is_reminder) {
        return usage_error({"--organisations and --remind are for different people. Choose one."});
    }
    if (options.is_to_organisations && options.sign_up.empty()) {
        return usage_error(
            {"Say how the organisations register: --sign-up \"Svara på det här "
             "mejlet med namn på dem som kommer.\""});
    }
    for (const auto& [option, text] :
         {std::pair{"--from", &options.from}, std::pair{"--subject", &options.subject},
          std::pair{"--sign-up", &options.sign_up}}) {
        if (auto checked = check_text(option, *text); !checked) return checked;
    }
    if (!options.test_address.empty() && !is_email_address(options.test_address)) {
        return usage_error({"--test {} is not an e-mail address."}, options.test_address);
    }
    // Neither a preview nor a test mail is recorded.
    const bool is_reading = !options.preview.empty() || !options.test_address.empty();
    auto desk =
        options.event.open(context, is_reading ? JournalAccess::read : JournalAccess::write);
    if (!desk) return desk.error();
    return Inviter(options, *desk.value(), context).run();
}

}  // namespace

void add_invite_command(CommandLine& line) {
    Subcommand command = line.add(
        "invite",
        {"Writes to those registered who have not been invited, each in their language, with "
         "their ticket and an entry for the calendar. What is not taken waits for the next call."},
        "stormote invite mote.stormote --smtp smtp://kultur@mail.example.org:587 "
        "--smtp-password-file hemligt.txt --from \"Ekbackens kommun <kultur@ekbacken.example>\"");
    auto& options = command.runs(invite);
    options.event.add_to(command);
    add_mail_server(command, options.server);
    command.option("--from", options.from,
                   {"Who writes: \"Ekbackens kommun <kultur@ekbacken.example>\"."}, Need::required);
    command.option("--subject", options.subject, {"The subject, instead of the template's."});
    command.option("--template", options.template_file,
                   {"A file with words of your own: the subject, an empty line, the text, with "
                    "places such as {{name}}, {{date}}, {{code}}."});
    command.flag("--organisations", options.is_to_organisations,
                 {"Writes to the register's contacts instead, who may register people."});
    command.option("--sign-up", options.sign_up,
                   {"With --organisations: how they register, in a sentence."});
    command.flag("--remind", options.is_reminder,
                 {"Reminds everybody who is registered, with their ticket; once a day at most."});
    command.option("--thank", options.thank_file,
                   {"Thanks everybody who came instead, with this file, as what has been compiled: "
                    "once each."});
    command.option("--test", options.test_address,
                   {"Sends one mail to this address, as somebody would get it, and records "
                    "nothing."});
    command.option("--preview", options.preview,
                   {"Writes one mail into this file (.html: its words alone), and sends nothing."});
    command.option(
        "--eml", options.eml_folder,
        {"Writes the mails into this folder as EML files, to send from a mail program."});
}

}  // namespace stormote
