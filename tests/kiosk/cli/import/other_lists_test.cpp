// import from what is no table: a folder of sign-up mails, and another event.
#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using Catch::Contains;
using testing::OrganiserProgram;

namespace {

const std::filesystem::path fixtures = std::filesystem::path(STORMOTE_SOURCES) / "tests/fixtures";
const std::filesystem::path mails = fixtures / "mails";

std::vector<std::string> names_in(const OrganiserProgram& program, const std::string& event) {
    std::vector<std::string> names;
    for (const auto& row : program.json({"export", event, "attendance", "--format", "json"})) {
        names.push_back(row["name"]);
    }
    return names;
}

}  // namespace

TEST_CASE("mails are refused without a review, and propose a row each with one") {
    const OrganiserProgram program;
    program.make_empty_event();
    const std::string record = program.record("tom");
    const Finished refused = program.run({"import", "tom", mails.string()});
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, Contains("--review FILE"));
    CHECK_THAT(refused.errors, Contains("01-anmalan.eml: From a mail by Öberg, Åsa"));
    CHECK_THAT(refused.errors, Contains("Proposal: Namn: Åsa Öberg; Förening: Ekens scoutkår; "
                                        "E-post: asa.oberg@eken.example; Telefon: 070-174 06 05"));
    const auto json = program.run({"import", "tom", mails.string(), "--json"});
    CHECK(testing::parse_json(json.output)["problems"][0]["record"] == "01-anmalan.eml");
    CHECK(program.answer({"import", "tom", mails.string(), "--review", "rest.csv"}) ==
          "Added: 0, updated: 0, unchanged: 0.\n");
    CHECK(program.record("tom") == record);
    const std::string rest = program.read("rest.csv");
    for (const char *row :
         {"Åsa Öberg;Ekens scoutkår;asa.oberg@eken.example;070-174 06 05;",
          "Yusuf Çelik;Ekbackens IF & Vänner;yusuf.celik@ekbacken-if.example;;;vegetarian;",
          "Siv Lööf;Hembygdsföreningen;siv.loof@hembygd.example;070-174 06 06;;laktosfritt;hörsl",
          "Ali Hassan;Somaliska kulturföreningen;ali.hassan@somkultur.example;",
          "Bo Ek;Judoklubben;bo.ek@judo.example;", "Gun Dahl;Judoklubben;;;styrelseledamot;",
          "07-trasig.eml: The file is no mail", "Hej, jag är sjuk och kan tyvärr inte komma."}) {
        CHECK_THAT(rest, Contains(row));
    }
    CHECK_THAT(rest, !Contains("Ingen Alls"));
}

TEST_CASE("what mails propose is registered and cancelled once it was looked at") {
    const OrganiserProgram program;
    program.make_empty_event();
    std::filesystem::create_directory(program.folder() / "in");
    for (const char *mail : {"01-anmalan.eml", "05-svar.eml", "04-avanmalan.eml"}) {
        std::filesystem::copy_file(mails / mail, program.folder() / "in" / mail);
    }
    program.write("in/bild.png", "no mail");
    const Finished read = program.run({"import", "tom", "in", "--review", "rest.csv"});
    CHECK(read.status == 0);
    CHECK_THAT(read.errors, Contains("No mails, and left aside: bild.png."));
    CHECK(program.answer({"import", "tom", "rest.csv"}) == "Added: 2, updated: 0, unchanged: 0.\n");
    CHECK(names_in(program, "tom") == std::vector<std::string>{"Ali Hassan", "Åsa Öberg"});
    const auto rows = program.json({"export", "tom", "attendance", "--format", "json"});
    CHECK(rows[0]["status"] == "expected");
    CHECK(rows[1]["status"] == "cancelled");
    // The folder again, with one mail more: only that one has to be looked at.
    CHECK(program.answer({"import", "tom", "in"}) == "Added: 0, updated: 0, unchanged: 2.\n");
    std::filesystem::copy_file(mails / "02-html.eml", program.folder() / "in" / "02-html.eml");
    CHECK(program.run({"import", "tom", "in"}).status == 1);
    CHECK(program.answer({"import", "tom", "in", "--review", "more.csv"}) ==
          "Added: 0, updated: 0, unchanged: 2.\n");
    CHECK_THAT(program.read("more.csv"), Contains("Yusuf Çelik"));
    CHECK_THAT(program.read("more.csv"), !Contains("Öberg"));
}

TEST_CASE("a mail alone, and folders without mails, say what to do") {
    const OrganiserProgram program;
    program.make_empty_event();
    std::filesystem::create_directories(program.folder() / "other");
    std::filesystem::create_directories(program.folder() / "empty");
    program.write("other/a.msg", "x");
    program.write("one.eml", "From: a@eken.example\n\nHej");
    const auto refusal = [&program](std::vector<std::string> words) {
        words.insert(words.begin(), {"import", "tom"});
        const Finished finished = program.run(words);
        CHECK(finished.status == 1);
        return finished.errors;
    };
    CHECK_THAT(refusal({"one.eml"}), Contains("Put the sign-up mails in a folder"));
    CHECK_THAT(refusal({"empty"}), Contains("The folder empty is empty."));
    CHECK_THAT(refusal({"other"}), Contains("holds no mails (.eml), but a.msg."));
    CHECK_THAT(refusal({"other", "--sheet", "x"}), Contains("--sheet"));
    program.write("list.csv", "Namn\nBo Ek\n");
    CHECK_THAT(refusal({"list.csv", "--list-passphrase-file", "list.csv"}),
               Contains("--list-passphrase-file"));
}

TEST_CASE("another event's registered people are a list, and nothing else of it comes over") {
    const OrganiserProgram program;
    program.make_empty_event();
    // Seven people, of whom one has cancelled, one was erased and one was not registered.
    for (const char *file : {"evening.stormote", "passphrase.txt"}) {
        std::filesystem::copy_file(fixtures / "record-1" / file, program.folder() / file);
    }
    const std::size_t known = testing::parse_json(program.record("tom")).size();
    const Finished locked = program.run({"import", "tom", "evening.stormote"});
    CHECK(locked.status == 1);
    CHECK_THAT(locked.errors, Contains("Give it with --list-passphrase-file"));
    const std::vector<std::string> read{"import", "tom", "evening.stormote",
                                        "--list-passphrase-file", "passphrase.txt"};
    CHECK(program.answer(read) == "Added: 5, updated: 0, unchanged: 0.\n");
    CHECK(program.answer(read) == "Added: 0, updated: 0, unchanged: 5.\n");
    CHECK(names_in(program, "tom") == std::vector<std::string>{"Amina Haddad", "Bo Lind",
                                                               "Karin Nyman", "Nils Ekdahl",
                                                               "Åsa Öberg"});
    const auto rows = program.json({"export", "tom", "attendance", "--format", "json"});
    CHECK(rows[0]["organisation"] == "Internationella kvinnogruppen");
    CHECK(rows[0]["sector"] == "Nätverk");
    CHECK(rows[2]["role"] == "official");
    for (const auto& row : rows) {
        CHECK(row["status"] == "expected");
        CHECK(row["group"].is_null());
    }
    const auto operations = testing::parse_json(program.record("tom"));
    for (std::size_t i = known; i < operations.size(); ++i) {
        const std::string kind = operations[i]["kind"];
        CHECK((kind == "attendee_described" || kind == "organisation_described"));
    }
    CHECK_THAT(program.run({"import", "tom", "tom"}).errors, Contains("is a copy of the event"));
    program.make_empty_event("ingen");
    CHECK_THAT(program.run({"import", "tom", "ingen"}).errors,
               Contains("Nobody is registered for that event."));
}

TEST_CASE("nobody is carried on from an event whose registrations were to be gone") {
    const OrganiserProgram program;
    program.make_empty_event();
    static_cast<void>(program.answer({"init", "gammalt", "--name", "Stormöte", "--starts",
                                      "2022-10-12T18:00", "--ends", "21:00", "--no-passphrase"}));
    program.write("folk.csv", "Namn;Förening\nÅsa Öberg;Eken\n");
    static_cast<void>(program.answer({"import", "gammalt", "folk.csv"}));
    const auto settings = [&program](const char *option, const char *value) {
        static_cast<void>(program.answer({"settings", "gammalt", option, value}));
    };
    settings("--keep-decision", "DHP 2022 § 7");
    const std::string record = program.record("tom");
    const Finished refused = program.run({"import", "tom", "gammalt"});
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, Contains("were to be kept until 2023-01-10 (DHP 2022 § 7)."));
    CHECK(program.record("tom") == record);
    settings("--keep", "registrations keep");
    CHECK(program.answer({"import", "tom", "gammalt"}) == "Added: 1, updated: 0, unchanged: 0.\n");
}

}  // namespace stormote
