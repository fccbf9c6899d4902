#include "sync/journal/drafts/draft_store.h"

#include <cassert>

#include "sync/journal/file/sqlite.h"

namespace stormote {

namespace {

Bytes draft_label(const std::string& name) {
    const std::string label = "draft " + name;
    const ByteView bytes = view_bytes(label);
    return {bytes.begin(), bytes.end()};
}

}  // namespace

std::optional<std::string> DraftStore::unseal_text(const std::string& name, ByteView sealed) const {
    const auto plain = unseal(key_, sealed, draft_label(name));
    return plain ? std::optional(to_string(*plain)) : std::nullopt;
}

std::optional<std::string> DraftStore::find(const std::string& name) const {
    Statement select(database_, "SELECT sealed FROM draft WHERE name = ?");
    select.bind(name);
    return select.step() ? unseal_text(name, select.blob(0)) : std::nullopt;
}

void DraftStore::save(const std::string& name, std::string_view text) {
    const Bytes sealed = seal(key_, view_bytes(text), draft_label(name), random_);
    Statement(database_, "INSERT OR REPLACE INTO draft(name, sealed) VALUES(?, ?)")
        .bind(name)
        .bind(ByteView(sealed))
        .run();
}

void DraftStore::remove(const std::string& name) {
    Statement(database_, "DELETE FROM draft WHERE name = ?").bind(name).run();
}

void DraftStore::remove_all() {
    Statement(database_,
              "DELETE FROM draft WHERE name NOT LIKE 'waiting %' AND name <> 'wrong PINs'")
        .run();
}

std::vector<DraftStore::Draft> DraftStore::with_prefix(std::string_view prefix) const {
    assert(!prefix.empty());
    std::string end(prefix);
    ++end.back();
    Statement select(database_, "SELECT name, sealed FROM draft WHERE name >= ? AND name < ?");
    select.bind(prefix).bind(end);
    std::vector<Draft> drafts;
    while (select.step()) {
        const std::string name = select.text(0);
        if (auto text = unseal_text(name, select.blob(1))) {
            drafts.push_back({name, std::move(*text)});
        }
    }
    return drafts;
}

}  // namespace stormote
