#include "kiosk/ui/screens/table/pages/table_order.h"
#include "kiosk/ui/screens/table/pages/table_search.h"
#include "kiosk/ui/screens/table/table.h"
#include "kiosk/ui/screens/table/table_changes.h"
#include "kiosk/ui/screens/table/table_choice.h"
#include "kiosk/ui/screens/table/table_chosen.h"
#include "kiosk/ui/screens/table/table_note.h"
#include "tests/support/screens/facility_samples.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

namespace {

const std::string long_note =
    "Kommunen och föreningarna skriver tillsammans en årskalender, där varje förening själv lägger "
    "in sina träffar och kommunen sina samråd. Den som saknar dator ringer lotsen, som skriver in "
    "åt den. Kalendern trycks två gånger om året och ligger på biblioteket, i simhallen, på "
    "vårdcentralen och hos de fyra största bygdegårdarna. Ungdomsrådet sköter bilderna. Ingen "
    "träff "
    "ska läggas på en kväll när en annan stor förening redan har sin. 🎉";

TableView table_in(const std::string& language) {
    TableView view;
    view.frame.municipality = "Ekbackens kommun";
    view.frame.clock_text = "19.08";
    view.frame.language = language;
    view.group_number = 4;
    view.table_name = language == "sv" ? "Bord Lönnen" : "Table Lönnen";
    view.facilitator = "Maj Norberg";
    view.roster.here = {{"Åsa Öberg", "Hembygdsföreningen Eken",
                         sample_texts(language).get(Sentence{"Needs: {}"}, "hörslinga")},
                        {"Yusuf Ek", "Ekbackens IF"},
                        {"Siv Lööf", "Pensionärerna Väst"},
                        {"Bo Norén", "Missionskyrkan"},
                        {"Gun Dahl", "Förtroendevald"},
                        {"Per Holm", "Sektor service"}};
    view.roster.expected = {{"Elin Sjö", "Studiefrämjandet"}, {"Ali Hassan", "Nätverket Bron"}};
    view.questions = {{"Kontakt", "Hur håller vi kontakten med varandra?"},
                      {"När och hur möts vi?",
                       "När och hur möts vi för att dela tankar, idéer och erfarenheter?"},
                      {"Utmaningar och mål", "Vilka utmaningar och mål delar vi?"},
                      {"Roller och ansvar", "Vem är ansvarig för vad?"}};
    view.selected = 1;
    view.clock = {TableTime::during, 1, "19.20", 12, 0.58F, false};
    view.has_notes = true;
    view.notes = {{NoteKind::proposal,
                   false,
                   "En gemensam kalender där föreningar och kommun lägger in möten i god tid.",
                   "19.02",
                   false,
                   {}},
                  {NoteKind::point,
                   false,
                   "Kvällsmöten passar ideella bäst, gärna i en byggnad nära bussen.",
                   "19.04",
                   false,
                   {}},
                  {NoteKind::question,
                   false,
                   "Vem på kommunen svarar på frågor om lokaler?",
                   "19.06",
                   true,
                   {}},
                  {NoteKind::commitment,
                   false,
                   "Hembygdsföreningen bjuder in till första träffen i november.",
                   "19.07",
                   false,
                   {}}};
    view.composer.writing = writing_of("Två träffar om året, en i varje kommundel, med fika och");
    view.composer.draft = DraftState::saved;
    view.composer.saved_text = "19.09.41";
    return view;
}

void add_table_states(std::vector<ScreenSample>& samples, const std::string& language) {
    const auto add = [&](const std::string& name, const TableView& view, bool extreme = false) {
        samples.push_back(
            {"table-" + name, [view](Ui& ui) { (void)draw_table(ui, view); }, extreme});
    };
    TableView view = table_in(language);
    add("notes", view);
    view.keys.open = true;
    add("typing", view);
    Writing& writing = view.composer.writing;
    writing.caret = std::string("Två träffar").size();
    select_word(writing);
    view.composer.copied = "träffar";
    add("selecting", view);
    view.composer.writing.anchor.reset();
    view.composer.offers_paste = true;
    add("pasting", view);
    view.composer = table_in(language).composer;
    view.message = TableMessage{
        "Kom till scenen när ni är klara, så börjar vi om kvällens sista "
        "fråga klockan kvart över åtta.",
        "19.05"};
    add("message-typing", view);
    view = table_in(language);
    view.ended_text = "20.52";
    add("over-writing", view);
    view.composer = {};
    view.clock = {TableTime::after, 0, "", 0, 0, false};
    add("over", view);
    view = table_in(language);
    view.notes.clear();
    view.has_notes = false;
    view.roster.expected.insert(view.roster.expected.end(), view.roster.here.begin(),
                                view.roster.here.end());
    view.roster.here.clear();
    view.composer = {};
    view.clock = {TableTime::before, 0, "18.50", 0, 0, false};
    add("empty", view);
    view.questions.clear();
    view.roster = {};
    view.clock = {};
    view.facilitator.clear();
    add("no-questions", view);
    view = table_in(language);
    view.clock = {TableTime::during, 1, "19.20", 2, 0.06F, true};
    view.asks_to_choose = true;
    view.message = TableMessage{"Fem minuter kvar. Skriv ner det viktigaste.", "19.15"};
    view.notes.back().choices = {
        {NoteKind::proposal, false,
         "En gemensam kalender där föreningar och kommun lägger in möten i god tid.", "19.02",
         "Bord 4"},
        {NoteKind::proposal, false, "En gemensam kalender på biblioteket, på papper och på nätet.",
         "19.05", "Entré 1"}};
    add("conflict", view);
    view = table_in(language);
    view.notes[1].is_withdrawn = true;
    const auto notes = view.notes;
    for (int i = 0; i < 3; ++i) view.notes.insert(view.notes.end(), notes.begin(), notes.end());
    view.composer.draft = DraftState::failed;
    add("many", view);
    view = table_in(language);
    view.notes.erase(view.notes.begin() + 1, view.notes.begin() + 3);
    view.notes[0].agreeing = 4;
    view.notes[0].is_chosen = true;
    view.notes[1].owner = "Hembygdsföreningen Eken";
    view.notes[1].due = "2022-11-30";
    add("said", view);
    view = table_in(language);
    view.has_changes = true;
    add("changing", view);
    view = table_in(language);
    view.notes[1].author = language == "sv" ? "Skärm 12" : "Screen 12";
    view.composer.draft = DraftState::found;
    view.clock = {TableTime::during, 1, "19.20", 5, 0.2F, false};
    view.done = TableDone{
        sample_texts(language).get(Sentence{"Moved to question {}"}, "3 Utmaningar och mål")};
    add("moved", view);
    view.keys.open = true;
    add("moved-typing", view);
    view.has_changes = true;
    view.notes.clear();
    add("moved-away-typing", view);
}

// As a round ends, with a plan of the room and without one.
void add_table_changes(std::vector<ScreenSample>& samples, const std::string& language) {
    TableChangesView view;
    view.frame.municipality = "Ekbackens kommun";
    view.frame.event_line = "Stormöte med civilsamhället · 12 oktober 18.00–21.00 · Matsalen";
    view.frame.language = language;
    view.group_number = 4;
    view.round = 2;
    view.time_text = "19.40";
    const std::string table = language == "sv" ? "Bord " : "Table ";
    view.people = {{"Åsa Öberg", 7, table + "Tallen", "Längst bak till vänster"},
                   {"Bo Norén", 2, table + "Linden", ""},
                   {"Gun Dahl", 9, "", ""},
                   {"Siv Lööf", 12, table + "Sälgen", "Vid fönstret"},
                   {"Yusuf Ek", 7, table + "Tallen", "Längst bak till vänster"}};
    view.map = sample_hall();
    const auto add = [&](const std::string& name, bool extreme = false) {
        samples.push_back({"table-changes-" + name,
                           [view](Ui& ui) { (void)draw_table_changes(ui, view); }, extreme});
    };
    add("map");
    view.map.reset();
    view.time_text.clear();
    add("no-map");
    view.map = sample_hall();
    view.people[1].name = long_name;
    view.people[1].table_name = table + "Tusenårsekarna vid norra hembygdsgården";
    for (int i = 0; i < 2; ++i) {
        const auto people = view.people;
        view.people.insert(view.people.end(), people.begin(), people.end());
    }
    view.selected = 1;
    add("many", true);
}

void add_table_extremes(std::vector<ScreenSample>& samples, const std::string& language) {
    TableView view = table_in(language);
    view.facilitator = long_name;
    view.table_name = "Bord Tusenårsekarna vid norra hembygdsgården";
    const auto people = view.roster.here;
    view.roster.here.insert(view.roster.here.end(), people.begin(), people.end());
    view.roster.here[1] = {long_name, long_organisation};
    view.roster.here[2] = {"نور الهدى عبد الرحمن", "Nätverket Bron"};
    view.questions.push_back({"Hur söker man stöd och bidrag, och vem hjälper till med det?",
                              "Hur söker man stöd och bidrag, och vem hjälper till med det?"});
    view.questions.push_back({"Hur får unga och nyanlända plats i föreningarna?", ""});
    view.selected = 4;
    view.notes[2].text = long_note;
    view.composer.writing = writing_of(long_note + "\n\n" + long_note);
    view.done = TableDone{sample_texts(language).get(Sentence{"Taken away: {}"}, long_note)};
    samples.push_back({"table-long", [view](Ui& ui) { (void)draw_table(ui, view); }, true});
    view.keys.open = true;
    view.keys.page = KeyPage::signs;
    samples.push_back({"table-long-typing", [view](Ui& ui) { (void)draw_table(ui, view); }, true});
    view.keys.page = KeyPage::more_letters;
    samples.push_back({"table-more-letters", [view](Ui& ui) { (void)draw_table(ui, view); }, true});
}

void add_table_notes(std::vector<ScreenSample>& samples, const std::string& language) {
    const TableView table = table_in(language);
    TableNoteView view;
    view.question = table.questions[1].text;
    view.composer = table.composer;
    view.composer.writing = writing_of(table.notes[0].text);
    view.composer.draft = DraftState::nothing;
    const std::string place = language == "sv" ? "Bord 4" : "Table 4";
    view.versions = {
        {NoteKind::proposal, false, table.notes[0].text, "19.05", place},
        {NoteKind::point, false, "En kalender på nätet för alla föreningar.", "19.02", place}};
    const auto add = [&](const std::string& name) {
        samples.push_back(
            {"table-note-" + name, [view](Ui& ui) { (void)draw_table_note(ui, view); }, false});
    };
    add("open");
    view.is_changed = true;
    view.composer.writing.text += " Den trycks två gånger om året.";
    view.composer.writing.caret = view.composer.writing.text.size();
    view.composer.draft = DraftState::saved;
    view.keys.open = true;
    add("typing");
    view.keys.open = view.is_changed = false;
    view.composer.writing = writing_of(table.notes[0].text);
    view.questions = {"1 Kontakt", "3 Utmaningar och mål", "4 Roller och ansvar"};
    view.others = {table.notes.begin() + 1, table.notes.end()};
    view.earlier = {view.versions.back()};
    add("all-buttons");
    view.choosing = NoteChoosing::question;
    add("moving");
    view.choosing = NoteChoosing::note;
    add("joining");
    view.choosing = NoteChoosing::version;
    add("restoring");
    view.choosing = NoteChoosing::nothing;
    view.composer.kind = NoteKind::commitment;
    add("commitment");
    view.choosing = NoteChoosing::owner;
    for (const RosterPerson& person : table.roster.here) {
        view.options.push_back({person.name, person.organisation});
    }
    view.options.front().is_selected = true;
    add("owner");
    view = {};
    view.question = table.questions[1].text;
    view.is_withdrawn = true;
    view.composer.kind = NoteKind::point;
    view.composer.writing = writing_of(table.notes[1].text);
    view.versions = {{NoteKind::point, true, table.notes[1].text, "19.07", place},
                     {NoteKind::point, false, table.notes[1].text, "19.04", place}};
    add("withdrawn");
}

void add_table_chosen(std::vector<ScreenSample>& samples, const std::string& language) {
    const TableView table = table_in(language);
    TableChosenView view;
    view.question = table.questions[1].text;
    for (const NoteCard& note : table.notes) {
        if (!note.is_withdrawn && note.choices.empty()) view.notes.push_back(note);
    }
    view.notes.front().is_chosen = true;
    view.notes.front().agreeing = 4;
    const auto add = [&](const std::string& name, bool extreme = false) {
        samples.push_back({"table-chosen-" + name,
                           [view](Ui& ui) { (void)draw_table_chosen(ui, view); }, extreme});
    };
    add("one");
    view.notes.back().text = long_note;
    add("long", true);
    auto others = view.notes;
    for (NoteCard& note : others) note.is_chosen = false;
    for (int i = 0; i < 3; ++i) view.notes.insert(view.notes.end(), others.begin(), others.end());
    add("many", true);
}

void add_table_search(std::vector<ScreenSample>& samples, const std::string& language) {
    const TableView table = table_in(language);
    TableSearchView view;
    view.frame = table.frame;
    view.frame.event_line = "Stormöte med civilsamhället · 12 oktober 18.00–21.00 · Matsalen";
    view.keys = {.open = true, .use = KeyboardUse::line};
    const auto add = [&](const std::string& name, bool extreme = false) {
        samples.push_back({"table-search-" + name,
                           [view](Ui& ui) { (void)draw_table_search(ui, view); }, extreme});
    };
    add("begun");
    view.typed = "bil";
    view.has_letters = true;
    add("nothing");
    view.typed = "möt";
    view.found = {{table.notes[0], "2 När och hur möts vi?"},
                  {table.notes[1], "2 När och hur möts vi?"},
                  {table.notes[3], "4 Roller och ansvar"}};
    view.found[0].note.text = "… kommun lägger in möten i god tid.";
    view.found[1].note.text = "Kvällsmöten passar ideella bäst, gärna i en …";
    view.found[2].note.text = "… in till första mötet i november.";
    view.found[2].note.is_withdrawn = true;
    add("found");
    view.keys.open = false;
    for (const NoteCard& note : table.notes) {
        view.found.push_back({note, "1 Kontakt"});
        view.found.push_back({note, "3 Utmaningar och mål"});
    }
    add("many");
    // As long as an excerpt can be.
    view.found[1].note.text = "… civilsamhällesstrategiarbetsgruppsordföranden …";
    view.typed = long_organisation;
    view.keys.open = true;
    add("long", true);
}

void add_table_order(std::vector<ScreenSample>& samples, const std::string& language) {
    const TableView table = table_in(language);
    TableOrderView view;
    view.frame = table.frame;
    view.frame.event_line = "Stormöte med civilsamhället · 12 oktober 18.00–21.00 · Matsalen";
    view.question = table.questions[1].text;
    view.notes = table.notes;
    const auto add = [&](const std::string& name, bool extreme = false) {
        samples.push_back(
            {"table-order-" + name, [view](Ui& ui) { (void)draw_table_order(ui, view); }, extreme});
    };
    view.selected = 1;
    add("second");
    samples.push_back({"table-order-dragged", [view](Ui& ui) {
                           TableOrderView held = view;
                           const Rect screen = ui.screen_rect();
                           held.hand.hold = CardHand::Hold::dragged;
                           held.hand.at = {screen.width / 2, screen.height * 0.6F};
                           held.hand.to = 2;
                           (void)draw_table_order(ui, held);
                       }});
    view.notes[2].is_withdrawn = true;
    view.notes[1].text = long_note;
    for (int i = 0; i < 2; ++i) {
        const auto notes = view.notes;
        view.notes.insert(view.notes.end(), notes.begin(), notes.end());
    }
    view.selected = 0;
    add("many", true);
}

void add_table_choices(std::vector<ScreenSample>& samples, const std::string& language) {
    TableChoiceView view;
    view.frame.municipality = "Ekbackens kommun";
    view.frame.event_line = "Stormöte med civilsamhället · 12 oktober 18.00–21.00 · Matsalen";
    view.frame.language = language;
    const std::string table = language == "sv" ? "Bord " : "Table ";
    int number = 0;
    for (const char *name : {"Björken", "Linden", "Eken", "Lönnen", "Rönnen", "Granen", "Tallen",
                             "Almen", "Asken", "Hasseln", "Enen", "Sälgen", "Körsbäret"}) {
        ++number;
        view.tables.push_back({number, table + name, number % 7, 8});
    }
    const auto add = [&](const std::string& name) {
        samples.push_back(
            {"table-choice-" + name, [view](Ui& ui) { (void)draw_table_choice(ui, view); }, false});
    };
    add("thirteen");
    view.tables.resize(5);
    view.news = language == "sv" ? "Den biljetten hör inte till något bord."
                                 : "That ticket belongs to no table.";
    view.tables[3] = {4, view.tables[3].name, 0, 0, true};
    view.tables[4].is_closed = true;
    add("scanned");
    view.tables.clear();
    view.news.clear();
    add("none");
}

}  // namespace

void add_table_samples(std::vector<ScreenSample>& samples, const std::string& language) {
    add_table_choices(samples, language);
    add_table_changes(samples, language);
    add_table_notes(samples, language);
    add_table_chosen(samples, language);
    add_table_search(samples, language);
    add_table_order(samples, language);
    add_table_states(samples, language);
    add_table_extremes(samples, language);
}

}  // namespace stormote
