#include "sync/ticket/ticket_picture.h"

#include <algorithm>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "sync/ticket/ticket_text.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

QrModules draw_ticket() {
    const TicketCodec codec(small_id<EventId>(1), ticket_key_of(SymmetricKey{1}));
    return draw_qr(codec.write(small_ticket(7)));
}

}  // namespace

TEST_CASE("the QR code of a ticket has 25 modules a side") {
    const QrModules modules = draw_ticket();
    REQUIRE(modules.side == 25);
    REQUIRE(modules.dark.size() == 625);
    REQUIRE(draw_qr(std::string(63, '9')).side == 25);
}

TEST_CASE("a QR code has its three finder patterns") {
    const QrModules modules = draw_ticket();
    for (const auto& [left, top] : {std::pair(0, 0), std::pair(18, 0), std::pair(0, 18)}) {
        for (int i = 0; i < 7; ++i) {
            REQUIRE(modules.is_dark(left + i, top));
            REQUIRE(modules.is_dark(left, top + i));
        }
        REQUIRE_FALSE(modules.is_dark(left + 1, top + 1));
        REQUIRE(modules.is_dark(left + 3, top + 3));
    }
}

TEST_CASE("the drawing has a quiet zone of four modules and one square for each dark module") {
    const QrModules modules = draw_ticket();
    const std::string svg = qr_svg(modules);
    REQUIRE(svg.find("viewBox=\"0 0 33 33\"") != std::string::npos);
    REQUIRE(svg.find("M4,4h1v1h-1z") != std::string::npos);
    const auto squares = std::count(svg.begin(), svg.end(), 'M');
    REQUIRE(squares == std::count(modules.dark.begin(), modules.dark.end(), true));
}

TEST_CASE("other texts get a larger code, and beyond the largest an exception") {
    REQUIRE(draw_qr("https://example.org/join?event=0183cd0e").side > 25);
    REQUIRE_THROWS_AS(draw_qr(std::string(3'000, 'a')), std::length_error);
}
