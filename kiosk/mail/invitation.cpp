#include "kiosk/mail/invitation.h"

#include "kiosk/documents/ticket_paper.h"
#include "kiosk/documents/ticket_png.h"
#include "kiosk/mail/calendar.h"
#include "kiosk/mail/mail_words.h"
#include "sync/base/date_text.h"
#include "sync/base/local_time.h"
#include "sync/model/agenda.h"
#include "sync/privacy/information_text.h"
#include "sync/ticket/ticket_picture.h"

namespace stormote {

namespace {

// What a template may name; the values of a run stand here later.
const MailValues invitation_places{
    {"name", ""},      {"event", ""},     {"date", ""},         {"starts", ""},
    {"ends", ""},      {"doors", ""},     {"place", ""},        {"code", ""},
    {"programme", ""}, {"questions", ""}, {"municipality", ""}, {"seats", ""},
    {"deadline", ""},  {"sign_up", ""},   {"organisation", ""}, {"information", ""}};

}  // namespace

std::string write_calendar(const EventState& state, const EventId& event, std::int64_t stamp_ms) {
    const auto starts = instant_of(state.setting(SettingField::starts));
    const auto ends = instant_of(state.setting(SettingField::ends));
    if (!starts || !ends) return "";
    CalendarWriter calendar("Invitation");
    calendar.begin("VEVENT");
    calendar.put("UID", to_string(event) + "@stormote");
    calendar.put("DTSTAMP", calendar_time(stamp_ms));
    calendar.put("DTSTART", calendar_time(*starts));
    calendar.put("DTEND", calendar_time(*ends));
    calendar.put_text("SUMMARY", state.setting(SettingField::name));
    if (const std::string& place = state.setting(SettingField::place); !place.empty()) {
        calendar.put_text("LOCATION", place);
    }
    calendar.end("VEVENT");
    return calendar.finish();
}

Result<InvitationWriter> InvitationWriter::make(const InvitationSource& source, MailPurpose purpose,
                                                const std::string& template_text,
                                                const std::string& subject) {
    InvitationWriter writer(source, purpose);
    writer.subject_ = subject;
    if (!template_text.empty()) {
        auto own = MailTemplate::parse(template_text, invitation_places);
        if (!own) return own.error();
        writer.own_template_ = std::move(*own);
    }
    return writer;
}

const MailTemplate& InvitationWriter::template_for(const std::string& language) {
    if (own_template_) return *own_template_;
    const auto known = templates_.find(language);
    if (known != templates_.end()) return known->second;
    auto parsed = MailTemplate::parse(read_mail_template(purpose_, language), invitation_places);
    if (!parsed) throw MachineFailure(parsed.error());
    return templates_.emplace(language, std::move(*parsed)).first->second;
}

MailValues InvitationWriter::values_for(const Recipient& recipient, const Texts& texts,
                                        const std::optional<TicketId>& ticket) const {
    const EventState& state = source_.state;
    const std::string& language = texts.language();
    MailValues values = invitation_places;
    values["name"] = recipient.name;
    values["event"] = state.settings().get(SettingField::name, language);
    values["date"] = date_in_words(state.setting(SettingField::starts), language);
    values["starts"] = time_in_words(state.setting(SettingField::starts), language);
    values["ends"] = time_in_words(state.setting(SettingField::ends), language);
    values["doors"] = time_in_words(state.setting(SettingField::doors), language);
    values["place"] = state.settings().get(SettingField::place, language);
    values["municipality"] = state.settings().get(SettingField::municipality, language);
    if (const std::string& deadline = state.setting(SettingField::deadline); !deadline.empty()) {
        values["deadline"] = date_in_words(deadline, language);
    }
    // Who must be asked is asked where they register, not told here that they will be.
    if (legal_basis(state.settings()) == LegalBasis::public_task) {
        for (const std::string& paragraph : information_text(state.settings(), texts).paragraphs) {
            values["information"] += (values["information"].empty() ? "" : " ") + paragraph;
        }
    }
    if (ticket) values["code"] = write_short_code(*ticket);
    const auto add_line = [&values](const char *place, const std::string& line) {
        std::string& lines = values[place];
        lines += (lines.empty() ? "" : "\n") + line;
    };
    for (const ProgrammeItem& item : programme_of(state)) {
        add_line("programme",
                 clock_in_words(item.starts, language) + " " + item.title_in(language));
    }
    for (const AgendaQuestion& question : agenda_questions(state)) {
        add_line("questions", question.in(language).numbered());
    }
    values["organisation"] = state.organisation(recipient.organisation, OrganisationField::name);
    values["seats"] = state.organisation(recipient.organisation, OrganisationField::seats);
    values["sign_up"] = source_.sign_up;
    return values;
}

void InvitationWriter::add_ticket(MailMessage& message, const Recipient& recipient,
                                  const Texts& texts, const TicketId& ticket) const {
    const std::string text = source_.codec.write(ticket);
    message.files.push_back({"image/png", "ticket.png", draw_png(draw_qr(text)), "ticket"});
    message.html += "<p><img src=\"cid:ticket\" width=\"264\" height=\"264\" alt=\"" +
                    escape_html(texts.get(Sentence{"Ticket for {} as a QR code. Short code: {}"},
                                          recipient.name, write_short_code(ticket))) +
                    "\"></p>\n";
    const Attendee *attendee = source_.state.find_attendee(recipient.person);
    const PaperTicket paper{recipient.name,
                            attendee == nullptr ? "" : source_.state.organisation_names(*attendee),
                            text, write_short_code(ticket), &texts};
    message.files.push_back({"application/pdf", texts.get({"ticket"}) + ".pdf",
                             draw_tickets({&paper, 1}, source_.state, TicketPaper::folded, texts),
                             ""});
}

MailMessage InvitationWriter::write(const MailId& mail, const Recipient& recipient,
                                    const std::optional<TicketId>& ticket) {
    const Texts& texts = texts_.of(recipient.language);
    const MailWords words =
        template_for(texts.language()).fill_in(values_for(recipient, texts, ticket));
    MailMessage message;
    message.id = to_string(mail) + "@stormote";
    message.from = source_.from;
    message.to = {recipient.name, recipient.email};
    message.subject = subject_.empty() ? words.subject : subject_;
    message.sent_ms = source_.sent_ms;
    message.language = texts.language();
    message.text = words.text;
    message.html = words.html;
    if (ticket) add_ticket(message, recipient, texts, *ticket);
    message.html = html_page(message.subject, texts, message.html);
    if (source_.enclosed) message.files.push_back(*source_.enclosed);
    // Who is thanked has been there.
    if (purpose_ == MailPurpose::thanks) return message;
    const std::string calendar = write_calendar(source_.state, source_.event, source_.sent_ms);
    if (!calendar.empty()) {
        message.files.push_back({"text/calendar", texts.get({"event"}) + ".ics", calendar});
    }
    return message;
}

}  // namespace stormote
