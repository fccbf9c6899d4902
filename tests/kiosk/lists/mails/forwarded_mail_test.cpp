#include "kiosk/lists/mails/forwarded_mail.h"

#include <catch2/catch.hpp>

#include "sync/base/local_time.h"

namespace stormote {

namespace {

MailText passed_on(const std::string& subject, const std::string& body) {
    return {"Registrator", "registrator@ekbacken.example", subject, 1'662'999'999'000, body};
}

}  // namespace

TEST_CASE("a mail that was passed on is the one inside, by whichever program") {
    for (const char *body :
         {"FYI\n\nFrån: Åsa Öberg <asa@eken.example>\nSkickat: den 12 september 2022 12:04\n"
          "Till: Stormöte <s@ekbacken.example>\nÄmne: Anmälan\n\nJag kommer.\n",
          "---------- Forwarded message ---------\nFrån: Åsa Öberg <asa@eken.example>\n"
          "Date: mån 12 sep. 2022 12:04\nSubject: Anmälan\nTo: s@ekbacken.example\n\nJag kommer.\n",
          "*Från:* Åsa Öberg [mailto:asa@eken.example] \n*Skickat:* 2022-09-12 12:04\n"
          "*Ämne:* Anmälan\n\nJag kommer.\n"}) {
        CAPTURE(body);
        const auto mail = forwarded_mail(passed_on("VB: Anmälan", body));
        REQUIRE(mail);
        CHECK(mail->sender_name == "Åsa Öberg");
        CHECK(mail->sender_address == "asa@eken.example");
        CHECK(mail->subject == "Anmälan");
        REQUIRE(mail->sent_ms);
        CHECK(local_time_of(*mail->sent_ms) == "2022-09-12T12:04");
        CHECK(mail->body == "Jag kommer.\n");
    }
}

TEST_CASE("what a mail that was passed on does not say is that of the one around it") {
    const auto mail =
        forwarded_mail(passed_on("Fwd: x", "From: asa@eken.example\nDate: nyss\nHej\n"));
    REQUIRE(mail);
    CHECK(mail->sender_name.empty());
    CHECK(mail->sender_address == "asa@eken.example");
    CHECK(mail->subject == "Fwd: x");
    CHECK(mail->sent_ms == 1'662'999'999'000);
}

TEST_CASE("an answer, or a mail without a sender inside, was not passed on") {
    CHECK_FALSE(forwarded_mail(passed_on("Re: x", "Från: Åsa <asa@eken.example>\n")));
    CHECK_FALSE(forwarded_mail(passed_on("VB: x", "Se bilagan\n")));
    CHECK_FALSE(forwarded_mail(passed_on("VB: x", "")));
}

}  // namespace stormote
