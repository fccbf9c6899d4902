// invite: mails by a real SMTP server on this machine, with what such servers do.
#include <map>

#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"
#include "tests/support/machine/self_signed.h"
#include "tests/support/mail/smtp_server.h"

namespace stormote {

using Catch::Contains;
using testing::OrganiserProgram;
using testing::SmtpServer;

namespace {

const std::string from = "Ekbackens kommun <kultur@ekbacken.example>";

void make_event(const OrganiserProgram& program, const std::string& people) {
    program.make_empty_event("mote");
    program.write("folk.csv", "Namn;E-post;Språk\n" + people);
    static_cast<void>(program.answer({"import", "mote", "folk.csv"}));
}

Finished invite(const OrganiserProgram& program, const SmtpServer& server,
                std::vector<std::string> more = {}) {
    std::vector<std::string> words{"invite", "mote", "--from", from, "--smtp", server.url()};
    words.insert(words.end(), more.begin(), more.end());
    return program.run(words);
}

std::map<std::string, int> count(const std::vector<std::string>& recipients) {
    std::map<std::string, int> counts;
    for (const std::string& recipient : recipients) ++counts[recipient];
    return counts;
}

}  // namespace

TEST_CASE("everybody with an address is invited once, and the rest are named") {
    const OrganiserProgram program;
    const SmtpServer server;
    make_event(program, "Åsa Öberg;asa@example.org;\nBo Ek;bo@example.org;engelska\nSiv Ås;;\n");
    const Finished sent = invite(program, server);
    CHECK(sent.status == 0);
    CHECK_THAT(sent.output, Contains("Handed over: 2. Refused: 0. Waiting: 0."));
    CHECK_THAT(sent.errors, Contains("Registered without an e-mail address: 1."));
    const auto mails = server.mails();
    REQUIRE(mails.size() == 2);
    for (const std::string& mail : mails) {
        CHECK_THAT(mail, Contains("image/png") && Contains("application/pdf") &&
                             Contains("text/calendar") && Contains("text/html"));
    }
    CHECK_THAT(invite(program, server).output, Contains("Handed over: 0."));
    CHECK(server.mails().size() == 2);
    // Somebody who registers later is told of after the import, and invited alone.
    program.write("folk.csv",
                  "Namn;E-post\nÅsa Öberg;asa@example.org\nAli Hassan;ali@example.org\n");
    CHECK_THAT(program.run({"import", "mote", "folk.csv"}).errors, Contains("Not invited yet: 1."));
    CHECK_THAT(invite(program, server).output, Contains("Handed over: 1."));
    CHECK(server.recipients().back() == "ali@example.org");
    // A reminder goes to all, once a day.
    CHECK_THAT(invite(program, server, {"--remind"}).output, Contains("Handed over: 3."));
    CHECK_THAT(invite(program, server, {"--remind"}).output, Contains("Handed over: 0."));
}

TEST_CASE("who came is thanked once, with the file, and who stayed away is not") {
    const OrganiserProgram program;
    const SmtpServer server;
    make_event(program, "Åsa Öberg;asa@example.org;\nBo Ek;bo@example.org;\n");
    for (const auto& ticket : program.tickets()) {
        if (ticket[1] == "Åsa Öberg") {
            static_cast<void>(program.answer({"check-in", "mote", ticket[2]}));
        }
    }
    program.write("vad-som-sades.pdf", "%PDF-1.7 sammanfattning");
    const Finished sent = invite(program, server, {"--thank", "vad-som-sades.pdf"});
    CHECK(sent.status == 0);
    CHECK_THAT(sent.output, Contains("Handed over: 1."));
    REQUIRE(server.mails().size() == 1);
    CHECK(server.recipients() == std::vector<std::string>{"asa@example.org"});
    CHECK_THAT(server.mails()[0], Contains("vad-som-sades.pdf") && Contains("application/pdf") &&
                                      !Contains("image/png") && !Contains("text/calendar"));
    CHECK_THAT(invite(program, server, {"--thank", "vad-som-sades.pdf"}).output,
               Contains("Handed over: 0."));
    CHECK(invite(program, server, {"--thank", "saknas.pdf"}).status == 1);
    CHECK(invite(program, server, {"--thank", "vad-som-sades.pdf", "--remind"}).status == 2);
}

TEST_CASE(
    "a refused address is told with the server's words, and written to once it is corrected") {
    const OrganiserProgram program;
    const SmtpServer server;
    make_event(program, "Åsa Öberg;refuse@example.org;\nBo Ek;bo@example.org;\n");
    const Finished sent = invite(program, server);
    CHECK(sent.status == 0);
    CHECK_THAT(sent.output, Contains("Handed over: 1. Refused: 1. Waiting: 0."));
    CHECK_THAT(sent.errors,
               Contains("Åsa Öberg <refuse@example.org> was refused: 550 5.1.1 No such user here"));
    CHECK_THAT(invite(program, server).output, Contains("Handed over: 0. Refused: 0."));
    const auto tickets = program.tickets();
    CHECK(program
              .answer({"correct", "mote", "--attendee",
                       tickets[0][1] == "Bo Ek" ? tickets[1][0] : tickets[0][0], "--email",
                       "asa@example.org"})
              .empty());
    CHECK_THAT(invite(program, server).output, Contains("Handed over: 1."));
}

TEST_CASE("a mail that the server puts off waits, and is sent by the next call") {
    const OrganiserProgram program;
    const SmtpServer server;
    make_event(program, "Åsa Öberg;later@example.org;\nBo Ek;bo@example.org;\n");
    const Finished sent = invite(program, server);
    CHECK(sent.status == 1);
    CHECK_THAT(sent.output, Contains("Handed over: 1. Refused: 0. Waiting: 1."));
    CHECK_THAT(sent.errors, Contains("450 4.7.1 Greylisted") && Contains("Nothing is lost"));
    CHECK_THAT(invite(program, server).output, Contains("Handed over: 1. Refused: 0. Waiting: 0."));
    CHECK(count(server.recipients()) ==
          std::map<std::string, int>{{"bo@example.org", 1}, {"later@example.org", 1}});
}

TEST_CASE("a connection that breaks repeats only the mail that was not acknowledged") {
    const OrganiserProgram program;
    const SmtpServer server;
    make_event(program,
               "Åsa Öberg;asa@example.org;\nBo Ek;drop@example.org;\n"
               "Siv Ås;siv@example.org;\n");
    CHECK_THAT(invite(program, server).output, Contains("Handed over: 2. Refused: 0. Waiting: 1."));
    CHECK_THAT(invite(program, server).output, Contains("Handed over: 0. Refused: 0. Waiting: 1."));
    CHECK(count(server.recipients()) == std::map<std::string, int>{{"asa@example.org", 1},
                                                                   {"drop@example.org", 2},
                                                                   {"siv@example.org", 1}});
    const auto mails = server.mails();
    // The same mail, for who gets it twice.
    const auto id_of = [](const std::string& mail) {
        const auto at = mail.find("Message-Id: ");
        return mail.substr(at, mail.find('\n', at) - at);
    };
    std::map<std::string, int> ids;
    for (const std::string& mail : mails) ++ids[id_of(mail)];
    CHECK(ids.size() == 3);
}

TEST_CASE("killed in the middle, none is lost and at most one is repeated") {
    const OrganiserProgram program;
    const SmtpServer server;
    std::string people;
    constexpr int count_of_people = 12;
    for (int i = 0; i < count_of_people; ++i) {
        people += "Person " + std::to_string(i) + ";p" + std::to_string(i) + "@example.org;\n";
    }
    make_event(program, people);
    {
        Process process({(program_directory() / "stormote").string(), "invite", "mote", "--from",
                         from, "--smtp", server.url(), "--per-minute", "600"},
                        {{{"STORMOTE_LANGUAGE", "en"},
                          {"STORMOTE_STATE", (program.folder() / "state").string()}},
                         program.folder(),
                         ""});
        CHECK(wait_until([&server] { return server.recipients().size() >= 4; }));
        process.send_signal(9);
        CHECK(process.wait() == 128 + 9);
    }
    CHECK(server.recipients().size() < count_of_people);
    CHECK(invite(program, server).status == 0);
    const auto counts = count(server.recipients());
    CHECK(counts.size() == count_of_people);
    CHECK(server.recipients().size() <= count_of_people + 1);
}

TEST_CASE("a certificate that does not hold, or a wrong password, stops before any mail") {
    const OrganiserProgram program;
    const auto certificate = testing::make_self_signed(program.folder(), "bad");
    make_event(program, "Åsa Öberg;asa@example.org;\nBo Ek;bo@example.org;\n");
    const SmtpServer encrypted(
        {"--certificate", certificate.certificate.string(), "--key", certificate.key.string()});
    const Finished sent = invite(program, encrypted);
    CHECK(sent.status == 1);
    CHECK_THAT(sent.output, Contains("Handed over: 0. Refused: 0. Waiting: 2."));
    CHECK_THAT(sent.errors, Contains("certificate") || Contains("SSL"));
    CHECK(encrypted.mails().empty());
    const SmtpServer guarded({"--user", "kultur", "--password", "hemligt"});
    const auto sign_in = [&](const std::string& password) {
        program.write("losen", password + "\n");
        return program.run({"invite", "mote", "--from", from, "--smtp", guarded.url("kultur"),
                            "--smtp-password-file", "losen"});
    };
    CHECK(sign_in("fel").status == 1);
    CHECK(guarded.mails().empty());
    CHECK_THAT(sign_in("hemligt").output, Contains("Handed over: 2. Refused: 0. Waiting: 0."));
    const Finished nowhere =
        program.run({"invite", "mote", "--from", from, "--remind", "--smtp", "smtp://127.0.0.1:1"});
    CHECK(nowhere.status == 1);
    CHECK_THAT(nowhere.errors, Contains("The mail server could not be used"));
}

TEST_CASE("an invitation says what is stored, unless people are to be asked for it") {
    const OrganiserProgram program;
    make_event(program, "Åsa Öberg;asa@example.org;svenska\n");
    const auto preview = [&program] {
        static_cast<void>(
            program.answer({"invite", "mote", "--from", from, "--preview", "p.html"}));
        return program.read("p.html");
    };
    CHECK_THAT(preview(), Contains("Det vi sparar om dig") &&
                              Contains("Kommunen beslutar hur länge uppgifterna sparas."));
    static_cast<void>(program.answer({"settings", "mote", "--legal-basis", "consent"}));
    CHECK_THAT(preview(), !Contains("Det vi sparar om dig"));
}

TEST_CASE("a preview, a test mail and EML files show what would be sent") {
    const OrganiserProgram program;
    const SmtpServer server;
    make_event(program, "Åsa Öberg;asa@example.org;\n");
    const std::string record = program.record();
    program.write("mall.txt", "Till {{name}}\n\nHej {{name}}, kod {{code}}.\n");
    const auto preview = [&](const std::string& file) {
        CHECK(program
                  .answer({"invite", "mote", "--from", from, "--template", "mall.txt", "--preview",
                           file})
                  .empty());
        return program.read(file);
    };
    CHECK_THAT(preview("p.html"), Contains("<p>Hej Åsa Öberg, kod ") && Contains("cid:ticket"));
    CHECK_THAT(preview("p.eml"), Contains("multipart/alternative"));
    CHECK(invite(program, server, {"--test", "chef@ekbacken.example"}).status == 0);
    CHECK(server.recipients() == std::vector<std::string>{"chef@ekbacken.example"});
    CHECK(program.record() == record);
    CHECK_THAT(program.answer({"invite", "mote", "--from", from, "--eml", "mejl"}),
               Contains("Written: 1."));
    CHECK(std::distance(std::filesystem::directory_iterator(program.folder() / "mejl"), {}) == 1);
    CHECK_THAT(invite(program, server).output, Contains("Handed over: 0."));
    program.write("mall.txt", "Till {{namn}}\n\nHej!\n");
    const auto refused = program.run(
        {"invite", "mote", "--from", from, "--template", "mall.txt", "--preview", "q.eml"});
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, Contains("{{namn}}"));
    CHECK_FALSE(program.exists("q.eml"));
}

TEST_CASE("the register's contacts are told how their organisation registers") {
    const OrganiserProgram program;
    const SmtpServer server;
    make_event(program, "Åsa Öberg;asa@example.org;\n");
    program.write("register.csv",
                  "Organisation;Kontaktperson;E-post;Platser\n"
                  "Ekens kör;Eva Alm;eva@example.org;4\nUtan kontakt;;;\n");
    static_cast<void>(program.answer({"organisations", "mote", "--import", "register.csv"}));
    CHECK(invite(program, server, {"--organisations"}).status == 2);
    const std::vector<std::string> call{"--organisations", "--sign-up", "Svara med namn."};
    CHECK_THAT(invite(program, server, call).output, Contains("Handed over: 1."));
    CHECK_THAT(invite(program, server, call).output, Contains("Handed over: 0."));
    REQUIRE(server.mails().size() == 1);
    CHECK_THAT(server.mails()[0], Contains("Ekens k=C3=B6r") && Contains("Svara med namn."));
    CHECK(server.mails()[0].find("image/png") == std::string::npos);
}

}  // namespace stormote
