#include "sync/central/postgres/pg_failure.h"

#include <array>
#include <string_view>

namespace stormote {

namespace {

constexpr Sentence unreachable{
    "The database cannot be reached: {}. Check that it runs, and its address in --store."};

// Codes of SQLSTATE by their beginnings, and what to do about them.
struct Meaning {
    std::string_view code;
    bool is_passing = false;  // whether it helps to come again
    Sentence sentence;
};
constexpr std::array<Meaning, 16> meanings{{
    {"08", true, unreachable},
    {"57P", true, unreachable},
    {"25P03", true, unreachable},
    {"53100",
     true,
     {"The database's disk is full: {}. Make room on the database's server; nothing that was "
      "acknowledged is lost."}},
    {"53",
     true,
     {"The database's server lacks memory or connections: {}. Give it more, or end other programs "
      "there."}},
    {"55P03",
     true,
     {"The database kept a lock for too long: {}. Another server process, a backup or somebody's "
      "session holds it."}},
    {"57014", true, {"The database broke a request off: {}. Look at its statement_timeout."}},
    {"40", true, {"The database rolled a request back: {}. Try again."}},
    {"25006",
     false,
     {"The database takes no changes: {}. It is a standby or set to read-only; give the address of "
      "the one that takes them in --store."}},
    {"42501",
     false,
     {"The database's role lacks a right: {}. Give it the rights of sync/README.md."}},
    {"42P01",
     false,
     {"The database has not all tables of a store: {}. Run: stormote-central migrate --store "
      "STORE"}},
    {"23505",
     false,
     {"The database has an operation where none was noted: {}. Another program writes to it; keep "
      "it as it is, and restore its last copy."}},
    {"58",
     true,
     {"The database's server fails on its disk: {}. Look at the disk and at the server's log."}},
    {"XX001",
     false,
     {"The database is damaged: {}. Keep it as it is, and restore its last copy: the devices bring "
      "back what is missing."}},
    {"XX002",
     false,
     {"An index of the database is damaged: {}. Have it made anew (REINDEX), and look at the "
      "server's log."}},
    {"", false, {"The database refuses a request: {}. Look at its server's log."}},
}};

// The first line without what the sentence around it says: how bad it is, and a full stop.
std::string first_line(std::string_view message) {
    constexpr std::string_view severity = "FATAL:  ";
    message = message.substr(0, message.find('\n'));
    if (message.starts_with(severity)) message.remove_prefix(severity.size());
    while (!message.empty() && (message.back() == '.' || message.back() == ' ')) {
        message.remove_suffix(1);
    }
    return std::string(message);
}

}  // namespace

void fail_to_connect(const PGconn *connection) {
    if (PQconnectionNeedsPassword(connection) != 0) {
        throw StoreUnavailable(
            machine_error({"The database wants a password. Write it to the configuration file that "
                           "--config names, or to ~/.pgpass."}),
            StoreUnavailable::Report::fresh);
    }
    throw StoreUnavailable(machine_error(unreachable, first_line(PQerrorMessage(connection))),
                           StoreUnavailable::Report::fresh);
}

void fail_statement(const PGconn *connection, const PGresult *result) {
    const char *code = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (code == nullptr) {
        throw StoreUnavailable(machine_error(unreachable, first_line(PQerrorMessage(connection))),
                               StoreUnavailable::Report::fresh);
    }
    const std::string words = first_line(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    for (const Meaning& meaning : meanings) {
        if (!std::string_view(code).starts_with(meaning.code)) continue;
        Error error = machine_error(meaning.sentence, words);
        if (meaning.is_passing) {
            throw StoreUnavailable(std::move(error), StoreUnavailable::Report::fresh);
        }
        throw MachineFailure(std::move(error));
    }
    throw MachineFailure(machine_error(meanings.back().sentence, words));
}

void fail_rolled_back() {
    throw StoreUnavailable(machine_error({"The database did not commit. Try again."}),
                           StoreUnavailable::Report::fresh);
}

}  // namespace stormote
