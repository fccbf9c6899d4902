#include "kiosk/desk/ticket_code.h"

#include <algorithm>

#include "sync/ticket/ticket_picture.h"

namespace stormote {

TicketCode ticket_code(const Desk& desk, const AttendeeId& id) {
    const Attendee *attendee = desk.state().find_attendee(id);
    if (attendee == nullptr) return {};
    const auto valid =
        std::find_if(attendee->tickets.begin(), attendee->tickets.end(), [&](const TicketId& own) {
            const Ticket *ticket = desk.state().find_ticket(own);
            return ticket != nullptr && ticket->mark == TicketMark::valid && ticket->owner() == id;
        });
    if (valid == attendee->tickets.end()) return {};
    QrModules modules = draw_qr(desk.tickets().write(*valid));
    return {modules.side, std::move(modules.dark)};
}

}  // namespace stormote
