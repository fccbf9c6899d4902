#include "kiosk/desk/ticket_code.h"

#include "sync/ticket/ticket_picture.h"

namespace stormote {

TicketCode ticket_code(const Desk& desk, const AttendeeId& id) {
    const auto valid = valid_ticket(desk.state(), id);
    if (!valid) return {};
    QrModules modules = draw_qr(desk.tickets().write(*valid));
    return {modules.side, std::move(modules.dark)};
}

}  // namespace stormote
