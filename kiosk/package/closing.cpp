#include "kiosk/package/closing.h"

#include <algorithm>

#include "kiosk/documents/files/output_file.h"
#include "kiosk/documents/files/sha256.h"
#include "kiosk/package/packing.h"
#include "sync/journal/device_identity.h"

namespace stormote {

namespace {

// Who signs is who may state in the record that there is a package.
Result<> check_role(const Desk& desk) {
    if (desk.may(OperationKind::record_packaged)) return Done{};
    return input_error({"A package for the archive is signed by an organiser's device, which this "
                        "one is not. Make it there, or have this device let in as one: stormote "
                        "admit EVENT --device {} --role organiser"},
                       to_string(desk.device()));
}

Result<DeviceIdentity> own_identity(const Desk& desk) {
    auto identity = DeviceIdentity::load(desk.environment().state_directory, desk.event(),
                                         desk.journal().path());
    if (!identity || identity->device() != desk.device()) {
        return machine_error({"The key of this device is gone from {}. Open the event again."},
                             desk.environment().state_directory.string());
    }
    return std::move(*identity);
}

Result<std::string> sign_package(const Desk& desk, const PackedOperations& packed,
                                 const Texts& texts) {
    auto identity = own_identity(desk);
    if (!identity) return identity.error();
    const auto sign = [&identity](ByteView message) { return identity->sign(message); };
    return write_package(packed.source(texts),
                         {identity->public_key(), sign, packed.signatures(desk, sign)});
}

bool tells_of(const EventState& state, const Hash& package) {
    return std::any_of(state.packages().begin(), state.packages().end(),
                       [&](const auto& known) { return known.second.content.package == package; });
}

}  // namespace

Result<ClosedRecord> close_record(Desk& desk, const Texts& texts,
                                  const std::filesystem::path& file) {
    if (auto checked = check_role(desk); !checked) return checked.error();
    desk.release_waiting(Occasion::by_staff);
    const PackedOperations packed(desk);
    if (packed.is_empty()) {
        return input_error(
            {"There is nothing in the record yet. Exchange with the central store "
             "first: stormote sync EVENT --central URL"});
    }
    const auto package = sign_package(desk, packed, texts);
    if (!package) return package.error();
    if (auto written = write_whole_file(file, *package); !written) return written.error();
    ClosedRecord closed{packed.size(), packed.record().devices.size(), desk.waiting_count(), false};
    const Hash hash = sha256(*package);
    if (tells_of(desk.state(), hash)) return closed;
    // After the file: what the record tells of is there.
    const Body body{{}, ActingRole::organiser, RecordPackaged{hash, packed.heads()}};
    desk.record(std::span(&body, 1));
    closed.is_stated_anew = true;
    return closed;
}

}  // namespace stormote
