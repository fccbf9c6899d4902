// DeviceToken: what a device shows a store, and how it takes a new one in its place without ever
// being without one that is good, wherever an answer is lost, the program ends, or another program
// of this machine does the same at the same time.
//
// The next token is made here and lies on the disk, in a file beside that of the token, before the
// store hears of it: "FILE.next". So it is the same at each attempt. Where the token is refused,
// the others that lie there are tried. The file's own token is replaced once the store has taken
// the next one, which ends the one before.
//
// A handle: copies are the same token. Any thread.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sync/replication/wire.h"

namespace stormote {

// Where a token lies on the disk.
struct TokenPlace {
    std::filesystem::path file;
    // The token in the file; nothing where there is none, or where it is for another store.
    std::function<std::optional<std::string>()> load;
    // Durable on return. Throws MachineFailure.
    std::function<void(const Token&)> save;
};

// "FILE.next".
[[nodiscard]] std::filesystem::path next_token_file(const std::filesystem::path& file);
// For a file that holds another one now.
void forget_next_token(const std::filesystem::path& file);

class DeviceToken {
  public:
    // One that is never renewed, and lies nowhere.
    DeviceToken(std::string token);
    DeviceToken(const char *token) : DeviceToken(std::string(token)) {}
    DeviceToken(std::string token, TokenPlace place);

    [[nodiscard]] std::string shown() const;
    // Where a store does not take that one: what else lies here, to be tried in this order.
    [[nodiscard]] std::vector<std::string> others(const std::string& refused) const;
    // The next token, on the disk. Nothing: this one is never renewed, or its file holds none for
    // this store. Throws MachineFailure.
    [[nodiscard]] std::optional<Token> propose();
    // A store has taken this one: it is shown from now on. Throws MachineFailure where it cannot be
    // saved; it is found again all the same.
    void adopt(const std::string& token);

  private:
    struct Kept;
    std::shared_ptr<Kept> kept_;
};

}  // namespace stormote
