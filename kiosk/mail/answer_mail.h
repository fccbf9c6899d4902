// Answer mail: what somebody asked at the meeting, and the answer, in their language. One thread.
#pragma once

#include <map>

#include "kiosk/documents/language_texts.h"
#include "kiosk/mail/mail_message.h"
#include "kiosk/mail/mail_template.h"
#include "sync/report/untold_answers.h"

namespace stormote {

struct AnswerMailSource {
    const EventState& state;
    const Texts& texts;  // of those who chose no language
    MailAddress from;
    std::int64_t sent_ms = 0;
};

class AnswerMailWriter {
  public:
    explicit AnswerMailWriter(const AnswerMailSource& source)
        : source_(source), texts_(source.texts) {}

    [[nodiscard]] MailMessage write(const MailId& mail, const AnswerRecipient& recipient);

  private:
    const MailTemplate& template_for(const std::string& language);

    AnswerMailSource source_;
    LanguageTexts texts_;
    std::map<std::string, MailTemplate> templates_;  // by language
};

}  // namespace stormote
