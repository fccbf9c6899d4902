// CupsServer: a real cupsd of a test's own, with one printer whose paper and faults the test
// controls: the printing system is the machine's, only what it prints on is played. Needs root, as
// cupsd does to start printers' programs. One thread; owns the server's process and folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/machine/process.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

class CupsServer {
  public:
    static constexpr const char *queue = "labels";

    [[nodiscard]] static bool can_run();
    // Starts the server, with further lines of cupsd.conf, and waits until it has the printer.
    // Throws std::runtime_error with the server's own words when it does not.
    explicit CupsServer(const std::string& more_settings = "");

    // For CUPS_SERVER in the environment of whoever prints.
    [[nodiscard]] std::string address() const { return (folder_.path() / "socket").string(); }
    // What the printer says of itself until another reason, or "", is set; as "media-empty-error".
    // As long as it says something it prints nothing.
    void set_trouble(const std::string& reason);
    // The PDFs that came out of it, in any order.
    [[nodiscard]] std::vector<std::filesystem::path> printed() const;
    // Where the server keeps jobs.
    [[nodiscard]] std::filesystem::path spool() const { return folder_.path() / "spool"; }

    void stop() { server_.reset(); }
    void start();

  private:
    void write_settings(const std::string& more_settings) const;
    void add_printer() const;

    testing::TemporaryFolder folder_;
    std::optional<Process> server_;
};

}  // namespace stormote
