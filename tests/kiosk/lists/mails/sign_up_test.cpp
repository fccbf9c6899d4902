// Sign-ups: what is read out of the mails that people and forms send.
#include "kiosk/lists/mails/sign_up.h"

#include <catch2/catch.hpp>

#include "kiosk/lists/mails/html_text.h"

namespace stormote {

namespace {

using enum ListField;

SignUp only_one(const std::string& bytes) {
    const auto mail = read_mail_text(bytes);
    REQUIRE(mail);
    const std::vector<SignUp> people = sign_ups_in(*mail);
    REQUIRE(people.size() == 1);
    return people[0];
}

std::string body_of(const std::string& bytes) {
    const auto mail = read_mail_text(bytes);
    REQUIRE(mail);
    return mail->body;
}

const std::string from_asa = "From: =?utf-8?Q?=C3=85sa_=C3=96berg?= <asa@eken.example>\r\n";

}  // namespace

TEST_CASE("the sender, the sign-off and the time of a mail are proposed") {
    const SignUp person = only_one(from_asa +
                                   "Subject: Hej\r\nDate: Mon, 12 Sep 2022 12:04:11 +0000\r\n\r\n"
                                   "Jag kommer.\r\n\r\nMed vänliga hälsningar,\r\nÅsa\r\n"
                                   "Kassör, Ekens scoutkår\r\nTfn 070-174 06 05\r\n");
    CHECK(person.get(full_name) == "Åsa Öberg");
    CHECK(person.get(email) == "asa@eken.example");
    CHECK(person.get(organisation) == "Ekens scoutkår");
    CHECK(person.get(phone) == "070-174 06 05");
    CHECK(person.get(registered).substr(0, 10) == "2022-09-12");
    CHECK(person.get(cancelled).empty());
}

TEST_CASE("a name is the sender's, else what is signed with, and a line Namn comes before both") {
    CHECK(
        only_one("From: asa@eken.example\n\nJag kommer\n\nMvh Åsa Öberg, Eken\n").get(full_name) ==
        "Åsa Öberg");
    CHECK(only_one("From: asa@eken.example\n\nJag kommer\n\nMvh Åsa Öberg, Eken\n")
              .get(organisation) == "Eken");
    CHECK(
        only_one("From: \"asa@eken.example\" <asa@eken.example>\n\nHej\n").get(full_name).empty());
    CHECK(only_one("From: \"Ek, Bo\" <bo@eken.example>\n\nHej\n").get(full_name) == "Bo Ek");
    const SignUp other =
        only_one(from_asa + "\nNamn: Bo Ek\nFörening: Judo\nE-post: bo@judo.example");
    CHECK(other.get(full_name) == "Bo Ek");
    CHECK(other.get(organisation) == "Judo");
    CHECK(other.get(email) == "bo@judo.example");
}

TEST_CASE("a form's answers are read, and sent to whoever filled it in") {
    const SignUp person = only_one(
        "From: Kommunen <no-reply@ekbacken.example>\nReply-To: siv@hembygd.example\n\n"
        "Förnamn: Siv\nEfternamn: Lööf\nVilken förening representerar du?:\n"
        "Hembygdsföreningen\nSpecialkost:\nBehov: hörslinga\n");
    CHECK(person.get(full_name) == "Siv Lööf");
    CHECK(person.get(email) == "siv@hembygd.example");
    CHECK(person.get(organisation) == "Hembygdsföreningen");
    CHECK(person.get(diet).empty());
    CHECK(person.get(access_needs) == "hörslinga");
}

TEST_CASE("several names in a mail are several people, and the address is of the first") {
    const auto mail = read_mail_text(from_asa + "\nNamn: Bo Ek\nFörening: Judo\nNamn: Gun Dahl\n");
    REQUIRE(mail);
    const std::vector<SignUp> people = sign_ups_in(*mail);
    REQUIRE(people.size() == 2);
    CHECK(people[0].get(email) == "asa@eken.example");
    CHECK(people[1].get(full_name) == "Gun Dahl");
    CHECK(people[1].get(organisation) == "Judo");
    CHECK(people[1].get(email).empty());
}

TEST_CASE("the mail that is answered says nothing of the sender") {
    const SignUp person = only_one(from_asa +
                                   "\nJag kommer!\n> Namn: Ditt namn\n\n"
                                   "Den 14 sep. 2022 kl. 09:00 skrev Ekbackens kommun:\n"
                                   "Namn: Ditt namn\nSvara även om du inte kan komma.\n");
    CHECK(person.get(full_name) == "Åsa Öberg");
    CHECK(person.get(cancelled).empty());
}

TEST_CASE("words that cancel are told from those that do not") {
    for (const char *said :
         {"Avanmälan", "Jag kan tyvärr inte komma.", "vi kan inte komma", "Förhinder den 12:e",
          "Återbud", "Tyvärr är det så att jag inte kan komma", "Sorry, I can't come",
          "Please cancel my registration", "Jag kan inte delta"}) {
        CAPTURE(said);
        CHECK(says_cancelled(said));
    }
    for (const char *said : {"Jag kommer gärna", "Om jag inte kan komma hör jag av mig",
                             "Jag kan komma", "Anmälan", "Komma kan jag inte lova", ""}) {
        CAPTURE(said);
        CHECK_FALSE(says_cancelled(said));
    }
}

TEST_CASE("words are read from every encoding and form that mails come in") {
    const std::string wanted = "Hej från Åsa Öberg\n";
    for (const char *mail :
         {"Content-Type: text/plain; charset=iso-8859-1\n"
          "Content-Transfer-Encoding: quoted-printable\n\nHej fr=E5n =C5sa =D6berg\n",
          "Content-Type: text/plain; charset=utf-8\n"
          "Content-Transfer-Encoding: base64\n\nSGVqIGZyw6VuIMOFc2Egw5ZiZXJnCg==\n",
          "Subject: x\n\nHej fr\xE5n \xC5sa \xD6"
          "berg\n",
          "Subject: x\n\nHej från Åsa Öberg\n",
          "Content-Type: text/plain; charset=unheard-of\n\nHej fr\xE5n \xC5sa \xD6"
          "berg\n",
          "Content-Type: text/plain; charset=iso-8859-1\n\nHej från Åsa Öberg\n"}) {
        CAPTURE(mail);
        CHECK(body_of(mail) == wanted);
    }
    const auto raw = read_mail_text(
        "From: \xC5sa \xD6"
        "berg <asa@eken.example>\nSubject: Anm\xE4lan\n\n");
    REQUIRE(raw);
    CHECK(raw->sender_name == "Åsa Öberg");
    CHECK(raw->subject == "Anmälan");
}

TEST_CASE("plain text comes before HTML, and a file in the mail is not its words") {
    const std::string head = "Content-Type: multipart/mixed; boundary=b\n\n";
    const std::string html = "--b\nContent-Type: text/html\n\n<p>HTML</p>\n";
    const std::string text = "--b\nContent-Type: text/plain\n\ntext\n";
    const std::string file =
        "--b\nContent-Type: text/plain\nContent-Disposition: attachment\n\nNamn: Ingen Alls\n";
    CHECK(body_of(head + file + html + text + "--b--\n") == "text");
    CHECK(body_of(head + file + html + "--b--\n") == "HTML");
    CHECK(body_of(head + file + "--b--\n").empty());
}

TEST_CASE("HTML becomes lines of words, and nothing that is not shown") {
    CHECK(html_text("<head><title>t</title></head><p>Hej &aring;&#228;&#xF6; &amp; &okand; 3 < 4"
                    "<br>rad<style>p{}</style><script>x()</script><!-- nej --></p>") ==
          "Hej åäö & &okand; 3 < 4\nrad");
    CHECK(html_text("<table><tr><td>Namn</td><td>Bo</td></tr><tr><td>x</td></tr></table>") ==
          "Namn\tBo\n\nx");
    CHECK(html_text("<p").empty());
    CHECK(html_text("<script>").empty());
    CHECK(html_text("a&#0;&#x110000;&;&#;b").find('b') != std::string::npos);
}

TEST_CASE("a mail that is nested without end, or endless, is read for what it is worth") {
    std::string nested = "From: bo@eken.example\nContent-Type: multipart/mixed; boundary=b0\n\n";
    for (int depth = 0; depth < 20'000; ++depth) {
        nested += "--b" + std::to_string(depth) + "\nContent-Type: multipart/mixed; boundary=b" +
                  std::to_string(depth + 1) + "\n\n";
    }
    CHECK(only_one(nested).get(email) == "bo@eken.example");
    std::string wide = "From: bo@eken.example\nContent-Type: multipart/mixed; boundary=b\n\n";
    for (int i = 0; i < 50'000; ++i) wide += "--b\n\n";
    CHECK(only_one(wide).get(email) == "bo@eken.example");
    const std::string large =
        "From: bo@eken.example\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\n\nNamn: Bo Ek\n--b\nContent-Type: video/mp4\n\n" +
        std::string(most_mail_bytes, 'x');
    CHECK(only_one(large).get(full_name) == "Bo Ek");
    CHECK(only_one("From: bo@eken.example\n\n" + std::string(most_mail_bytes, '\n'))
              .get(full_name)
              .empty());
}

TEST_CASE("bytes that are no mail are told as such") {
    CHECK_FALSE(read_mail_text(""));
    CHECK_FALSE(read_mail_text(std::string("\0\1\2\xFF", 4)));
    CHECK_FALSE(read_mail_text("bara text\nutan huvud\n"));
}

}  // namespace stormote
