// DraftStore: texts that are not in the record yet, each one sealed row under a name, that is
// overwritten: notes that are being written, what waits to be released, and how many wrong PINs
// were typed.
//
// On the journal's thread; borrows database, key and generator. On the disk on return, unless the
// caller has a transaction open.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/crypto.h"

namespace stormote {

class Database;

class DraftStore {
  public:
    DraftStore(Database& database, const SymmetricKey& key, Random& random)
        : database_(database), key_(key), random_(random) {}

    // Nothing: there is no such draft, or it cannot be read.
    [[nodiscard]] std::optional<std::string> find(const std::string& name) const;
    // No name but WaitingQueue's begins with its prefix.
    void save(const std::string& name, std::string_view text);
    void remove(const std::string& name);
    // All of them at once: not what waits to be released, nor how many wrong PINs were typed.
    void remove_all();

    struct Draft {
        std::string name;
        std::string text;
    };
    // By name; those that cannot be read are left out. The prefix has at least one character.
    [[nodiscard]] std::vector<Draft> with_prefix(std::string_view prefix) const;

  private:
    [[nodiscard]] std::optional<std::string> unseal_text(const std::string& name,
                                                         ByteView sealed) const;

    Database& database_;
    const SymmetricKey& key_;
    Random& random_;
};

}  // namespace stormote
