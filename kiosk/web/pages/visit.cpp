#include "kiosk/web/pages/visit.h"

namespace stormote {

namespace {

constexpr const char *session_cookie = "stormote-session";
constexpr const char *browser_cookie = "stormote-browser";
constexpr const char *table_cookie = "stormote-table";
// An evening, and the hours before it. The pass itself ends with the code.
constexpr std::int64_t table_cookie_seconds = 16LL * 3'600;

// Over HTTPS with the prefix that no other host and no plain page can set (RFC 6265bis).
std::string cookie_name(const WebRequest& request, const char *name) {
    return (request.is_secure ? "__Host-" : "") + std::string(name);
}

std::string set_cookie(const WebRequest& request, const char *name, const std::string& value,
                       std::int64_t seconds) {
    return cookie_name(request, name) + '=' + value + "; Path=/; HttpOnly; SameSite=Lax" +
           (request.is_secure ? "; Secure" : "") + "; Max-Age=" + std::to_string(seconds);
}

}  // namespace

const Texts& texts_for(const Site& site, const std::string& languages) {
    std::string_view rest = languages;
    while (!rest.empty()) {
        std::string_view one = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
        one.remove_prefix(std::min(one.size(), one.find_first_not_of(' ')));
        const std::string tag(one.substr(0, one.find_first_of("-;")));
        if (tag == "sv" || tag == "en") return site.languages.at(tag);
    }
    return site.languages.at("sv");
}

Visit::Visit(const Site& around, const WebRequest& asked, VisitKind kind)
    : site(around), request(asked), texts(texts_for(around, asked.languages)) {
    const std::string token = kind == VisitKind::of_account ? session_token() : std::string();
    if (!token.empty()) {
        session = site.accounts.sessions.find(token);
    }
    if (const auto named = request.places.find("event"); named != request.places.end()) {
        event = parse_id<EventId>(named->second);
    }
}

std::string Visit::cookie(const char *name) const {
    const auto found = request.cookies.find(cookie_name(request, name));
    return found == request.cookies.end() ? std::string() : found->second;
}

const std::string& Visit::session_token() const {
    static const std::string none;
    const auto found = request.cookies.find(cookie_name(request, session_cookie));
    return found == request.cookies.end() ? none : found->second;
}

std::string Visit::table_token() const {
    return cookie(table_cookie);
}

bool Visit::carries_form_token() const {
    return SessionStore::is_csrf_token(at_table ? at_table->token : session_token(),
                                       request.form.get("form-token"));
}

std::string Visit::wait_words(std::int64_t wait_ms) const {
    const std::int64_t seconds = std::max<std::int64_t>(1, (wait_ms + 999) / 1'000);
    if (seconds < 120) {
        return texts.get_plural({"Too many attempts. Try again in {} second."},
                                {"Too many attempts. Try again in {} seconds."}, seconds);
    }
    return texts.get_plural({"Too many attempts. Try again in {} minute."},
                            {"Too many attempts. Try again in {} minutes."}, (seconds + 59) / 60);
}

AuditActor Visit::actor() const {
    if (session) return actor_of(*session, request.address);
    AuditActor nobody;
    nobody.address = request.address;
    return nobody;
}

BrowserClues Visit::clues() const {
    return {request.address, request.browser, session_token(), cookie(browser_cookie)};
}

void Visit::add_files(nlohmann::json& view) const {
    view["files"] = nlohmann::json::object();
    for (const auto& [file, address] : site.files.addresses()) {
        std::string key = file;
        std::replace(key.begin(), key.end(), '.', '_');
        view["files"][key] = address;
    }
}

WebResponse Visit::page(const std::string& name, Sentence title, nlohmann::json view,
                        int status) const {
    view["title"] = text(title);
    add_files(view);
    if (session && !session->account.must_change_password) {
        view["account"] = {{"name", session->account.full_name},
                           {"manages", may(*session, WebRight::manage_accounts)}};
    }
    view["form_token"] = session ? SessionStore::csrf_token(session_token()) : "";
    return WebResponse::page(site.templates.fill_in(name, view, texts), status);
}

WebResponse Visit::whole_page(const std::string& name, const std::string& title,
                              nlohmann::json view, int status) const {
    view["title"] = title;
    add_files(view);
    view["form_token"] = at_table ? SessionStore::csrf_token(at_table->token) : "";
    return WebResponse::page(site.templates.fill_in_part(name, view, texts), status);
}

WebResponse Visit::notice(Sentence title, const std::string& words, int status) const {
    return page("notice", title, {{"words", words}}, status);
}

WebResponse Visit::come_again() const {
    WebResponse response =
        notice({"The meeting is open in another program"},
               text({"It comes here in a moment, and the page then loads by itself. If "
                     "it does not come, close the other program."}),
               503);
    // A form is not sent by itself.
    if (request.method == WebMethod::get) response.headers.emplace_back("Refresh", "2");
    response.headers.emplace_back("Retry-After", "2");
    return response;
}

WebResponse Visit::let_in(const SignedIn& signed_in, const std::string& to) const {
    WebResponse response = WebResponse::see_other(to);
    response.headers.emplace_back("Set-Cookie", set_cookie(request, session_cookie, signed_in.token,
                                                           SessionStore::absolute_ms / 1'000));
    if (!signed_in.known_browser.empty()) {
        response.headers.emplace_back("Set-Cookie",
                                      set_cookie(request, browser_cookie, signed_in.known_browser,
                                                 Authentication::browser_known_ms / 1'000));
    }
    return response;
}

WebResponse Visit::let_in(const TableEntered& entered, const std::string& to) const {
    WebResponse response = WebResponse::see_other(to);
    response.headers.emplace_back(
        "Set-Cookie", set_cookie(request, table_cookie, entered.token, table_cookie_seconds));
    return response;
}

WebResponse Visit::sign_out() const {
    site.accounts.sessions.end(session_token(), request.address);
    WebResponse response = WebResponse::see_other("/");
    response.headers.emplace_back("Set-Cookie", set_cookie(request, session_cookie, "", 0));
    // What the browser may still hold of the pages.
    response.headers.emplace_back("Clear-Site-Data", "\"cache\"");
    return response;
}

}  // namespace stormote
