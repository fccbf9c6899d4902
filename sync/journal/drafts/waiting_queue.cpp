#include "sync/journal/drafts/waiting_queue.h"

#include <cassert>

#include "sync/journal/drafts/draft_store.h"
#include "sync/journal/file/open_mark.h"
#include "sync/journal/file/sqlite.h"

namespace stormote {

namespace {

constexpr const char *waiting_prefix = "waiting ";
constexpr std::size_t kind_size = 2;
// For some twenty check-ins until the next answer. The whole reserve, anew with each answer, would
// keep a slow disk from its check-ins.
constexpr std::size_t wal_reserve_between_answers = 512U << 10;

// The kind, and the encoded body.
std::string with_kind(const Body& body) {
    Bytes plain;
    append_big_endian(plain, static_cast<std::uint64_t>(kind_of(body.content)), kind_size);
    const Bytes encoded = encode_body(body);
    plain.insert(plain.end(), encoded.begin(), encoded.end());
    return to_string(plain);
}

// Nothing where it is not a body, or of a kind that only a newer version knows.
std::optional<Body> read_with_kind(ByteView plain) {
    if (plain.size() < kind_size) return std::nullopt;
    const auto kind = static_cast<OperationKind>(read_big_endian(plain.first(kind_size)));
    auto body = decode_body(kind, plain.subspan(kind_size));
    if (!body || std::holds_alternative<UnknownContent>(body->content)) return std::nullopt;
    return body;
}

template <typename Type>
void shuffle(std::vector<Type>& things, Random& random) {
    for (std::size_t left = things.size(); left > 1; --left) {
        std::swap(things[left - 1], things[random.below(left)]);
    }
}

}  // namespace

void WaitingQueue::add(const Body& body) {
    assert(mark_.was_set() && "opened for reading only");
    assert(body.persons.empty() &&
           "who is named needs no disguise, and must be found to be erased");
    Transaction transaction(database_);
    // A page keeps its rows in the order in which they came, whatever they are called: so all come
    // again, and nothing but the contents is as it was. What cannot be read stays where it is.
    std::vector<std::string> texts;
    for (DraftStore::Draft& waiting : drafts_.with_prefix(waiting_prefix)) {
        drafts_.remove(waiting.name);
        texts.push_back(std::move(waiting.text));
    }
    texts.push_back(with_kind(body));
    shuffle(texts, random_);
    for (const std::string& text : texts) {
        drafts_.save(waiting_prefix + to_hex(random_.bytes<16>()), text);
    }
    transaction.commit();
    // One commit after the other stands in the WAL. Where a reader in another program keeps it,
    // it goes when the file is closed.
    try {
        static_cast<void>(mark_.empty_wal(wal_reserve_between_answers));
    } catch (const MachineFailure&) {
        // It is kept: whoever wrote it must not be asked to write it again. What else is recorded
        // meets the same disk, and says so; the WAL goes with the next answer, or at the closing.
    }
}

std::size_t WaitingQueue::count() const {
    return drafts_.with_prefix(waiting_prefix).size();
}

WaitingQueue::Drawn WaitingQueue::draw() const {
    std::vector<DraftStore::Draft> waiting = drafts_.with_prefix(waiting_prefix);
    shuffle(waiting, random_);
    Drawn drawn;
    for (DraftStore::Draft& draft : waiting) {
        auto body = read_with_kind(view_bytes(draft.text));
        if (!body) continue;
        drawn.bodies.push_back(std::move(*body));
        drawn.names.push_back(std::move(draft.name));
    }
    return drawn;
}

void WaitingQueue::remove(const std::vector<std::string>& names) {
    for (const std::string& name : names) drafts_.remove(name);
}

}  // namespace stormote
