// On the way out: what people leave behind, and that the next person finds nothing of it.
#include "tests/journeys/acting.h"

namespace stormote {

namespace {

// Somebody who is here says that they leave, and is led to what can be left behind.
Guest leave(Stage& stage, SceneNote& note, std::size_t number, std::string_view picture) {
    Guest guest = stage.admitted_guests().at(number);
    note.who = guest.name;
    stage.kiosk_at_welcome();
    stage.scan(guest.ticket, words(stage, "redan incheckad"));
    stage.tap(stage.kiosk().wait_for_widget("Jag går nu"), words(stage, "Du är utcheckad"));
    note_picture(stage, note, picture);
    stage.kiosk().tap("Säg vad du tycker");
    stage.kiosk().wait_for_screen("farewell");
    return guest;
}

// Past the thanks.
void go_home(KioskDriver& kiosk) {
    kiosk.tap("Klar");
    kiosk.wait_for_text("Kom väl hem!");
    kiosk.tap("Klar");
    kiosk.wait_for_screen("welcome");
}

void answer_the_survey(Stage& stage, SceneNote& note) {
    const Guest guest = leave(stage, note, 0, "farewell-goodbye");
    note.did = "leaves, answers the survey, and is thanked";
    KioskDriver& kiosk = stage.kiosk();
    note_picture(stage, note, "farewell-menu");
    kiosk.tap(kiosk.wait_for_widget_containing("Svara på 3 frågor"));
    kiosk.wait_for_screen("survey_1");
    note_picture(stage, note, "farewell-scale");
    kiosk.tap("4");
    kiosk.wait_for_screen("survey_2");
    note_picture(stage, note, "farewell-yes-no");
    kiosk.tap("Ja");
    kiosk.wait_for_screen("survey_3");
    kiosk.type_on_screen("Mer tid");
    note_picture(stage, note, "farewell-text");
    kiosk.tap("Nästa");
    const ScreenDescription before = kiosk.wait_for_screen("survey_send");
    expect_words(before, "3 av 3 frågor är besvarade");
    expect_words(before, "Ingen ser vem som har svarat");
    expect_no_words(before, first_name(guest));
    note_picture(stage, note, "farewell-send");
    const Answer sent =
        stage.tap(kiosk.wait_for_widget("Skicka"), words(stage, "Tack för dina svar!"));
    note_answer(stage, note, sent, "farewell-answered");
    kiosk.tap("Klar");
    kiosk.wait_for_text("Kom väl hem!");
    note_picture(stage, note, "farewell-thanks");
    kiosk.tap("Klar");
    kiosk.wait_for_screen("welcome");
}

void comment_without_a_name(Stage& stage, SceneNote& note) {
    const Guest guest = leave(stage, note, 1, "farewell-goodbye-again");
    note.did = "finds nothing of who answered before, and comments without a name";
    KioskDriver& kiosk = stage.kiosk();
    expect_no_words(kiosk.wait_for_screen("farewell"), "Klart. Tack!");
    kiosk.tap(kiosk.wait_for_widget_containing("Skriv en kommentar"));
    expect_no_words(kiosk.wait_for_screen("farewell_comment"), "Mer tid");
    kiosk.type_on_screen("Bra");
    note_picture(stage, note, "farewell-comment");
    kiosk.tap("Nästa");
    expect_words(kiosk.wait_for_screen("farewell_signature"), guest.name);
    note_picture(stage, note, "farewell-signature");
    const Answer sent = stage.tap(kiosk.wait_for_widget("Skicka utan mitt namn"),
                                  words(stage, "Tack för din kommentar!"));
    note_answer(stage, note, sent, "farewell-commented");
    go_home(kiosk);
}

void join_and_ask_for_contact(Stage& stage, SceneNote& note) {
    // Somebody from an association: the municipality is in it already.
    KioskDriver& kiosk = stage.kiosk_at_welcome();
    for (std::size_t number = 2;; ++number) {
        leave(stage, note, number, "farewell-goodbye-joining");
        kiosk.tap(kiosk.wait_for_widget_containing("Vår förening vill ansluta sig"));
        const ScreenDescription asked = kiosk.wait_for_other_screen("farewell");
        if (asked.screen == "farewell_joining") break;
        kiosk.tap("Jag förstår");
        kiosk.wait_for_screen("farewell");
        kiosk.tap("Klar");
    }
    note.did = "declares that the association joins, and wants to be contacted";
    note_picture(stage, note, "farewell-joining");
    const Answer joined = stage.tap(kiosk.wait_for_widget("Ja, vi ansluter oss"),
                                    words(stage, "Er förening har anslutit sig"));
    note_answer(stage, note, joined, "farewell-joined");
    kiosk.tap(kiosk.wait_for_widget_containing("Jag vill bli kontaktad"));
    kiosk.wait_for_screen("farewell_about");
    kiosk.tap("Nästa");
    kiosk.wait_for_screen("farewell_department");
    note_picture(stage, note, "farewell-department");
    kiosk.tap("Kultur och fritid");
    kiosk.wait_for_screen("farewell_reach");
    kiosk.type_on_screen("0701234567");
    note_picture(stage, note, "farewell-reach");
    const Answer sent =
        stage.tap(kiosk.wait_for_widget("Skicka"), words(stage, "Vi hör av oss till dig"));
    note_answer(stage, note, sent, "farewell-contact");
    go_home(kiosk);
    const std::string contacts =
        stage.run_stormote("export", {"contacts", "--format", "csv", "--output", "-"});
    if (contacts.find("0701234567") == std::string::npos) {
        throw ExpectationFailure("The contacts do not hold the number: " + contacts);
    }
}

}  // namespace

std::vector<Scene> farewell_scenes() {
    return {{"Somebody leaves and answers the survey", answer_the_survey},
            {"The next one comments without a name", comment_without_a_name},
            {"An association joins on the way out", join_and_ask_for_contact}};
}

}  // namespace stormote
