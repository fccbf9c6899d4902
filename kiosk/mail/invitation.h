// Invitation: the mail that somebody gets: words in their language, their ticket as a picture and
// as a PDF, and an entry for their calendar. One thread.
#pragma once

#include <map>
#include <optional>

#include "kiosk/documents/language_texts.h"
#include "kiosk/mail/mail_message.h"
#include "kiosk/mail/mail_template.h"
#include "sync/report/outbox.h"
#include "sync/ticket/ticket_text.h"

namespace stormote {

// What all mails of a run have in common.
struct InvitationSource {
    const EventState& state;
    EventId event;
    const TicketCodec& codec;
    const Texts& texts;  // of those who chose no language
    MailAddress from;
    std::string sign_up;  // how to register, in a call to organisations
    std::int64_t sent_ms = 0;
    std::optional<MailFile> enclosed{};  // with thanks: what has come of the meeting
};

class InvitationWriter {
  public:
    // With the words of a template; empty: those that come with the program, by language. Error:
    // the template is at fault.
    static Result<InvitationWriter> make(const InvitationSource& source, MailPurpose purpose,
                                         const std::string& template_text,
                                         const std::string& subject);

    // Calls and thanks have no ticket.
    [[nodiscard]] MailMessage write(const MailId& mail, const Recipient& recipient,
                                    const std::optional<TicketId>& ticket);

  private:
    InvitationWriter(const InvitationSource& source, MailPurpose purpose)
        : source_(source), purpose_(purpose), texts_(source.texts) {}

    [[nodiscard]] MailValues values_for(const Recipient& recipient, const Texts& texts,
                                        const std::optional<TicketId>& ticket) const;
    const MailTemplate& template_for(const std::string& language);
    void add_ticket(MailMessage& message, const Recipient& recipient, const Texts& texts,
                    const TicketId& ticket) const;

    InvitationSource source_;
    MailPurpose purpose_;
    LanguageTexts texts_;
    std::optional<MailTemplate> own_template_;
    std::string subject_;                            // instead of the template's
    std::map<std::string, MailTemplate> templates_;  // that come with the program, by language
};

// An entry for a calendar (RFC 5545); empty where the event has no times.
[[nodiscard]] std::string write_calendar(const EventState& state, const EventId& event,
                                         std::int64_t stamp_ms);

}  // namespace stormote
