// Samples of the screens by which another screen joins at a hub.
#include "kiosk/ui/screens/pairing/let_in.h"
#include "kiosk/ui/screens/unlock/join_page.h"
#include "sync/ticket/ticket_picture.h"
#include "tests/support/screens/facility_samples.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

namespace {

// As large as one with three addresses.
PairingCode sample_code() {
    constexpr std::size_t letters = 338;
    std::string text;
    while (text.size() < letters) text += "k7Qz-3Xw_";
    const QrModules modules = draw_qr(text.substr(0, letters));
    return {modules.side, modules.dark, 0, {}};
}

void add_let_in(std::vector<ScreenSample>& samples, const std::string& language) {
    const bool is_swedish = language == "sv";
    const auto add = [&](const std::string& name, const LetInView& view,
                         std::optional<PairingCode> code) {
        samples.push_back({name,
                           [view, code = std::move(code)](Ui& ui) {
                               LetInView shown = view;
                               shown.code = code ? &*code : nullptr;
                               (void)draw_let_in(ui, shown);
                           },
                           false});
    };
    LetInView view;
    view.frame = frame_in(language);
    view.status.text =
        is_swedish ? "Koden gäller en gång, till 17.35." : "The code works once, until 17.35.";
    add("let-in", view, sample_code());
    view.role = DeviceRole::table;
    view.status = {is_swedish ? "Koden gäller inte längre. Ta fram en ny."
                              : "The code works no more. Make a new one.",
                   true};
    add("let-in-over", view, std::nullopt);
}

void add_join(std::vector<ScreenSample>& samples, const std::string& language) {
    const auto add = [&](const std::string& name, const JoinView& view) {
        samples.push_back({name, [view](Ui& ui) { (void)draw_join_page(ui, view); }, false});
    };
    JoinView view;
    view.frame.municipality = "Stormöte";
    view.frame.event_line = "stormote-2022-10-12.stormote";
    view.frame.language = language;
    view.frame.has_help = false;
    add("join", view);
    view.problem =
        language == "sv"
            ? "Det som svarar på https://192.168.1.20:8443 är inte den rumsserver som koden "
              "skannades från: det har ett annat certifikat. Kontrollera nätet, och skanna en ny "
              "kod på rumsservern."
            : "What answers at https://192.168.1.20:8443 is not the hub that the code was scanned "
              "from: its certificate is another one. Check the network, and scan a new code on "
              "that hub.";
    add("join-refused", view);
    view.problem.clear();
    view.is_fetching = true;
    add("join-fetching", view);
}

}  // namespace

void add_pairing_samples(std::vector<ScreenSample>& samples, const std::string& language) {
    add_let_in(samples, language);
    add_join(samples, language);
}

}  // namespace stormote
