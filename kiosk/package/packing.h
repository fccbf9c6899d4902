// Packing: the record of a journal as it goes into a package: up to the last operation of each
// device that belongs there (sync/report/packaged_record.h). On the journal's thread; the package
// is made from what was read, wherever it is.
#pragma once

#include "kiosk/desk/desk.h"
#include "kiosk/package/package_writer.h"

namespace stormote {

class PackedOperations {
  public:
    // Reads the whole record. Throws MachineFailure where it is damaged.
    explicit PackedOperations(const Desk& desk);

    // Nothing in it: no device has recorded anything that belongs in a package.
    [[nodiscard]] bool is_empty() const { return operations_.empty(); }
    [[nodiscard]] const PackedRecord& record() const { return record_; }
    // How far the package goes, as the record states it.
    [[nodiscard]] std::vector<RecordHead> heads() const;
    [[nodiscard]] std::size_t size() const { return operations_.size(); }
    // Valid as long as this and the texts are.
    [[nodiscard]] PackageSource source(const Texts& texts) const;
    // What each device signed last; this one signs its head in the package anew with `sign`, so
    // that what it records of packages changes nothing.
    [[nodiscard]] DeviceSignatures signatures(const Desk& desk,
                                              const std::function<Signature(ByteView)>& sign) const;

  private:
    void take(const Operation& operation, Belief belief);
    void forget_erased();

    EventState state_;
    std::vector<Operation> operations_;  // those that have an effect
    PackedRecord record_;
    std::map<DeviceId, std::vector<OperationHeader>> headers_;  // all, in sequence
};

}  // namespace stormote
