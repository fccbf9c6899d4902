// The accounts of the pages, kept by the real program.
#include "kiosk/web/accounts/web_accounts.h"
#include "tests/kiosk/web/cli/web_program.h"

using namespace stormote;
using namespace stormote::testing;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

TEST_CASE(
    "the first account of an empty folder is made on the command line, with a password alone "
    "on standard output") {
    const WebProgram program;
    const Finished added = program.user(
        {"add", "anna@ekbacken.example", "--name", "Anna Ek", "--role", "administrator"});
    INFO(added.errors);
    REQUIRE(added.status == 0);
    CHECK(std::regex_match(added.output, std::regex("[0-9a-zA-Z]+(-[0-9a-zA-Z]+)+\n")));
    CHECK_THAT(added.errors, Contains("works for three days"));
    CHECK_THAT(added.errors, !Contains(added.output.substr(0, added.output.size() - 1)));
    const auto anna = program.find("anna@ekbacken.example");
    REQUIRE(anna);
    CHECK((*anna)["name"] == "Anna Ek");
    CHECK((*anna)["role"] == "administrator");
    CHECK((*anna)["one_time_password"] == true);
    CHECK((*anna)["locked"] == false);
    CHECK((*anna)["signed_in"].is_null());
    CHECK((*anna)["added"].get<std::string>().ends_with("Z"));
    CHECK((*anna)["events"].empty());
}

TEST_CASE("an account's password is read from a file or from standard input") {
    const WebProgram program;
    write_file(program.folder() / "password", "lampa korv fjord segel\r\nnot this line\n");
    const Finished added = program.user(
        {"add", "anna", "--name", "Anna Ek", "--role", "organiser", "--password-file", "password"});
    INFO(added.errors);
    CHECK(added.status == 0);
    CHECK(added.output.empty());
    REQUIRE(program.add("eva", "steward").status == 0);
    for (const char *login : {"anna", "eva"}) {
        CHECK((*program.find(login))["one_time_password"] == false);
    }
}

TEST_CASE("an account that cannot be made is refused in words, and nothing is made") {
    const WebProgram program;
    const auto add = [&](const std::vector<std::string>& more, const std::string& input = "") {
        std::vector<std::string> words{"add", "anna", "--name", "Anna Ek"};
        words.insert(words.end(), more.begin(), more.end());
        return program.user(words, input);
    };
    const Finished role = add({"--role", "boss"});
    CHECK(role.status == 2);
    CHECK_THAT(role.errors, Contains("\"boss\" is no role") && Contains("steward"));
    CHECK(add({}).status == 2);
    const Finished missing = add({"--role", "organiser", "--password-file", "gone.txt"});
    CHECK(missing.status == 1);
    CHECK_THAT(missing.errors, Contains("There is no file gone.txt"));
    const Finished empty = add({"--role", "organiser", "--password-file", "-"}, "\n");
    CHECK(empty.status == 1);
    CHECK_THAT(empty.errors, Contains("no password on its first line"));
    const Finished weak = add({"--role", "organiser", "--password-file", "-"}, "sommar2026\n");
    CHECK(weak.status == 1);
    CHECK_THAT(weak.errors, Contains("at least 12 characters"));
    const Finished guessed =
        add({"--role", "organiser", "--password-file", "-"}, "password123456\n");
    CHECK(guessed.status == 1);
    CHECK_THAT(guessed.errors, Contains("first that are guessed"));
    CHECK_FALSE(program.find("anna"));
    const Finished nowhere = program.run({"user", "add", "anna", "--name", "Anna Ek", "--role",
                                          "organiser", "--events", "elsewhere"});
    CHECK(nowhere.status == 1);
    CHECK_THAT(nowhere.errors, Contains("elsewhere is no folder"));
    REQUIRE(program.add("anna", "organiser").status == 0);
    const Finished again = program.add("Anna", "steward");
    CHECK(again.status == 1);
    CHECK_THAT(again.errors, Contains("already"));
}

TEST_CASE("accounts are listed as lines and as JSON, also where there is none yet") {
    const WebProgram program;
    const Finished none = program.user({"list"});
    CHECK(none.status == 0);
    CHECK(none.output.empty());
    CHECK_THAT(none.errors, Contains("stormote-web user add --help"));
    CHECK(parse_json(program.user({"list", "--json"}).output) == parse_json(R"({"users": []})"));
    CHECK(std::filesystem::is_empty(program.events()));
    REQUIRE(program.add("eva", "steward").status == 0);
    REQUIRE(program.add("anna", "organiser").status == 0);
    CHECK(program.user({"list"}).output == "anna\torganiser\tAnna Ek\neva\tsteward\tAnna Ek\n");
}

TEST_CASE("an account is removed, locked and unlocked, but not the last administrator's") {
    const WebProgram program;
    REQUIRE(program.add("anna", "administrator").status == 0);
    REQUIRE(program.add("eva", "steward").status == 0);
    REQUIRE(program.user({"lock", "eva"}).status == 0);
    CHECK((*program.find("eva"))["locked"] == true);
    CHECK_THAT(program.user({"list"}).output, Contains("eva\tsteward\tAnna Ek\tlocked\n"));
    REQUIRE(program.user({"unlock", "eva"}).status == 0);
    CHECK((*program.find("eva"))["locked"] == false);
    REQUIRE(program.user({"remove", "eva"}).status == 0);
    CHECK_FALSE(program.find("eva"));
    for (const char *command : {"remove", "lock"}) {
        const Finished last = program.user({command, "anna"});
        CHECK(last.status == 1);
        CHECK_THAT(last.errors, Contains("the only administrator"));
    }
    CHECK((*program.find("anna"))["locked"] == false);
}

TEST_CASE("a forgotten password is replaced by a one-time password") {
    const WebProgram program;
    REQUIRE(program.add("anna", "organiser").status == 0);
    const Finished reset = program.user({"reset", "anna"});
    REQUIRE(reset.status == 0);
    CHECK(std::regex_match(reset.output, std::regex("[0-9a-zA-Z]+(-[0-9a-zA-Z]+)+\n")));
    CHECK_THAT(reset.errors, Contains("works for three days"));
    CHECK((*program.find("anna"))["one_time_password"] == true);
}

TEST_CASE("access to a meeting is given and taken away by its file's name, its path or its id") {
    const WebProgram program;
    REQUIRE(program.add("anna", "organiser").status == 0);
    const std::string id = to_string(program.make_event("october.stormote"));
    const auto events = [&] { return (*program.find("anna"))["events"]; };
    for (const std::string& event :
         {std::string("october.stormote"), std::string("events/october.stormote"), id}) {
        INFO(event);
        const Finished granted = program.user({"grant", "anna", event});
        INFO(granted.errors);
        REQUIRE(granted.status == 0);
        CHECK(events() == nlohmann::json::array({id}));
        REQUIRE(program.user({"withdraw", "anna", event}).status == 0);
        CHECK(events().empty());
    }
    write_file(program.events() / "notes.txt", "no event");
    for (const auto& [event, words] : std::vector<std::pair<std::string, std::string>>{
             {"november.stormote", "There is no event november.stormote"},
             {"notes.txt", "is no event file"},
             {"0183cd0e-8c00-7001-8001-020304050607", "Put its file there first"}}) {
        const Finished refused = program.user({"grant", "anna", event});
        CHECK(refused.status == 1);
        CHECK_THAT(refused.errors, Contains(words));
    }
    CHECK(events().empty());
}

TEST_CASE("every command about an account that is not there says how to find those that are") {
    const WebProgram program;
    const std::string id = to_string(program.make_event("october.stormote"));
    const std::vector<std::vector<std::string>> calls{
        {"remove", "anna"}, {"reset", "anna"},     {"lock", "anna"},
        {"unlock", "anna"}, {"grant", "anna", id}, {"withdraw", "anna", id}};
    const auto check_calls = [&] {
        for (const auto& call : calls) {
            INFO(call.front());
            const Finished refused = program.user(call);
            CHECK(refused.status == 1);
            CHECK(refused.output.empty());
            CHECK_THAT(refused.errors, Contains("There is no account anna in events") &&
                                           Contains("stormote-web user list"));
        }
    };
    check_calls();
    CHECK_FALSE(std::filesystem::exists(program.events() / "stormote-web.db"));
    REQUIRE(program.add("eva", "steward").status == 0);
    check_calls();
}

TEST_CASE("what is done with accounts on the command line stands in the log of the pages") {
    const WebProgram program;
    REQUIRE(program.add("anna", "administrator").status == 0);
    const auto file = program.events() / WebAccounts::file_name;
    CHECK(std::filesystem::status(file).permissions() == std::filesystem::perms{0600});
    // Also while they are served.
    const WebService service(program);
    REQUIRE(program.user({"reset", "anna"}).status == 0);
    SystemClock clock;
    SystemRandom random;
    const auto web = WebAccounts::open(program.events(), clock, random);
    REQUIRE(web);
    const auto entries = (*web)->log.read_all(0, 10);
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].action == AuditAction::password_reset);
    CHECK(entries[1].action == AuditAction::account_added);
    for (const AuditEntry& entry : entries) {
        CHECK(entry.actor.kind == AuditActorKind::command);
        CHECK_THAT(entry.detail, StartsWith("anna"));
    }
}

TEST_CASE("each command about accounts explains itself, and a mistyped one is named") {
    const WebProgram program;
    for (const char *command :
         {"add", "list", "remove", "reset", "grant", "withdraw", "lock", "unlock"}) {
        INFO(command);
        const Finished help = program.run({"user", command, "--help"});
        CHECK(help.status == 0);
        CHECK_THAT(help.output, Contains("--events") &&
                                    Contains(std::string("  stormote-web user ") + command + " "));
    }
    const Finished mistyped = program.run({"user", "ad", "anna"});
    CHECK(mistyped.status == 2);
    CHECK_THAT(mistyped.errors, Contains("The nearest is \"add\"") &&
                                    Contains("More with: stormote-web user --help"));
    const Finished bare = program.run({"user"});
    CHECK(bare.status == 2);
    CHECK_THAT(bare.errors, Contains("add, list, remove"));
    const Finished half = program.run({"user", "lock", "--events", "events"});
    CHECK(half.status == 2);
    CHECK_THAT(half.errors,
               Contains("LOGIN") && Contains("More with: stormote-web user lock --help"));
}

TEST_CASE("accounts of a kiosk are made before it serves pages, and let into any event") {
    const WebProgram program;
    const EventId event = program.make_event("october.stormote");
    const auto user = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "user");
        words.insert(words.end(), {"--accounts", "state/pages"});
        return program.run(words);
    };
    const Finished added = user({"add", "anna", "--name", "Anna Ek", "--role", "organiser"});
    INFO(added.errors);
    REQUIRE(added.status == 0);
    CHECK(std::filesystem::exists(program.folder() / "state/pages" / WebAccounts::file_name));
    CHECK(user({"grant", "anna", "events/october.stormote"}).status == 0);
    const Finished unknown = user({"grant", "anna", "november.stormote"});
    CHECK(unknown.status == 1);
    CHECK_THAT(unknown.errors, Contains("Give an event file, or an event's id."));
    CHECK_THAT(user({"list", "--json"}).output, Contains(to_string(event)));
    for (const std::vector<std::string>& more :
         {std::vector<std::string>{}, {"--events", "events", "--accounts", "state/pages"}}) {
        std::vector<std::string> words{"user", "list"};
        words.insert(words.end(), more.begin(), more.end());
        const Finished unclear = program.run(words);
        CHECK(unclear.status == 2);
        CHECK_THAT(unclear.errors, Contains("Say whose accounts"));
    }
}
