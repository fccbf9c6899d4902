// PostgresServer: a real PostgreSQL of a test's own, from Debian's package, with its files in a
// temporary folder and no address but a socket there. It syncs to the disk as usual. Does not run
// as root, so where the tests do, it runs as another user. One thread; owns the server's process.
#pragma once

#include <memory>

#include "tests/support/machine/process.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

class PostgresServer {
  public:
    // Starts it, and waits until it answers. Throws std::runtime_error with its own words when it
    // does not.
    PostgresServer();
    // With its files at a chosen place, whose disk matters.
    explicit PostgresServer(const std::filesystem::path& parent);
    // A replica of another server, which follows it while both run.
    static std::unique_ptr<PostgresServer> make_replica(const PostgresServer& primary);
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    // The one that the tests of a program share.
    static PostgresServer& shared();

    // The address of a new, empty database, as the role that may do everything.
    std::string make_database();
    // The same database as another role.
    [[nodiscard]] std::string address(const std::string& database_address,
                                      const std::string& role) const;
    // Runs statements; the first column of the first row of the last one, or nothing.
    static std::string execute(const std::string& database_address, const std::string& sql);

    // Ends every session at once: as an administrator does, or without tidying anything up, so
    // that the next start recovers what was committed.
    void stop();
    void crash();
    void start();
    void restart();
    // Of the process that started all the others.
    [[nodiscard]] pid_t id() const { return server_->id(); }
    // Where its socket is, which addresses have as their host.
    [[nodiscard]] std::filesystem::path folder() const { return folder_.path(); }
    [[nodiscard]] std::filesystem::path data() const { return folder_.path() / "data"; }
    // Lines of its settings, which count from the next start on.
    void add_settings(const std::string& lines) const;
    // Who may come in, and how, from the next start on.
    void set_access(const std::string& lines) const;

  private:
    struct Empty {};
    explicit PostgresServer(Empty) {}
    void own_folder() const;
    void make();
    void end(int signal);
    [[nodiscard]] std::vector<std::string> command(const std::string& program) const;
    [[nodiscard]] std::string server_address(const std::string& database) const;

    TemporaryFolder folder_;
    std::unique_ptr<Process> server_;
    int databases_ = 0;
};

}  // namespace stormote::testing
