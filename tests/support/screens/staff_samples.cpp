#include "kiosk/ui/screens/common/status_views.h"
#include "kiosk/ui/screens/common/walk_in.h"
#include "kiosk/ui/screens/staff/staff_closing.h"
#include "kiosk/ui/screens/staff/staff_fields.h"
#include "kiosk/ui/screens/staff/staff_groups.h"
#include "kiosk/ui/screens/staff/staff_name.h"
#include "kiosk/ui/screens/staff/staff_person.h"
#include "kiosk/ui/screens/staff/staff_problems.h"
#include "kiosk/ui/screens/staff/staff_views.h"
#include "kiosk/ui/screens/unlock/device_name.h"
#include "kiosk/ui/screens/unlock/unlock.h"
#include "tests/support/screens/facility_samples.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

namespace {

void add_lists(std::vector<ScreenSample>& samples, const std::string& language) {
    const auto add = [&](const std::string& name, const StaffView& view, bool extreme = false) {
        samples.push_back({name, [view](Ui& ui) { (void)draw_staff(ui, view); }, extreme});
    };
    const bool swedish = language == "sv";
    StaffView staff;
    staff.frame = frame_in(language);
    staff.door_line =
        swedish ? "61 av 104 anmälda, och 2 till" : "61 of 104 registered, and 2 more";
    staff.sync.text = swedish ? "Allt är skickat 17.40." : "Everything was sent at 17.40.";
    staff.printer.text = swedish ? "Skrivaren är klar." : "The printer is ready.";
    staff.entries = {{"Åsa Öberg", "Hembygdsföreningen Eken", "17.41", 4},
                     {arabic_name, "Nätverket Bron", "17.40", 9},
                     {"Yusuf Ek", "Ekbackens IF", "17.38", 2},
                     {"Siv Lööf", "Pensionärerna Väst", "17.36", 12},
                     {long_name, long_organisation, "17.35", 13},
                     {"Gun Dahl", "", "17.31", 0}};
    add("staff", staff, true);
    StaffView before = staff;
    before.is_before_doors = true;
    before.entries.clear();
    before.door_line = swedish ? "0 av 104 anmälda" : "0 of 104 registered";
    before.problem_count = 1;
    add("staff-before-doors", before, true);
    staff.problem_count = 3;
    staff.news = swedish ? "Siv Lööf är anmäld och har checkat in, grupp 12."
                         : "Siv Lööf is registered and checked in, group 12.";
    staff.printer = {swedish ? "Skrivaren har slut på papper. 2 utskrifter väntar."
                             : "The printer is out of paper. 2 prints wait.",
                     true};
    staff.waiting_line = waiting_text(7, sample_texts(language));
    staff.entries.resize(2);
    add("staff-trouble", staff);
    StaffClosingView closing{staff.frame, true, staff.sync, ""};
    samples.push_back(
        {"staff-closing", [closing](Ui& ui) { (void)draw_staff_closing(ui, closing); }, false});
    closing.sync = {swedish ? "Ingen kontakt med den centrala servern. 12 poster väntar och "
                              "skickas automatiskt."
                            : "No contact with the central store. 12 entries are waiting and "
                              "will be sent automatically.",
                    true};
    closing.waiting_line = staff.waiting_line;
    samples.push_back({"staff-closing-unsent",
                       [closing](Ui& ui) { (void)draw_staff_closing(ui, closing); }, false});
    staff.mode = StaffMode::searching;
    staff.typed = "Öb";
    staff.entries.back().time_text.clear();
    add("staff-search", staff);
}

void add_persons(std::vector<ScreenSample>& samples, const std::string& language) {
    const auto add = [&](const std::string& name, const StaffPersonView& view) {
        samples.push_back({name, [view](Ui& ui) { (void)draw_staff_person(ui, view); }, false});
    };
    const bool swedish = language == "sv";
    StaffPersonView person;
    person.frame = frame_in(language);
    person.name = "Åsa Öberg";
    person.organisation = "Hembygdsföreningen Eken";
    person.time_text = "17.41";
    person.state_line = swedish ? "Här sedan 17.41 · Grupp 4" : "Here since 17.41 · Group 4";
    person.news = swedish ? "Utskriften för Åsa Öberg skickas till skrivaren."
                          : "The print for Åsa Öberg is being sent to the printer.";
    person.actions = {StaffAction::print_label,  StaffAction::correct, StaffAction::change_group,
                      StaffAction::check_out,    StaffAction::undo,    StaffAction::join,
                      StaffAction::personal_data};
    add("staff-person", person);
    person.actions = {StaffAction::print_label, StaffAction::correct, StaffAction::check_out,
                      StaffAction::undo};
    person.asked = StaffAction::undo;
    add("staff-undo", person);
    person.joined_on = "2022-10-12";
    person.actions.push_back(StaffAction::take_back_joining);
    person.asked = StaffAction::take_back_joining;
    add("staff-undo-joining", person);
    person.asked.reset();
    add("staff-person-joined", person);
    person.joined_on.clear();
    person.name = long_name;
    person.organisation = long_organisation;
    person.time_text.clear();
    person.state_line = swedish ? "Inte här än" : "Not here yet";
    person.news.clear();
    person.printer = {swedish ? "Skrivaren är avstängd eller inte ansluten."
                              : "The printer is switched off or not connected.",
                      true};
    person.actions = {StaffAction::check_in, StaffAction::print_label, StaffAction::correct,
                      StaffAction::cancel};
    add("staff-person-absent", person);
    person.asked = StaffAction::cancel;
    add("staff-cancel", person);
    person.asked.reset();
    person.actions = {StaffAction::restore, StaffAction::print_label, StaffAction::correct};
    person.state_line = swedish ? "Anmälan är avbokad" : "The registration was cancelled";
    add("staff-person-cancelled", person);

    StaffNameView name;
    name.frame = frame_in(language);
    name.texts = {"Åsa", "Öberg", "Hembygdsföreningen Eken"};
    name.field = NameField::family;
    samples.push_back({"staff-name", [name](Ui& ui) { (void)draw_staff_name(ui, name); }, false});
    name.texts = {"", "", long_organisation};
    name.field = NameField::given;
    name.problem = swedish ? "En person måste ha ett namn. Skriv minst ett av de två."
                           : "A person needs a name: write at least one of the two.";
    samples.push_back(
        {"staff-name-empty", [name](Ui& ui) { (void)draw_staff_name(ui, name); }, false});
}

void add_two_of_one(std::vector<ScreenSample>& samples, const std::string& language) {
    const bool swedish = language == "sv";
    StaffPersonView person;
    person.frame = frame_in(language);
    person.name = "Åsa Öberg";
    person.organisation = "Hembygdsföreningen Eken";
    person.state_line = swedish ? "Här sedan 17.41 · Grupp 4" : "Here since 17.41 · Group 4";
    person.other_name = "Åsa Åberg";
    person.other_organisation = long_organisation;
    person.two = StaffTwo::merge;
    const auto add = [&](const std::string& name) {
        samples.push_back({name, [person](Ui& ui) { (void)draw_staff_person(ui, person); }, false});
    };
    add("staff-same-question");
    person.two = StaffTwo::part;
    add("staff-part-question");
    StaffView search;
    search.frame = frame_in(language);
    search.mode = StaffMode::searching;
    search.typed = "Åb";
    search.same_as = "Åsa Öberg";
    search.entries = {{"Åsa Åberg", "Nätverket Bron", "", 0}};
    samples.push_back({"staff-same-search", [search](Ui& ui) { (void)draw_staff(ui, search); }});
}

void add_fields(std::vector<ScreenSample>& samples, const std::string& language) {
    const bool swedish = language == "sv";
    const auto say = [&](const char *sv, const char *en) { return std::string(swedish ? sv : en); };
    StaffFieldsView fields;
    fields.frame = frame_in(language);
    fields.name = "Åsa Öberg";
    fields.fields = {{say("Namn och organisation", "Name and organisation"),
                      "Åsa Öberg · Hembygdsföreningen Eken"},
                     {say("Roll", "Role"), say("Civilsamhället", "Civil society")},
                     {say("E-post", "E-mail"), "asa.oberg@eken.example"},
                     {say("Telefon", "Telephone"), "070-000 00 00"},
                     {say("Språk", "Language"), ""},
                     {say("Kost", "Diet"), say("Inga nötter", "No nuts")},
                     {say("Behov", "Needs"), ""},
                     {say("Uppdrag", "Duties"), ""},
                     {say("Kön", "Gender"), ""},
                     {say("Samma person som …", "The same person as …"), "", Icon::people}};
    samples.push_back({"staff-fields", [fields](Ui& ui) { (void)draw_staff_fields(ui, fields); }});
    StaffFieldView field;
    field.frame = frame_in(language);
    field.name = "Åsa Öberg";
    field.label = say("E-post", "E-mail");
    field.text = "asa.oberg(at)eken.example";
    field.longest = 254;
    field.keys.use = KeyboardUse::address;
    const auto add = [&](const std::string& name) {
        samples.push_back({name, [field](Ui& ui) { (void)draw_staff_field(ui, field); }});
    };
    add("staff-field");
    field.problem = sample_texts(language).get(
        {"\"{}\" is not an e-mail address. Write one address, such as asa@example.org, or leave "
         "the field empty."},
        field.text);
    add("staff-field-problem");
    field.label = say("Roll", "Role");
    field.choices = {say("Civilsamhället", "Civil society"),
                     say("Förtroendevald", "Elected representative"),
                     say("Tjänsteperson", "Municipal official")};
    field.chosen = 0;
    add("staff-field-role");
}

void add_problems(std::vector<ScreenSample>& samples, const std::string& language) {
    const auto add = [&](const std::string& name, const StaffProblemsView& view) {
        samples.push_back({name, [view](Ui& ui) { (void)draw_staff_problems(ui, view); }, false});
    };
    const bool swedish = language == "sv";
    StaffProblemsView problems;
    problems.frame = frame_in(language);
    add("staff-problems-none", problems);
    problems.problems = {
        {"18.42",
         swedish ? "Någon kallar på hjälp vid den här skärmen." : "Somebody calls for help.", false,
         false},
        {"18.40",
         swedish ? "Utskriften för " + long_name + " har inte kommit ut."
                 : "The print for " + long_name + " has not come out.",
         true, true},
        {"18.31",
         swedish ? "En biljett till ett annat möte visades. (3 gånger)"
                 : "A ticket for another meeting was shown. (3 times)",
         false, false}};
    add("staff-problems-few", problems);
    for (int minute = 29; minute > 10; minute -= 3) {
        problems.problems.push_back({"18." + std::to_string(minute),
                                     swedish ? "Åsa Öberg är inne på två ställen: 18.05 (Entré 1) "
                                               "och 18.09 (Entré 2)."
                                             : "Åsa Öberg is checked in at two screens: 18.05 "
                                               "(Entré 1) and 18.09 (Entré 2).",
                                     true, false});
    }
    add("staff-problems-many", problems);
}

void add_unlocking(std::vector<ScreenSample>& samples, const std::string& language) {
    const auto add = [&](const std::string& name, const UnlockView& view) {
        samples.push_back({name, [view](Ui& ui) { (void)draw_unlock(ui, view); }, false});
    };
    UnlockView unlock;
    unlock.frame.municipality = "Stormöte";
    unlock.frame.event_line = "stormote-2022-10-12.stormote";
    unlock.frame.language = language;
    unlock.frame.has_help = false;
    unlock.keys.open = true;
    unlock.keys.use = KeyboardUse::passphrase;
    add("unlock", unlock);
    samples.push_back({"device-name",
                       [frame = unlock.frame, keys = NoteKeys{.open = true}](Ui& ui) {
                           (void)draw_device_name(ui, {frame, "Entré 1", keys});
                       },
                       false});
    unlock.problem =
        language == "sv"
            ? "Lösenfrasen är fel. Kontrollera stora och små bokstäver och försök igen."
            : "The passphrase is wrong. Check capital letters and try again.";
    add("unlock-wrong", unlock);
    unlock.problem.clear();
    unlock.written = "Tre gröna lampor";
    unlock.length = 16;
    unlock.is_shown = true;
    unlock.keys.page = KeyPage::signs;
    add("unlock-shown", unlock);
    unlock.written = "••••••••••••••••••••••••••••••••••••••••";
    unlock.length = 40;
    unlock.is_shown = false;
    unlock.is_opening = true;
    add("unlock-opening", unlock);
}

// Staff registers somebody who stands beside them.
void add_registering(std::vector<ScreenSample>& samples, const std::string& language) {
    WalkInView view;
    view.frame = frame_in(language);
    view.is_for_another = true;
    view.name = "Åsa Öberg";
    view.organisation = "Hembygdsföreningen Eken";
    view.information = sample_information(language, LegalBasis::public_task);
    for (const auto& [name, step] :
         {std::pair("name", WalkInStep::name), std::pair("role", WalkInStep::role),
          std::pair("organisation", WalkInStep::organisation),
          std::pair("information", WalkInStep::information)}) {
        view.step = step;
        samples.push_back({std::string("staff-registers-") + name,
                           [view](Ui& ui) { (void)draw_walk_in(ui, view); }, false});
    }
}

void add_groups(std::vector<ScreenSample>& samples, const FrameView& frame) {
    StaffGroupsView view;
    view.frame = frame;
    view.name = "Åsa Öberg";
    view.round = 2;
    int number = 0;
    for (const char *table : {"Bord Björken", "Bord Linden", "Bord Eken", "Bord Lönnen",
                              "Bord Rönnen", "", "Bord Tallen"}) {
        ++number;
        view.groups.push_back({number, table, 7 + number % 2, number, 8, number == 4});
    }
    samples.push_back(
        {"staff-groups", [view](Ui& ui) { (void)draw_staff_groups(ui, view); }, false});
    view.groups.front().table = "Bord Tusenårsekarna vid norra hembygdsgården";
    view.name = long_name;
    for (int i = 0; i < 50; ++i) view.groups.push_back({++number, "", 8, 0, 0, false});
    samples.push_back(
        {"staff-groups-many", [view](Ui& ui) { (void)draw_staff_groups(ui, view); }, true});
}

}  // namespace

void add_staff_samples(std::vector<ScreenSample>& samples, const std::string& language) {
    add_lists(samples, language);
    add_persons(samples, language);
    add_two_of_one(samples, language);
    add_fields(samples, language);
    add_groups(samples, frame_in(language));
    add_problems(samples, language);
    add_unlocking(samples, language);
    add_registering(samples, language);
}

}  // namespace stormote
