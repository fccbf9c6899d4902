#include "kiosk/ui/screens/common/writing_page.h"
#include "kiosk/ui/screens/personal/data_page.h"
#include "kiosk/ui/screens/personal/personal_views.h"
#include "kiosk/ui/screens/unlock/late_page.h"
#include "tests/support/screens/facility_samples.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

namespace {

// As of somebody who registered and came; the name as long as any.
PersonalData sample_data(const Texts& texts) {
    PersonalData data;
    data.name = long_name;
    Table fields;
    fields.columns = {{"field", {"What"}}, {"text", {"Text"}}, {"stands", {"Stands"}}};
    fields.rows = {
        {Word{"given_name", {"Given name"}}, std::string("Anna-Karin"), Word{"yes", {"Yes"}}},
        {Word{"email", {"E-mail"}}, std::string("anna-karin@example.org"), Word{"yes", {"Yes"}}},
        {Word{"diet", {"Diet"}}, texts.get({"No: something else was written later."}),
         Word{"no", {"No"}}}};
    data.sections.push_back({"registration", {"Registration"}, {""}, fields});
    Table tickets;
    tickets.columns = {{"short_code", {"Short code"}}, {"state", {"State"}}};
    tickets.rows = {{std::string("4J7K2M9X"), Word{"valid", {"Valid"}}}};
    data.sections.push_back({"tickets", {"Tickets"}, {""}, tickets});
    return data;
}

// Who did what, as the organiser reads it of a long evening.
DataPageView sample_event_log(const std::string& language) {
    const Texts& texts = sample_texts(language);
    const bool is_swedish = language == "sv";
    DataPageView view;
    view.frame = frame_in(language);
    view.screen = "event_log";
    view.title = texts.get({"Who did what?"});
    view.lead = texts.get(Sentence{"The last {} of {}, the newest first. The command "
                                   "\"stormote export\" writes all of it."},
                          200, 1'204);
    DataCard evening{is_swedish ? "12 oktober" : "12 October", {}, false, true};
    for (int minute = 59; minute > 45; --minute) {
        evening.lines.push_back("18." + std::to_string(minute) + " · Entré 1 · " +
                                texts.get({"Changed the settings"}));
    }
    evening.lines.push_back("18.45 · Entré 1 · " + long_name);
    view.cards = {evening,
                  {is_swedish ? "11 oktober" : "11 October", {evening.lines.front()}, false, true}};
    view.actions = {{.id = "read_again",
                     .label = texts.get({"Read again"}),
                     .icon = Icon::redo,
                     .kind = ButtonKind::outlined}};
    return view;
}

// What the organiser says to all tables.
WritingPageView sample_table_message(const std::string& language) {
    const Texts& texts = sample_texts(language);
    WritingPageView view;
    view.frame = frame_in(language);
    view.screen = "table_message";
    view.question = texts.get({"What do you want to say to all tables?"});
    view.placeholder = texts.get({"Write here"});
    view.hint_icon = Icon::lightbulb;
    view.hint =
        texts.get({"It stands above the notes of every table for half an hour, or until you "
                   "take it away."});
    view.writing = writing_of("Fikat är framdukat. Vi börjar om tio minuter.");
    view.go_on = {.id = "send_to_tables", .label = texts.get({"Send"}), .icon = Icon::check};
    return view;
}

// What is left of an event whose day has passed.
DataPageView sample_remaining(const std::string& language) {
    const Texts& texts = sample_texts(language);
    DataPageView view;
    view.frame = frame_in(language);
    view.screen = "remaining_data";
    view.title = texts.get({"Personal data"});
    view.lead = texts.get(Sentence{"Destroyed by the decision {}."}, "DHP 2024 § 12");
    view.cards = {{texts.get({"What remains"}), {"104", "87", "13"}},
                  {texts.get({"Where it lies"}), {"Entré 1", "Bord 4"}}};
    view.actions = {{.id = "purge",
                     .label = texts.get({"Destroy what is due"}),
                     .icon = Icon::trash,
                     .kind = ButtonKind::warning}};
    return view;
}

}  // namespace

void add_personal_samples(std::vector<ScreenSample>& samples, const std::string& language) {
    const auto add = [&](const std::string& name, const DataPageView& view) {
        samples.push_back(
            {"personal-" + name, [view](Ui& ui) { (void)draw_data_page(ui, view); }, false});
    };
    LatePageView late;
    late.frame = frame_in(language);
    late.last_day = "12 januari 2023";
    late.today = "28 november 2026";
    samples.push_back({"late", [late](Ui& ui) { (void)draw_late_page(ui, late); }, false});
    const DataPageView log = sample_event_log(language);
    samples.push_back({"event-log", [log](Ui& ui) { (void)draw_data_page(ui, log); }, false});
    const WritingPageView message = sample_table_message(language);
    samples.push_back(
        {"table-message-page", [message](Ui& ui) { (void)draw_writing_page(ui, message); }, false});
    add("remaining", sample_remaining(language));
    const Texts& texts = sample_texts(language);
    const PersonalData data = sample_data(texts);
    DataPageView view;
    view.frame = frame_in(language);
    view.screen = "personal_data";
    view.title = texts.get(Sentence{"What is held about {}"}, data.name);
    view.lead = texts.get({"Plug in a USB stick. It is found automatically within a few seconds."});
    view.cards = personal_cards(data, texts);
    view.actions = {{.id = "save_extract",
                     .label = texts.get({"Save the extract"}),
                     .icon = Icon::export_file,
                     .enabled = false},
                    {.id = "erase_person",
                     .label = texts.get({"Erase the person"}),
                     .icon = Icon::trash,
                     .kind = ButtonKind::warning},
                    {.id = "refuse_erasure",
                     .label = texts.get({"Refuse to erase"}),
                     .icon = Icon::cross,
                     .kind = ButtonKind::outlined}};
    add("held", view);
    view.lead.clear();
    view.folders = {"STICKA", "/home/kiosk/Dokument"};
    view.actions[0].enabled = true;
    view.news = StatusLine{texts.get(Sentence{"Saved: {}"}, "/media/STICKA/2022-10-12.pdf"), false};
    add("saved", view);
    view.news.reset();
    view.folders.clear();
    view.screen = "erasure";
    view.title = texts.get(Sentence{"Erase {}?"}, data.name);
    view.cards =
        erasure_cards(data, {{Word{"point", {"Point"}}, "", std::string(long_name) + " ringer"}},
                      "DHP 2024 § 12", texts);
    view.actions = {
        {.id = "keep", .label = texts.get({"No, go back"}), .kind = ButtonKind::outlined},
        {.id = "confirm",
         .label = texts.get({"Erase for good"}),
         .icon = Icon::trash,
         .kind = ButtonKind::warning}};
    add("erase", view);
    view.title = texts.get(Sentence{"Refuse to erase {}?"}, data.name);
    view.cards = refusal_cards("DHP 2024 § 12", texts.get({"Decision"}), texts);
    view.actions[1] = {
        .id = "confirm", .label = texts.get({"Record the refusal"}), .icon = Icon::check};
    add("refuse", view);
}

}  // namespace stormote
