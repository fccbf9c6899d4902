#include "kiosk/web/pages/account_pages.h"

#include "sync/base/date_text.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

using nlohmann::json;

// Only within this site, whatever a link says. Of the letters that our addresses have: browsers
// leave tabs out of an address, and take "\\" for a slash.
std::string place_after(const std::string& wanted) {
    const bool is_here =
        wanted.starts_with("/") && !wanted.starts_with("//") &&
        std::all_of(wanted.begin(), wanted.end(), [](char letter) {
            return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                   (letter >= 'A' && letter <= 'Z') ||
                   std::string_view("/-_.?=&").find(letter) != std::string_view::npos;
        });
    return is_here ? wanted : "/meetings";
}

WebResponse sign_in_page(const Visit& visit, const std::string& problem, int status = 200) {
    const std::string& to = visit.request.query.has("to") ? visit.request.query.get("to")
                                                          : visit.request.form.get("to");
    return visit.page("sign_in", {"Sign in"},
                      {{"problem", problem},
                       {"login", visit.request.form.get("login")},
                       {"to", to},
                       {"is_first", visit.site.accounts.accounts.is_empty()},
                       {"signed_out", visit.request.query.has("signed-out")}},
                      status);
}

WebResponse show_sign_in(const Visit& visit) {
    if (visit.session) return WebResponse::see_other("/meetings");
    return sign_in_page(visit, "");
}

WebResponse sign_in(const Visit& visit) {
    const WebFields& form = visit.request.form;
    const auto outcome = visit.site.accounts.authentication.sign_in(
        form.get("login"), form.get("password"), visit.clues());
    if (const auto *in = std::get_if<SignedIn>(&outcome)) {
        return visit.let_in(*in, place_after(form.get("to")));
    }
    if (const auto *in = std::get_if<PasswordMustChange>(&outcome)) {
        return visit.let_in(in->signed_in, "/password");
    }
    if (const auto *delayed = std::get_if<SignInDelayed>(&outcome)) {
        return sign_in_page(visit, visit.wait_words(delayed->wait_ms), 429);
    }
    if (std::holds_alternative<OneTimePasswordExpired>(outcome)) {
        return sign_in_page(visit,
                            visit.text({"That one-time password is too old. Ask an administrator "
                                        "for a new one."}),
                            403);
    }
    return sign_in_page(visit, visit.text({"The user name or the password is wrong."}), 403);
}

WebResponse password_page(const Visit& visit, const std::string& problem, int status = 200) {
    return visit.page("password", {"Change password"},
                      {{"problem", problem},
                       {"must_change", visit.session->account.must_change_password},
                       {"login", visit.session->account.login}},
                      status);
}

WebResponse change_password(const Visit& visit) {
    const WebFields& form = visit.request.form;
    if (form.get("new-password") != form.get("new-password-again")) {
        return password_page(visit, visit.text({"The two new passwords are not the same."}), 422);
    }
    const auto outcome = visit.site.accounts.authentication.change_password(
        form.get("password"), form.get("new-password"), visit.clues());
    if (const auto *changed = std::get_if<PasswordChanged>(&outcome)) {
        return visit.let_in(changed->signed_in, "/account?changed");
    }
    if (const auto *refused = std::get_if<NewPasswordRefused>(&outcome)) {
        return password_page(visit, visit.texts.get(refused->why), 422);
    }
    if (const auto *delayed = std::get_if<SignInDelayed>(&outcome)) {
        return password_page(visit, visit.wait_words(delayed->wait_ms), 429);
    }
    if (std::holds_alternative<OldPasswordWrong>(outcome)) {
        return password_page(visit, visit.text({"The old password is wrong."}), 403);
    }
    return WebResponse::see_other("/");
}

std::string moment_text(const Visit& visit, std::int64_t ms) {
    const std::string local = local_time_of(ms);
    return local.substr(0, 10) + ' ' + time_in_words(local, visit.texts.language());
}

WebResponse show_account(const Visit& visit) {
    json sessions = json::array();
    for (const WebSession& each : visit.site.accounts.sessions.list(visit.session->account.id)) {
        sessions.push_back({{"began", moment_text(visit, each.created_ms)},
                            {"used", moment_text(visit, each.used_ms)},
                            {"address", each.address},
                            {"browser", each.browser},
                            {"is_this", each.id == visit.session->id},
                            {"id", to_string(each.id)}});
    }
    const bool has_others = sessions.size() > 1;
    return visit.page("account", {"Your account"},
                      {{"login", visit.session->account.login},
                       {"full_name", visit.session->account.full_name},
                       {"changed", visit.request.query.has("changed")},
                       {"sessions", std::move(sessions)},
                       {"has_others", has_others}});
}

}  // namespace

void add_account_pages(PageRoutes& routes) {
    routes.add_open(WebMethod::get, "/", show_sign_in);
    routes.add_open(WebMethod::post, "/sign-in", sign_in);
    routes.add_for_password(WebMethod::post, "/sign-out",
                            [](const Visit& visit) -> WebResponse { return visit.sign_out(); });
    routes.add_for_password(WebMethod::get, "/password", [](const Visit& visit) -> WebResponse {
        return password_page(visit, "");
    });
    routes.add_for_password(WebMethod::post, "/password", change_password);
    routes.add(WebMethod::get, "/account", show_account);
    routes.add(WebMethod::post, "/account/end-others", [](const Visit& visit) -> WebResponse {
        visit.site.accounts.sessions.end_others(*visit.session, visit.request.address);
        return WebResponse::see_other("/account");
    });
}

}  // namespace stormote
