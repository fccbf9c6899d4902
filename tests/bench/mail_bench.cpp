#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

#include "kiosk/mail/smtp_session.h"
#include "tests/bench/benches.h"
#include "tests/support/mail/smtp_server.h"

namespace stormote::testing {

namespace {

constexpr int mail_count = 300;

// 30 kB, as one with a ticket as picture and PDF.
std::string mail_text() {
    std::string text =
        "From: kultur@ekbacken.example\r\nTo: asa@example.org\r\nSubject: Prov\r\n\r\n";
    while (text.size() < 30'000) text += std::string(76, 'x') + "\r\n";
    return text;
}

// The same mails over one connection, by Python's own client.
constexpr const char *peer_program = R"(
import smtplib, sys
text = open(sys.argv[2], "rb").read()
with smtplib.SMTP("127.0.0.1", int(sys.argv[1])) as server:
    for _ in range(int(sys.argv[3])):
        server.sendmail("kultur@ekbacken.example", ["asa@example.org"], text)
)";

}  // namespace

void measure_mail(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("Mails to a server on this machine");
    const std::string text = mail_text();
    const auto file = folder / "bench-mail.eml";
    std::ofstream(file) << text;
    Samples peer;
    Samples sent;
    constexpr int rounds = 3;
    for (int round = 0; round < rounds; ++round) {
        const SmtpServer server;
        const std::string url = server.url();
        const std::string port = url.substr(url.rfind(':') + 1);
        peer.measure([&] {
            const Finished finished = run_program(
                {"/usr/bin/python3", "-c", peer_program, port, file, std::to_string(mail_count)});
            if (finished.status != 0) throw std::runtime_error(finished.errors);
        });
        sent.measure([&] {
            SmtpSession session({url, ""});
            for (int i = 0; i < mail_count; ++i) {
                const MailResult result =
                    session.send("kultur@ekbacken.example", "asa@example.org", text);
                if (result.outcome != MailOutcome::handed_over) {
                    throw std::runtime_error(result.words);
                }
            }
        });
    }
    std::filesystem::remove(file);
    Figures::value("mails of 30 kB", mail_count, "");
    Figures::times("peer: Python's smtplib", peer);
    Figures::times("handed over by the program's client", sent);
    figures.at_least("as fast as smtplib", peer.median() / sent.median(), 2, "x");
}

}  // namespace stormote::testing
