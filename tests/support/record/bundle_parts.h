// Bundle parts: a bundle taken apart, and put together and signed anew, as anybody can who has the
// event's key. Reads the layout as sync/README.md has it, without the program's own reader.
#pragma once

#include <stdexcept>
#include <vector>

#include "sync/base/crypto.h"
#include "sync/model/operation.h"

namespace stormote::testing {

struct BundleParts {
    static constexpr std::size_t header_size = 62;
    static constexpr std::size_t device_place = 22;

    Bytes header;
    // Opened, the kind first; without the closing one.
    std::vector<Bytes> sections;
};

inline Bytes bundle_associated(const Bytes& header, std::size_t number) {
    Bytes associated = header;
    append_big_endian(associated, number, 8);
    return associated;
}

inline BundleParts take_apart(const Bytes& bundle, const SymmetricKey& key) {
    BundleParts parts;
    parts.header.assign(bundle.begin(), bundle.begin() + BundleParts::header_size);
    std::size_t place = BundleParts::header_size;
    while (place < bundle.size()) {
        const std::size_t length = read_big_endian(ByteView(bundle).subspan(place, 4));
        const auto plain = unseal(key, ByteView(bundle).subspan(place + 4, length),
                                  bundle_associated(parts.header, parts.sections.size()));
        if (!plain) throw std::runtime_error("no such bundle");
        parts.sections.push_back(*plain);
        place += 4 + length;
    }
    parts.sections.pop_back();
    return parts;
}

// In the name of the signer's device.
inline Bytes put_together(BundleParts parts, const EventId& event, const SymmetricKey& key,
                          const SigningKeys& signer, Random& random) {
    const DeviceId device = device_of(signer.public_key);
    std::copy(device.value.bytes.begin(), device.value.bytes.end(),
              parts.header.begin() + BundleParts::device_place);
    Bytes bundle = parts.header;
    Hash chain = hash_bytes(parts.header);
    const auto add = [&](const Bytes& plain, std::size_t number) {
        const Bytes box = seal(key, plain, bundle_associated(parts.header, number), random);
        Bytes section;
        append_big_endian(section, box.size(), 4);
        section.insert(section.end(), box.begin(), box.end());
        bundle.insert(bundle.end(), section.begin(), section.end());
        section.insert(section.begin(), chain.begin(), chain.end());
        chain = hash_bytes(section);
    };
    for (std::size_t i = 0; i < parts.sections.size(); ++i) add(parts.sections[i], i);
    const ByteView label = view_bytes("stormote bundle 1");
    Bytes message(label.begin(), label.end());
    message.insert(message.end(), event.value.bytes.begin(), event.value.bytes.end());
    message.insert(message.end(), chain.begin(), chain.end());
    const Signature signature = sign(signer.secret_key, message);
    Bytes closing{2};
    closing.insert(closing.end(), signer.public_key.begin(), signer.public_key.end());
    closing.insert(closing.end(), signature.begin(), signature.end());
    add(closing, parts.sections.size());
    return bundle;
}

}  // namespace stormote::testing
