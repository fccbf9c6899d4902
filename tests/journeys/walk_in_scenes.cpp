#include "tests/journeys/steps.h"

namespace stormote {

namespace {

constexpr std::string_view from_an_association = "Jag kommer från en förening";

// From the welcome screen to the question for the organisation.
KioskDriver& begin_walk_in(Harness& harness, SceneNote& note, std::string_view name,
                           std::string_view role = from_an_association) {
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    kiosk.tap("Jag är inte anmäld");
    kiosk.wait_for_screen("walk_in_name");
    kiosk.type_on_screen(name);
    note_picture(harness, note, "walk-in-name");
    expect_words(kiosk.look(), "Steg 1 av 3");
    kiosk.tap("Nästa");
    expect_words(kiosk.wait_for_screen("walk_in_role"), "Steg 2 av 3");
    note_picture(harness, note, "walk-in-role");
    kiosk.tap(kiosk.wait_for_widget_containing(role));
    expect_words(kiosk.wait_for_screen("walk_in_organisation"), "Steg 2 av 3");
    return kiosk;
}

// From what is stored to the verdict.
void end_walk_in(Harness& harness, SceneNote& note, const std::string& name,
                 std::string_view organisation) {
    KioskDriver& kiosk = harness.kiosk();
    const ScreenDescription shown = kiosk.wait_for_screen("walk_in_information");
    note_picture(harness, note, "walk-in-information");
    expect_words(shown, "Steg 3 av 3");
    expect_words(shown, name);
    expect_words(shown, organisation);
    expect_words(shown, "ska gallras efter");
    const Answer answer = harness.tap(kiosk.wait_for_widget("Checka in mig"), verdict(harness));
    harness.admitted_names.push_back(name);
    note_answer(harness, note, answer, "walked-in");
    expect_words(answer.screen, name);
}

void walk_in_with_new_organisation(Harness& harness, SceneNote& note) {
    const std::string name = "Ronja Ånäs";
    note.who = name;
    note.did = "registers at the kiosk, for an association that nobody knew";
    KioskDriver& kiosk = begin_walk_in(harness, note, name);
    kiosk.type_on_screen("Ängens Vänner");
    note_picture(harness, note, "walk-in-organisation");
    kiosk.tap("Nästa");
    const ScreenDescription sectors = kiosk.wait_for_screen("walk_in_sector");
    note_picture(harness, note, "walk-in-sector");
    expect_words(sectors, "Steg 2 av 3");
    expect_words(sectors, "Annat");
    expect_no_words(sectors, "Kommunen");
    kiosk.tap("Nätverk");
    end_walk_in(harness, note, name, "Ängens Vänner");
}

void walk_in_with_known_organisation(Harness& harness, SceneNote& note) {
    const std::string name = "Folke Ask";
    note.who = name;
    note.did = "registers at the kiosk, and taps the association after three letters";
    KioskDriver& kiosk = begin_walk_in(harness, note, name);
    kiosk.type_on_screen("hem");
    note_picture(harness, note, "walk-in-known-organisation");
    kiosk.tap("Hembygdsföreningen Eken");
    end_walk_in(harness, note, name, "Hembygdsföreningen Eken");
}

void decline_registration(Harness& harness, SceneNote& note) {
    note.who = "somebody who changes their mind";
    note.did = "answers everything, and then does not want to be stored";
    KioskDriver& kiosk = begin_walk_in(harness, note, "Ingen Alls", "Jag är förtroendevald");
    expect_words(kiosk.look(), "Var är du förtroendevald?");
    kiosk.tap("Hoppa över");
    kiosk.wait_for_screen("walk_in_information");
    const Answer answer =
        harness.tap(kiosk.wait_for_widget("Nej tack"), words(harness, "Inget har sparats"));
    note_answer(harness, note, answer, "registration-declined");
    expect_words(answer.screen, "Du är välkommen in ändå");
    kiosk.tap("Börja om");
    kiosk.wait_for_screen("welcome");
    type_name(harness, "ingen");
    kiosk.wait_for_text("Vi hittar inte namnet");
}

}  // namespace

std::vector<Scene> walk_in_scenes() {
    return {{"Somebody registers for a new organisation", walk_in_with_new_organisation},
            {"Somebody registers for a known organisation", walk_in_with_known_organisation},
            {"Somebody does not want to be registered", decline_registration}};
}

}  // namespace stormote
