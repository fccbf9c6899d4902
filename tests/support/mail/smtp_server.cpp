#include "tests/support/mail/smtp_server.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace stormote::testing {

namespace {

std::string read_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> command_of(const std::filesystem::path& folder,
                                    const std::vector<std::string>& options) {
    // Debian's own Python, which has Debian's packages.
    std::vector<std::string> command{"/usr/bin/python3",
                                     STORMOTE_SOURCES "/tests/support/mail/smtp_server.py", folder};
    command.insert(command.end(), options.begin(), options.end());
    return command;
}

}  // namespace

SmtpServer::SmtpServer(const std::vector<std::string>& options)
    : process_(command_of(folder_.path(), options)) {
    const bool is_listening = wait_until(
        [this] { return !process_.is_running() || std::filesystem::exists(folder_ / "port"); });
    port_ = read_text(folder_ / "port");
    if (!is_listening || port_.empty()) throw std::runtime_error(process_.errors());
}

std::string SmtpServer::url(const std::string& user) const {
    return "smtp://" + (user.empty() ? "" : user + "@") + "127.0.0.1:" + port_;
}

std::vector<std::string> SmtpServer::recipients() const {
    std::ifstream in(folder_ / "recipients");
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::vector<std::string> SmtpServer::mails() const {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
        if (entry.path().extension() == ".eml") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> mails;
    for (const auto& path : paths) mails.push_back(read_text(path));
    return mails;
}

}  // namespace stormote::testing
