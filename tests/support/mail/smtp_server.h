// SmtpServer: a real SMTP server on this machine, aiosmtpd, that keeps what it takes and refuses as
// the recipients' addresses ask for: see smtp_server.py. One thread.
#pragma once

#include <string>
#include <vector>

#include "tests/support/machine/process.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

class SmtpServer {
  public:
    // With options of the script.
    explicit SmtpServer(const std::vector<std::string>& options = {});

    [[nodiscard]] std::string url(const std::string& user = "") const;
    // Of each mail that was kept, in the order in which they came.
    [[nodiscard]] std::vector<std::string> recipients() const;
    [[nodiscard]] std::vector<std::string> mails() const;

  private:
    TemporaryFolder folder_;
    Process process_;
    std::string port_;
};

}  // namespace stormote::testing
