// demo: an event of invented people to try things on.
#include <algorithm>
#include <functional>

#include "kiosk/cli/command.h"
#include "kiosk/cli/demo/demo_people.h"
#include "kiosk/cli/logo_file.h"
#include "kiosk/groups/search/mix_size.h"
#include "sync/base/assets.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

constexpr const char *demo_pin = "2580";
constexpr int people_a_group = 8;

struct DemoOptions {
    EventArgument event;
    int people = 104;
    std::uint64_t seed = 1;
    bool has_no_passphrase = false;
};

// Tonight, wherever and whenever it is tried.
FieldTexts demo_settings(const Clock& clock, const std::string& logo) {
    const std::string today = local_time_of(clock.wall_ms()).substr(0, 10);
    FieldSetter<SettingField> settings;
    settings.set(SettingField::name, "Stormöte med civilsamhället")
        .set(SettingField::starts, today + "T18:00")
        .set(SettingField::ends, today + "T21:00")
        .set(SettingField::doors, today + "T17:30")
        .set(SettingField::place, "Matsalen")
        .set(SettingField::series, "Stormöten")
        .set(SettingField::municipality, "Ekbackens kommun")
        .set(SettingField::colour, "#0B4F5C")
        .set(SettingField::logo, logo)
        .set(SettingField::room, write_room(demo_room()))
        .set(SettingField::keep_days, "90")
        .set(SettingField::keep_decision, "DHP § 12")
        .set(SettingField::privacy_contact, "dataskydd@ekbacken.example")
        .set(SettingField::agreement, "Lokal överenskommelse")
        .set(SettingField::agreement_text,
             "Kommunen och föreningslivet lovar att lyssna på varandra, mötas minst fyra gånger om "
             "året och bjuda in varandra tidigt. Den som går med kan gå ur igen när som helst.")
        .set(SettingField::departments, "Kultur och fritid\nSkola\nSocialtjänst\nSamhällsbyggnad")
        .set(SettingField::programme,
             "17:30 Mingelfika\n18:30 Inledning\n18:50 Gruppsamtal\n20:30 Gemensam avslutning");
    return settings.take();
}

std::vector<Body> demo_organisations(const Desk& desk, const DemoList& list) {
    std::vector<Body> bodies;
    for (const DemoOrganisation& organisation : list.organisations) {
        FieldSetter<OrganisationField> fields;
        fields.set(OrganisationField::name, organisation.name)
            .set(OrganisationField::sector, organisation.sector);
        bodies.push_back(
            {{},
             ActingRole::organiser,
             OrganisationDescribed{desk.organisation_id(organisation.name), fields.take()}});
    }
    return bodies;
}

std::vector<Body> demo_attendees(const Desk& desk, const DemoList& list,
                                 const CommandContext& context) {
    std::vector<Body> bodies;
    for (const DemoPerson& person : list.people) {
        const auto& organisation =
            list.organisations[static_cast<std::size_t>(person.organisation)];
        FieldSetter<AttendeeField> fields;
        fields.set(AttendeeField::given_name, person.given_name)
            .set(AttendeeField::family_name, person.family_name)
            .set(AttendeeField::organisation, to_string(desk.organisation_id(organisation.name)))
            .set(AttendeeField::role, role_name(person.role))
            .set(AttendeeField::origin, "list");
        bodies.push_back({{make_id<AttendeeId>(context.clock, context.random)},
                          ActingRole::organiser,
                          AttendeeDescribed{fields.take()}});
    }
    return bodies;
}

// Tables with a facilitator each, from among the officials, and the evening's four questions.
std::vector<Body> demo_tables(const std::vector<Body>& attendees, const DemoList& list,
                              int group_count, const std::string& today) {
    std::vector<Body> bodies;
    std::size_t next = 0;
    for (GroupNumber group = 1; group <= group_count; ++group) {
        const DemoTable table = demo_table(group);
        FieldSetter<GroupField> fields;
        fields.set(GroupField::name, table.name).set(GroupField::place, table.place);
        if (table.spot) {
            fields.set(GroupField::across, write_metres(table.spot->across))
                .set(GroupField::down, write_metres(table.spot->down));
        }
        while (next < list.people.size() && list.people[next].role != AttendeeRole::official)
            ++next;
        if (next < list.people.size()) {
            fields.set(GroupField::facilitator, to_string(attendees[next].persons.front()));
            ++next;
        }
        bodies.push_back({{}, ActingRole::organiser, GroupDescribed{group, fields.take()}});
    }
    struct Question {
        const char *title;
        const char *text;
        const char *starts;
        const char *ends;
    };
    constexpr Question questions[] = {
        {"Kontakt", "Hur håller vi kontakten med varandra?", "18:50", "19:15"},
        {"När och hur möts vi?", "När och hur möts vi för att dela tankar, idéer och erfarenheter?",
         "19:15", "19:40"},
        {"Utmaningar och mål", "Vilka utmaningar och mål delar vi?", "19:40", "20:05"},
        {"Roller och ansvar", "Vem är ansvarig för vad?", "20:05", "20:30"}};
    QuestionNumber number = 0;
    for (const Question& question : questions) {
        FieldSetter<QuestionField> fields;
        fields.set(QuestionField::title, question.title)
            .set(QuestionField::text, question.text)
            .set(QuestionField::starts, today + "T" + question.starts)
            .set(QuestionField::ends, today + "T" + question.ends);
        bodies.push_back({{}, ActingRole::organiser, QuestionDescribed{++number, fields.take()}});
    }
    return bodies;
}

struct SurveyWords {
    const char *text = "";
    const char *low = "";
    const char *high = "";
    const char *choices = "";
};

void set_words(FieldSetter<SurveyField>& fields, const SurveyWords& words,
               const std::function<SurveyField(SurveyField)>& field_of) {
    for (const auto& [field, text] : {std::pair{SurveyField::text, words.text},
                                      {SurveyField::low, words.low},
                                      {SurveyField::high, words.high},
                                      {SurveyField::choices, words.choices}}) {
        if (*text != '\0') fields.set(field_of(field), text);
    }
}

// A question of each kind, so that all can be tried; all but the last in English, too, so that it
// can be seen what becomes of one that is not.
std::vector<Body> demo_survey() {
    const auto ask = [](SurveyNumber number, SurveyAnswerKind answer, const SurveyWords& swedish,
                        const SurveyWords& english = {}) {
        FieldSetter<SurveyField> fields;
        fields.set(SurveyField::answer, survey_answer_name(answer));
        set_words(fields, swedish, [](SurveyField field) { return field; });
        set_words(fields, english,
                  [](SurveyField field) { return translated(field, *further_language("en")); });
        return Body{{}, ActingRole::organiser, SurveyQuestionDescribed{number, fields.take()}};
    };
    return {ask(1, SurveyAnswerKind::scale,
                {"Hur värdefull var kvällen för dig?", "Inte alls", "Mycket"},
                {"How valuable was the evening to you?", "Not at all", "Very"}),
            ask(2, SurveyAnswerKind::yes_no, {"Kommer du på nästa stormöte?", "", ""},
                {"Will you come to the next meeting?", "", ""}),
            ask(3, SurveyAnswerKind::text, {"Vad ska vi göra annorlunda nästa gång?", "", ""},
                {"What should we do differently next time?", "", ""}),
            ask(4, SurveyAnswerKind::one_of,
                {"När passar nästa stormöte bäst?", "", "",
                 "En kväll i veckan\nEn lördag\nUnder arbetstid"},
                {"When would the next meeting suit you best?", "", "",
                 "A weekday evening\nA Saturday\nDuring working hours"}),
            ask(5, SurveyAnswerKind::several_of,
                {"Vad vill din förening göra tillsammans med andra?", "", "",
                 "Dela lokal eller utrustning\nOrdna evenemang\nUtbilda ledare\nSöka bidrag\n"
                 "Nå fler medlemmar"})};
}

Result<> demo(const DemoOptions& options, CommandContext& context) {
    if (options.people < 0 || options.people > most_mix_people) {
        return usage_error({"{} must be a number from {} to {}."}, "--people", 0, most_mix_people);
    }
    auto passphrase = choose_passphrase(options.event, options.has_no_passphrase, context);
    if (!passphrase) return passphrase.error();
    auto logo = read_logo_file((asset_directory() / "demo" / "ekbacken.svg").string());
    if (!logo) return logo.error();
    NewEventFile file(options.event.file);
    auto desk = Desk::create(options.event.file, *passphrase, context.environment(),
                             demo_settings(context.clock, *logo));
    if (!desk) return desk.error();
    const DemoList list = make_demo_list(options.people, options.seed);
    const int group_count = std::max(1, options.people / people_a_group);
    const std::string today = local_time_of(context.clock.wall_ms()).substr(0, 10);
    std::vector<Body> bodies = demo_organisations(*desk.value(), list);
    const std::vector<Body> attendees = demo_attendees(*desk.value(), list, context);
    const std::vector<Body> tables = demo_tables(attendees, list, group_count, today);
    bodies.insert(bodies.end(), attendees.begin(), attendees.end());
    bodies.insert(bodies.end(), tables.begin(), tables.end());
    const std::vector<Body> survey = demo_survey();
    bodies.insert(bodies.end(), survey.begin(), survey.end());
    desk.value()->record(bodies);
    desk.value()->issue_tickets(actor::organiser);
    desk.value()->plan_groups(group_count, options.seed, actor::organiser);
    desk.value()->set_staff_pin(demo_pin, actor::organiser);
    file.keep();
    const Texts& texts = context.texts;
    context.say({"Made {} with {} in {}. The staff's PIN at the kiosk is {}."}, options.event.file,
                texts.get_plural({"{} invented person"}, {"{} invented people"}, options.people),
                texts.get_plural({"{} group"}, {"{} groups"}, group_count), demo_pin);
    return Done{};
}

}  // namespace

void add_demo_command(CommandLine& line) {
    Subcommand command = line.add("demo", {"Makes an event of invented people to try things out."},
                                  "stormote demo demo.stormote --people 104 --no-passphrase");
    auto& options = command.runs(demo);
    options.event.add_to(command);
    command.option("--people", options.people, {"How many people are registered."});
    command.option("--seed", options.seed, {"Another seed gives other people."});
    add_no_passphrase(command, options.has_no_passphrase);
}

}  // namespace stormote
