// Stamp, LatestFields: "the last writer wins, by the order of the record". Pure values.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sync/model/fields.h"
#include "sync/model/ids.h"

namespace stormote {

// The devices that one state has met, each by a small number that is meaningful in that state
// only. Grows and never shrinks.
class DeviceTable {
  public:
    using Index = std::uint32_t;

    [[nodiscard]] Index index_of(const DeviceId& device) {
        // What comes next is mostly of the same device.
        if (last_ < devices_.size() && devices_[last_] == device) return last_;
        const auto [known, is_new] =
            indexes_.try_emplace(device, static_cast<Index>(devices_.size()));
        if (is_new) devices_.push_back(device);
        last_ = known->second;
        return last_;
    }
    [[nodiscard]] const DeviceId& device(Index index) const { return devices_[index]; }
    // Nothing: this state has not met it.
    [[nodiscard]] std::optional<Index> find(const DeviceId& device) const {
        const auto known = indexes_.find(device);
        return known == indexes_.end() ? std::nullopt : std::optional(known->second);
    }
    [[nodiscard]] std::size_t size() const { return devices_.size(); }

  private:
    std::vector<DeviceId> devices_;
    std::unordered_map<DeviceId, Index> indexes_;
    Index last_ = 0;
};

// When something was written, in the order of the record. Twelve bytes without padding, since a
// state holds one for each field of each person.
class Stamp {
  public:
    Stamp() = default;
    Stamp(std::uint64_t lamport, DeviceTable::Index device)
        : lamport_high_(static_cast<std::uint32_t>(lamport >> 32)),
          lamport_low_(static_cast<std::uint32_t>(lamport)),
          device_(device) {}

    [[nodiscard]] std::uint64_t lamport() const {
        return std::uint64_t{lamport_high_} << 32 | lamport_low_;
    }
    [[nodiscard]] DeviceTable::Index device() const { return device_; }
    // Devices break a tie by their ids: an index says nothing beyond one replica.
    [[nodiscard]] bool is_before(const Stamp& other, const DeviceTable& devices) const {
        if (lamport() != other.lamport()) return lamport() < other.lamport();
        return devices.device(device_) < devices.device(other.device_);
    }

  private:
    std::uint32_t lamport_high_ = 0;
    std::uint32_t lamport_low_ = 0;
    DeviceTable::Index device_ = 0;
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
    // The same in a language of the screens; as it is where it is not said in that one. What was
    // said before the text itself was changed is of another text, and does not count.
    template <typename Field>
    [[nodiscard]] const std::string& get(Field field, std::string_view language) const {
        const auto further = further_language(language);
        if (!further) return get(field);
        const Field said = translated(field, *further);
        return counts(number(said)) ? get(said) : get(field);
    }
    template <typename Field>
    [[nodiscard]] Translations translations(Field field) const {
        Translations all;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (counts(number(translated(field, i)))) all[i] = get(translated(field, i));
        }
        return all;
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

    // Takes a field over from another, whatever is said of it here; from one that was never written
    // nothing.
    void take_over(FieldNumber field, const LatestFields& other) {
        const auto theirs = other.place_of(field);
        if (theirs == other.entries_.end() || theirs->field != field) return;
        write(*theirs);
    }
    // The same with a text of its own, and the time of what was said here.
    template <typename Field>
    void overwrite(Field field, std::string text) {
        write(Entry{stamp_of(field), number(field), std::move(text)});
    }

    // Ascending by number; fields taken away are left out, and translations that do not count.
    [[nodiscard]] FieldTexts all() const {
        FieldTexts texts;
        for (const Entry& entry : entries_) {
            if (counts(entry.field)) texts.emplace_back(entry.field, entry.text);
        }
        return texts;
    }

  private:
    struct Entry {
        Stamp stamp;
        FieldNumber field = 0;
        std::string text;
    };

    // Counters alone decide: devices that write at the same time mean the same text.
    [[nodiscard]] bool counts(FieldNumber field) const {
        if (get(field).empty() || !is_translation(field)) return !get(field).empty();
        const FieldNumber original = original_of(field);
        return !get(original).empty() && stamp_of(field).lamport() >= stamp_of(original).lamport();
    }

    void set(FieldNumber field, const std::string& text, Stamp stamp, const DeviceTable& devices) {
        const auto place = place_of(field);
        if (place == entries_.end() || place->field != field) {
            entries_.insert(place, Entry{stamp, field, text});
        } else if (place->stamp.is_before(stamp, devices)) {
            entry_at(place).stamp = stamp;
            entry_at(place).text = text;
        }
    }

    void write(Entry entry) {
        const auto place = place_of(entry.field);
        if (place == entries_.end() || place->field != entry.field) {
            entries_.insert(place, std::move(entry));
        } else {
            entry_at(place) = std::move(entry);
        }
    }

    // Where the field stands, or belongs.
    [[nodiscard]] std::vector<Entry>::const_iterator place_of(FieldNumber field) const {
        return std::lower_bound(
            entries_.begin(), entries_.end(), field,
            [](const Entry& entry, FieldNumber wanted) { return entry.field < wanted; });
    }
    Entry& entry_at(std::vector<Entry>::const_iterator place) {
        return entries_[static_cast<std::size_t>(place - entries_.cbegin())];
    }

    std::vector<Entry> entries_;
};

// Sets what has to be said so that the field has this text, and these translations of it: with a
// text that changes each of them is said again, or it would count no more.
template <typename Field>
void set_changed_words(FieldSetter<Field>& fields, Field field, const std::string& text,
                       const Translations& translations, const LatestFields *known) {
    const bool is_changed = text != (known != nullptr ? known->get(field) : "");
    const Translations before = known != nullptr ? known->translations(field) : Translations();
    if (is_changed) fields.set(field, text);
    for (std::size_t i = 0; i < translations.size(); ++i) {
        if (is_changed ? !translations[i].empty() : translations[i] != before[i]) {
            fields.set(translated(field, i), translations[i]);
        }
    }
}

}  // namespace stormote
