// A table's phone in a real browser: two at one table, without a network, reloaded, by the keyboard
// alone, without scripts, and by axe-core's rules.
#include "tests/kiosk/web/pages/table_meeting.h"
#include "tests/support/browser/browser.h"
#include "tests/support/machine/skip.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const BrowserOptions phone_options{.width = 360, .height = 740};

std::string url_of(const TableMeeting& meeting, const std::string& path) {
    return "http://127.0.0.1:" + std::to_string(meeting.pages.server->port()) + path;
}

std::unique_ptr<Browser> come_in(TableMeeting& meeting, const BrowserOptions& options,
                                 GroupNumber table = 1) {
    auto phone = Browser::start(options);
    if (!phone) {
        note_skipped("this machine has no Chromium that starts");
        return nullptr;
    }
    phone->open(url_of(meeting, "/t/" + meeting.code(table)));
    return phone;
}

void write(Browser& phone, const std::string& text) {
    phone.type("#text", text);
    phone.click("#write .primary");
}

bool shows(Browser& phone, const std::string& selector, const std::string& text) {
    return wait_until([&] {
        const auto shown = phone.run(
            "return [...document.querySelectorAll(arguments[0])]"
            ".filter(each => each.checkVisibility()).map(each => each.textContent).join('|')",
            nlohmann::json::array({selector}));
        return shown.get<std::string>().find(text) != std::string::npos;
    });
}

bool is_hidden(Browser& phone, const std::string& selector) {
    return wait_until([&] {
        return phone
            .run("return !document.querySelector(arguments[0]).checkVisibility()",
                 nlohmann::json::array({selector}))
            .get<bool>();
    });
}

std::filesystem::path phone_picture_folder() {
    const char *folder = std::getenv("STORMOTE_PAGE_PICTURES");
    return folder == nullptr ? "" : folder;
}

void look(Browser& phone, const std::string& name) {
    CAPTURE(name);
    const bool is_too_wide =
        phone.run("return document.documentElement.scrollWidth > window.innerWidth");
    CHECK_FALSE(is_too_wide);
    if (const auto problems = phone.accessibility_problems()) {
        CHECK(*problems == std::vector<std::string>());
    } else {
        note_skipped("axe-core is not here; tests/axe fetches it");
    }
    const auto folder = phone_picture_folder();
    if (!folder.empty()) phone.save_picture(folder / ("phone-" + name + ".png"));
}

}  // namespace

TEST_CASE("two phones at one table see each other's notes, each of which is written once") {
    TableMeeting meeting;
    const auto one = come_in(meeting, phone_options);
    if (!one) return;
    const auto two = come_in(meeting, phone_options);
    REQUIRE(two);
    write(*one, "Två träffar om året");
    CHECK(shows(*two, "#written .text", "Två träffar om året"));
    write(*two, "Med fika");
    CHECK(shows(*one, "#written .text", "Med fika"));
    CHECK(meeting.notes(1) == std::vector<std::string>{"Med fika", "Två träffar om året"});
    CHECK(meeting.notes(2).empty());
}

TEST_CASE("what is written without a network waits, also over a reload, and is sent later once") {
    TableMeeting meeting;
    const auto phone = come_in(meeting, phone_options);
    if (!phone) return;
    phone->set_online(false);
    for (const char *text : {"Buss hem", "Samåkning", "Fika"}) write(*phone, text);
    CHECK(shows(*phone, "#offline", "Inget nät"));
    CHECK(shows(*phone, "#waiting .text", "Samåkning"));
    CHECK(meeting.notes(1).empty());
    look(*phone, "offline");
    // A page that is loaded anew has what an earlier one could not send.
    phone->set_online(true);
    phone->open(url_of(meeting, meeting.address()));
    CHECK(shows(*phone, "#written .text", "Samåkning"));
    CHECK(is_hidden(*phone, "#waiting"));
    CHECK(is_hidden(*phone, "#offline"));
    CHECK(wait_until([&] { return meeting.notes(1).size() == 3; }));
    phone->open(url_of(meeting, meeting.address()));
    CHECK(shows(*phone, "#written .text", "Buss hem"));
    CHECK(meeting.notes(1) == std::vector<std::string>{"Buss hem", "Fika", "Samåkning"});
}

TEST_CASE("a half-written note is there again after the page was closed") {
    TableMeeting meeting;
    const auto phone = come_in(meeting, phone_options);
    if (!phone) return;
    phone->click(".kind.commitment input");
    phone->type("#text", "Vi bjuder in till");
    CHECK(shows(*phone, "#kept", "Sparat i telefonen"));
    phone->open("about:blank");
    phone->open(url_of(meeting, meeting.address()));
    CHECK(phone->run("return document.querySelector('#text').value") == "Vi bjuder in till");
    CHECK(phone->run("return document.querySelector('[name=kind]:checked').value") == "commitment");
    phone->open(url_of(meeting, meeting.address() + "?question=1"));
    CHECK(phone->run("return document.querySelector('#text').value") == "");
    CHECK(meeting.notes(1).empty());
}

TEST_CASE("when the codes are renewed the page says so, and keeps what it could not send") {
    TableMeeting meeting;
    const auto phone = come_in(meeting, phone_options);
    if (!phone) return;
    phone->set_online(false);
    write(*phone, "Buss hem");
    CHECK(shows(*phone, "#waiting .text", "Buss hem"));
    meeting.ask([](Desk& desk) { desk.renew_table_codes(actor::organiser); });
    phone->set_online(true);
    CHECK(shows(*phone, "#ended", "Koden gäller inte längre"));
    CHECK(shows(*phone, "#waiting .text", "Buss hem"));
    CHECK(meeting.notes(1).empty());
    phone->open(url_of(meeting, "/t/" + meeting.code(1)));
    CHECK(shows(*phone, "#written .text", "Buss hem"));
    CHECK(meeting.notes(1) == std::vector<std::string>{"Buss hem"});
}

TEST_CASE("a table's notes are written, changed and taken away without scripts") {
    TableMeeting meeting;
    BrowserOptions options = phone_options;
    options.runs_scripts = false;
    const auto phone = come_in(meeting, options);
    if (!phone) return;
    phone->open(url_of(meeting, "/t"));
    phone->type("#code", meeting.code(1));
    phone->click("main .primary");
    write(*phone, "Buss <b>hem</b>");
    CHECK(phone->text("#written .text") == "Buss <b>hem</b>");
    phone->click("#written a");
    phone->type("#text", " efter mötet");
    phone->click("main .primary");
    CHECK(phone->text("#written .text") == "Buss <b>hem</b> efter mötet");
    phone->click("#written a");
    phone->click("main .danger");
    CHECK(wait_until([&] { return meeting.notes(1).empty(); }));
    phone->open(url_of(meeting, meeting.address()));
    phone->click("summary");
    phone->click("details a");
    phone->click("form:last-of-type button");
    CHECK(wait_until([&] {
        return meeting.notes(1) == std::vector<std::string>{"Buss <b>hem</b> efter mötet"};
    }));
}

TEST_CASE("a note is written by the keyboard alone, and the focus stays where it writes") {
    TableMeeting meeting;
    const auto phone = come_in(meeting, phone_options);
    if (!phone) return;
    const std::string tab = "\uE004";
    const auto focused = [&] {
        return phone
            ->run(
                "return document.activeElement.id || document.activeElement.value || "
                "document.activeElement.textContent")
            .get<std::string>();
    };
    const auto go_to = [&](const std::string& wanted) {
        for (int step = 0; step < 30 && focused() != wanted; ++step) phone->press(tab);
        return focused() == wanted;
    };
    REQUIRE(go_to("proposal"));
    phone->press("\uE014");  // to the right: the next kind
    CHECK(phone->run("return document.querySelector('[name=kind]:checked').value") == "point");
    REQUIRE(go_to("text"));
    phone->press("H");
    phone->press("j");
    REQUIRE(go_to("Klar"));
    phone->press("\uE007");
    CHECK(wait_until([&] { return meeting.notes(1) == std::vector<std::string>{"Hj"}; }));
    CHECK(focused() == "text");
}

TEST_CASE("a table's pages fit a phone, light, dark and with more contrast, by axe-core's rules") {
    TableMeeting meeting;
    meeting.ask([](Desk& desk) {
        desk.write_note({1, 2, NoteKind::commitment, "Hembygdsföreningen bjuder in i november."},
                        actor::facilitator);
        desk.write_note({1, 2, NoteKind::question, "Vem svarar på frågor om lokaler?"},
                        actor::facilitator);
    });
    const std::vector<std::pair<std::string, BrowserOptions>> all{
        {"light", {.width = 360, .height = 740}},
        {"dark", {.width = 360, .height = 740, .is_dark = true}},
        {"contrast", {.width = 360, .height = 740, .has_more_contrast = true}},
        {"wide", {.width = 1'024, .height = 768}}};
    for (const auto& [name, options] : all) {
        const auto phone = Browser::start(options);
        if (!phone) return note_skipped("this machine has no Chromium that starts");
        phone->open(url_of(meeting, "/t?ended"));
        look(*phone, name + "-code");
        phone->open(url_of(meeting, "/t/" + meeting.code(1)));
        look(*phone, name + "-table");
        phone->click("#written a");
        look(*phone, name + "-note");
    }
}
