#include "tests/support/record/postgres_server.h"

#include <algorithm>
#include <csignal>
#include <fstream>

#include <libpq-fe.h>
#include <pwd.h>
#include <unistd.h>

namespace stormote::testing {

namespace fs = std::filesystem;

namespace {

constexpr const char *administrator = "tester";

// The newest version that is installed.
fs::path find_programs() {
    std::vector<fs::path> found;
    const fs::path versions = "/usr/lib/postgresql";
    if (fs::is_directory(versions)) {
        for (const auto& version : fs::directory_iterator(versions)) {
            if (fs::exists(version.path() / "bin" / "postgres")) {
                found.push_back(version.path() / "bin");
            }
        }
    }
    if (found.empty()) throw std::runtime_error("the package postgresql is not installed");
    return *std::max_element(found.begin(), found.end());
}

const passwd& find_other_user() {
    for (const char *name : {"postgres", "nobody"}) {
        if (const passwd *user = getpwnam(name)) return *user;
    }
    throw std::runtime_error("there is neither a user postgres nor a user nobody");
}

void append_text(const fs::path& file, const std::string& text) {
    std::ofstream stream(file, std::ios::app);
    stream << text;
    if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
}

struct Finisher {
    void operator()(PGconn *connection) const { PQfinish(connection); }
};
struct Clearer {
    void operator()(PGresult *result) const { PQclear(result); }
};

}  // namespace

PostgresServer::PostgresServer() {
    make();
}

PostgresServer::PostgresServer(const fs::path& parent) : folder_(parent) {
    make();
}

std::unique_ptr<PostgresServer> PostgresServer::make_replica(const PostgresServer& primary) {
    std::unique_ptr<PostgresServer> replica(new PostgresServer(Empty{}));
    replica->own_folder();
    std::vector<std::string> words = replica->command("pg_basebackup");
    words.insert(words.end(), {"--host", primary.folder().string(), "--username", administrator,
                               "--pgdata", replica->data().string(), "--write-recovery-conf",
                               "--checkpoint=fast", "--no-sync"});
    const Finished made = run_program(words, {{}, "/", ""}, 6 * patience);
    if (made.status != 0) {
        throw std::runtime_error("pg_basebackup: " + made.output + made.errors);
    }
    replica->start();
    return replica;
}

void PostgresServer::own_folder() const {
    if (geteuid() != 0) return;
    const passwd& user = find_other_user();
    if (chown(folder_.path().c_str(), user.pw_uid, user.pw_gid) != 0) {
        throw std::runtime_error("cannot give the server its folder");
    }
}

void PostgresServer::make() {
    own_folder();
    std::vector<std::string> words = command("initdb");
    for (const char *word : {"--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"}) {
        words.emplace_back(word);
    }
    words.insert(words.end(), {"--username", administrator, "--pgdata", data().string()});
    const Finished made = run_program(words, {{}, "/", ""}, 6 * patience);
    if (made.status != 0) throw std::runtime_error("initdb: " + made.output + made.errors);
    start();
}

PostgresServer::~PostgresServer() {
    stop();
}

PostgresServer& PostgresServer::shared() {
    static PostgresServer server;
    return server;
}

std::vector<std::string> PostgresServer::command(const std::string& program) const {
    std::vector<std::string> words;
    if (geteuid() == 0) {
        const passwd& user = find_other_user();
        // Another user's process forgets with whom it is to end.
        words = {"setpriv",
                 "--reuid",
                 std::to_string(user.pw_uid),
                 "--regid",
                 std::to_string(user.pw_gid),
                 "--clear-groups",
                 "--pdeathsig",
                 "SIGQUIT"};
    }
    words.push_back((find_programs() / program).string());
    return words;
}

void PostgresServer::start() {
    std::vector<std::string> words = command("postgres");
    words.insert(words.end(), {"-D", data().string(), "-k", folder_.path().string(), "-c",
                               "listen_addresses=", "-c", "log_min_messages=fatal"});
    server_ = std::make_unique<Process>(words, ProcessOptions{{}, "/", ""});
    const std::string address = server_address("postgres");
    const bool answers =
        wait_until([&] { return PQping(address.c_str()) == PQPING_OK || !server_->is_running(); },
                   3 * patience);
    if (!answers || !server_->is_running()) {
        throw std::runtime_error("postgres: " + server_->errors());
    }
}

void PostgresServer::stop() {
    end(SIGINT);
}

void PostgresServer::crash() {
    end(SIGQUIT);
}

void PostgresServer::end(int signal) {
    if (!server_) return;
    server_->send_signal(signal);
    static_cast<void>(server_->wait());
    server_.reset();
}

void PostgresServer::restart() {
    stop();
    start();
}

void PostgresServer::add_settings(const std::string& lines) const {
    append_text(data() / "postgresql.conf", "\n" + lines + "\n");
}

void PostgresServer::set_access(const std::string& lines) const {
    // It stays the server's own file.
    std::ofstream(data() / "pg_hba.conf", std::ios::trunc) << lines << '\n';
}

std::string PostgresServer::server_address(const std::string& database) const {
    std::string host = folder_.path().string();
    for (auto slash = host.find('/'); slash != std::string::npos; slash = host.find('/', slash)) {
        host.replace(slash, 1, "%2F");
    }
    return std::string("postgresql://") + administrator + "@" + host + "/" + database;
}

std::string PostgresServer::make_database() {
    const std::string name = "store_" + std::to_string(++databases_);
    execute(server_address("postgres"), "CREATE DATABASE " + name);
    return server_address(name);
}

std::string PostgresServer::address(const std::string& database_address,
                                    const std::string& role) const {
    const std::string start = std::string("postgresql://") + administrator + "@";
    return "postgresql://" + role + "@" + database_address.substr(start.size());
}

std::string PostgresServer::execute(const std::string& database_address, const std::string& sql) {
    const std::unique_ptr<PGconn, Finisher> connection(PQconnectdb(database_address.c_str()));
    if (PQstatus(connection.get()) != CONNECTION_OK) {
        throw std::runtime_error(PQerrorMessage(connection.get()));
    }
    const std::unique_ptr<PGresult, Clearer> result(PQexec(connection.get(), sql.c_str()));
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        throw std::runtime_error(sql + ": " + PQerrorMessage(connection.get()));
    }
    return PQntuples(result.get()) == 0 ? "" : PQgetvalue(result.get(), 0, 0);
}

}  // namespace stormote::testing
