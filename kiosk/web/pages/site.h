// Site: what all pages are made of and from. Made once; any thread.
#pragma once

#include <chrono>

#include "kiosk/web/accounts/web_accounts.h"
#include "kiosk/web/events/served_events.h"
#include "kiosk/web/server/page_templates.h"
#include "kiosk/web/server/static_files.h"
#include "kiosk/web/server/web_routes.h"

namespace stormote {

struct Site {
    ServedEvents& events;
    WebAccounts& accounts;
    const PageTemplates& templates;
    const StaticFiles& files;
    const std::map<std::string, Texts>& languages;  // "sv" and "en" at least
    const Clock& clock;
    // Where browsers find the pages, "https://mote.ekbacken.se"; empty: as each asks.
    std::string public_url;
    // So long a page waits for a desk that is busy, as a slow disk keeps it: then its thread is
    // wanted by others.
    std::chrono::milliseconds patience{2'000};
};

// Of an Accept-Language, or of what the visitor chose: the first of them that the pages speak.
[[nodiscard]] const Texts& texts_for(const Site& site, const std::string& languages);

}  // namespace stormote
