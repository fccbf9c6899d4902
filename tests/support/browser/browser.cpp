#include "tests/support/browser/browser.h"

#include <fstream>
#include <regex>

#include <catch2/catch.hpp>

#include "sync/base/bytes.h"
#include "tests/support/machine/source_files.h"

namespace stormote::testing {

namespace {

using nlohmann::json;

// How WebDriver names an element in what it sends.
constexpr const char *element_key = "element-6066-11e4-a52e-4f735466cecf";

// The port that chromedriver says it listens on; nothing where it ends instead.
std::optional<int> wait_for_port(Process& driver) {
    static const std::regex said(R"(started successfully on port (\d+))");
    std::smatch found;
    std::string output;
    const bool is_over = wait_until([&] {
        output = driver.output();
        return std::regex_search(output, found, said) || !driver.is_running();
    });
    if (!is_over || found.empty()) return std::nullopt;
    return std::stoi(found[1]);
}

}  // namespace

std::unique_ptr<Browser> Browser::start(const BrowserOptions& options) {
    std::unique_ptr<Process> driver;
    try {
        driver = std::make_unique<Process>(std::vector<std::string>{"chromedriver", "--port=0"});
    } catch (const std::system_error&) {
        return nullptr;
    }
    const auto port = wait_for_port(*driver);
    if (!port) return nullptr;
    std::unique_ptr<Browser> browser(new Browser(std::move(driver), *port));
    if (!browser->begin(options)) return nullptr;
    browser->emulate(options);
    return browser;
}

Browser::Browser(std::unique_ptr<Process> driver, int port)
    : driver_(std::move(driver)), http_("127.0.0.1", port) {
    http_.set_read_timeout(std::chrono::seconds(60));
}

Browser::~Browser() {
    if (!session_.empty()) http_.Delete("/session/" + session_);
}

bool Browser::begin(const BrowserOptions& options) {
    const json arguments{"--headless=new",
                         "--no-sandbox",
                         "--disable-gpu",
                         "--disable-quic",
                         "--no-first-run",
                         "--disable-background-networking",
                         "--disable-component-update",
                         "--disable-sync",
                         "--disable-dev-shm-usage",
                         "--hide-scrollbars",
                         "--accept-lang=" + options.languages,
                         "--user-data-dir=" + profile_.path().string()};
    json chrome{{"args", arguments}};
    if (!options.runs_scripts) {
        chrome["prefs"] = {{"profile.managed_default_content_settings.javascript", 2}};
    }
    // The page that a click leads to may take its time: what is asked for is waited for.
    constexpr int longest_wait_ms = 20'000;
    const json wanted{{"capabilities",
                       {{"alwaysMatch",
                         {{"browserName", "chrome"},
                          {"goog:chromeOptions", chrome},
                          {"timeouts", {{"implicit", longest_wait_ms}}}}}}}};
    const auto answered = http_.Post("/session", wanted.dump(), "application/json");
    if (!answered || answered->status != 200) return false;
    session_ = json::parse(answered->body)["value"]["sessionId"].get<std::string>();
    return true;
}

void Browser::emulate(const BrowserOptions& options) {
    command("Emulation.setDeviceMetricsOverride", {{"width", options.width},
                                                   {"height", options.height},
                                                   {"deviceScaleFactor", 1},
                                                   {"mobile", options.width < 600}});
    json features = json::array();
    features.push_back(
        {{"name", "prefers-color-scheme"}, {"value", options.is_dark ? "dark" : "light"}});
    features.push_back({{"name", "prefers-contrast"},
                        {"value", options.has_more_contrast ? "more" : "no-preference"}});
    command("Emulation.setEmulatedMedia", {{"media", ""}, {"features", features}});
}

json Browser::ask(const std::string& path, const json& body) {
    const std::string target = "/session/" + session_ + path;
    const auto answered =
        body.is_null() ? http_.Get(target) : http_.Post(target, body.dump(), "application/json");
    INFO("The browser was asked for " << path << ' ' << body.dump());
    REQUIRE(answered);
    INFO(answered->body);
    REQUIRE(answered->status == 200);
    return json::parse(answered->body)["value"];
}

json Browser::command(const std::string& name, const json& parameters) {
    return ask("/goog/cdp/execute", {{"cmd", name}, {"params", parameters}});
}

void Browser::open(const std::string& url) {
    ask("/url", {{"url", url}});
}

std::string Browser::address() {
    return ask("/url", nullptr).get<std::string>();
}

std::string Browser::find(const std::string& selector) {
    return ask("/element", {{"using", "css selector"}, {"value", selector}})[element_key]
        .get<std::string>();
}

std::string Browser::text(const std::string& selector) {
    return ask("/element/" + find(selector) + "/text", nullptr).get<std::string>();
}

void Browser::type(const std::string& selector, const std::string& text) {
    ask("/element/" + find(selector) + "/value", {{"text", text}});
}

void Browser::click(const std::string& selector) {
    ask("/element/" + find(selector) + "/click", json::object());
}

void Browser::set_online(bool is_online) {
    command("Network.enable", json::object());
    command("Network.emulateNetworkConditions", {{"offline", !is_online},
                                                 {"latency", 0},
                                                 {"downloadThroughput", -1},
                                                 {"uploadThroughput", -1}});
}

void Browser::press(const std::string& keys) {
    json steps = json::array();
    const json letters(keys);
    steps.push_back({{"type", "keyDown"}, {"value", letters}});
    steps.push_back({{"type", "keyUp"}, {"value", letters}});
    const json keyboard{{"type", "key"}, {"id", "keyboard"}, {"actions", steps}};
    ask("/actions", {{"actions", json::array({keyboard})}});
}

json Browser::run(const std::string& script, const json& arguments) {
    return ask("/execute/sync", {{"script", script}, {"args", arguments}});
}

std::optional<std::vector<std::string>> Browser::accessibility_problems() {
    const std::string axe = read_source("build/axe/node_modules/axe-core/axe.min.js");
    if (axe.empty()) return std::nullopt;
    run(axe);
    const json found = ask("/execute/async", {{"script",
                                               "const done = arguments[0];"
                                               "axe.run().then(result => done(result.violations."
                                               "flatMap(each => each.nodes.map(node => each.id + "
                                               "': ' + node.html + ' ' + node.failureSummary))))"},
                                              {"args", json::array()}});
    return found.get<std::vector<std::string>>();
}

void Browser::save_picture(const std::filesystem::path& file) {
    const json picture =
        command("Page.captureScreenshot", {{"format", "png"}, {"captureBeyondViewport", true}});
    std::string base64 = picture["data"].get<std::string>();
    // The alphabet that URLs have, without padding.
    std::replace(base64.begin(), base64.end(), '+', '-');
    std::replace(base64.begin(), base64.end(), '/', '_');
    base64.erase(std::min(base64.size(), base64.find('=')));
    const auto bytes = from_base64(base64);
    REQUIRE(bytes);
    std::ofstream(file, std::ios::binary) << to_string(*bytes);
}

}  // namespace stormote::testing
