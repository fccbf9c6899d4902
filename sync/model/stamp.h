// Stamp, LatestFields: "the last writer wins, by the order of the record". Pure values.
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <vector>

#include "sync/model/fields.h"
#include "sync/model/ids.h"

namespace stormote {

// The devices that one state has met, each by a small number that is meaningful in that state
// only. Grows and never shrinks.
class DeviceTable {
  public:
    using Index = std::uint16_t;

    [[nodiscard]] Index index_of(const DeviceId& device) {
        for (std::size_t i = 0; i < devices_.size(); ++i) {
            if (devices_[i] == device) return static_cast<Index>(i);
        }
        assert(devices_.size() < UINT16_MAX);
        devices_.push_back(device);
        return static_cast<Index>(devices_.size() - 1);
    }
    [[nodiscard]] const DeviceId& device(Index index) const { return devices_[index]; }
    [[nodiscard]] std::size_t size() const { return devices_.size(); }

  private:
    std::vector<DeviceId> devices_;
};

// When something was written, in the order of the record, in eight bytes.
class Stamp {
  public:
    Stamp() = default;
    Stamp(std::uint64_t lamport, DeviceTable::Index device) : packed_(lamport << 16 | device) {}

    [[nodiscard]] std::uint64_t lamport() const { return packed_ >> 16; }
    [[nodiscard]] DeviceTable::Index device() const {
        return static_cast<DeviceTable::Index>(packed_ & 0xFFFF);
    }
    // Devices break a tie by their ids: an index says nothing beyond one replica.
    [[nodiscard]] bool is_before(const Stamp& other, const DeviceTable& devices) const {
        if (lamport() != other.lamport()) return lamport() < other.lamport();
        return devices.device(device()) < devices.device(other.device());
    }

  private:
    std::uint64_t packed_ = 0;
};

// A text for each field, with when it was written.
class LatestFields {
  public:
    void set(const FieldTexts& fields, Stamp stamp, const DeviceTable& devices) {
        // Most are described once, whole: growing by doubling would take twice the memory.
        if (entries_.empty()) entries_.reserve(fields.size());
        for (const auto& [field, text] : fields) set(field, text, stamp, devices);
    }

    // Empty when the field was never written.
    template <typename Field>
    [[nodiscard]] const std::string& get(Field field) const {
        static const std::string nothing;
        for (const Entry& entry : entries_) {
            if (entry.field == number(field)) return entry.text;
        }
        return nothing;
    }
    // When it was written last; 0 where it never was.
    template <typename Field>
    [[nodiscard]] Stamp stamp_of(Field field) const {
        for (const Entry& entry : entries_) {
            if (entry.field == number(field)) return entry.stamp;
        }
        return {};
    }
    [[nodiscard]] bool empty() const { return entries_.empty(); }

    // Ascending by number; fields taken away are left out.
    [[nodiscard]] FieldTexts all() const {
        FieldTexts texts;
        for (const Entry& entry : entries_) {
            if (!entry.text.empty()) texts.emplace_back(entry.field, entry.text);
        }
        return texts;
    }

  private:
    struct Entry {
        Stamp stamp;
        FieldNumber field = 0;
        std::string text;
    };

    void set(FieldNumber field, const std::string& text, Stamp stamp, const DeviceTable& devices) {
        auto place = entries_.begin();
        while (place != entries_.end() && place->field < field) ++place;
        if (place == entries_.end() || place->field != field) {
            entries_.insert(place, Entry{stamp, field, text});
        } else if (place->stamp.is_before(stamp, devices)) {
            place->stamp = stamp;
            place->text = text;
        }
    }

    std::vector<Entry> entries_;
};

}  // namespace stormote
