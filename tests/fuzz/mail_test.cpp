// Mails that nobody wrote in good faith: parts, headers and encodings torn, doubled and mixed up.
// Whatever they hold is a doubtful row, and nobody is registered by it.
#include <set>

#include <catch2/catch.hpp>

#include "kiosk/lists/mails/mail_list.h"
#include "sync/base/random.h"
#include "sync/base/utf8.h"
#include "tests/support/machine/fuzz_rounds.h"
#include "tests/support/record/start_crypto.h"

namespace stormote {

using namespace testing;

namespace {

const std::vector<std::string>& pieces() {
    static const std::vector<std::string> list{
        "From: =?utf-8?Q?=C3=85sa?= <asa@eken.example>\r\n",
        "From: =?iso-8859-1?B?xXNh?= <asa@eken.example>, Bo: bo@judo.example;\n",
        "Subject: VB: Anmälan\n",
        "Från: Åsa [mailto:asa@eken.example>\nSkickat: den 12 september 2022 12:04\n",
        "Reply-To: <>\nSubject: =?x?Q?=?= =?utf-8?B?/////w==?=\n",
        "Date: Mon, 12 Sep 2022 12:04:11 +0200\nMIME-Version: 1.0\n",
        "Date: Fri, 99 Zzz 99999 99:99:99 +9999\n",
        "Content-Type: multipart/mixed; boundary=b\n",
        "Content-Type: multipart/alternative; boundary=\"\"\n",
        "Content-Type: message/rfc822\n",
        "Content-Type: text/html; charset=utf-16\n",
        "Content-Type: text/plain; charset=iso-2022-jp\n",
        "Content-Transfer-Encoding: base64\n",
        "Content-Transfer-Encoding: quoted-printable\n",
        "Content-Transfer-Encoding: x-uuencode\n",
        "\r\n",
        "\n\n",
        "--b\n",
        "--b--\n",
        "Namn: Bo Ek\nFörening:\nJudo\n",
        "<table><tr><td>Namn</td><td>&#x110000;&aring;</td></tr><!--<script>",
        "=C3=85=\n=ZZ",
        "SGVqIGZyw6VuIMOFc2E=\n",
        "begin 644 x\n#86)C\n`\nend\n",
        "Mvh\n--\n// Åsa, Eken\n",
        std::string("\0\xFF\xFE\x80", 4)};
    return list;
}

std::string any_mail(SeededRandom& random) {
    std::string mail;
    for (std::size_t parts = 1 + random.below(30); parts-- > 0;) {
        mail += pieces()[random.below(pieces().size())];
    }
    for (std::size_t harms = random.below(5); harms-- > 0 && !mail.empty();) {
        mail[random.below(mail.size())] = static_cast<char>(random.below(256));
    }
    return mail;
}

}  // namespace

TEST_CASE("a mail of any bytes is a doubtful row, and registers nobody") {
    SeededRandom random(20220912);
    for (int round = 0; round < round_count(3000); ++round) {
        MailList mails;
        const std::string bytes = any_mail(random);
        CAPTURE(bytes);
        mails.add("en.eml", bytes);
        mails.add("samma.eml", bytes);
        const RegistrationList list = mails.take(
            KeepRows::yes, [](const RegistrationList&) { return std::set<std::size_t>(); });
        CHECK(list.registrations.empty());
        REQUIRE(list.rows.size() >= 2);
        CHECK(list.problems.size() >= list.rows.size());
        for (const CsvRow& row : list.rows) {
            for (const CsvCell& cell : row.cells) CHECK(is_utf8(cell.text));
        }
        for (const ListProblem& problem : list.problems) CHECK_FALSE(problem.record.empty());
    }
}

}  // namespace stormote
