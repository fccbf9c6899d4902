// ServedPages: all pages behind a real server on this machine, over a folder with two meetings, and
// a browser that keeps cookies. For tests; one thread asks.
#pragma once

#include <thread>

#include <catch2/catch.hpp>
#include <httplib.h>

#include "kiosk/web/events/folder_events.h"
#include "kiosk/web/pages/all_pages.h"
#include "kiosk/web/server/web_server.h"
#include "sync/base/assets.h"
#include "tests/kiosk/web/accounts/open_accounts.h"

namespace stormote::testing {

class ServedPages {
    const std::string public_url_;

  public:
    // With an address by HTTPS: as behind a proxy that speaks it.
    explicit ServedPages(const std::string& public_url = "") : public_url_(public_url) {
        ours = make_event("ours.stormote", "Vårt <b>möte</b> {{files}}");
        theirs = make_event("theirs.stormote", "Deras möte");
    }
    ~ServedPages() {
        server->stop();
        thread.join();
    }
    ServedPages(const ServedPages&) = delete;
    ServedPages& operator=(const ServedPages&) = delete;

    EventId make_event(const std::string& name, const std::string& title,
                       const std::optional<std::string>& passphrase = std::nullopt) {
        const auto desk =
            Desk::create(accounts.folder / name, passphrase, environment,
                         {{static_cast<FieldNumber>(SettingField::name), title},
                          {static_cast<FieldNumber>(SettingField::starts), "2022-10-12T18:00"},
                          {static_cast<FieldNumber>(SettingField::ends), "2022-10-12T21:00"}});
        REQUIRE(desk);
        return (*desk)->event();
    }
    void grant(const AccountId& account, const EventId& event) {
        REQUIRE(accounts.web->accounts.give_grant(account, event, command_line_actor()));
    }

    OpenAccounts accounts;
    JournalEnvironment environment{accounts.clock, accounts.random, accounts.folder / "state",
                                   cheapest_cost};
    FolderEvents events{accounts.folder.path(), environment,
                        [](const EventId&) { return std::optional<std::string>(); },
                        [](DeskThread&, const EventId&) { return nullptr; }};
    PageTemplates templates = PageTemplates::load(asset_directory() / "pages").value();
    StaticFiles files = StaticFiles::load(asset_directory() / "pages" / "static").value();
    std::map<std::string, Texts> languages{{"sv", load_texts("sv").value()}, {"en", Texts()}};
    Site site{events, *accounts.web, templates, files, languages, accounts.clock, public_url_};
    WebRoutes routes = [this] {
        WebRoutes made;
        add_all_pages(site, made);
        return made;
    }();
    std::unique_ptr<WebServer> server = [this] {
        WebServerOptions options;
        options.listen.address = "127.0.0.1:0";
        options.is_behind_https = public_url_.starts_with("https://");
        options.refuse = [this](const WebRequest& request, int status) {
            return refusal_page(site, request, status);
        };
        return WebServer::create(routes, std::move(options)).value();
    }();
    std::thread thread{[this] { server->run(); }};
    EventId ours;
    EventId theirs;
};

class TestBrowser {
  public:
    explicit TestBrowser(const ServedPages& pages)
        : http_("127.0.0.1", pages.server->port()),
          host_("127.0.0.1:" + std::to_string(pages.server->port())) {}

    httplib::Response get(const std::string& path) { return keep(http_.Get(path, headers())); }
    // As a form of the page that was shown last, with its token.
    httplib::Response post(const std::string& path, httplib::Params form) {
        form.emplace("form-token", token_);
        return post_plainly(path, form);
    }
    httplib::Response post_plainly(const std::string& path, const httplib::Params& form,
                                   const httplib::Headers& more = {}) {
        httplib::Headers all = headers();
        all.insert(more.begin(), more.end());
        return keep(http_.Post(path, all, form));
    }
    // With the good password of open_accounts.h.
    httplib::Response sign_in(const std::string& login) {
        return post_plainly("/sign-in", {{"login", login}, {"password", good_password}});
    }
    [[nodiscard]] const std::string& token() const { return token_; }
    void forget_cookies() { cookies_.clear(); }

    [[nodiscard]] const std::string& host() const { return host_; }

  private:
    [[nodiscard]] httplib::Headers headers() const {
        httplib::Headers made{{"Host", host_}};
        std::string cookies;
        for (const auto& [name, value] : cookies_) {
            cookies += (cookies.empty() ? "" : "; ") + name + '=' + value;
        }
        if (!cookies.empty()) made.emplace("Cookie", cookies);
        return made;
    }
    httplib::Response keep(const httplib::Result& result) {
        REQUIRE(result);
        for (auto [at, end] = result->headers.equal_range("Set-Cookie"); at != end; ++at) {
            const std::string& line = at->second;
            const auto equals = line.find('=');
            const std::string value = line.substr(equals + 1, line.find(';') - equals - 1);
            if (value.empty()) {
                cookies_.erase(line.substr(0, equals));
            } else {
                cookies_[line.substr(0, equals)] = value;
            }
        }
        const std::string mark = "name=\"form-token\" value=\"";
        if (const auto found = result->body.find(mark); found != std::string::npos) {
            const auto begin = found + mark.size();
            token_ = result->body.substr(begin, result->body.find('"', begin) - begin);
        }
        return *result;
    }

    httplib::Client http_;
    std::string host_;
    std::map<std::string, std::string> cookies_;
    std::string token_;
};

}  // namespace stormote::testing
