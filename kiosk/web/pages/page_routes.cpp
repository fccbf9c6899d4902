#include "kiosk/web/pages/page_routes.h"

namespace stormote {

namespace {

// Of forms without files.
constexpr std::size_t most_form_bytes = 65'536;

// Whether a browser sends the form from a page of this site. Old browsers say neither; their forms
// carry the session's token all the same.
bool is_from_here(const Visit& visit) {
    const WebRequest& request = visit.request;
    if (!request.fetch_site.empty() && request.fetch_site != "same-origin") return false;
    if (request.origin.empty() || request.origin == visit.site.public_url) return true;
    const auto scheme = request.origin.find("://");
    return scheme != std::string::npos && request.origin.substr(scheme + 3) == request.host;
}

WebResponse to_sign_in(const Visit& visit) {
    if (visit.request.method == WebMethod::get) {
        return WebResponse::see_other("/?to=" + visit.request.path);
    }
    return visit.notice({"Sign in again"},
                        visit.text({"You were signed out meanwhile, and nothing was saved. Sign "
                                    "in, and do it once more."}),
                        403);
}

WebResponse refuse_form(const Visit& visit) {
    return visit.notice({"The form is too old"},
                        visit.text({"Nothing was saved, since the form came from another page or "
                                    "from before you signed in. Go back, load the page again, and "
                                    "do it once more."}),
                        403);
}

// Of a meeting, where its organisers read it; the address has ids and words of ours alone.
void log_refusal(const Visit& visit) {
    AuditEntry entry;
    entry.actor = visit.actor();
    if (visit.event) entry.event = *visit.event;
    entry.detail = visit.request.path;
    visit.site.accounts.log.add_refusal(std::move(entry));
}

// A page that is still open in a browser which has come in to another table since is not that
// one's.
bool is_of_that_table(const Visit& visit) {
    const WebFields& fields =
        visit.request.method == WebMethod::post ? visit.request.form : visit.request.query;
    return visit.at_table->event == visit.event &&
           (!fields.has("table") || fields.get("table") == std::to_string(visit.at_table->table));
}

WebResponse refuse_table(const Visit& visit) {
    const bool is_form = visit.request.method == WebMethod::post;
    if (!is_form && visit.request.query.get("answer") != "json") {
        return WebResponse::see_other("/t?ended");
    }
    // Of its own, so that a script gives up on nothing else.
    constexpr int gone = 410;
    return visit.notice({"The code works no more"},
                        visit.text({"Nothing was saved. The meeting is over, or the organisers "
                                    "have given the tables new codes: scan the code on the sign "
                                    "of your table again."}),
                        gone);
}

}  // namespace

void PageRoutes::add_open(WebMethod method, std::string pattern, Page page) {
    add(method, std::move(pattern), Signed::anyone, std::nullopt, std::move(page));
}

void PageRoutes::add(WebMethod method, std::string pattern, Page page) {
    add(method, std::move(pattern), Signed::fully, std::nullopt, std::move(page));
}

void PageRoutes::add(WebMethod method, std::string pattern, WebRight right, Page page) {
    add(method, std::move(pattern), Signed::fully, right, std::move(page));
}

void PageRoutes::add_for_password(WebMethod method, std::string pattern, Page page) {
    add(method, std::move(pattern), Signed::to_change_password, std::nullopt, std::move(page));
}

void PageRoutes::add_for_table(WebMethod method, std::string pattern, Page page) {
    const auto guarded = [&site = site_,
                          page = std::move(page)](const WebRequest& request) -> WebResponse {
        Visit visit(site, request, VisitKind::of_table);
        const bool is_form = request.method == WebMethod::post;
        if (is_form && !is_from_here(visit)) return refuse_form(visit);
        TableAccess access = find_table(site, visit.table_token());
        if (std::holds_alternative<TableNotOpen>(access)) return visit.come_again();
        if (auto *at = std::get_if<AtTable>(&access)) visit.at_table = std::move(*at);
        if (!visit.at_table || !is_of_that_table(visit)) return refuse_table(visit);
        if (is_form && !visit.carries_form_token()) return refuse_form(visit);
        return page(visit);
    };
    routes_.add({method, std::move(pattern), guarded,
                 method == WebMethod::post ? most_form_bytes : std::size_t{0}});
}

void PageRoutes::add(WebMethod method, std::string pattern, Signed wanted,
                     std::optional<WebRight> right, Page page) {
    const auto guarded = [&site = site_, wanted, right,
                          page = std::move(page)](const WebRequest& request) -> WebResponse {
        const Visit visit(site, request);
        const bool is_form = request.method == WebMethod::post;
        if (is_form && !is_from_here(visit)) return refuse_form(visit);
        if (wanted == Signed::anyone) return page(visit);
        if (!visit.session) return to_sign_in(visit);
        if (is_form && !visit.carries_form_token()) return refuse_form(visit);
        if (wanted == Signed::fully && visit.session->account.must_change_password) {
            return WebResponse::see_other("/password");
        }
        if (!right) return page(visit);
        const bool is_allowed =
            is_over_event(*right)
                ? visit.event && site.accounts.accounts.may(*visit.session, *right, *visit.event)
                : may(*visit.session, *right);
        if (is_allowed) return page(visit);
        // Nobody learns which meetings there are by asking for them.
        log_refusal(visit);
        return refusal_page(site, request, 404);
    };
    routes_.add({method, std::move(pattern), guarded,
                 method == WebMethod::post ? most_form_bytes : std::size_t{0}});
}

WebResponse refusal_page(const Site& site, const WebRequest& request, int status) {
    const Visit visit(site, request);
    switch (status) {
        case 404:
        case 405:
            return visit.notice({"There is no such page"},
                                visit.text({"The address may be mistyped, or the page is not for "
                                            "your account. Begin from your meetings."}),
                                status);
        case 400:
            return visit.notice({"The browser sent something unreadable"},
                                visit.text({"Nothing was saved. Load the page again, and do it "
                                            "once more."}),
                                status);
        case 413:
            return visit.notice({"That is too large"},
                                visit.text({"Nothing was saved. Send less at once."}), status);
        case 503:
            return visit.notice({"Much is going on just now"},
                                visit.text({"Nothing was saved. Try again in a minute."}), status);
        default:
            return visit.notice({"The server has a fault"},
                                visit.text({"What you did may not be saved. Try again in a minute; "
                                            "if it stays, tell whoever runs the server."}),
                                status);
    }
}

}  // namespace stormote
