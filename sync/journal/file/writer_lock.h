// WriterLock: one program writes to an event file at a time; a second is told who the first is.
//
// A flock on the event file itself, so that no lock file is left behind. SQLite's own locks are
// of another kind and do not see it. Held until destroyed, and released by the system if the
// program dies. Must outlive the file's database connection: closing any descriptor of a file
// drops SQLite's locks on it.
#pragma once

#include <filesystem>

#include "sync/base/error.h"

namespace stormote {

class WriterLock {
  public:
    // Error when another process holds it: names the program and its process number.
    static Result<WriterLock> take(const std::filesystem::path& file);

    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&& other) noexcept;
    ~WriterLock();

  private:
    explicit WriterLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

}  // namespace stormote
