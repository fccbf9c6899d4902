// PackedRecord: whose record lies in a package, and how far it goes: the last operation of each
// device, with its key. As the package's heads.json has it; normative in sync/README.md. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/model/operation.h"

namespace stormote {

struct PackedHead {
    DeviceId device;
    std::string name;
    PublicKey key{};
    std::uint64_t sequence = 0;  // of the last operation in the package
    Hash chain{};

    bool operator==(const PackedHead&) const = default;
};

struct PackedRecord {
    EventId event;
    std::vector<PackedHead> devices;  // ascending by id

    bool operator==(const PackedRecord&) const = default;
};

[[nodiscard]] std::string write_packed_record(const PackedRecord& record);
// Nothing where it is no such file.
[[nodiscard]] std::optional<PackedRecord> read_packed_record(std::string_view json);

}  // namespace stormote
