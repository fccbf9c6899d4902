// Two processes that serve one folder behind a real HAProxy, each event by one of them at a time.
#include <csignal>
#include <fstream>
#include <set>

#include "tests/kiosk/web/cli/web_program.h"
#include "tests/support/browser/cookie_browser.h"

using namespace stormote;
using namespace stormote::testing;
using Catch::Matchers::Contains;

namespace {

constexpr std::size_t process_count = 2;
constexpr int event_count = 6;

int find_free_port() {
    return RawListener().port();
}

bool is_answering(int port) {
    const auto answer = httplib::Client("127.0.0.1", port).Get("/health");
    return answer && answer->status == 200;
}

class PagesBehindProxy {
  public:
    PagesBehindProxy() {
        for (int number = 0; number < event_count; ++number) {
            const std::string name = std::to_string(number) + ".stormote";
            events.push_back(program.make_event(name));
        }
        REQUIRE(program.add("anna", "organiser").status == 0);
        for (const EventId& event : events) {
            REQUIRE(program.user({"grant", "anna", to_string(event)}).status == 0);
        }
        for (std::size_t number = 0; number < process_count; ++number) {
            ports_.push_back(find_free_port());
            processes_.emplace_back();
            start(number);
        }
        start_proxy();
    }

    void start(std::size_t number) {
        processes_[number] = std::make_unique<Process>(
            WebProgram::command({"serve", "--events", "events", "--listen",
                                 "127.0.0.1:" + std::to_string(ports_[number])}),
            program.options());
        REQUIRE(wait_until([&] { return is_answering(ports_[number]); }));
    }
    void kill(std::size_t number) {
        processes_[number]->send_signal(SIGKILL);
        REQUIRE(processes_[number]->wait());
    }
    [[nodiscard]] int port() const { return port_; }

    WebProgram program;
    std::vector<EventId> events;

  private:
    // The lines of assets/web/web.md, and which process answered; looked after faster.
    void start_proxy() {
        port_ = find_free_port();
        const auto file = program.folder() / "haproxy.cfg";
        {
            std::ofstream config(file);
            config << "defaults\n"
                      "  mode http\n"
                      "  timeout connect 5s\n"
                      "  timeout client 60s\n"
                      "  timeout server 60s\n"
                      "frontend browsers\n"
                      "  bind 127.0.0.1:"
                   << port_
                   << "\n  default_backend pages\n"
                      "backend pages\n"
                      "  balance hash path,field(3,/)\n"
                      "  hash-type consistent\n"
                      "  http-request set-header X-Forwarded-For %[src]\n"
                      "  http-response set-header X-Process %s\n"
                      "  option httpchk GET /health\n"
                      "  default-server check inter 100ms fall 1 rise 1\n";
            for (std::size_t number = 0; number < process_count; ++number) {
                config << "  server pages" << number << " 127.0.0.1:" << ports_[number] << '\n';
            }
        }
        proxy_ = std::make_unique<Process>(
            std::vector<std::string>{"/usr/sbin/haproxy", "-db", "-f", file.string()});
        REQUIRE(wait_until([&] { return is_answering(port_); }));
    }

    std::vector<int> ports_;
    std::vector<std::unique_ptr<Process>> processes_;
    int port_ = 0;
    std::unique_ptr<Process> proxy_;
};

// Which process shows each event, once all of them are shown.
std::vector<std::string> who_shows(CookieBrowser& browser, const std::vector<EventId>& events) {
    std::vector<std::string> shown;
    for (const EventId& event : events) {
        httplib::Response answer;
        const bool is_shown = wait_until(
            [&] { return (answer = browser.get("/events/" + to_string(event))).status == 200; },
            3 * patience);
        INFO(answer.status << ' ' << answer.body);
        REQUIRE(is_shown);
        shown.push_back(answer.get_header_value("X-Process"));
    }
    return shown;
}

}  // namespace

TEST_CASE("of two processes behind a proxy each event has one, and each of them may die") {
    PagesBehindProxy pages;
    CookieBrowser browser(pages.port());
    REQUIRE(browser.sign_in("anna").status == 303);
    const auto usual = who_shows(browser, pages.events);
    CHECK(who_shows(browser, pages.events) == usual);
    for (std::size_t gone = 0; gone < process_count; ++gone) {
        CAPTURE(gone);
        const std::string other = "pages" + std::to_string(1 - gone);
        pages.kill(gone);
        // Whoever was signed in stays so, and sees everything.
        CHECK(who_shows(browser, pages.events) ==
              std::vector<std::string>(pages.events.size(), other));
        // The first process has its events again, which the other one lets go.
        pages.start(gone);
        CHECK(wait_until([&] { return who_shows(browser, pages.events) == usual; }, 3 * patience));
    }
}
