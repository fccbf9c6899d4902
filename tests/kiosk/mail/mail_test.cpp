// Mails: their words from templates, their parts, and the calendar's entry.
#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/mail/invitation.h"
#include "kiosk/mail/smtp_session.h"
#include "sync/base/local_time.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using Catch::Contains;
using testing::EventDesk;

namespace {

const MailValues known{{"name", "Åsa <& co>"}, {"place", ""}, {"code", "4J7K2M9X"}};

MailWords words(const std::string& text) {
    const auto parsed = MailTemplate::parse(text, known);
    REQUIRE(parsed);
    return parsed->fill_in(known);
}

std::string fault(const std::string& text) {
    const auto parsed = MailTemplate::parse(text, known);
    REQUIRE_FALSE(parsed);
    return parsed.error().english();
}

}  // namespace

TEST_CASE("a template is filled in, as text and as HTML, and says nothing of what is empty") {
    const MailWords filled = words(
        "Till {{name}}\r\n\r\nHej {{name}}!\r\nKod: {{code}}\n\n"
        "{{#place}}Var: {{place}}{{/place}}\n\nHälsningar\n");
    CHECK(filled.subject == "Till Åsa <& co>");
    CHECK(filled.text == "Hej Åsa <& co>!\nKod: 4J7K2M9X\n\nHälsningar\n");
    CHECK(filled.html ==
          "<p>Hej Åsa &lt;&amp; co&gt;!<br>\nKod: 4J7K2M9X</p>\n<p>Hälsningar</p>\n");
}

TEST_CASE("a template that is wrong is refused with the line and what there is") {
    CHECK(fault("Ämne\n\nHej {{namn}}!") ==
          "Line 3 of the template has the place {{namn}}, which there is not. These exist: code, "
          "name, place.");
    CHECK_THAT(fault("Ämne\n\n{{#name}}Hej"), Contains("The template cannot be read"));
    CHECK_THAT(fault("Bara ett ämne"), Contains("has the subject on its first line"));
    CHECK_THAT(fault(""), Contains("has the subject on its first line"));
}

TEST_CASE("a mail has words twice, a picture within them, and files beside them") {
    const std::string mail =
        write_mail({"id-1@stormote",
                    {"Ekbackens kommun", "kultur@ekbacken.example"},
                    {"Åsa Öberg", "asa@example.org"},
                    "Välkommen",
                    1'665'590'400'000,
                    "sv",
                    "Hej Åsa!\n.\nEn rad med en punkt.\n",
                    "<p>Hej Åsa!</p>",
                    {{"image/png", "ticket.png", std::string("\x89PNG\0\r\n", 7), "ticket"},
                     {"application/pdf", "biljett.pdf", "%PDF-1.5", ""}}});
    CHECK_THAT(mail, Contains("From: Ekbackens kommun <kultur@ekbacken.example>\r\n"));
    CHECK_THAT(mail, Contains("Message-Id: <id-1@stormote>\r\n"));
    CHECK_THAT(mail, Contains("multipart/alternative") && Contains("multipart/related"));
    CHECK_THAT(mail, Contains("Content-Id: <ticket>") && Contains("Content-Disposition: inline"));
    CHECK_THAT(mail, Contains("filename=biljett.pdf"));
    CHECK_THAT(mail, Contains("Subject: =?UTF-8?"));
    // Every line ends as the protocol wants it.
    CHECK(static_cast<std::size_t>(std::count(mail.begin(), mail.end(), '\n')) ==
          static_cast<std::size_t>(std::count(mail.begin(), mail.end(), '\r')));
    // No line is longer than a server must take (RFC 5322, 2.1.1).
    for (std::size_t begin = 0; begin < mail.size();) {
        const std::size_t end = std::min(mail.find("\r\n", begin), mail.size());
        CHECK(end - begin <= 998);
        begin = end + 2;
    }
}

TEST_CASE("who writes is an address, with or without a name") {
    CHECK(parse_mail_address("Ekbackens kommun <k@ekbacken.example>").name == "Ekbackens kommun");
    CHECK(parse_mail_address("k@ekbacken.example").address == "k@ekbacken.example");
    CHECK(parse_mail_address("a@b.se, c@d.se").address.empty());
    CHECK(parse_mail_address("").address.empty());
}

TEST_CASE("the entry for the calendar is in the time of the world, in short lines") {
    EventDesk event;
    event.record(SettingsDescribed{
        {{1, "Stormöte, med " + std::string(40, 'x') + " åäö åäö åäö åäö; slut"}, {5, "Salen"}}});
    const std::string entry = write_calendar(event.state(), event->event(), 0);
    // Of the zone in which the test runs.
    std::string starts;
    for (const char c : utc_text(*instant_of("2022-10-12T18:00")).substr(0, 19)) {
        if (c != '-' && c != ':') starts += c;
    }
    CHECK_THAT(entry, Contains("DTSTART:" + starts + "Z\r\n"));
    CHECK_THAT(entry, Contains("SUMMARY:Stormöte\\, med "));
    CHECK_THAT(entry, Contains("LOCATION:Salen\r\n"));
    for (std::size_t begin = 0; begin < entry.size();) {
        const std::size_t end = entry.find("\r\n", begin);
        CHECK(end - begin <= 75);
        begin = end + 2;
    }
}

TEST_CASE("a mail server's address names one, and no password") {
    CHECK(check_smtp_url("smtp://user@mail.example.org:587"));
    CHECK(check_smtp_url("smtps://mail.example.org"));
    CHECK_FALSE(check_smtp_url("http://mail.example.org"));
    CHECK_FALSE(check_smtp_url("mail.example.org"));
    CHECK_FALSE(check_smtp_url("smtp://user:secret@mail.example.org"));
    CHECK(is_loopback("smtp://127.0.0.1:25"));
    CHECK(is_loopback("smtp://user@localhost"));
    CHECK_FALSE(is_loopback("smtp://localhost.example.org"));
}

}  // namespace stormote
