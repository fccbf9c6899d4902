// PagesService: the pages, served, with the accounts of those who sign in: of a folder of events
// within `stormote-web`, of one event within a kiosk. Serves on threads of its own from start() on,
// until it goes. Borrows the events, the clock and the generator, which outlive it.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "kiosk/web/pages/site.h"
#include "kiosk/web/server/web_server.h"

namespace stormote {

struct PagesOptions {
    ListenOptions listen;
    // Where browsers find the pages; empty: as each asks.
    std::string public_url{};
    // Where the file of accounts lies.
    std::filesystem::path accounts;
};

class PagesService {
  public:
    // For whoever runs the program: one line. Any thread.
    using Tell = std::function<void(const std::string&)>;

    // What is told is in the language of `texts`. Error: an address where it cannot listen, or
    // accounts that cannot be opened. Throws MachineFailure.
    static Result<std::unique_ptr<PagesService>> start(ServedEvents& events,
                                                       const PagesOptions& options,
                                                       const Clock& clock, Random& random,
                                                       const Texts& texts, Tell tell);
    // Finishes what was begun to be answered.
    ~PagesService();
    PagesService(const PagesService&) = delete;
    PagesService& operator=(const PagesService&) = delete;

    [[nodiscard]] int port() const { return server_->port(); }

  private:
    // What is read once, and never changes.
    struct Furnishing {
        std::map<std::string, Texts> languages;
        PageTemplates templates;
        StaticFiles files;

        static Result<Furnishing> load();
    };

    PagesService(ServedEvents& events, const PagesOptions& options, const Clock& clock,
                 const Texts& texts, Tell tell, Furnishing furnishing,
                 std::unique_ptr<WebAccounts> accounts);
    Result<> serve(const ListenOptions& listen);
    // Names of meetings, places and municipalities are no passwords.
    void learn_place_words();
    // Removes what ended or is too old, and learns those words anew, once an hour.
    void look_after(const std::stop_token& token);

    const Texts texts_;
    const Tell tell_;
    const Furnishing furnishing_;
    const std::unique_ptr<WebAccounts> accounts_;
    const Site site_;
    WebRoutes routes_;
    std::unique_ptr<WebServer> server_;
    std::thread serving_;
    std::jthread looking_after_;  // last: it ends before what it uses goes
};

}  // namespace stormote
