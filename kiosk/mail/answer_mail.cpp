#include "kiosk/mail/answer_mail.h"

#include "kiosk/mail/mail_words.h"
#include "sync/base/date_text.h"

namespace stormote {

namespace {

const MailValues answer_places{
    {"name", ""}, {"event", ""}, {"date", ""}, {"answers", ""}, {"municipality", ""}};

// What each asked stands in quotation marks above the answer.
std::string answers_in_words(const std::vector<UntoldAnswer>& answers) {
    std::string words;
    for (const UntoldAnswer& answer : answers) {
        if (!words.empty()) words += "\n\n";
        if (!answer.asked.empty()) words += "”" + answer.asked + "”\n";
        words += answer.answer;
    }
    return words;
}

}  // namespace

const MailTemplate& AnswerMailWriter::template_for(const std::string& language) {
    const auto known = templates_.find(language);
    if (known != templates_.end()) return known->second;
    auto parsed =
        MailTemplate::parse(read_mail_template(MailPurpose::answer, language), answer_places);
    if (!parsed) throw MachineFailure(parsed.error());
    return templates_.emplace(language, std::move(*parsed)).first->second;
}

MailMessage AnswerMailWriter::write(const MailId& mail, const AnswerRecipient& recipient) {
    const Texts& texts = texts_.of(recipient.recipient.language);
    const EventState& state = source_.state;
    MailValues values = answer_places;
    values["name"] = recipient.recipient.name;
    values["event"] = state.settings().get(SettingField::name, texts.language());
    values["date"] = date_in_words(state.setting(SettingField::starts), texts.language());
    values["municipality"] = state.settings().get(SettingField::municipality, texts.language());
    values["answers"] = answers_in_words(recipient.answers);
    const MailWords words = template_for(texts.language()).fill_in(values);
    MailMessage message;
    message.id = to_string(mail) + "@stormote";
    message.from = source_.from;
    message.to = {recipient.recipient.name, recipient.recipient.email};
    message.subject = words.subject;
    message.sent_ms = source_.sent_ms;
    message.language = texts.language();
    message.text = words.text;
    message.html = html_page(message.subject, texts, words.html);
    return message;
}

}  // namespace stormote
