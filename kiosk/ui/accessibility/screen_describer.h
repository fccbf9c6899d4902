// ScreenDescriber: keeps a file that says what is on the screen, for tests and assistive programs.
// Written anew after every change, whole or not at all, so that a reader never sees half of it.
// The screen thread.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/ui/widgets/screen_record.h"
#include "sync/base/error.h"

namespace stormote {

class ScreenDescriber {
  public:
    explicit ScreenDescriber(std::filesystem::path path) : path_(std::move(path)) {}

    // Error when the file cannot be written.
    Result<> update(const ScreenRecord& record);

  private:
    std::filesystem::path path_;
    std::string last_;
    std::int64_t frame_ = 0;
};

}  // namespace stormote
