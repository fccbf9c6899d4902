#include "kiosk/web/service/pages_service.h"

#include "kiosk/web/events/folder_events.h"
#include "kiosk/web/pages/all_pages.h"
#include "sync/base/assets.h"

namespace stormote {

static_assert(std::string_view(WebAccounts::file_name) == file_beside_events);

Result<PagesService::Furnishing> PagesService::Furnishing::load() {
    Furnishing furnishing;
    for (const std::string_view tag : {"sv", "en"}) {
        auto texts = load_texts(tag);
        if (!texts) return texts.error();
        furnishing.languages.emplace(tag, *std::move(texts));
    }
    auto templates = PageTemplates::load(asset_directory() / "pages");
    if (!templates) return templates.error();
    furnishing.templates = *std::move(templates);
    auto files = StaticFiles::load(asset_directory() / "pages" / "static");
    if (!files) return files.error();
    furnishing.files = *std::move(files);
    return furnishing;
}

Result<std::unique_ptr<PagesService>> PagesService::start(ServedEvents& events,
                                                          const PagesOptions& options,
                                                          const Clock& clock, Random& random,
                                                          const Texts& texts, Tell tell) {
    auto furnishing = Furnishing::load();
    if (!furnishing) return furnishing.error();
    auto accounts = WebAccounts::open(options.accounts, clock, random);
    if (!accounts) return accounts.error();
    std::unique_ptr<PagesService> service(new PagesService(events, options, clock, texts,
                                                           std::move(tell), *std::move(furnishing),
                                                           *std::move(accounts)));
    if (auto served = service->serve(options.listen); !served) return served.error();
    return service;
}

PagesService::PagesService(ServedEvents& events, const PagesOptions& options, const Clock& clock,
                           const Texts& texts, Tell tell, Furnishing furnishing,
                           std::unique_ptr<WebAccounts> accounts)
    : texts_(texts),
      tell_(std::move(tell)),
      furnishing_(std::move(furnishing)),
      accounts_(std::move(accounts)),
      site_{events,
            *accounts_,
            furnishing_.templates,
            furnishing_.files,
            furnishing_.languages,
            clock,
            options.public_url} {
    add_all_pages(site_, routes_);
}

PagesService::~PagesService() {
    looking_after_.request_stop();
    if (server_) server_->stop();
    if (serving_.joinable()) serving_.join();
}

Result<> PagesService::serve(const ListenOptions& listen) {
    WebServerOptions options;
    options.listen = listen;
    options.is_behind_https = site_.public_url.starts_with("https://");
    options.refuse = [this](const WebRequest& request, int status) {
        return refusal_page(site_, request, status);
    };
    options.tell_fault = [this](const std::string& pattern, const std::exception& fault) {
        tell_(pattern + ": " + fault.what());
    };
    options.tell_untold_https = [this] {
        tell_(
            texts_.get({"A proxy says that browsers come to it by HTTPS, and the pages do not "
                        "know of it: their cookies could be sent in the open. Start them with "
                        "--public-url https://ADDRESS."}));
    };
    learn_place_words();
    allow_many_sockets();
    auto server = WebServer::create(routes_, std::move(options));
    if (!server) return server.error();
    server_ = *std::move(server);
    serving_ = std::thread([this] { server_->run(); });
    looking_after_ = std::jthread([this](const std::stop_token& token) { look_after(token); });
    return Done{};
}

void PagesService::learn_place_words() try {
    std::vector<std::string> words;
    for (const MeetingSummary& meeting : site_.events.list()) {
        words.insert(words.end(), {meeting.name, meeting.municipality, meeting.place});
    }
    accounts_->rules.set_place_words(words);
} catch (const MachineFailure& failure) {
    // One file that cannot be read is no reason to serve none.
    tell_(texts_.get(failure.error()));
}

void PagesService::look_after(const std::stop_token& token) {
    constexpr std::chrono::hours pause{1};
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any stopped;
    while (!token.stop_requested()) {
        try {
            accounts_->tidy();
        } catch (const MachineFailure& failure) {
            // A full disk is no reason to stop serving.
            tell_(texts_.get(failure.error()));
        }
        stopped.wait_for(lock, token, pause, [] { return false; });
        if (!token.stop_requested()) learn_place_words();
    }
}

}  // namespace stormote
