// Bundle: all operations of an event in one file, for devices that no network joins. It is sealed
// under the event's key, and signed by the device that wrote it. What lies in it are the batches
// that a store without any of them would be sent, so that they are taken as those of a store are.
// The layout is normative in sync/README.md.
//
// Written and read piece by piece: neither holds more than one batch. On the journal's thread;
// nothing is kept.
#pragma once

#include <functional>
#include <istream>

#include "sync/replication/wire.h"

namespace stormote {

class Journal;

constexpr std::uint16_t bundle_version = 1;

struct BundleContents {
    DeviceId device;               // that wrote it
    std::vector<StoreHead> heads;  // how far it goes of each device

    [[nodiscard]] std::uint64_t operation_count() const;
};

// Takes the next bytes. Error: they could not be written.
using ByteSink = std::function<Result<>(ByteView)>;

// Everything that the journal's devices have signed. Signs this device's head first. Errors are the
// sink's.
Result<BundleContents> write_bundle(Journal& journal, Random& random, const ByteSink& sink);

class BundleReader {
  public:
    // The name is the file's, for errors. Error: no bundle, one of another event, of a newer
    // version, under another key, damaged, cut short, or unreadable. Borrows stream and key.
    static Result<BundleReader> open(std::istream& in, std::string name, const EventId& event,
                                     const SymmetricKey& key);

    [[nodiscard]] const BundleContents& contents() const { return contents_; }
    // The next batch. Nothing at the end, which says that all before it was whole and signed.
    Result<std::optional<Batch>> next();

  private:
    struct Section;
    BundleReader(std::istream& in, std::string name, const EventId& event, const SymmetricKey& key)
        : in_(&in), name_(std::move(name)), event_(event), key_(&key) {}

    Result<> read_header();
    Result<> read_opening();
    Result<Section> read_section();
    [[nodiscard]] bool is_true_closing(const Section& closing) const;
    [[nodiscard]] Result<Bytes> read_exactly(std::size_t size);
    [[nodiscard]] Error damaged() const;

    std::istream *in_;
    std::string name_;
    EventId event_;
    const SymmetricKey *key_;
    Bytes header_;
    Hash chain_{};
    std::uint64_t number_ = 0;  // of the next section
    BundleContents contents_;
};

// Of which event a bundle is, by its first bytes. Nothing where it is none.
[[nodiscard]] std::optional<EventId> event_of_bundle(std::istream& in);

}  // namespace stormote
