// WebLine: user add, list, remove, reset, grant, withdraw, lock, unlock.
#include <algorithm>
#include <istream>

#include <CLI/App.hpp>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "kiosk/web/accounts/web_accounts.h"
#include "kiosk/web/cli/web_line.h"
#include "kiosk/web/events/folder_events.h"
#include "sync/base/command_usage.h"
#include "sync/base/local_time.h"
#include "sync/base/private_file.h"
#include "sync/journal/keys/passphrase_file.h"

namespace stormote {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct UserOptions {
    std::string events;
    std::string accounts;  // instead, of a kiosk
    std::string login;
    std::string full_name;
    std::string role;
    std::string password_file;
    std::string event;
    bool is_json = false;

    // Where the accounts lie.
    [[nodiscard]] const std::string& folder() const { return accounts.empty() ? events : accounts; }
};

// What is done with an account that is there.
using AccountAction = Result<> (*)(WebAccounts&, const Account&, const UserOptions&, WebContext&);

Result<> check_folder(const UserOptions& options) {
    if (options.events.empty() == options.accounts.empty()) {
        return usage_error(
            {"Say whose accounts: --events FOLDER, or --accounts FOLDER for those "
             "of a kiosk."});
    }
    if (options.accounts.empty() && !fs::is_directory(options.events)) {
        return input_error({"{} is no folder. Make it, and put the event files into it."},
                           options.events);
    }
    return Done{};
}

// Nothing: no account was made yet.
Result<std::unique_ptr<WebAccounts>> open_accounts(const UserOptions& options,
                                                   WebContext& context) {
    if (auto checked = check_folder(options); !checked) return checked.error();
    if (!fs::exists(fs::path(options.folder()) / WebAccounts::file_name)) {
        return std::unique_ptr<WebAccounts>();
    }
    return WebAccounts::open(options.folder(), context.clock, context.random);
}

Error no_account(const UserOptions& options) {
    return input_error({"There is no account {} in {}. \"stormote-web user list\" shows those that "
                        "there are, and \"stormote-web user add\" makes one."},
                       options.login, options.folder());
}

Result<> act(AccountAction action, const UserOptions& options, WebContext& context) {
    const auto web = open_accounts(options, context);
    if (!web) return web.error();
    if (*web == nullptr) return no_account(options);
    const auto account = (*web)->accounts.find(options.login);
    if (!account) return no_account(options);
    return action(**web, *account, options, context);
}

Result<std::string> read_password(const std::string& file, WebContext& context) {
    if (file != "-") return read_passphrase_file(file);
    if (isatty(STDIN_FILENO) != 0) {
        return usage_error(
            {"What is typed here would be shown. Give the password by a file or a "
             "pipe; or leave --password-file out, and a one-time password is "
             "made."});
    }
    std::string password;
    std::getline(context.in, password);
    if (password.ends_with('\r')) password.pop_back();
    if (password.empty()) {
        return input_error({"Standard input has no password on its first line."});
    }
    return password;
}

// Alone on standard output, so that a script can take it.
void show_one_time_password(const std::string& login, const std::string& password,
                            WebContext& context) {
    context.messages << context.texts.get({"The one-time password of {} shows only now, and works "
                                           "for three days. Give it to them by another way than "
                                           "the user name; they choose one of their own when they "
                                           "sign in."},
                                          login)
                     << std::endl;
    context.out << password << std::endl;
}

Result<> add_user(const UserOptions& options, WebContext& context) {
    NewAccount account;
    const auto role = parse_account_role(options.role);
    if (!role) {
        return usage_error({"\"{}\" is no role. There are administrator, organiser and steward."},
                           options.role);
    }
    account.login = options.login;
    account.full_name = options.full_name;
    account.role = *role;
    // The folder before the password: what is wrong with the call is said before anything is read.
    if (const auto there = open_accounts(options, context); !there) return there.error();
    if (!options.password_file.empty()) {
        auto password = read_password(options.password_file, context);
        if (!password) return password.error();
        account.password = *std::move(password);
    }
    // A kiosk that has not served pages yet has none. Who may enter one that is there, is not ours
    // to say.
    if (!options.accounts.empty() && !fs::exists(options.accounts)) {
        create_private_folder(options.accounts);
    }
    const auto web = WebAccounts::open(options.folder(), context.clock, context.random);
    if (!web) return web.error();
    const auto added = (*web)->accounts.add(account, command_line_actor());
    if (!added) return added.error();
    if (!account.password) {
        show_one_time_password(options.login, added->one_time_password, context);
    }
    return Done{};
}

Result<> remove_user(WebAccounts& web, const Account& account, const UserOptions&, WebContext&) {
    return web.accounts.remove(account.id, command_line_actor());
}

Result<> reset_user(WebAccounts& web, const Account& account, const UserOptions&,
                    WebContext& context) {
    const auto password = web.accounts.reset_password(account.id, command_line_actor());
    if (!password) return password.error();
    show_one_time_password(account.login, *password, context);
    return Done{};
}

Result<> lock_user(WebAccounts& web, const Account& account, const UserOptions&, WebContext&) {
    return web.accounts.lock(account.id, command_line_actor());
}

Result<> unlock_user(WebAccounts& web, const Account& account, const UserOptions&, WebContext&) {
    return web.accounts.unlock(account.id, command_line_actor());
}

// An id, or an event file: as it is said, or by its name in the folder.
Result<EventId> find_event(const UserOptions& options) {
    if (const auto id = parse_id<EventId>(options.event)) return *id;
    for (const fs::path& file :
         {fs::path(options.event), fs::path(options.events) / options.event}) {
        if (!fs::is_regular_file(file)) continue;
        if (const auto id = read_event_id(file)) return *id;
        return input_error({"{} is no event file."}, file.string());
    }
    if (options.events.empty()) {
        return input_error({"There is no event {}. Give an event file, or an event's id."},
                           options.event);
    }
    return input_error({"There is no event {}. Give the name of an event file in {}, or an "
                        "event's id."},
                       options.event, options.events);
}

// A kiosk serves whichever event it is started with.
bool is_served(const UserOptions& options, const EventId& event) {
    if (options.events.empty()) return true;
    const auto events = find_events(options.events);
    return std::find(events.begin(), events.end(), event) != events.end();
}

Result<> grant(WebAccounts& web, const Account& account, const UserOptions& options, WebContext&) {
    const auto event = find_event(options);
    if (!event) return event.error();
    if (!is_served(options, *event)) {
        return input_error({"The event {} is not in {}. Put its file there first."},
                           to_string(*event), options.events);
    }
    return web.accounts.give_grant(account.id, *event, command_line_actor());
}

Result<> withdraw(WebAccounts& web, const Account& account, const UserOptions& options,
                  WebContext&) {
    const auto event = find_event(options);
    if (!event) return event.error();
    return web.accounts.withdraw_grant(account.id, *event, command_line_actor());
}

Json moment_json(std::int64_t ms) {
    return ms == 0 ? Json() : Json(utc_text(ms));
}

Json users_json(const WebAccounts& web, const std::vector<Account>& accounts) {
    Json users = Json::array();
    for (const Account& account : accounts) {
        Json events = Json::array();
        for (const EventId& event : web.accounts.events_of(account.id)) {
            events.push_back(to_string(event));
        }
        users.push_back({{"login", account.login},
                         {"name", account.full_name},
                         {"role", account_role_name(account.role)},
                         {"locked", account.is_locked},
                         {"one_time_password", account.must_change_password},
                         {"added", moment_json(account.added_ms)},
                         {"signed_in", moment_json(account.signed_in_ms)},
                         {"events", std::move(events)}});
    }
    return users;
}

std::string user_line(const Account& account, const Texts& texts) {
    std::string line =
        account.login + '\t' + account_role_name(account.role) + '\t' + account.full_name;
    if (account.is_locked) line += '\t' + texts.get(Sentence{"locked"});
    if (account.must_change_password) line += '\t' + texts.get(Sentence{"one-time password"});
    return line;
}

Result<> list_users(const UserOptions& options, WebContext& context) {
    const auto web = open_accounts(options, context);
    if (!web) return web.error();
    const auto accounts = *web == nullptr ? std::vector<Account>() : (*web)->accounts.list();
    if (options.is_json) {
        const Json users = *web == nullptr ? Json::array() : users_json(**web, accounts);
        context.out << Json{{"users", users}}.dump() << '\n';
        return Done{};
    }
    for (const Account& account : accounts)
        context.out << user_line(account, context.texts) << '\n';
    if (accounts.empty()) {
        context.messages << context.texts.get(Sentence{"No account was made yet. \"stormote-web "
                                                       "user add --help\" says how the first one "
                                                       "is made."})
                         << std::endl;
    }
    return Done{};
}

class UserLine {
  public:
    explicit UserLine(WebLine& line)
        : line_(line),
          users_(add_command(line.app(), "user", {"Who may sign in, and to which meetings."},
                             "stormote-web user list --events meetings", line.context().texts)) {
        users_.require_subcommand(1);
    }

    using Command = Result<> (*)(const UserOptions&, WebContext&);
    std::pair<CLI::App&, UserOptions&> add(const std::string& name, Sentence purpose,
                                           const std::string& example, Command command) {
        auto options = std::make_shared<UserOptions>();
        CLI::App& parser = line_.add(users_, name, purpose, "stormote-web user " + example,
                                     [this_line = &line_, options, command] {
                                         return command(*options, this_line->context());
                                     });
        parser.add_option("--events", options->events,
                          line_.text({"The folder with the event files."}));
        parser.add_option("--accounts", options->accounts,
                          line_.text({"Instead, of a kiosk with pages: the folder pages in its "
                                      "state, such as ~/.local/state/stormote/pages."}));
        return {parser, *options};
    }
    void add_login(CLI::App& parser, UserOptions& options) {
        parser.add_option("LOGIN", options.login, line_.text({"The user name."}))->required();
    }
    // One that is about an account that is there.
    template <AccountAction Action>
    std::pair<CLI::App&, UserOptions&> add_about(const std::string& name, Sentence purpose,
                                                 const std::string& example) {
        const auto added =
            add(name, purpose, example, [](const UserOptions& options, WebContext& context) {
                return act(Action, options, context);
            });
        add_login(added.first, added.second);
        return added;
    }
    template <AccountAction Action>
    void add_about_event(const std::string& name, Sentence purpose, const std::string& example) {
        const auto [parser, options] = add_about<Action>(name, purpose, example);
        parser
            .add_option("EVENT", options.event,
                        line_.text({"An event file of the folder, or the event's id."}))
            ->required();
    }

  private:
    WebLine& line_;
    CLI::App& users_;
};

void add_user_add(UserLine& users, WebLine& line) {
    const auto [parser, options] =
        users.add("add", {"Makes an account; the first one is an administrator's."},
                  "add anna@ekbacken.example --events meetings --name \"Anna Ek\" --role "
                  "administrator",
                  add_user);
    users.add_login(parser, options);
    parser.add_option("--name", options.full_name, line.text({"First and last name."}))->required();
    parser
        .add_option("--role", options.role,
                    line.text({"administrator: accounts, and which meetings there are; organiser: "
                               "everything of their meetings; steward: the door of their "
                               "meetings."}))
        ->required();
    parser.add_option("--password-file", options.password_file,
                      line.text({"A file whose first line is the password; - reads standard "
                                 "input. Without it a one-time password is made and printed."}));
}

}  // namespace

void add_user_commands(WebLine& line) {
    UserLine users(line);
    add_user_add(users, line);
    const auto [parser, options] =
        users.add("list", {"Shows all accounts."}, "list --events meetings --json", list_users);
    parser.add_flag("--json", options.is_json, line.text({"As one JSON document."}));
    users.add_about<remove_user>(
        "remove", {"Removes an account, and signs its owner out. What they did stays in the log."},
        "remove anna@ekbacken.example --events meetings");
    users.add_about<reset_user>(
        "reset", {"Gives a new one-time password, in place of one that was forgotten."},
        "reset anna@ekbacken.example --events meetings");
    users.add_about_event<grant>("grant", {"Lets an account into a meeting."},
                                 "grant anna@ekbacken.example october.stormote --events meetings");
    users.add_about_event<withdraw>(
        "withdraw", {"Takes an account's access to a meeting away."},
        "withdraw anna@ekbacken.example october.stormote --events meetings");
    users.add_about<lock_user>("lock", {"Locks an account, and signs its owner out."},
                               "lock anna@ekbacken.example --events meetings");
    users.add_about<unlock_user>("unlock", {"Lets a locked account in again."},
                                 "unlock anna@ekbacken.example --events meetings");
}

}  // namespace stormote
