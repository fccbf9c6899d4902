#include "sync/replication/bundle.h"

#include "sync/journal/device_identity.h"
#include "sync/journal/journal.h"
#include "sync/replication/gathering.h"

namespace stormote {

namespace {

constexpr std::string_view magic = "STOB";
constexpr std::string_view signed_label = "stormote bundle 1";
constexpr std::string_view key_label = "stormote bundle";

// The header: magic, version (2), event (16), device (16), 16 random bytes, check of the key (8).
constexpr std::size_t version_place = 4;
constexpr std::size_t event_place = 6;
constexpr std::size_t device_place = 22;
constexpr std::size_t key_check_place = 54;
constexpr std::size_t key_check_size = 8;
constexpr std::size_t header_size = key_check_place + key_check_size;

constexpr std::size_t length_size = 4;
// What stands first in a section, and what is sealed with it.
enum class SectionKind : std::uint8_t { opening = 0, operations = 1, closing = 2 };
constexpr std::size_t most_section_bytes = 1 + most_message_bytes + seal_overhead;
constexpr std::size_t closing_size = sizeof(PublicKey) + sizeof(Signature);

template <typename Part>
void append(Bytes& target, const Part& part) {
    target.insert(target.end(), part.begin(), part.end());
}

// Tells whether a key is that of a bundle, and nothing about the key.
Bytes key_check(const SymmetricKey& key) {
    const Hash hash = keyed_hash(key, view_bytes(key_label));
    return {hash.begin(), hash.begin() + key_check_size};
}

// So that a section opens in its place in its own bundle alone.
Bytes associated_with(const Bytes& header, std::uint64_t number) {
    Bytes associated = header;
    append_big_endian(associated, number, 8);
    return associated;
}

// Each hash covers all before it.
Hash chain_section(const Hash& before, ByteView section) {
    Bytes bytes(before.begin(), before.end());
    append(bytes, section);
    return hash_bytes(bytes);
}

Bytes signed_message(const EventId& event, const Hash& chain) {
    Bytes message;
    append(message, view_bytes(signed_label));
    append(message, event.value.bytes);
    append(message, chain);
    return message;
}

class SectionWriter {
  public:
    SectionWriter(const Journal& journal, Random& random, const ByteSink& sink)
        : journal_(journal), random_(random), sink_(sink) {}

    Result<> write_header() {
        append(header_, view_bytes(magic));
        append_big_endian(header_, bundle_version, 2);
        append(header_, journal_.event().value.bytes);
        append(header_, journal_.device().value.bytes);
        append(header_, random_.bytes<16>());
        append(header_, key_check(journal_.event_key()));
        chain_ = hash_bytes(header_);
        return sink_(header_);
    }

    Result<> write(SectionKind kind, const Bytes& content) {
        Bytes plain{static_cast<std::uint8_t>(kind)};
        append(plain, content);
        const Bytes box =
            seal(journal_.event_key(), plain, associated_with(header_, number_++), random_);
        Bytes section;
        append_big_endian(section, box.size(), length_size);
        append(section, box);
        chain_ = chain_section(chain_, section);
        return sink_(section);
    }

    Result<> write_closing() {
        const DeviceIdentity& identity = journal_.identity();
        Bytes closing;
        append(closing, identity.public_key());
        append(closing, identity.sign(signed_message(journal_.event(), chain_)));
        return write(SectionKind::closing, closing);
    }

  private:
    const Journal& journal_;
    Random& random_;
    const ByteSink& sink_;
    Bytes header_;
    Hash chain_{};
    std::uint64_t number_ = 0;
};

std::vector<StoreHead> signed_heads(const Journal& journal) {
    std::vector<StoreHead> heads;
    for (const DeviceHead& head : journal.heads()) {
        if (head.signed_sequence == 0) continue;
        const auto last = journal.operations_after(head.device, head.signed_sequence - 1, 1);
        heads.push_back({head.device, head.signed_sequence, last.front().header.chain_hash});
    }
    return heads;
}

Error cut_short(const std::string& name) {
    return input_error({"{} ends too early: it was not written or copied whole. Copy it again, or "
                        "write it again on the device that it comes from."},
                       name);
}

}  // namespace

std::uint64_t BundleContents::operation_count() const {
    std::uint64_t count = 0;
    for (const StoreHead& head : heads) count += head.sequence;
    return count;
}

Result<BundleContents> write_bundle(Journal& journal, Random& random, const ByteSink& sink) {
    journal.sign_head();
    BundleContents contents{journal.device(), signed_heads(journal)};
    SectionWriter out(journal, random, sink);
    if (auto written = out.write_header(); !written) return written.error();
    auto opened = out.write(SectionKind::opening, encode_heads(contents.heads));
    if (!opened) return opened.error();
    // As to a store that has nothing yet.
    std::vector<StoreHead> reached;
    for (;;) {
        const Outgoing outgoing = gather(journal, Uuid{}, reached);
        if (outgoing.batch.operations.empty()) break;
        auto written = out.write(SectionKind::operations, encode_batch(outgoing.batch));
        if (!written) return written.error();
        note_reached(reached, outgoing.reached);
    }
    if (auto closed = out.write_closing(); !closed) return closed.error();
    return contents;
}

struct BundleReader::Section {
    SectionKind kind = SectionKind::opening;
    Bytes content;
    Hash chain_before{};
};

Result<BundleReader> BundleReader::open(std::istream& in, std::string name, const EventId& event,
                                        const SymmetricKey& key) {
    BundleReader reader(in, std::move(name), event, key);
    if (auto read = reader.read_header(); !read) return read.error();
    if (auto read = reader.read_opening(); !read) return read.error();
    return reader;
}

Result<> BundleReader::read_header() {
    auto start = read_exactly(event_place);
    if (!start) return start.error();
    header_ = std::move(start).value();
    if (to_string(ByteView(header_).first(magic.size())) != magic) {
        return input_error({"{} is not a bundle of an event. Choose a file that \"stormote "
                            "bundle\" or an organiser's page has written."},
                           name_);
    }
    const auto version = read_big_endian(ByteView(header_).subspan(version_place, 2));
    if (version > bundle_version) {
        return input_error({"{} was written by a newer version of Stormöte. Update this machine, "
                            "and try again."},
                           name_);
    }
    if (version != bundle_version) return damaged();
    const auto rest = read_exactly(header_size - event_place);
    if (!rest) return rest.error();
    append(header_, rest.value());
    const EventId event{Uuid{*to_array<16>(ByteView(header_).subspan(event_place, 16))}};
    if (event != event_) {
        return input_error({"{} belongs to another event ({}). Choose a bundle of this one."},
                           name_, to_string(event));
    }
    const Bytes expected = key_check(*key_);
    if (!std::equal(expected.begin(), expected.end(), header_.begin() + key_check_place)) {
        return input_error({"{} is sealed under another key than the one in the event file: one of "
                            "the two devices has joined with a wrong key. Join again on that one, "
                            "into a new event file."},
                           name_);
    }
    contents_.device = DeviceId{Uuid{*to_array<16>(ByteView(header_).subspan(device_place, 16))}};
    chain_ = hash_bytes(header_);
    return Done{};
}

Result<> BundleReader::read_opening() {
    auto section = read_section();
    if (!section) return section.error();
    if (section->kind != SectionKind::opening) return damaged();
    auto heads = decode_heads(section->content);
    if (!heads) return damaged();
    contents_.heads = std::move(*heads);
    return Done{};
}

Result<std::optional<Batch>> BundleReader::next() {
    auto section = read_section();
    if (!section) return section.error();
    if (section->kind == SectionKind::operations) {
        auto batch = decode_batch(section->content);
        if (!batch) return damaged();
        return batch;
    }
    if (section->kind != SectionKind::closing || !is_true_closing(*section)) return damaged();
    if (in_->peek() != std::istream::traits_type::eof()) return damaged();
    return std::optional<Batch>();
}

bool BundleReader::is_true_closing(const Section& closing) const {
    if (closing.content.size() != closing_size) return false;
    const ByteView content = closing.content;
    const auto key = *to_array<32>(content.first(sizeof(PublicKey)));
    const auto signature = *to_array<64>(content.subspan(sizeof(PublicKey)));
    return device_of(key) == contents_.device &&
           verify_signature(key, signed_message(event_, closing.chain_before), signature);
}

Result<BundleReader::Section> BundleReader::read_section() {
    auto bytes = read_exactly(length_size);
    if (!bytes) return bytes.error();
    const std::size_t length = read_big_endian(*bytes);
    if (length <= seal_overhead || length > most_section_bytes) return damaged();
    auto box = read_exactly(length);
    if (!box) return box.error();
    auto plain = unseal(*key_, *box, associated_with(header_, number_++));
    if (!plain || plain->front() > static_cast<std::uint8_t>(SectionKind::closing)) {
        return damaged();
    }
    Section section{static_cast<SectionKind>(plain->front()), {}, chain_};
    section.content.assign(plain->begin() + 1, plain->end());
    append(*bytes, *box);
    chain_ = chain_section(chain_, *bytes);
    return section;
}

Result<Bytes> BundleReader::read_exactly(std::size_t size) {
    Bytes bytes(size);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as streams have it
    in_->read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(size));
    if (in_->gcount() == static_cast<std::streamsize>(size)) return bytes;
    if (!in_->bad()) return cut_short(name_);
    return machine_error({"{} cannot be opened. Check the name and that you may read it."}, name_);
}

Error BundleReader::damaged() const {
    return input_error({"{} is damaged. Copy it again, or write it again on the device that it "
                        "comes from."},
                       name_);
}

std::optional<EventId> event_of_bundle(std::istream& in) {
    std::string start(event_place + sizeof(Uuid), '\0');
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    if (!in || !start.starts_with(magic)) return std::nullopt;
    return EventId{Uuid{*to_array<16>(view_bytes(start).subspan(event_place))}};
}

}  // namespace stormote
