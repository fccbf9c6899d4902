// On the way out: what people leave behind, and that the next person finds nothing of it.
#include "tests/journeys/steps.h"

namespace stormote {

namespace {

// Somebody who is here says that they leave, and is led to what can be left behind.
Guest leave(Harness& harness, SceneNote& note, std::size_t number, std::string_view picture) {
    Guest guest = harness.admitted_guests().at(number);
    note.who = guest.name;
    harness.kiosk_at_welcome();
    harness.scan(guest.ticket, words(harness, "redan incheckad"));
    harness.tap(harness.kiosk().wait_for_widget("Jag går nu"), words(harness, "Du checkade ut"));
    note_picture(harness, note, picture);
    harness.kiosk().tap("Säg vad du tycker");
    harness.kiosk().wait_for_screen("exit_feedback");
    return guest;
}

// Past the thanks.
void go_home(KioskDriver& kiosk) {
    kiosk.tap("Klar");
    kiosk.wait_for_text("Kom väl hem!");
    kiosk.tap("Klar");
    kiosk.wait_for_screen("welcome");
}

void answer_the_survey(Harness& harness, SceneNote& note) {
    const Guest guest = leave(harness, note, 0, "exit-feedback-goodbye");
    note.did = "leaves, answers the survey, and is thanked";
    KioskDriver& kiosk = harness.kiosk();
    note_picture(harness, note, "exit-feedback-menu");
    kiosk.tap(kiosk.wait_for_widget_containing("Svara på 5 frågor"));
    kiosk.wait_for_screen("survey_1");
    note_picture(harness, note, "exit-feedback-scale");
    kiosk.tap("4");
    kiosk.wait_for_screen("survey_2");
    note_picture(harness, note, "exit-feedback-yes-no");
    kiosk.tap("Ja");
    kiosk.wait_for_screen("survey_3");
    kiosk.type_on_screen("Mer tid");
    note_picture(harness, note, "exit-feedback-text");
    kiosk.tap("Nästa");
    kiosk.wait_for_screen("survey_4");
    note_picture(harness, note, "exit-feedback-one-of");
    kiosk.tap("En lördag");
    kiosk.wait_for_screen("survey_5");
    kiosk.tap("Ordna evenemang");
    kiosk.tap(kiosk.wait_for_widget("Söka bidrag"));
    note_picture(harness, note, "exit-feedback-several-of");
    kiosk.tap("Nästa");
    const ScreenDescription before = kiosk.wait_for_screen("survey_send");
    expect_words(before, "5 av 5 frågor är besvarade");
    expect_words(before, "Ingen ser vem som har svarat");
    expect_no_words(before, first_name(guest));
    note_picture(harness, note, "exit-feedback-send");
    const Answer sent =
        harness.tap(kiosk.wait_for_widget("Skicka"), words(harness, "Tack för dina svar!"));
    note_answer(harness, note, sent, "exit-feedback-answered");
    kiosk.tap("Klar");
    kiosk.wait_for_text("Kom väl hem!");
    note_picture(harness, note, "exit-feedback-thanks");
    kiosk.tap("Klar");
    kiosk.wait_for_screen("welcome");
}

// The organiser has said four of the five questions in English, and none of them in Finnish.
void answer_in_english(Harness& harness, SceneNote& note) {
    leave(harness, note, harness.admitted_guests().size() - 1, "exit-feedback-goodbye-english");
    note.did = "reads the survey in Finnish, where it is in Swedish, and answers it in English";
    KioskDriver& kiosk = harness.kiosk();
    kiosk.tap("Suomi");
    kiosk.tap(kiosk.wait_for_widget_containing("Vastaa 5 kysymykseen"));
    expect_words(kiosk.wait_for_screen("survey_1"), "Hur värdefull var kvällen för dig?");
    note_picture(harness, note, "exit-feedback-scale-finnish");
    kiosk.tap("Takaisin");
    kiosk.wait_for_screen("exit_feedback");
    // Finnish words leave the languages one button.
    kiosk.tap("Kieli");
    kiosk.tap(kiosk.wait_for_widget("English"));
    kiosk.tap(kiosk.wait_for_widget_containing("Answer 5 questions"));
    expect_words(kiosk.wait_for_screen("survey_1"), "How valuable was the evening to you?");
    note_picture(harness, note, "exit-feedback-scale-english");
    kiosk.tap("5 – Very");
    expect_words(kiosk.wait_for_screen("survey_2"), "Will you come to the next meeting?");
    kiosk.tap("Yes");
    kiosk.wait_for_screen("survey_3");
    kiosk.tap("Skip this question");
    const ScreenDescription chosen = kiosk.wait_for_screen("survey_4");
    expect_words(chosen, "When would the next meeting suit you best?");
    expect_words(chosen, "A weekday evening");
    note_picture(harness, note, "exit-feedback-one-of-english");
    kiosk.tap("A Saturday");
    expect_words(kiosk.wait_for_screen("survey_5"), "Vad vill din förening göra");
    kiosk.tap("Skip this question");
    const Answer sent =
        harness.tap(kiosk.wait_for_widget("Send"), words(harness, "Thank you for your answers!"));
    note_answer(harness, note, sent, "exit-feedback-answered-english");
    kiosk.tap("Done");
    kiosk.wait_for_text("Get home safely.");
    kiosk.tap("Done");
    kiosk.wait_for_screen("welcome");
}

void comment_without_a_name(Harness& harness, SceneNote& note) {
    const Guest guest = leave(harness, note, 1, "exit-feedback-goodbye-again");
    note.did = "finds nothing of who answered before, and comments without a name";
    KioskDriver& kiosk = harness.kiosk();
    expect_no_words(kiosk.wait_for_screen("exit_feedback"), "Klart. Tack!");
    kiosk.tap(kiosk.wait_for_widget_containing("Skriv en kommentar"));
    expect_no_words(kiosk.wait_for_screen("exit_feedback_comment"), "Mer tid");
    kiosk.type_on_screen("Bra");
    note_picture(harness, note, "exit-feedback-comment");
    kiosk.tap("Nästa");
    expect_words(kiosk.wait_for_screen("exit_feedback_signature"), guest.name);
    note_picture(harness, note, "exit-feedback-signature");
    const Answer sent = harness.tap(kiosk.wait_for_widget("Skicka utan mitt namn"),
                                    words(harness, "Tack för din kommentar!"));
    note_answer(harness, note, sent, "exit-feedback-commented");
    go_home(kiosk);
}

void join_and_ask_for_contact(Harness& harness, SceneNote& note) {
    // Somebody from an association: the municipality is in it already.
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    for (std::size_t number = 2;; ++number) {
        leave(harness, note, number, "exit-feedback-goodbye-joining");
        kiosk.tap(kiosk.wait_for_widget_containing("Vår förening vill ansluta sig"));
        const ScreenDescription asked = kiosk.wait_for_other_screen("exit_feedback");
        if (asked.screen == "exit_feedback_joining") break;
        kiosk.tap("Jag förstår");
        kiosk.wait_for_screen("exit_feedback");
        kiosk.tap("Klar");
    }
    note.did = "declares that the association joins, and wants to be contacted";
    note_picture(harness, note, "exit-feedback-joining");
    const Answer joined = harness.tap(kiosk.wait_for_widget("Ja, vi ansluter oss"),
                                      words(harness, "Er förening har anslutit sig"));
    note_answer(harness, note, joined, "exit-feedback-joined");
    kiosk.tap(kiosk.wait_for_widget_containing("Jag vill bli kontaktad"));
    kiosk.wait_for_screen("exit_feedback_about");
    kiosk.tap("Nästa");
    kiosk.wait_for_screen("exit_feedback_department");
    note_picture(harness, note, "exit-feedback-department");
    kiosk.tap("Kultur och fritid");
    kiosk.wait_for_screen("exit_feedback_reach");
    kiosk.type_on_screen("0701234567");
    note_picture(harness, note, "exit-feedback-reach");
    const Answer sent =
        harness.tap(kiosk.wait_for_widget("Skicka"), words(harness, "Vi hör av oss till dig"));
    note_answer(harness, note, sent, "exit-feedback-contact");
    go_home(kiosk);
    const std::string contacts =
        harness.run_stormote("export", {"contacts", "--format", "csv", "--output", "-"});
    if (contacts.find("0701234567") == std::string::npos) {
        throw ExpectationFailure("The contacts do not hold the number: " + contacts);
    }
}

}  // namespace

std::vector<Scene> exit_feedback_scenes() {
    return {{"Somebody leaves and answers the survey", answer_the_survey},
            {"Somebody answers in English", answer_in_english},
            {"The next one comments without a name", comment_without_a_name},
            {"An association joins on the way out", join_and_ask_for_contact}};
}

}  // namespace stormote
