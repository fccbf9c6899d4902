#include "kiosk/device/readiness/machine_readiness.h"
#include "kiosk/device/readiness/store_readiness.h"
#include "kiosk/ui/screens/organiser/organiser_views.h"
#include "kiosk/ui/screens/readiness/ready_views.h"
#include "tests/support/devices/fake_printer.h"
#include "tests/support/screens/facility_samples.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

namespace {

std::vector<ReadyPoint> prepared_event() {
    return {
        {"times", Ready::yes,
         localized({"The doors open at {}, and it starts at {}."}, "2026-10-12 17:30",
                   "2026-10-12 18:00")},
        {"people", Ready::yes, localized({"People registered: {}."}, 104)},
        {"groups", Ready::no, localized({"Nobody has a group."}),
         localized({"Deal people into groups under Groups."})},
        {"tables", Ready::look,
         localized({"Tables without a facilitator: {}, without a place in the room: {}."}, 2, 13),
         localized({"Say under Groups where they stand, and who leads them."})},
        {"agenda", Ready::look, localized({"There are no questions for the groups."}),
         localized({"Write them under Programme."})},
        {"tickets", Ready::yes, localized({"Everybody has a ticket."})},
        {"pin", Ready::yes, localized({"The staff has a PIN."})}};
}

ReadyPoint printer_without_paper() {
    testing::FakePrinter printer(PrinterCondition::out_of_paper);
    return try_printer(*printer.connect(), "Brother-QL-820", AskedFor::by_name);
}

TrialAnswers tried_machine() {
    return {
        {{"disk", ReadyPoint{"disk", Ready::yes, localized({"The disk can be written to."})}},
         {"clock",
          ReadyPoint{"clock", Ready::yes,
                     localized({"The clock says {}. Compare it with yours."}, "2026-10-12 16:42")}},
         {"printer", printer_without_paper()},
         {"camera", ReadyPoint{"camera", Ready::yes, localized({"The camera sends pictures."})}},
         {"scanner", ReadyPoint{"scanner", Ready::yes,
                                localized({"A scanner is connected: {}."},
                                          "Honeywell HID USB Barcode Reader")}},
         {"sound", ReadyPoint{"sound", Ready::yes, localized({"The sound output can be opened."})}},
         {"power",
          ReadyPoint{"power", Ready::look,
                     localized({"The machine runs on its battery: {} percent are left."}, 64),
                     localized({"Connect the charger."})}},
         {"store", no_store()}},
        false};
}

ReadyView view_of(const ReadyReading& reading, const std::string& language) {
    const Texts& texts = sample_texts(language);
    ReadyView view;
    view.frame = frame_in(language);
    view.rows = ready_rows(reading, {true, true, true}, texts);
    view.is_trying = reading.machine.is_running;
    view.summary = ready_summary(count_ready(view.rows), texts);
    return view;
}

}  // namespace

void add_ready_samples(std::vector<ScreenSample>& samples, const std::string& language) {
    const auto add = [&](const std::string& name, const ReadyView& view) {
        samples.push_back(
            {"ready-" + name, [view](Ui& ui) { (void)draw_ready_page(ui, view); }, false});
    };
    ReadyReading reading{prepared_event(), tried_machine()};
    add("missing", view_of(reading, language));
    reading.scanned = ShownTicket{true, 1'665'590'400'000};
    reading.held_up = ShownTicket{false, 1'665'590'400'000};
    add("scanned", view_of(reading, language));
    for (TrialAnswer& answer : reading.machine.answers) answer.point.reset();
    reading.machine.is_running = true;
    add("trying", view_of(reading, language));
    reading = {{prepared_event()[0], prepared_event()[5]}, {}};
    add("all", view_of(reading, language));
}

}  // namespace stormote
