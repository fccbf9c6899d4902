#include "tests/support/devices/cups_server.h"

#include <fstream>

#include <fmt/format.h>
#include <unistd.h>

namespace stormote {

namespace {

namespace fs = std::filesystem;

// The programs of CUPS that a queue of its own needs, and the printer: a program that gets a job
// on its standard input or as a file, and says on its standard error how it is.
constexpr const char *printer_program = R"sh(#!/bin/sh
if [ $# -eq 0 ]; then
  echo 'direct played "Played" "Played printer"'
  exit 0
fi
folder='{0}'
said=
while [ -s "$folder/trouble" ]; do
  read -r reason <"$folder/trouble"
  [ "$reason" = "$said" ] || echo "STATE: +$reason" >&2
  said=$reason
  sleep 0.05
done
# As printers do, it says at each job how it is: the job before may have been cancelled in mid-trouble.
echo 'STATE: -media-empty-error,media-jam-error,cover-open-error' >&2
cat "${{6:--}}" >"$folder/printed/$1.part"
mv "$folder/printed/$1.part" "$folder/printed/$1.pdf"
)sh";

void write_text(const fs::path& path, const std::string& text) {
    std::ofstream stream(path);
    stream << text;
    if (!stream.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

bool CupsServer::can_run() {
    return geteuid() == 0 && fs::exists("/usr/sbin/cupsd");
}

CupsServer::CupsServer(const std::string& more_settings) {
    write_settings(more_settings);
    start();
    add_printer();
}

void CupsServer::write_settings(const std::string& more_settings) const {
    const fs::path folder = folder_.path();
    for (const char *name : {"spool", "temporary", "cache", "state", "root", "log", "printed"}) {
        fs::create_directories(folder / name);
        fs::permissions(folder / name, fs::perms::all);
    }
    // The printers' programs run as somebody else.
    fs::permissions(folder, fs::perms::owner_all | fs::perms::group_all | fs::perms::others_exec |
                                fs::perms::others_read);
    const fs::path programs = folder / "programs";
    fs::create_directories(programs / "backend");
    for (const char *name : {"daemon", "notifier"}) {
        fs::create_directory_symlink(fs::path("/usr/lib/cups") / name, programs / name);
    }
    fs::create_directories(programs / "filter");
    const fs::path program = programs / "backend" / "played";
    write_text(program, fmt::format(printer_program, folder.string()));
    fs::permissions(program, fs::perms(0755));
    write_text(folder / "cupsd.conf",
               fmt::format("Listen {}\n<Location />\n  Allow all\n</Location>\n<Policy default>\n"
                           "<Limit All>\n  Allow all\n</Limit>\n</Policy>\n{}",
                           address(), more_settings));
    write_text(
        folder / "cups-files.conf",
        fmt::format("ServerBin {0}/programs\nServerRoot {0}/root\nStateDir {0}/state\n"
                    "CacheDir {0}/cache\nTempDir {0}/temporary\nRequestRoot {0}/spool\n"
                    "ErrorLog {0}/log/error\nAccessLog {0}/log/access\nPageLog {0}/log/page\n"
                    "User lp\nGroup lp\nSystemGroup root\n",
                    folder.string()));
}

void CupsServer::start() {
    fs::remove(address());
    server_.emplace(std::vector<std::string>{"/usr/sbin/cupsd", "-f", "-c",
                                             (folder_.path() / "cupsd.conf").string(), "-s",
                                             (folder_.path() / "cups-files.conf").string()});
    const bool is_up = wait_until([&] { return fs::exists(address()) || !server_->is_running(); });
    if (!is_up || !server_->is_running()) {
        throw std::runtime_error("cupsd did not start: " + server_->errors());
    }
}

void CupsServer::add_printer() const {
    Finished added;
    // The socket is there a moment before anybody listens.
    const bool is_added = wait_until([&] {
        added = run_program({"lpadmin", "-p", queue, "-E", "-v", "played:/paper", "-m", "raw"},
                            {{{"CUPS_SERVER", address()}}, {}, ""});
        return added.status == 0;
    });
    if (!is_added) throw std::runtime_error("lpadmin: " + added.errors);
}

void CupsServer::set_trouble(const std::string& reason) {
    const fs::path next = folder_.path() / "trouble.next";
    write_text(next, reason.empty() ? "" : reason + "\n");
    fs::rename(next, folder_.path() / "trouble");
}

std::vector<fs::path> CupsServer::printed() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder_.path() / "printed")) {
        if (entry.path().extension() == ".pdf") files.push_back(entry.path());
    }
    return files;
}

}  // namespace stormote
