#include "kiosk/web/pages/user_pages.h"

#include <set>

#include "sync/base/date_text.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

using nlohmann::json;

constexpr std::size_t entries_on_page = 100;

std::string role_word(const Visit& visit, AccountRole role) {
    switch (role) {
        case AccountRole::administrator:
            return visit.text({"Administrator"});
        case AccountRole::organiser:
            return visit.text({"Organiser"});
        case AccountRole::steward:
            return visit.text({"Steward"});
    }
    return "";
}

json role_choices(const Visit& visit, AccountRole chosen) {
    json choices = json::array();
    for (const AccountRole role :
         {AccountRole::organiser, AccountRole::steward, AccountRole::administrator}) {
        choices.push_back({{"value", account_role_name(role)},
                           {"word", role_word(visit, role)},
                           {"is_chosen", role == chosen}});
    }
    return choices;
}

std::string meeting_name(const Visit& visit, const MeetingSummary& meeting) {
    if (!meeting.is_readable) return meeting.file_name;
    const std::string when = date_in_words(meeting.starts, visit.texts.language());
    return when.empty() ? meeting.name : meeting.name + ", " + when;
}

json meeting_choices(const Visit& visit, const AccountId& account) {
    const auto granted = visit.site.accounts.accounts.events_of(account);
    const std::set<EventId> seen(granted.begin(), granted.end());
    json choices = json::array();
    for (const MeetingSummary& meeting : visit.site.events.list()) {
        choices.push_back({{"id", to_string(meeting.id)},
                           {"name", meeting_name(visit, meeting)},
                           {"is_chosen", seen.contains(meeting.id)}});
    }
    return choices;
}

struct UsersNews {
    std::string problem{};
    // Shown this once.
    std::string one_time_login{};
    std::string one_time_password{};
    int status = 200;
};

WebResponse users_page(const Visit& visit, const UsersNews& news = {}) {
    json users = json::array();
    for (const Account& account : visit.site.accounts.accounts.list()) {
        const std::string signed_in =
            account.signed_in_ms == 0 ? "" : local_time_of(account.signed_in_ms).substr(0, 10);
        users.push_back({{"address", "/users/" + to_string(account.id)},
                         {"login", account.login},
                         {"full_name", account.full_name},
                         {"role", role_word(visit, account.role)},
                         {"is_locked", account.is_locked},
                         {"signed_in", signed_in}});
    }
    return visit.page(
        "users", {"Users"},
        {{"users", std::move(users)},
         {"problem", news.problem},
         {"one_time_login", news.one_time_login},
         {"one_time_password", news.one_time_password},
         {"login", news.problem.empty() ? "" : visit.request.form.get("login")},
         {"full_name", news.problem.empty() ? "" : visit.request.form.get("full-name")},
         {"roles", role_choices(visit, AccountRole::organiser)}},
        news.status);
}

WebResponse refuse_users(const Visit& visit, const Error& why) {
    return users_page(visit, {.problem = visit.texts.get(why), .status = 422});
}

WebResponse add_user(const Visit& visit) {
    const WebFields& form = visit.request.form;
    NewAccount account;
    account.login = form.get("login");
    account.full_name = form.get("full-name");
    account.role = parse_account_role(form.get("role")).value_or(AccountRole::steward);
    const auto added = visit.site.accounts.accounts.add(account, visit.actor());
    if (!added) return refuse_users(visit, added.error());
    return users_page(
        visit, {.one_time_login = account.login, .one_time_password = added->one_time_password});
}

std::optional<Account> account_of(const Visit& visit) {
    const auto id = parse_id<AccountId>(visit.request.place("account"));
    return id ? visit.site.accounts.accounts.find(*id) : std::nullopt;
}

WebResponse user_page(const Visit& visit, const Account& account, const std::string& problem,
                      int status) {
    json meetings = meeting_choices(visit, account.id);
    const bool has_meetings = !meetings.empty();
    return visit.page("user", {"User"},
                      {{"address", "/users/" + to_string(account.id)},
                       {"login", account.login},
                       {"full_name", account.full_name},
                       {"roles", role_choices(visit, account.role)},
                       {"is_locked", account.is_locked},
                       {"is_oneself", account.id == visit.session->account.id},
                       {"problem", problem},
                       {"meetings", std::move(meetings)},
                       {"has_meetings", has_meetings}},
                      status);
}

// Does something with the account of the address, and shows how it is afterwards.
template <typename Change>
WebResponse change_user(const Visit& visit, const Change& change) {
    const auto account = account_of(visit);
    if (!account) return refusal_page(visit.site, visit.request, 404);
    const Result<> changed = change(*account);
    if (!changed) return user_page(visit, *account, visit.texts.get(changed.error()), 422);
    return WebResponse::see_other("/users/" + to_string(account->id));
}

Result<> describe(const Visit& visit, const Account& account) {
    AccountStore& accounts = visit.site.accounts.accounts;
    const WebFields& form = visit.request.form;
    if (form.get("full-name") != account.full_name) {
        if (auto named =
                accounts.change_full_name(account.id, form.get("full-name"), visit.actor());
            !named) {
            return named;
        }
    }
    const auto role = parse_account_role(form.get("role"));
    if (!role || *role == account.role) return Done{};
    return accounts.change_role(account.id, *role, visit.actor());
}

Result<> set_meetings(const Visit& visit, const Account& account) {
    AccountStore& accounts = visit.site.accounts.accounts;
    const auto chosen = visit.request.form.all("meeting");
    const std::set<std::string> wanted(chosen.begin(), chosen.end());
    for (const MeetingSummary& meeting : visit.site.events.list()) {
        const auto set = wanted.contains(to_string(meeting.id))
                             ? accounts.give_grant(account.id, meeting.id, visit.actor())
                             : accounts.withdraw_grant(account.id, meeting.id, visit.actor());
        if (!set) return set;
    }
    return Done{};
}

WebResponse remove_user(const Visit& visit) {
    const auto account = account_of(visit);
    if (!account) return refusal_page(visit.site, visit.request, 404);
    const auto removed = visit.site.accounts.accounts.remove(account->id, visit.actor());
    if (!removed) return user_page(visit, *account, visit.texts.get(removed.error()), 422);
    return WebResponse::see_other("/users");
}

WebResponse reset_user(const Visit& visit) {
    const auto account = account_of(visit);
    if (!account) return refusal_page(visit.site, visit.request, 404);
    const auto reset = visit.site.accounts.accounts.reset_password(account->id, visit.actor());
    if (!reset) return user_page(visit, *account, visit.texts.get(reset.error()), 422);
    return users_page(visit,
                      {.one_time_login = account->login, .one_time_password = reset.value()});
}

std::string action_words(const Visit& visit, AuditAction action) {
    switch (action) {
        case AuditAction::signed_in:
            return visit.text({"Signed in"});
        case AuditAction::sign_in_failed:
            return visit.text({"Sign-in failed"});
        case AuditAction::signed_out:
            return visit.text({"Signed out"});
        case AuditAction::password_changed:
            return visit.text({"Changed the password"});
        case AuditAction::password_reset:
            return visit.text({"Gave a one-time password"});
        case AuditAction::sessions_ended:
            return visit.text({"Ended other sessions"});
        case AuditAction::account_added:
            return visit.text({"Added a user"});
        case AuditAction::account_changed:
            return visit.text({"Changed a user"});
        case AuditAction::account_removed:
            return visit.text({"Removed a user"});
        case AuditAction::account_locked:
            return visit.text({"Locked a user"});
        case AuditAction::account_unlocked:
            return visit.text({"Unlocked a user"});
        case AuditAction::grant_given:
            return visit.text({"Gave access to the meeting"});
        case AuditAction::grant_withdrawn:
            return visit.text({"Took away access to the meeting"});
        case AuditAction::event_unlocked:
            return visit.text({"Unlocked the meeting"});
        case AuditAction::event_unlock_failed:
            return visit.text({"Could not unlock the meeting"});
        case AuditAction::personal_data_read:
            return visit.text({"Read personal data"});
        case AuditAction::access_refused:
            return visit.text({"Asked for a page without access to it"});
        default:
            return audit_action_name(action);
    }
}

// What is written in a word of the program is said in the reader's language.
std::string detail_words(const Visit& visit, const AuditEntry& entry) {
    const bool is_notes =
        entry.action == AuditAction::personal_data_read && entry.detail == "notes";
    return is_notes ? visit.text({"Notes"}) : entry.detail;
}

std::string who_words(const Visit& visit, const AuditActor& actor) {
    if (actor.kind == AuditActorKind::command) return visit.text({"On the server"});
    if (actor.kind != AuditActorKind::table) return actor.name;
    // Who typed a code that is none is at no table yet.
    return actor.name.empty() ? visit.text({"A phone"})
                              : visit.texts.get(Sentence{"A phone at table {}"}, actor.name);
}

WebResponse log_page(const Visit& visit, const std::vector<AuditEntry>& entries,
                     const std::string& address) {
    json rows = json::array();
    for (const AuditEntry& entry : entries) {
        const std::string local = local_time_of(entry.at_ms);
        rows.push_back(
            {{"when", local.substr(0, 10) + ' ' + time_in_words(local, visit.texts.language())},
             {"who", who_words(visit, entry.actor)},
             {"address", entry.actor.address},
             {"what", action_words(visit, entry.action)},
             {"detail", detail_words(visit, entry)},
             {"people", entry.people > 0 ? std::to_string(entry.people) : ""}});
    }
    const bool is_full = entries.size() == entries_on_page;
    const std::string older =
        is_full ? address + "?before=" + std::to_string(entries.back().number) : "";
    const bool is_empty = rows.empty();
    return visit.page("log", {"Log"},
                      {{"rows", std::move(rows)}, {"older", older}, {"is_empty", is_empty}});
}

WebResponse show_log(const Visit& visit) {
    const std::int64_t before = visit.request.query.number("before").value_or(0);
    return log_page(visit, visit.site.accounts.log.read_all(before, entries_on_page), "/log");
}

WebResponse show_event_log(const Visit& visit) {
    const std::int64_t before = visit.request.query.number("before").value_or(0);
    return log_page(visit,
                    visit.site.accounts.log.read_event(*visit.event, before, entries_on_page),
                    "/events/" + to_string(*visit.event) + "/log");
}

}  // namespace

void add_user_pages(PageRoutes& routes) {
    const WebRight right = WebRight::manage_accounts;
    routes.add(WebMethod::get, "/users", right,
               [](const Visit& visit) -> WebResponse { return users_page(visit); });
    routes.add(WebMethod::post, "/users", right, add_user);
    routes.add(WebMethod::get, "/users/{account}", right, [](const Visit& visit) -> WebResponse {
        const auto account = account_of(visit);
        if (!account) return refusal_page(visit.site, visit.request, 404);
        return user_page(visit, *account, "", 200);
    });
    routes.add(WebMethod::post, "/users/{account}", right, [](const Visit& visit) {
        return change_user(visit, [&](const Account& account) { return describe(visit, account); });
    });
    routes.add(WebMethod::post, "/users/{account}/meetings", right, [](const Visit& visit) {
        return change_user(visit,
                           [&](const Account& account) { return set_meetings(visit, account); });
    });
    routes.add(WebMethod::post, "/users/{account}/lock", right, [](const Visit& visit) {
        return change_user(visit, [&](const Account& account) {
            return visit.site.accounts.accounts.lock(account.id, visit.actor());
        });
    });
    routes.add(WebMethod::post, "/users/{account}/unlock", right, [](const Visit& visit) {
        return change_user(visit, [&](const Account& account) {
            return visit.site.accounts.accounts.unlock(account.id, visit.actor());
        });
    });
    routes.add(WebMethod::post, "/users/{account}/reset", right, reset_user);
    routes.add(WebMethod::post, "/users/{account}/remove", right, remove_user);
    routes.add(WebMethod::get, "/log", right, show_log);
    routes.add(WebMethod::get, "/events/{event}/log", WebRight::organise, show_event_log);
}

}  // namespace stormote
