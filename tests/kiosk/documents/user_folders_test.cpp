// Where files are written to and lists are looked for: sticks and the user's own folders.
#include "kiosk/documents/user_folders.h"

#include <catch2/catch.hpp>

#include "tests/support/machine/mounted_disk.h"
#include "tests/support/machine/skip.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

using testing::TemporaryFolder;
using Paths = std::vector<std::filesystem::path>;

TEST_CASE("sticks come first and by name, then the user's documents, or home without them") {
    const TemporaryFolder folder;
    const FolderPlaces places{{folder / "none", folder / "media"}, folder / "home"};
    for (const char *name : {"media/STICK B", "media/STICK A", "home/Documents"}) {
        std::filesystem::create_directories(folder / name);
    }
    testing::write_file(folder / "media" / "list.csv", "Namn\n");
    const Paths sticks{folder / "media/STICK A", folder / "media/STICK B"};
    CHECK(find_user_folders(FolderUse::write, places) ==
          Paths{sticks[0], sticks[1], folder / "home/Documents"});
    std::filesystem::remove(folder / "home/Documents");
    CHECK(find_user_folders(FolderUse::read, places) ==
          Paths{sticks[0], sticks[1], folder / "home"});
    CHECK(find_user_folders(FolderUse::write, {places.plugged_in, {}}) == sticks);
}

TEST_CASE("a write-protected stick is there to read from, and not to write to") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "original");
    const auto stick = MountedDisk::read_only(folder / "original", folder / "media/STICK");
    if (!stick.is_mounted()) {
        return testing::note_skipped("this machine lets nobody mount a read-only folder");
    }
    const FolderPlaces places{{folder / "media"}, {}};
    CHECK(find_user_folders(FolderUse::read, places) == Paths{folder / "media/STICK"});
    CHECK(find_user_folders(FolderUse::write, places).empty());
}

}  // namespace stormote
