// Browser: a real Chromium, driven through chromedriver (W3C WebDriver), with a profile of its own
// and without a screen. For tests; one thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include <httplib.h>
#include <nlohmann/json.hpp>

#include "tests/support/machine/process.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

struct BrowserOptions {
    int width = 1'440;
    int height = 900;
    bool is_dark = false;
    bool has_more_contrast = false;
    bool runs_scripts = true;  // of pages; run() works all the same
    std::string languages = "sv,en";
};

class Browser {
  public:
    // Null where this machine has no browser that starts: the test says so and returns.
    static std::unique_ptr<Browser> start(const BrowserOptions& options = {});
    ~Browser();
    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;

    void open(const std::string& url);
    [[nodiscard]] std::string address();
    // Of the first element that the CSS selector finds; fails the test where there is none.
    [[nodiscard]] std::string text(const std::string& selector);
    void type(const std::string& selector, const std::string& text);
    void click(const std::string& selector);
    // As if the network were gone, or back.
    void set_online(bool is_online);
    // To whatever has the focus: "\uE004" is Tab, "\uE007" Enter.
    void press(const std::string& keys);
    // The body of a function in the page, which returns a value that JSON has.
    nlohmann::json run(const std::string& script,
                       const nlohmann::json& arguments = nlohmann::json::array());
    // What axe-core finds against WCAG 2.2 AA on the page, a line each; nothing where axe-core is
    // not here.
    [[nodiscard]] std::optional<std::vector<std::string>> accessibility_problems();
    // PNG, of the whole page.
    void save_picture(const std::filesystem::path& file);

  private:
    Browser(std::unique_ptr<Process> driver, int port);
    bool begin(const BrowserOptions& options);
    void emulate(const BrowserOptions& options);
    nlohmann::json ask(const std::string& path, const nlohmann::json& body);
    [[nodiscard]] std::string find(const std::string& selector);
    nlohmann::json command(const std::string& name, const nlohmann::json& parameters);

    TemporaryFolder profile_;
    std::unique_ptr<Process> driver_;
    httplib::Client http_;
    std::string session_;
};

}  // namespace stormote::testing
