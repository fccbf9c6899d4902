// Copies of a store, whatever its kind, for the day on which its disk is lost: made while it is
// served, and put back where there is no store. The password is that of a database, from a
// configuration file; no error repeats it.
#pragma once

#include <filesystem>

#include "sync/base/crypto.h"
#include "sync/base/error.h"

namespace stormote {

// A copy of one moment, readable by its owner only; the store's audit says that it was made. Error:
// it is there already, no such store, or what makes it failed. Nothing half done is left.
[[nodiscard]] Result<> back_up_store(const std::string& url, const std::string& password,
                                     const std::filesystem::path& copy, std::int64_t now_ms);
// Puts a copy back as a store of another id: to every device it is one that it has not met, so
// that no position of a log means two things. Error: there is a store, or the copy is none.
[[nodiscard]] Result<> restore_store(const std::string& url, const std::string& password,
                                     const std::filesystem::path& copy, Random& random);
// Gives a store another id which was put back by other means.
[[nodiscard]] Result<> renew_store(const std::string& url, const std::string& password,
                                   Random& random);

}  // namespace stormote
