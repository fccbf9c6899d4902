// PairingOffice: who lets another kiosk in at the room's store. What screens know of the hub.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kiosk/desk/desk.h"

namespace stormote {

// A pairing text as a QR code, row by row; true is dark. It works once, and holds the event's key:
// never written down anywhere.
struct PairingCode {
    int side = 0;
    std::vector<bool> dark;
    std::int64_t until_ms = 0;  // by this device's clock: from then on it lets nobody in
    std::string device;         // what the store calls the one that comes with it
};

class PairingOffice {
  public:
    virtual ~PairingOffice() = default;
    // A new code. On the desk's thread. Error: this device may let nobody in, or the machine is on
    // no network. Throws MachineFailure.
    virtual Result<PairingCode> issue(const Desk& desk, DeviceRole role) = 0;
    // Whether somebody came with it. On the desk's thread. Throws MachineFailure.
    virtual bool was_used(const PairingCode& code) = 0;
    // Nobody comes with it from now on who has not come before. On the desk's thread. Throws
    // MachineFailure.
    virtual void withdraw(const PairingCode& code) = 0;
};

}  // namespace stormote
