#include "kiosk/ui/platform/compose_cache.h"

#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>

#include <catch2/catch.hpp>

#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

namespace {

constexpr const char *variable = "XCOMPOSECACHE";

void name_folder(const char *folder) {
    if (folder == nullptr) {
        unsetenv(variable);
    } else {
        setenv(variable, folder, 1);
    }
}

// What the environment says as long as it lives, and then what it said before.
class ComposeVariable {
  public:
    explicit ComposeVariable(const char *folder) {
        if (const char *before = std::getenv(variable)) before_ = before;
        name_folder(folder);
    }
    ~ComposeVariable() { name_folder(before_ ? before_->c_str() : nullptr); }
    ComposeVariable(const ComposeVariable&) = delete;
    ComposeVariable& operator=(const ComposeVariable&) = delete;

  private:
    std::optional<std::string> before_;
};

std::string named_folder() {
    const char *value = std::getenv(variable);
    return value == nullptr ? "" : value;
}

}  // namespace

TEST_CASE("the table of dead keys is kept in the folder, which is made") {
    const TemporaryFolder work;
    const ComposeVariable environment(nullptr);
    const auto folder = work.path() / "state" / "compose";
    keep_compose_table(folder);
    CHECK(std::filesystem::is_directory(folder));
    CHECK(named_folder() == folder.string());
}

TEST_CASE("whoever keeps the table of dead keys elsewhere goes on doing so") {
    const TemporaryFolder work;
    const ComposeVariable environment("/var/cache/compose");
    keep_compose_table(work.path() / "compose");
    CHECK(named_folder() == "/var/cache/compose");
}

TEST_CASE("where no folder can be made, the table of dead keys is read as before") {
    const TemporaryFolder work;
    const ComposeVariable environment(nullptr);
    std::ofstream(work.path() / "file") << "in the way";
    keep_compose_table(work.path() / "file" / "compose");
    CHECK(named_folder().empty());
}

}  // namespace stormote::testing
