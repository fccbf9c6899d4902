// Ticket paper: tickets to print, fold and cut, each in the language of its owner. Pure; any
// thread.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

enum class TicketPaper {
    folded,   // A4, one on each, folded twice to A6
    quarter,  // A4, four on each, to cut
    narrow,   // 62 x 29 mm, from a roll
    badge,    // 90 x 55 mm, from a roll
};

// "a4", "a4x4", "62x29" or "90x55".
[[nodiscard]] std::optional<TicketPaper> parse_ticket_paper(std::string_view text);

struct PaperTicket {
    std::string name;
    std::string organisation;      // may be empty
    std::string text;              // what the code says
    std::string short_code;        // what a person says where nothing can read the code
    const Texts *texts = nullptr;  // of the owner's language
};

// Of the event what a ticket says: its name, when and where, and on large paper what happens. Calls
// `drawn` for each ticket. The bytes of a tagged PDF; the texts are those of the whole.
[[nodiscard]] std::string draw_tickets(
    std::span<const PaperTicket> tickets, const EventState& state, TicketPaper paper,
    const Texts& texts, const std::function<void()>& drawn = [] {});

}  // namespace stormote
