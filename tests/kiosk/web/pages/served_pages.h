// ServedPages: all pages behind a real server on this machine, over a folder with two meetings. For
// tests; one thread asks.
#pragma once

#include <thread>

#include <catch2/catch.hpp>

#include "kiosk/web/events/folder_events.h"
#include "kiosk/web/pages/all_pages.h"
#include "kiosk/web/server/web_server.h"
#include "sync/base/assets.h"
#include "tests/kiosk/web/accounts/open_accounts.h"
#include "tests/support/browser/cookie_browser.h"

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
    // Of which sealed events the passphrase was looked for.
    std::vector<EventId> asked_for;
    JournalEnvironment environment{accounts.clock, accounts.random, accounts.folder / "state",
                                   cheapest_cost};
    FolderEvents events{accounts.folder.path(), environment,
                        [this](const EventId& event) {
                            asked_for.push_back(event);
                            return std::optional<std::string>();
                        },
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

class TestBrowser final : public CookieBrowser {
  public:
    explicit TestBrowser(const ServedPages& pages) : CookieBrowser(pages.server->port()) {}
};

}  // namespace stormote::testing
