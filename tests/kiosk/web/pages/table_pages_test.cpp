// A table's phone: who is let in, what it may, and that each note is written once.
#include "kiosk/web/pages/waiting_place.h"
#include "tests/kiosk/web/pages/table_meeting.h"

using namespace stormote;
using namespace stormote::testing;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

// What the value of a hidden field is on a page.
std::string field(const std::string& page, const std::string& name) {
    const std::string mark = "name=\"" + name + "\" value=\"";
    const auto found = page.find(mark);
    if (found == std::string::npos) return "";
    const auto begin = found + mark.size();
    return page.substr(begin, page.find('"', begin) - begin);
}

// The address of the first note that can be changed.
std::string first_note(const std::string& page) {
    const auto found = page.find("/table/notes/");
    const auto begin = page.rfind('"', found) + 1;
    return page.substr(begin, page.find('"', begin) - begin);
}

httplib::Params note_of(const std::string& page, const std::string& kind, const std::string& text) {
    return {{"note", field(page, "note")},
            {"question", field(page, "question")},
            {"kind", kind},
            {"text", text}};
}

}  // namespace

TEST_CASE("a phone comes in by the code on the sign, and writes a note that stands once") {
    TableMeeting meeting;
    TestBrowser phone(meeting.pages);
    const auto in = phone.get("/t/" + meeting.code(1));
    REQUIRE(in.status == 303);
    CHECK(in.get_header_value("Location") == meeting.address());
    CHECK_THAT(in.get_header_value("Set-Cookie"),
               StartsWith("stormote-table=") && Contains("HttpOnly") && Contains("SameSite=Lax"));
    const auto page = phone.get(meeting.address());
    REQUIRE(page.status == 200);
    CHECK_THAT(page.body, Contains("Bord Lönnen") && Contains("Fråga 2 av 2") &&
                              Contains("När och hur möts vi") && Contains("15 min") &&
                              Contains("till 19.20") && Contains("0 av 0 är här"));
    const auto form = note_of(page.body, "proposal", "Två träffar om året\r\noch fika");
    for (int time = 0; time < 2; ++time) {
        CHECK(phone.post(meeting.address() + "/notes", form).status == 303);
    }
    CHECK(meeting.notes(1) == std::vector<std::string>{"Två träffar om året\noch fika"});
    CHECK(meeting.notes(2).empty());
    const auto after = phone.get(meeting.address() + "?question=2");
    CHECK_THAT(after.body, Contains("Två träffar om året\noch fika") && Contains("Förslag"));
    CHECK_THAT(phone.get(meeting.address() + "?question=1").body, !Contains("Två träffar"));
}

TEST_CASE("a note that a busy desk takes too long over is asked for again, and stands once") {
    TableMeeting meeting;
    meeting.pages.site.patience = std::chrono::milliseconds(10);
    TestBrowser phone(meeting.pages);
    phone.get("/t/" + meeting.code(1));
    const auto form =
        note_of(phone.get(meeting.address()).body, "proposal", "Samlingslokal i norr");
    std::promise<void> disk;
    meeting.pages.events.open(meeting.pages.ours)->desk->do_quietly([&disk](Desk&) {
        disk.get_future().wait();
    });
    const auto busy = phone.post(meeting.address() + "/notes", form);
    CHECK(busy.status == 503);
    CHECK_THAT(busy.body, Contains("upptagen") && Contains("Samlingslokal i norr"));
    disk.set_value();
    meeting.pages.site.patience = std::chrono::minutes(1);
    CHECK(phone
              .post(meeting.address() + "/notes",
                    note_of(busy.body, "proposal", "Samlingslokal i norr"))
              .status == 303);
    CHECK(meeting.notes(1) == std::vector<std::string>{"Samlingslokal i norr"});
}

TEST_CASE(
    "where others wait for a desk already, a page asks to be sent again, and reading goes on") {
    TableMeeting meeting;
    meeting.pages.site.patience = std::chrono::minutes(1);
    TestBrowser phone(meeting.pages);
    phone.get("/t/" + meeting.code(1));
    const auto form = note_of(phone.get(meeting.address()).body, "point", "Fika");
    CHECK(phone.post(meeting.address() + "/notes", form).status == 303);
    const std::string note = first_note(phone.get(meeting.address()).body);
    const httplib::Params changed{{"version", field(phone.get(note).body, "version")},
                                  {"do", "change"},
                                  {"kind", "point"},
                                  {"text", "Fika efteråt"}};
    std::vector<WaitingPlace> others;
    while (auto place = WaitingPlace::take()) others.push_back(*std::move(place));
    CHECK(others.size() == WaitingPlace::count);
    auto second = note_of(phone.get(meeting.address()).body, "point", "Te");
    CHECK(phone.post(meeting.address() + "/notes", second).status == 503);
    CHECK(phone.post(note, changed).status == 503);
    CHECK(meeting.notes(1) == std::vector<std::string>{"Fika"});
    others.clear();
    CHECK(phone.post(meeting.address() + "/notes", second).status == 303);
    CHECK(phone.post(note, changed).status == 303);
    CHECK(meeting.notes(1) == std::vector<std::string>{"Fika efteråt", "Te"});
}

TEST_CASE("the code may be typed, however it is written, and a wrong one lets nobody in") {
    TableMeeting meeting;
    TestBrowser phone(meeting.pages);
    CHECK(phone.get("/t").status == 200);
    std::string typed = spaced_table_code(meeting.code(2));
    for (char& letter : typed) letter = static_cast<char>(std::tolower(letter));
    CHECK(phone.post("/t", {{"code", typed}}).status == 303);
    CHECK_THAT(phone.get(meeting.address()).body, Contains("Bord Eken"));
    CHECK(meeting.pages.accounts.logged().front() == AuditAction::signed_in);
    TestBrowser other(meeting.pages);
    for (const char *wrong : {"", "ABCDEFGH", "ABCD", "<b>"}) {
        CHECK(other.post("/t", {{"code", wrong}}).status == 403);
    }
    CHECK(other.get(meeting.address()).get_header_value("Location") == "/t?ended");
}

TEST_CASE("a page of one table writes at no other that the phone came in to since") {
    TableMeeting meeting;
    TestBrowser phone(meeting.pages);
    phone.get("/t/" + meeting.code(1));
    auto form = note_of(phone.get(meeting.address()).body, "point", "Från Lönnen");
    form.emplace("table", "1");
    phone.get("/t/" + meeting.code(2));
    CHECK(phone.post(meeting.address() + "/notes", form).status == 410);
    CHECK(phone.get(meeting.address() + "/state?answer=json&table=1").status == 410);
    CHECK(phone.get(meeting.address() + "/state?answer=json&table=2").status == 200);
    CHECK(meeting.notes(1).empty());
    CHECK(meeting.notes(2).empty());
}

TEST_CASE("who scans the sign once more keeps the pass, and so the forms of pages that are open") {
    TableMeeting meeting;
    TestBrowser phone(meeting.pages);
    phone.get("/t/" + meeting.code(1));
    const auto page = phone.get(meeting.address());
    const auto logged = meeting.pages.accounts.logged().size();
    CHECK(phone.get("/t/" + meeting.code(1)).status == 303);
    CHECK(meeting.pages.accounts.logged().size() == logged);
    CHECK(phone
              .post_plainly(meeting.address() + "/notes",
                            [&] {
                                auto form = note_of(page.body, "point", "Kvar");
                                form.emplace("form-token", field(page.body, "form-token"));
                                return form;
                            }())
              .status == 303);
}

TEST_CASE("a note that was sent with other words before is asked about, and neither is lost") {
    TableMeeting meeting;
    TestBrowser phone(meeting.pages);
    phone.get("/t/" + meeting.code(1));
    auto form = note_of(phone.get(meeting.address()).body, "point", "Fika");
    CHECK(phone.post(meeting.address() + "/notes", form).status == 303);
    form.erase("text");
    form.emplace("text", "Fika i vestibulen");
    const auto asked = phone.post(meeting.address() + "/notes", form);
    CHECK(asked.status == 422);
    CHECK(
        phone.post(meeting.address() + "/notes", note_of(asked.body, "point", "Fika i vestibulen"))
            .status == 303);
    CHECK(meeting.notes(1) == std::vector<std::string>{"Fika", "Fika i vestibulen"});
}

TEST_CASE("codes are not guessed: after some wrong ones an address waits, the right one too") {
    TableMeeting meeting;
    TestBrowser phone(meeting.pages);
    int tries = 0;
    while (phone.get("/t/ABCDEFGH").status == 403 && tries < 400) ++tries;
    CHECK(tries == attempts_without_delay(CountedBy::table_code));
    CHECK(phone.get("/t/" + meeting.code(1)).status == 429);
    // Of a flood two rows stand in the log.
    const auto logged = meeting.pages.accounts.logged();
    CHECK(std::count(logged.begin(), logged.end(), AuditAction::sign_in_failed) == 2);
    meeting.pages.accounts.clock.advance_ms(2 * minute_ms);
    CHECK(phone.get("/t/" + meeting.code(1)).status == 303);
}

TEST_CASE("a code and whoever came in by it end with the meeting, a renewal and the hours after") {
    TableMeeting meeting;
    TestBrowser phone(meeting.pages);
    const std::string code = meeting.code(1);
    const auto is_in = [&] { return phone.get(meeting.address()).status == 200; };
    const auto comes_in = [&] { return phone.get("/t/" + code).status == 303; };
    REQUIRE(comes_in());
    const auto page = phone.get(meeting.address());
    meeting.set(SettingField::ended, "2022-10-12T19:05");
    CHECK_FALSE(is_in());
    CHECK_FALSE(comes_in());
    CHECK(phone.post(meeting.address() + "/notes", note_of(page.body, "point", "Sent")).status ==
          410);
    CHECK(meeting.notes(1).empty());
    meeting.set(SettingField::ended, "");
    CHECK(is_in());
    meeting.pages.accounts.clock.advance_ms(5 * hour_ms);
    CHECK_FALSE(is_in());
    CHECK_FALSE(comes_in());
    meeting.pages.accounts.clock.advance_ms(-5 * hour_ms);
    CHECK(is_in());
    meeting.ask([](Desk& desk) { desk.renew_table_codes(actor::organiser); });
    CHECK_FALSE(is_in());
    CHECK_FALSE(comes_in());
    CHECK(phone.get("/t/" + meeting.code(1)).status == 303);
    CHECK(is_in());
}

TEST_CASE("a phone at a table sees and changes that table's notes alone, and no other page") {
    TableMeeting meeting;
    TestBrowser one(meeting.pages);
    TestBrowser two(meeting.pages);
    one.get("/t/" + meeting.code(1));
    two.get("/t/" + meeting.code(2));
    const auto page = one.get(meeting.address());
    one.post(meeting.address() + "/notes", note_of(page.body, "point", "Bordets egen"));
    const std::string note = first_note(one.get(meeting.address()).body);
    const std::string version = field(one.get(note).body, "version");
    REQUIRE(one.get(note).status == 200);
    two.get(meeting.address());
    CHECK(two.get(note).status == 404);
    CHECK(two.post(note, {{"version", version}, {"do", "withdraw"}}).status == 404);
    CHECK_THAT(two.get(meeting.address()).body, !Contains("Bordets egen"));
    // Nor under another's id.
    auto stolen = note_of(two.get(meeting.address()).body, "point", "Överskriven");
    stolen.erase("note");
    stolen.emplace("note", note.substr(note.rfind('/') + 1));
    CHECK(two.post(meeting.address() + "/notes", stolen).status == 422);
    CHECK(meeting.notes(1) == std::vector<std::string>{"Bordets egen"});
    CHECK(meeting.notes(2).empty());
    for (const std::string& path : {std::string("/meetings"), std::string("/users"),
                                    "/events/" + to_string(meeting.pages.ours),
                                    "/events/" + to_string(meeting.pages.ours) + "/log"}) {
        CHECK_THAT(one.get(path).get_header_value("Location"), StartsWith("/?to="));
    }
    CHECK(one.get("/events/" + to_string(meeting.pages.theirs) + "/table")
              .get_header_value("Location") == "/t?ended");
}

TEST_CASE("a pass that was altered, or is another table's, opens nothing") {
    TableMeeting meeting;
    TestBrowser phone(meeting.pages);
    const std::string line = phone.get("/t/" + meeting.code(1)).get_header_value("Set-Cookie");
    const std::string pass = line.substr(line.find('=') + 1, line.find(';') - line.find('=') - 1);
    httplib::Client http("127.0.0.1", meeting.pages.server->port());
    const auto opens = [&](const std::string& cookie) {
        return http.Get(meeting.address(), {{"Cookie", "stormote-table=" + cookie}})->status == 200;
    };
    REQUIRE(opens(pass));
    for (std::size_t place = 0; place < pass.size(); place += 7) {
        std::string altered = pass;
        altered[place] = altered[place] == '0' ? '1' : '0';
        CHECK_FALSE(opens(altered));
    }
    CHECK_FALSE(opens(""));
    CHECK_FALSE(opens(pass + "00"));
}

TEST_CASE("a note is changed, taken away and put back, and not over what another phone wrote") {
    TableMeeting meeting;
    TestBrowser one(meeting.pages);
    TestBrowser two(meeting.pages);
    one.get("/t/" + meeting.code(1));
    two.get("/t/" + meeting.code(1));
    const auto page = one.get(meeting.address());
    one.post(meeting.address() + "/notes", note_of(page.body, "point", "Fika"));
    const std::string note = first_note(one.get(meeting.address()).body);
    const std::string seen = field(one.get(note).body, "version");
    const auto saved = [&](TestBrowser& phone, const std::string& version, const std::string& deed,
                           const std::string& text) {
        phone.get(note);
        return phone
            .post(note, {{"version", version}, {"do", deed}, {"kind", "proposal"}, {"text", text}})
            .status;
    };
    // The second time it says so already.
    for (int time = 0; time < 2; ++time) {
        CHECK(saved(one, seen, "change", "Fika och bulle") == 303);
    }
    CHECK(meeting.notes(1) == std::vector<std::string>{"Fika och bulle"});
    CHECK(saved(two, seen, "change", "Te") == 409);
    CHECK(saved(two, seen, "withdraw", "") == 409);
    CHECK(meeting.notes(1) == std::vector<std::string>{"Fika och bulle"});
    const auto now = [&] { return field(two.get(note).body, "version"); };
    CHECK(saved(two, now(), "withdraw", "") == 303);
    CHECK(meeting.notes(1).empty());
    CHECK_THAT(two.get(meeting.address()).body, Contains("Borttagna anteckningar"));
    CHECK(saved(two, now(), "restore", "") == 303);
    CHECK(meeting.notes(1) == std::vector<std::string>{"Fika och bulle"});
    CHECK(saved(two, now(), "change", " \r\n ") == 422);
}

TEST_CASE("what a form of a table may not say is refused, and the words stay in the field") {
    TableMeeting meeting;
    TestBrowser phone(meeting.pages);
    phone.get("/t/" + meeting.code(1));
    const std::string notes = meeting.address() + "/notes";
    const auto page = phone.get(meeting.address()).body;
    const auto status = [&](const std::string& name, const std::string& value) {
        auto form = note_of(page, "point", "Bra");
        form.erase(name);
        form.emplace(name, value);
        return phone.post(notes, form).status;
    };
    CHECK(status("text", "") == 422);
    CHECK(status("text", std::string(2'001, 'x')) == 422);
    CHECK(status("kind", "secret") == 422);
    CHECK(status("question", "7") == 422);
    CHECK(status("question", "-1") == 422);
    CHECK(status("note", "no id") == 422);
    CHECK(phone.post_plainly(notes, note_of(page, "point", "Bra")).status == 403);
    CHECK(meeting.notes(1).empty());
    auto unknown = note_of(page, "secret", "<script>alert(1)</script>");
    const auto refused = phone.post(notes, unknown);
    CHECK_THAT(refused.body,
               Contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !Contains("<script>alert"));
}

TEST_CASE("a script asks for what is new, and is told when nothing is") {
    TableMeeting meeting;
    TestBrowser phone(meeting.pages);
    phone.get("/t/" + meeting.code(1));
    const auto page = phone.get(meeting.address()).body;
    const std::string state = meeting.address() + "/state?question=2&version=";
    const std::string mark = "data-version=\"";
    const auto begin = page.find(mark) + mark.size();
    const std::string shown = page.substr(begin, page.find('"', begin) - begin);
    CHECK(phone.get(state + shown).status == 204);
    auto form = note_of(page, "commitment", "Vi bjuder in");
    form.emplace("answer", "json");
    const auto sent = phone.post(meeting.address() + "/notes", form);
    CHECK(sent.status == 200);
    CHECK_THAT(sent.get_header_value("Content-Type"), StartsWith("application/json"));
    const auto fresh = phone.get(state + shown);
    REQUIRE(fresh.status == 200);
    const auto json = nlohmann::json::parse(fresh.body);
    REQUIRE(json["notes"].size() == 1);
    CHECK(json["notes"][0]["text"] == "Vi bjuder in");
    CHECK(json["notes"][0]["kind_word"] == "Åtagande");
    CHECK(json["now"] == "2");
    CHECK(phone.get(state + json["version"].get<std::string>()).status == 204);
}

TEST_CASE("what a phone loads at first is at most 14 kB, and all of it at most 60") {
    TableMeeting meeting;
    httplib::Client http("127.0.0.1", meeting.pages.server->port());
    http.set_decompress(false);
    httplib::Headers headers{{"Accept-Encoding", "gzip"}, {"Accept-Language", "sv"}};
    const auto in = http.Get("/t/" + meeting.code(1), headers);
    const std::string cookie = in->get_header_value("Set-Cookie");
    headers.emplace("Cookie", cookie.substr(0, cookie.find(';')));
    const auto size = [&](const std::string& path) {
        const auto answer = http.Get(path, headers);
        REQUIRE(answer);
        REQUIRE(answer->status == 200);
        return answer->body.size();
    };
    const auto file = [&](const char *name) { return size(meeting.pages.files.address(name)); };
    const std::size_t first = size(meeting.address()) + file("style.css") + file("table.css");
    const std::size_t all = first + file("table.js") + file("icon.svg");
    CAPTURE(first, all);
    CHECK(first <= 14'000);
    CHECK(first > 2'000);
    CHECK(all <= 60'000);
}
