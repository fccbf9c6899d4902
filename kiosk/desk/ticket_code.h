// TicketCode: the QR code of somebody's ticket, for screens and labels.
#pragma once

#include <vector>

#include "kiosk/desk/desk.h"

namespace stormote {

// A square of modules, row by row; true is dark. Side 0: they have no ticket.
struct TicketCode {
    int side = 0;
    std::vector<bool> dark;
};

[[nodiscard]] TicketCode ticket_code(const Desk& desk, const AttendeeId& attendee);

}  // namespace stormote
