// What the programs make is their user's alone, however freely the shell before them shares.
#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "tests/support/machine/process.h"
#include "tests/support/machine/temporary_folder.h"

using namespace stormote;

namespace {

namespace fs = std::filesystem;

// Runs the users' programs in a folder of their own, from a shell that shares everything.
class SharingShell {
  public:
    SharingShell() : before_(umask(0)) {}
    ~SharingShell() { umask(before_); }
    SharingShell(const SharingShell&) = delete;
    SharingShell& operator=(const SharingShell&) = delete;

    Finished run(const std::string& program, std::vector<std::string> words) const {
        words.insert(words.begin(), (program_directory() / program).string());
        ProcessOptions options;
        options.environment = {{"STORMOTE_STATE", (folder_ / (program + "-state")).string()},
                               {"STORMOTE_LANGUAGE", "en"},
                               {"DISPLAY", ""}};
        options.working_directory = folder_.path();
        return run_program(words, options);
    }
    void must(const std::string& program, const std::vector<std::string>& words) const {
        const Finished done = run(program, words);
        INFO(done.errors);
        REQUIRE(done.status == 0);
    }
    // What others may do with a file or folder in it, a line each.
    [[nodiscard]] std::string shared() const {
        std::string lines;
        for (const auto& entry : fs::recursive_directory_iterator(folder_.path())) {
            const auto modes = entry.status().permissions();
            if ((modes & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none) {
                lines += entry.path().string() + "\n";
            }
        }
        return lines;
    }
    [[nodiscard]] bool has(const std::string& name) const { return fs::exists(folder_ / name); }
    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_ / name).string();
    }

  private:
    testing::TemporaryFolder folder_;
    mode_t before_;
};

}  // namespace

TEST_CASE("the command shares nothing that it makes") {
    const SharingShell shell;
    shell.must("stormote", {"demo", "mote", "--people", "8", "--no-passphrase"});
    shell.must("stormote", {"tickets", "mote", "--png", "png/inner", "--svg", "svg/inner"});
    shell.must("stormote", {"key", "mote", "-o", "key"});
    shell.must("stormote", {"export", "mote", "attendance", "-o", "list.csv"});
    shell.must("stormote", {"export", "mote", "groups", "--format", "pdf", "-o", "groups.pdf"});
    shell.must("stormote", {"groups", "mote", "--count", "2", "--out", "groups.csv"});
    CHECK(shell.has("stormote-state"));
    CHECK(shell.has("svg/inner"));
    CHECK(shell.shared().empty());
}

TEST_CASE("the central store shares nothing that it makes") {
    const SharingShell shell;
    shell.must("stormote", {"demo", "mote", "--people", "2", "--no-passphrase"});
    shell.must("stormote-central", {"enrol", "--store", "sqlite:" + shell.path("store"), "--event",
                                    shell.path("mote"), "--device", "Entré"});
    CHECK(shell.has("store"));
    CHECK(shell.shared().empty());
}

TEST_CASE("the kiosk shares nothing that it makes") {
    const SharingShell shell;
    shell.must("stormote", {"demo", "mote", "--people", "2", "--no-passphrase"});
    // It opens the event beside the window, and says that there is no display for one.
    CHECK(shell.run("stormote-kiosk", {"mote"}).status == 3);
    CHECK(shell.has("stormote-kiosk-state"));
    CHECK(shell.shared().empty());
}
