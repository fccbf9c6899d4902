#include "sync/replication/device_token.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <mutex>

#include "sync/base/private_file.h"
#include "sync/replication/pairing.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

std::optional<std::string> load_next(const fs::path& file) {
    std::ifstream stream(next_token_file(file));
    const auto token = read_token(std::string{std::istreambuf_iterator<char>(stream), {}});
    return token ? std::optional(write_token(*token)) : std::nullopt;
}

}  // namespace

struct DeviceToken::Kept {
    mutable std::mutex mutex;
    std::string shown;
    std::optional<TokenPlace> place;
};

fs::path next_token_file(const fs::path& file) {
    return file.string() + ".next";
}

void forget_next_token(const fs::path& file) {
    std::error_code error;
    fs::remove(next_token_file(file), error);
}

DeviceToken::DeviceToken(std::string token) : kept_(std::make_shared<Kept>()) {
    kept_->shown = std::move(token);
}

DeviceToken::DeviceToken(std::string token, TokenPlace place) : DeviceToken(std::move(token)) {
    kept_->place = std::move(place);
}

std::string DeviceToken::shown() const {
    const std::lock_guard lock(kept_->mutex);
    return kept_->shown;
}

std::vector<std::string> DeviceToken::others(const std::string& refused) const {
    const std::lock_guard lock(kept_->mutex);
    std::vector<std::string> others;
    const auto add = [&](const std::optional<std::string>& token) {
        const bool is_known = token && std::ranges::find(others, *token) != others.end();
        if (token && *token != refused && !is_known) others.push_back(*token);
    };
    add(kept_->shown);
    if (!kept_->place) return others;
    const auto lies_there = kept_->place->load();
    // Where another store's token lies, the next one is for that store, too.
    if (!lies_there) return others;
    add(lies_there);
    add(load_next(kept_->place->file));
    return others;
}

std::optional<Token> DeviceToken::propose() {
    const std::lock_guard lock(kept_->mutex);
    if (!kept_->place || !kept_->place->load()) return std::nullopt;
    const fs::path file = next_token_file(kept_->place->file);
    // Before it is read: another program of this machine may add it at any time.
    std::error_code error;
    const bool was_there = fs::exists(file, error);
    const auto next = load_next(kept_->place->file);
    const bool is_of_no_use = next ? *next == kept_->shown : was_there;
    if (next && !is_of_no_use) return read_token(*next);
    // It was taken, and the program ended before the file was removed; or that is no token.
    if (is_of_no_use) forget_next_token(kept_->place->file);
    SystemRandom random;
    const Token made = random.bytes<32>();
    if (add_private_file(file, write_token(made) + "\n")) return made;
    const auto added = load_next(kept_->place->file);
    return added ? read_token(*added) : std::nullopt;
}

void DeviceToken::adopt(const std::string& token) {
    const std::lock_guard lock(kept_->mutex);
    const std::string replaced = std::exchange(kept_->shown, token);
    if (!kept_->place) return;
    const auto lies_there = kept_->place->load();
    // Another one lies there where another program has let this machine in anew.
    const auto read = read_token(token);
    if (read && lies_there == replaced) kept_->place->save(*read);
}

}  // namespace stormote
