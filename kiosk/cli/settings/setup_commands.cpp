// init, carry-over, settings: making an event file, from nothing or from the last meeting, and
// changing what it says of itself.
#include "kiosk/cli/settings/setup_commands.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/cli/naming_texts.h"
#include "kiosk/cli/settings/settings_options.h"
#include "kiosk/desk/carry_over.h"
#include "kiosk/documents/papers/public_check.h"
#include "sync/base/assets.h"
#include "sync/base/local_time.h"
#include "sync/privacy/information_text.h"

namespace stormote {

namespace {

struct InitOptions {
    std::string file;
    std::string passphrase_file;
    bool has_no_passphrase = false;
    SettingsOptions settings;
};

Result<> init(const InitOptions& options, CommandContext& context) {
    auto settings =
        options.settings.read({}, SettingsOptions::Needs::all_that_an_event_needs, context);
    if (!settings) return settings.error();
    auto pin = options.settings.read_pin(context);
    if (!pin) return pin.error();
    auto passphrase = choose_passphrase({options.file, options.passphrase_file},
                                        options.has_no_passphrase, context);
    if (!passphrase) return passphrase.error();
    NewEventFile file(options.file);
    auto desk = Desk::create(options.file, *passphrase, context.environment(), *settings);
    if (!desk) return desk.error();
    if (pin->empty()) *pin = fmt::format("{:04}", context.random.below(10'000));
    desk.value()->set_staff_pin(*pin, actor::organiser);
    file.keep();
    context.say({"Made {}. The staff's PIN at the kiosk is {}."}, options.file, *pin);
    context.say({"Print the recovery sheet, for the day on which this machine is lost: stormote "
                 "recovery-sheet {} --pdf FILE"},
                options.file);
    return Done{};
}

void add_init(CommandLine& line) {
    Subcommand command =
        line.add("init", {"Makes the file of a new event."},
                 "stormote init mote.stormote --name \"Stormöte\" --starts 2022-10-12T18:00 --ends "
                 "2022-10-12T21:00 --passphrase-file key.txt");
    auto& options = command.runs(init);
    command.option("EVENT", options.file, {"The event file."}, Need::required);
    options.settings.add_to(command);
    command.option("--passphrase-file", options.passphrase_file,
                   {"A file whose first line is the event's passphrase."});
    add_no_passphrase(command, options.has_no_passphrase);
}

struct CarryOptions {
    EventArgument last;
    std::string file;
    NextMeeting next;
    std::string passphrase_file;
    bool has_no_passphrase = false;
};

Result<> check_times(const CarryOptions& options, const FieldTexts& settings) {
    for (const auto& [option, time] :
         {std::pair{"--starts", &options.next.starts}, std::pair{"--ends", &options.next.ends}}) {
        if (time->empty() || is_local_time(*time)) continue;
        return input_error({"{} {} is not a date and time. Write it as 2022-10-12T18:00."}, option,
                           *time);
    }
    std::string starts;
    std::string ends;
    for (const auto& [field, text] : settings) {
        if (field == number(SettingField::starts)) starts = text;
        if (field == number(SettingField::ends)) ends = text;
    }
    if (ends > starts) return Done{};
    return input_error({"The event ends at {}, before it starts at {}."}, ends, starts);
}

// Says which of the notes that go along an organiser should word anew.
void warn_of_names(const EventState& last, const CarryOptions& options,
                   const CommandContext& context) {
    const EventState *const meetings[]{&last};
    const std::vector<std::string> notes = texts_naming_people(meetings, {carried_note_texts});
    if (notes.empty()) return;
    context.say({"Notes that go along and name somebody who is registered: {}. Word them anew in "
                 "{} with \"stormote note-wording\" or \"stormote follow-up\", and make the next "
                 "event again."},
                notes.size(), options.last.file);
    list_naming_texts(notes, context);
}

Result<> carry_over_event(const CarryOptions& options, CommandContext& context) {
    if (auto named = check_text("--name", options.next.name); !named) return named;
    const auto last = options.last.open(context, JournalAccess::read);
    if (!last) return last.error();
    const EventState& state = last.value()->state();
    const FieldTexts settings = carried_settings(state, options.next);
    if (auto times = check_times(options, settings); !times) return times;
    auto passphrase = choose_passphrase(
        {options.file,
         options.passphrase_file.empty() ? options.last.passphrase_file : options.passphrase_file},
        options.has_no_passphrase, context);
    if (!passphrase) return passphrase.error();
    NewEventFile file(options.file);
    auto desk = Desk::create(options.file, *passphrase, context.environment(), settings);
    if (!desk) return desk.error();
    const std::string pin = fmt::format("{:04}", context.random.below(10'000));
    desk.value()->set_staff_pin(pin, actor::organiser);
    const CarriedOver carried = carry_over(state, *desk.value(), actor::organiser);
    file.keep();
    context.say({"Made {}. The staff's PIN at the kiosk is {}."}, options.file, pin);
    context.out << context.texts.get(
                       Sentence{"Tables: {}. Questions: {}. Organisations: {}. Earlier tables "
                                "whose people will meet others: {}."},
                       carried.tables, carried.questions, carried.organisations,
                       carried.earlier_tables)
                << '\n';
    if (carried.notes > 0) {
        context.say({"Commitments and proposals whose follow-up goes on: {}. \"stormote follow-up "
                     "{}\" lists them."},
                    carried.notes, options.file);
    }
    warn_of_names(state, options, context);
    context.say({"Of people only the contacts of organisations were carried over: {}. Read the "
                 "list of those who register: stormote import {} LIST"},
                carried.contacts, options.file);
    if (options.next.starts.empty()) {
        context.say({"The times are those of the last meeting. Say when the next one is: stormote "
                     "settings {} --starts 2022-10-12T18:00 --ends 2022-10-12T21:00"},
                    options.file);
    }
    return Done{};
}

void add_carry_over(CommandLine& line) {
    Subcommand command = line.add(
        "carry-over",
        {"Makes the next meeting of a series from the last one: settings, tables, agenda, survey, "
         "the register of organisations, and who sat together."},
        "stormote carry-over var.stormote -o host.stormote --starts 2022-10-12T18:00 "
        "--passphrase-file key.txt");
    auto& options = command.runs(carry_over_event);
    command.option("OLD", options.last.file, {"The event file of the last meeting."},
                   Need::required);
    command.option("-o,--output", options.file, {"The event file of the next one."},
                   Need::required);
    command.option("--name", options.next.name, {"Its name; else that of the last one."});
    command.option("--starts", options.next.starts,
                   {"When it starts, local time. End, doors and questions keep their distance."});
    command.option("--ends", options.next.ends, {"When it ends, local time."});
    command.option("--passphrase-file", options.last.passphrase_file,
                   {"A file whose first line is the passphrase of the last event."});
    command.option("--new-passphrase-file", options.passphrase_file,
                   {"The same for the next event; else that of the last one."});
    command.flag("--no-passphrase", options.has_no_passphrase,
                 {"Keeps the next event's key in the file: whoever has the file reads it."});
    command.exclude("--no-passphrase", "--new-passphrase-file");
}

struct ChangeOptions {
    EventArgument event;
    SettingsOptions settings;
    std::string saved_template;
    bool renews_table_codes = false;
    bool shows_information = false;
    bool is_json = false;
};

// As the record holds them, by the names of their options; not the staff's PIN.
std::string settings_json(const LatestFields& settings) {
    nlohmann::ordered_json json;
    for (const SettingRule& rule : setting_rules()) {
        json[rule.name] = present_setting(rule, settings);
    }
    for (const SettingRule& rule : setting_rules()) {
        if (!has_translations(rule)) continue;
        const Translations translations = settings.translations(rule.field);
        for (std::size_t i = 0; i < translations.size(); ++i) {
            if (translations[i].empty()) continue;
            json[rule.name + ('.' + std::string(further_languages[i]))] = translations[i];
        }
    }
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

// What people are told, in each language that the kiosk speaks, with the version that is recorded.
std::string information_page(const LatestFields& settings) {
    std::string page;
    for (const std::string_view language : screen_languages) {
        const auto texts = load_texts(language);
        if (!texts) continue;
        const InformationText information = information_text(settings, *texts);
        page += (page.empty() ? "# " : "\n# ") + information.version + '\n';
        for (const std::string& paragraph : information.paragraphs) page += paragraph + '\n';
    }
    return page;
}

Result<> show_settings(const ChangeOptions& options, const LatestFields& settings,
                       CommandContext& context) {
    if (!options.saved_template.empty()) {
        const std::string page =
            write_settings_page(settings, SaidTimes::by_the_start, context.texts);
        if (auto written = write_result(context, options.saved_template, page); !written) {
            return written;
        }
        if (options.saved_template == "-") return Done{};
        context.say({"Wrote {}. Make the next event from it: stormote init EVENT --template {} "
                     "--starts 2022-10-12T18:00"},
                    options.saved_template, options.saved_template);
        return Done{};
    }
    if (options.is_json) {
        context.out << settings_json(settings);
    } else if (options.shows_information) {
        context.out << information_page(settings);
    } else {
        context.out << write_settings_page(settings, SaidTimes::as_they_are, context.texts);
    }
    return Done{};
}

Result<> change_settings(const ChangeOptions& options, CommandContext& context) {
    const bool is_told = options.settings.has_any() || options.renews_table_codes;
    auto pin = options.settings.read_pin(context);
    if (!pin) return pin.error();
    auto desk = options.event.open(context, is_told ? JournalAccess::write : JournalAccess::read);
    if (!desk) return desk.error();
    if (is_told) {
        auto settings = options.settings.read(desk.value()->state().settings(),
                                              SettingsOptions::Needs::none, context);
        if (!settings) return settings.error();
        if (!settings->empty()) {
            const Body body{{}, actor::organiser.role, SettingsDescribed{*settings}};
            desk.value()->record({&body, 1});
        }
        if (!pin->empty()) desk.value()->set_staff_pin(*pin, actor::organiser);
        if (options.renews_table_codes) {
            desk.value()->renew_table_codes(actor::organiser);
            context.say({"All tables have new codes, and no phone that came in by an old one gets "
                         "further. Print the signs anew: stormote export {} signs --output FILE"},
                        options.event.file);
        }
    }
    return show_settings(options, desk.value()->state().settings(), context);
}

void add_settings(CommandLine& line) {
    Subcommand command =
        line.add("settings", {"Changes an event's settings, and shows them as a page of text."},
                 "stormote settings mote.stormote --municipality \"Ekbackens kommun\" --colour "
                 "\"#0B4F5C\" --logo logo.svg");
    auto& options = command.runs(change_settings);
    options.event.add_to(command);
    options.settings.add_to(command);
    command.option("--save-template", options.saved_template,
                   {"Writes the page to a file instead, without its dates: for the next event."});
    command.flag("--renew-table-codes", options.renews_table_codes,
                 {"Gives all tables new codes for phones; the old ones work no more."});
    command.flag("--information", options.shows_information,
                 {"Shows instead what people are told about what is stored of them, in each "
                  "language, with its version."});
    command.flag("--json", options.is_json, {"Answers as JSON."});
}

}  // namespace

void add_setup_commands(CommandLine& line) {
    add_init(line);
    add_carry_over(line);
    add_settings(line);
}

}  // namespace stormote
