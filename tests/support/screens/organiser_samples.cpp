#include "kiosk/ui/screens/organiser/agenda_item.h"
#include "kiosk/ui/screens/organiser/evening_views.h"
#include "kiosk/ui/screens/organiser/list_import.h"
#include "kiosk/ui/screens/organiser/organiser.h"
#include "kiosk/ui/screens/personal/data_page.h"
#include "kiosk/ui/screens/settings/setting_field.h"
#include "kiosk/ui/screens/settings/settings_list.h"
#include "sync/base/local_time.h"
#include "tests/support/screens/facility_samples.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

namespace {

struct EitherWording {
    bool is_swedish = true;
    [[nodiscard]] std::string operator()(const char *swedish, const char *english) const {
        return is_swedish ? swedish : english;
    }
};

DoorView door_in(const EitherWording& words) {
    DoorView door;
    door.steps = {{words("Före", "Before"), words("till 17.30", "until 17.30"), true, false},
                  {words("Ankomst", "Arrival"), "17.30–18.00", true, false},
                  {words("Start", "Start"), "18.00–18.10", false, true},
                  {words("Samtal", "Talks"), "18.10–20.45", false, false},
                  {words("Avslut", "The end"), "20.45–21.00", false, false}};
    door.tiles = {{{"86", words("har kommit", "have come"),
                    words("81 av 104 anmälda, och 5 till", "81 of 104 registered, and 5 more")},
                   {"49", words("organisationer", "organisations"),
                    words("66 från civilsamhället", "66 from civil society")},
                   {"20", words("från kommunen", "from the municipality"),
                    words("9 valda, 11 tjänstemän", "9 elected, 11 officials")},
                   {"5", words("utan anmälan", "without registration"),
                    words("alla har fått grupp", "all have a group")}}};
    const char *times[] = {"17.30", "17.35", "17.40", "17.45", "17.50", "17.55", "18.00",
                           "18.05", "18.10", "18.15", "18.20", "18.25", "18.30", "18.35"};
    const int arrived[] = {1, 4, 8, 12, 19, 27, 36, 49, 58, 66, 70, 75, 82, 86};
    for (std::size_t i = 0; i < std::size(times); ++i) door.curve.push_back({times[i], arrived[i]});
    door.sectors = {{"Idrottsrörelsen", 16, 18},
                    {"Pensionärer", 14, 16},
                    {"Trossamfund", 11, 14},
                    {"Landsbygd", 12, 13},
                    {"Studieförbund", 6, 9}};
    door.attention = {
        words("Siv Lööf är incheckad vid två skärmar: 17.36 (Entré 1) och 17.37 (Entré 2).",
              "Siv Lööf is checked in at two screens: 17.36 (Entré 1) and 17.37 (Entré 2)."),
        words("Grupp 7 har 11 personer men 10 platser.", "Group 7 has 11 people and 10 chairs.")};
    door.conflict_count = 2;
    door.devices = {
        {words("Entré 1 · den här skärmen", "Entré 1 · this screen"), false},
        {words("Entré 2 · senaste kontakt 18.36", "Entré 2 · last contact 18.36"), false},
        {words("Bord 4 · senaste kontakt 18.22 · klockan går 3 minuter efter",
               "Bord 4 · last contact 18.22 · its clock is 3 minutes slow"),
         true}};
    door.store.status = {
        words("41 händelser väntar och skickas automatiskt. Senaste kontakt 18.12.",
              "41 entries are waiting and will be sent automatically. Last contact 18.12."),
        false};
    door.store.can_sync = true;
    return door;
}

OrganiserView organiser_in(const std::string& language) {
    const EitherWording words{language == "sv"};
    OrganiserView view;
    view.frame.municipality = "Ekbackens kommun";
    view.frame.language = language;
    view.line = "Stormöte med civilsamhället · 18.37";
    view.door = door_in(words);
    return view;
}

OrganiserNote note_of(int group, NoteKind kind, const char *text, const char *time,
                      const EitherWording& words) {
    OrganiserNote note;
    note.place = words("Grupp ", "Group ") + std::to_string(group);
    note.card.kind = kind;
    note.card.text = text;
    note.card.time_text = time;
    return note;
}

AgendaView agenda_in(const EitherWording& words) {
    const std::string round = words("Omgång ", "Round ");
    AgendaView agenda;
    agenda.rows = {{0, "Mingelfika", "17.30", false},
                   {0, "Inledning", "18.30", false},
                   {0, "Gruppsamtal", "18.50", false},
                   {1, "Kontakt",
                    "18.50–19.15 · " + round + "1 · Hur håller vi kontakten med varandra?", false},
                   {2, "När och hur möts vi?",
                    "19.15–19.40 · " + round +
                        "1 · När och hur möts vi för att dela tankar, idéer och erfarenheter?",
                    true},
                   {3, "Utmaningar och mål", "19.40–20.05 · " + round + "2", false},
                   {4, "Roller och ansvar", "20.05–20.30 · " + round + "2", false},
                   {0, "Gemensam avslutning", "20.30", false}};
    agenda.can_delay = true;
    agenda.can_undo = true;
    agenda.can_change_settings = true;
    return agenda;
}

void add_settings(std::vector<ScreenSample>& samples, const std::string& language) {
    const Texts& texts = sample_texts(language);
    SettingsListView list;
    list.frame = frame_in(language);
    list.elsewhere = texts.get(Sentence{
        "The logo, the legal basis and what is kept are set on the organiser's computer."});
    list.rows = {{texts.get({"Name"}), "Stormöte med civilsamhället"},
                 {texts.get({"Starts"}), "2026-10-14 18:00"},
                 {texts.get({"Ends"}), "2026-10-14 21:00"},
                 {texts.get({"Doors open"}), "2026-10-14 17:30"},
                 {texts.get({"Place"}), "Matsalen"},
                 {texts.get({"Register by"}), ""},
                 {texts.get({"Programme"}),
                  "17:30 Mingelfika; 18:30 Inledning; 18:50 Gruppsamtal; 20:30 Avslutning"},
                 {texts.get({"Invites"}), "Ekbackens kommun"}};
    for (const Sentence& name :
         {Sentence{"In Swedish"}, Sentence{"In English"}, Sentence{"In Finnish"},
          Sentence{"In Ukrainian"}, Sentence{"In Arabic"}}) {
        list.languages.push_back(texts.get(name));
    }
    list.can_undo = true;
    samples.push_back({"settings", [list](Ui& ui) { (void)draw_settings_list(ui, list); }, false});
    list.news = StatusLine{
        texts.get(Sentence{"Somebody has changed it since. Look at how it stands now."}), true};
    list.rows[0].value = long_organisation + ": " + long_organisation;
    samples.push_back(
        {"settings-long", [list](Ui& ui) { (void)draw_settings_list(ui, list); }, true});
    list.news.reset();
    list.language = 3;
    list.elsewhere = texts.get(
        Sentence{"What is not said in this language is shown in Swedish; so is a question of the "
                 "survey of which something is missing."});
    list.rows = {
        {texts.get({"Name"}), "Відкриті збори громади", ""},
        {texts.get({"Place"}), "", texts.get(Sentence{"In Swedish: {}"}, "Matsalen")},
        {texts.get(Sentence{"Question {}"}, 1) + " · " + texts.get({"The question"}),
         "Як ми підтримуємо зв’язок одне з одним?", ""},
        {texts.get(Sentence{"Survey, question {}"}, 1) + " · " + texts.get({"Lowest on the scale"}),
         "", texts.get(Sentence{"In Swedish: {}"}, "Inte alls")}};
    samples.push_back(
        {"settings-language", [list](Ui& ui) { (void)draw_settings_list(ui, list); }, false});
    SettingFieldView field;
    field.frame = frame_in(language);
    field.label = texts.get({"Name"}) + " · " + texts.get({"In Ukrainian"});
    field.hint = texts.get(Sentence{"In Swedish: {}"}, "Stormöte med civilsamhället");
    field.text = "Відкриті збори";
    field.longest = 200;
    field.keys.written = "uk";
    samples.push_back(
        {"setting-language", [field](Ui& ui) { (void)draw_setting_field(ui, field); }, false});
    field.keys.written = {};
    field.label = texts.get({"Ends"});
    field.hint = texts.get(
        Sentence{"Write it as 2022-10-12 18:00; or the time alone, of the day of the event."});
    field.text = "2026-10-14 21:00";
    field.longest = 16;
    field.keys.page = KeyPage::signs;
    samples.push_back({"setting", [field](Ui& ui) { (void)draw_setting_field(ui, field); }, false});
}

void add_agenda(std::vector<ScreenSample>& samples, const EitherWording& words,
                const std::string& language) {
    const auto add = [&](const std::string& name, const OrganiserView& view) {
        samples.push_back(
            {"organiser-" + name, [view](Ui& ui) { (void)draw_organiser(ui, view); }, false});
    };
    OrganiserView view = organiser_in(language);
    view.tab = OrganiserTab::agenda;
    add("agenda-none", view);
    view.agenda = agenda_in(words);
    add("agenda", view);
    view.agenda.news = StatusLine{
        sample_texts(language).get({"The agenda has {} rounds, and people have seats for {}. Deal "
                                    "the groups anew under Groups."},
                                   2, 1),
        true};
    add("agenda-rounds", view);
    add_settings(samples, language);
    const auto add_item = [&](const std::string& name, const AgendaItemView& item) {
        samples.push_back(
            {"agenda-item-" + name, [item](Ui& ui) { (void)draw_agenda_item(ui, item); }, false});
    };
    AgendaItemView item;
    item.frame = frame_in(language);
    item.number = 2;
    item.texts = {"När och hur möts vi?",
                  "När och hur möts vi för att dela tankar, idéer och erfarenheter?", "19.15",
                  "19.40", "1"};
    add_item("question", item);
    item.field = AgendaItemField::starts;
    item.keys.page = KeyPage::signs;
    item.problem = sample_texts(language).get({"\"{}\" is not a time. Write it as 18.50."}, "19.7");
    add_item("problem", item);
    item = {};
    item.frame = frame_in(language);
    item.keys.page = KeyPage::signs;
    item.field = AgendaItemField::starts;
    add_item("new", item);
}

void add_list_rows(std::vector<ScreenSample>& samples, const EitherWording& words,
                   const std::string& language) {
    const auto add = [&](const std::string& name, const ListRowView& row) {
        samples.push_back({"list-row-" + name, [row](Ui& ui) { (void)draw_list_row(ui, row); }});
    };
    ListRowView row;
    row.frame = frame_in(language);
    row.doubtful = 3;
    row.question = {17,
                    words("E-post: \"asa(at)eken.example\" är ingen e-postadress. Skriv en adress, "
                          "till exempel asa@example.org, eller lämna cellen tom.",
                          "E-post: \"asa(at)eken.example\" is not an e-mail address. Write one "
                          "address, such as asa@example.org, or leave the cell empty."),
                    "Åsa Öberg · Hembygdsföreningen Eken · asa(at)eken.example",
                    {"Åsa Öberg · Hembygdsföreningen Eken · asa@eken.example"},
                    {{ListField::full_name, "Åsa Öberg"},
                     {ListField::email, "asa@eken.example"},
                     {ListField::organisation, "Hembygdsföreningen Eken"},
                     {ListField::phone, ""}}};
    add("meant", row);
    row.question.line = 0;
    row.question.meant.clear();
    row.doubtful = 1;
    add("unknown", row);
    row.question.said = long_name + " · " + long_organisation;
    row.question.meant = {"Anna Svensson · " + long_organisation,
                          "Per Svensson · " + long_organisation};
    row.is_busy = true;
    add("two", row);
    ListRewriteView rewrite;
    rewrite.frame = frame_in(language);
    rewrite.fields = row.question.fields;
    samples.push_back(
        {"list-rewrite", [rewrite](Ui& ui) { (void)draw_list_rewrite(ui, rewrite); }});
}

void add_list_import(std::vector<ScreenSample>& samples, const EitherWording& words,
                     const std::string& language) {
    ListFilesView files;
    files.frame = frame_in(language);
    const auto add_files = [&](const std::string& name) {
        samples.push_back(
            {"list-files-" + name, [files](Ui& ui) { (void)draw_list_files(ui, files); }});
    };
    add_files("none");
    files.files = {{"anmälda-version-3.xlsx", "KINGSTON · 2022-10-11 17.40"},
                   {"Svar från formuläret (1–104).xlsx", "KINGSTON · 2022-10-07 09.12"},
                   {"register.csv", "/home/kiosk/Dokument · 2022-09-30 11.05"}};
    files.is_reading = true;
    add_files("reading");
    files.is_reading = false;
    files.problem = sample_texts(language).get(
        {"{} cannot be read. Is the stick still plugged in? Nothing was read in."},
        "anmälda-version-3.xlsx");
    add_files("gone");
    ListSummaryView summary;
    summary.frame = frame_in(language);
    const auto add_summary = [&](const std::string& name) {
        samples.push_back(
            {"list-summary-" + name, [summary](Ui& ui) { (void)draw_list_summary(ui, summary); }});
    };
    summary.name = "anmälda-version-3.xlsx";
    summary.counts = {{words("96 klara: 0 nya, 0 ändrade, 96 som förut",
                             "96 people are clear: 0 new, 0 changed, 96 as before"),
                       false}};
    add_summary("known");
    summary.has_decisions = true;
    add_summary("decided");
    summary.has_decisions = false;
    summary.counts = {{words("96 klara: 90 nya, 4 ändrade, 2 som förut",
                             "96 people are clear: 90 new, 4 changed, 2 as before"),
                       false}};
    summary.people = 96;
    add_summary("clear");
    summary.counts.push_back({words("3 tveksamma rader", "3 rows are not clear"), true});
    summary.counts.push_back(
        {words("5 som inte längre finns i listan: Siv Lööf, Yusuf Ek, Gun Dahl och 2 till",
               "5 are no longer in the list: Siv Lööf, Yusuf Ek, Gun Dahl and 2 more"),
         true});
    summary.doubtful = 3;
    summary.missing = 5;
    add_summary("doubtful");
    summary.doubtful = 0;
    summary.cancels_missing = true;
    summary.is_busy = true;
    add_summary("saving");
    add_list_rows(samples, words, language);
}

void add_people_here(std::vector<ScreenSample>& samples, const std::string& language) {
    const Texts& texts = sample_texts(language);
    DataPageView page;
    page.frame = frame_in(language);
    page.screen = "people_here";
    page.title = texts.get({"Who is here?"});
    page.lead = texts.get_plural(Sentence{"{} person is here"}, Sentence{"{} people are here"}, 5);
    page.cards = {{texts.get(Sentence{"Group {}"}, 4) + " · Bord Lönnen",
                   {"Maj Norberg · Hembygdsföreningen Eken", "Siv Lööf · Ekbackens IF"},
                   false,
                   true},
                  {texts.get({"Without a group"}),
                   {"Yusuf Ek", long_name + " · " + long_organisation},
                   false,
                   true},
                  {texts.get_plural(Sentence{"{} ticket of somebody unknown to this screen"},
                                    Sentence{"{} tickets of people unknown to this screen"}, 1)}};
    page.actions = {
        {.id = "print_people_here", .label = texts.get({"Print the list"}), .icon = Icon::printer}};
    page.news =
        StatusLine{texts.get(Sentence{"The list was printed at {}, on {}."}, "20.52", "Kontoret")};
    samples.push_back({"people-here", [page](Ui& ui) { (void)draw_data_page(ui, page); }, false});
    page.cards.clear();
    page.lead.clear();
    page.news.reset();
    page.empty = texts.get({"Nobody is here."});
    samples.push_back(
        {"people-here-none", [page](Ui& ui) { (void)draw_data_page(ui, page); }, false});
}

// As the presenter words it, of invented people.
void add_meeting_end(std::vector<ScreenSample>& samples, const std::string& language) {
    const Texts& texts = sample_texts(language);
    DataPageView page;
    page.frame = frame_in(language);
    page.screen = "end_meeting";
    page.title = texts.get({"End the meeting?"});
    page.lead = texts.get({"Nothing is erased, and you can open the meeting again."});
    page.cards = {
        {texts.get({"This happens"}),
         {texts.get({"The entrances say goodbye. People still check out there and answer the "
                     "survey, and nobody is checked in."}),
          texts.get({"The tables are thanked and begin no new notes. What is half-written there "
                     "can be finished."})}},
        {texts.get_plural(Sentence{"{} person has not checked out"},
                          Sentence{"{} people have not checked out"}, 12),
         {"Maj Norberg", "Siv Lööf", "Yusuf Ek", long_name, "Gun Dahl",
          texts.get(Sentence{"and {} more"}, 7)},
         false,
         true},
        {texts.get_plural(Sentence{"{} half-written note on this screen"},
                          Sentence{"{} half-written notes on this screen"}, 1),
         {texts.get({"It stays, and can be finished."})}},
        {texts.get_plural(Sentence{"{} table has chosen nothing for the wall"},
                          Sentence{"{} tables have chosen nothing for the wall"}, 2),
         {texts.get(Sentence{"Group {}"}, 4) + " · Bord Lönnen",
          texts.get(Sentence{"Group {}"}, 9) + " · Bord Granen"}}};
    page.actions = {
        {.id = "keep_open", .label = texts.get({"No, go back"}), .kind = ButtonKind::outlined},
        {.id = "end_meeting",
         .label = texts.get({"Yes, end the meeting"}),
         .icon = Icon::exit,
         .kind = ButtonKind::warning}};
    samples.push_back({"end-meeting", [page](Ui& ui) { (void)draw_data_page(ui, page); }, false});
}

void add_evening(std::vector<ScreenSample>& samples, const std::string& language) {
    const EventState state;
    const EitherWording words{language == "sv"};
    OrganiserView view = organiser_in(language);
    EveningReport report;
    const auto add = [&](const std::string& name, bool is_extreme = false) {
        view.door.evening = evening_card(state, report, sample_texts(language));
        samples.push_back(
            {"organiser-" + name, [view](Ui& ui) { (void)draw_organiser(ui, view); }, is_extreme});
    };
    report.times.ends_ms = *instant_of("2022-10-12T21:00");
    report.here = 62;
    report.came = 13;
    report.still_to_come = 42;
    report.phase = EveningPhase::arrival;
    const OrganiserView without_forecast = view;
    view.line = "Stormöte med civilsamhället · 18.10";
    view.door.tiles[0].number = "58";
    view.door.tiles[0].detail =
        words("53 av 104 anmälda, och 5 till", "53 of 104 registered, and 5 more");
    view.door.curve.resize(9);
    view.door.expected = {{"18.15", 71}, {"18.20", 84}, {"18.25", 97}, {"18.30", 104}};
    view.door.all_here_text = "18.28";
    add("arrival");
    view = without_forecast;
    report.tables = 13;
    report.facilitators = 13;
    report.without_facilitator = {
        {4, "Maj Norberg", 1, 7, {}}, {9, "Tomas Wiik", 4, 8, {}}, {12, "Leila Haddad", 5, 8, {}}};
    add("arrival-missing");
    report.phase = EveningPhase::start;
    report.here = 96;
    report.still_to_come = 8;
    report.without_facilitator.resize(1);
    report.small = {{5, "Åke Lind", 3, 8, {}}};
    add("start");
    report.without_facilitator.clear();
    report.small.clear();
    add("start-ready");
    report.phase = EveningPhase::talks;
    report.is_question_running = true;
    add("talks");
    for (GroupNumber group = 1; group < 7; ++group) {
        report.silent.push_back({group, long_name, 7, 8, {}});
    }
    add("talks-silent");
    report.phase = EveningPhase::closing;
    view.line = "Stormöte med civilsamhället · 20.50";
    for (EveningStep& step : view.door.steps) {
        step.is_now = &step == &view.door.steps.back();
        step.is_over = !step.is_now;
    }
    report.here = 29;
    report.gone = 57;
    report.survey_answers = 38;
    report.contacts = 12;
    report.joined = 3;
    add("closing");
    report.phase = EveningPhase::ended;
    report.times.ended_ms = *instant_of("2022-10-12T20:52");
    view.line = "Stormöte med civilsamhället · 20.55";
    report.here = 12;
    report.gone = 74;
    add("ended");
    view = without_forecast;
    report.phase = EveningPhase::start;
    for (GroupNumber group = 1; group < 7; ++group) {
        report.without_facilitator.push_back({group, long_name, 1, 7, {}});
    }
    report.small = report.without_facilitator;
    add("start-long", true);
}

}  // namespace

void add_organiser_samples(std::vector<ScreenSample>& samples, const std::string& language) {
    const EitherWording words{language == "sv"};
    const auto add = [&](const std::string& name, const OrganiserView& view, bool extreme = false) {
        samples.push_back(
            {"organiser-" + name, [view](Ui& ui) { (void)draw_organiser(ui, view); }, extreme});
    };
    OrganiserView view = organiser_in(language);
    add("door", view);
    view.door.can_let_in = true;
    add("door-hub", view);
    view.door.can_let_in = false;
    view.door.attention.clear();
    view.door.curve.clear();
    view.door.sectors.clear();
    view.door.devices.resize(1);
    view.door.store = {{words("Ingen central server är inställd. Allt sparas här.",
                              "No central store is set up. Everything is kept here."),
                        false},
                       false,
                       false};
    add("door-early", view);
    view.door.ready = {ReadyMark::no, sample_texts(language).get(
                                          Sentence{"Missing: {}. To look over: {}."}, 2, 4)};
    add("door-ready", view);
    add_evening(samples, language);
    add_people_here(samples, language);
    add_meeting_end(samples, language);
    view = organiser_in(language);
    view.tab = OrganiserTab::notes;
    add("notes-none", view);
    view.questions = {
        {"1 Hur håller vi kontakten med varandra?",
         {note_of(1, NoteKind::proposal, "Ett brev två gånger om året.", "18.55", words),
          note_of(4, NoteKind::point, "De flesta läser e-post. Alla gör det inte.", "18.58", words),
          note_of(9, NoteKind::commitment, "Bygdegården ställer lokal till förfogande i mars.",
                  "19.11", words)}},
        {"2 När och hur möts vi för att dela tankar, idéer och erfarenheter?",
         {note_of(4, NoteKind::proposal,
                  "En gemensam kalender där föreningar och kommun lägger in möten i god tid.",
                  "19.22", words),
          note_of(4, NoteKind::question, "Vem svarar på frågor om lokaler?", "19.26", words)}}};
    add("notes", view);
    add_agenda(samples, words, language);
    view.tab = OrganiserTab::files;
    view.files.folders = {"KINGSTON", "/home/kiosk/Dokument"};
    view.files.result = StatusLine{words("Sparat: /media/kiosk/KINGSTON/2022-10-12-närvaro.csv",
                                         "Saved: /media/kiosk/KINGSTON/2022-10-12-attendance.csv"),
                                   false};
    view.files.last_import = 103;
    add("files", view);
    view.files.result = StatusLine{
        words("Hämtat. 45 händelser var nya.", "Fetched. 45 operations were new."), false};
    add("files-fetched", view);
    view.files = {};
    add("files-none", view);
    add_list_import(samples, words, language);
}

}  // namespace stormote
