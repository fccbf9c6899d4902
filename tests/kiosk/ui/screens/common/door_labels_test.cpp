// What an ordinary printer prints at the door.
#include "kiosk/ui/screens/common/door_labels.h"

#include <catch2/catch.hpp>

#include "tests/support/devices/fake_printer.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

TEST_CASE("a slip is for who has a group, and of who has none nothing is promised or printed") {
    testing::FakePrinter printer(PrinterCondition::out_of_paper);
    const Texts texts;
    testing::EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg", "Eken"});
    LabelQueue queue(printer.connect(), LabelStock::slip, [] {});
    DoorLabels slips(queue, texts, CodeOnLabel::none, event.clock, DoorPaper::slip);
    CHECK_FALSE(slips.has_words_for(*event, asa));
    slips.print_again(*event, asa);
    CHECK(queue.status().waiting == 0);
    event->plan_groups(1, 7, testing::EventDesk::staff);
    CHECK(slips.has_words_for(*event, asa));
    slips.print_again(*event, asa);
    CHECK(queue.status().waiting == 1);
    const DoorLabels labels(queue, texts, CodeOnLabel::none, event.clock);
    CHECK(labels.has_words_for(*event, asa));
}

}  // namespace stormote
