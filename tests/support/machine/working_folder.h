// WorkingFolder: a temporary folder that the test's program works in, for relative paths. One at a
// time; the folder of before is taken again at the end.
#pragma once

#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

class WorkingFolder {
  public:
    WorkingFolder() { std::filesystem::current_path(folder_.path()); }
    ~WorkingFolder() {
        std::error_code error;
        std::filesystem::current_path(before_, error);
    }
    WorkingFolder(const WorkingFolder&) = delete;
    WorkingFolder& operator=(const WorkingFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

  private:
    std::filesystem::path before_ = std::filesystem::current_path();
    TemporaryFolder folder_;
};

}  // namespace stormote::testing
