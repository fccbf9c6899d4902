// organisations, merge-organisations, part-organisations, merge-people, part-people: the register,
// and what is one or two.
#include <algorithm>
#include <iostream>

#include <fmt/format.h>

#include "kiosk/cli/command.h"
#include "kiosk/cli/duplicates.h"
#include "kiosk/cli/list_file.h"
#include "kiosk/documents/spreadsheet/table_writers.h"
#include "kiosk/documents/spreadsheet/xlsx_writer.h"
#include "kiosk/lists/organisation_list.h"
#include "sync/base/text_folding.h"
#include "sync/model/organisation_names.h"
#include "sync/report/organisation_tables.h"

namespace stormote {

namespace {

struct RegisterOptions {
    EventArgument event;
    std::string list;
    std::string sheet;
    std::string out;
    bool is_dry_run = false;
};

Result<> import_register(const RegisterOptions& options, Desk& desk,
                         const CommandContext& context) {
    const auto bytes = read_list_file(options.list, context);
    if (!bytes) return bytes.error();
    const RegisterIds ids{[&desk](std::string_view name) { return desk.new_organisation_id(name); },
                          [&desk](const OrganisationId& organisation, std::string_view name) {
                              return desk.new_contact_id(organisation, name);
                          }};
    const OrganisationPlan plan =
        plan_organisations(ListSource(*bytes, options.sheet), desk.state(), ids);
    print_list_problems(options.list, plan.notes, context);
    if (!plan.problems.empty()) {
        print_list_problems(options.list, plan.problems, context);
        return input_error({"{} was not imported; the event is as it was. Problems: {}."},
                           options.list, plan.problems.size());
    }
    if (!options.is_dry_run && !plan.bodies.empty()) desk.record(plan.bodies);
    const Sentence answer = options.is_dry_run
                                ? Sentence{"Would be added: {}, updated: {}, unchanged: {}."}
                                : Sentence{"Added: {}, updated: {}, unchanged: {}."};
    context.out << context.texts.get(answer, plan.added, plan.updated, plan.unchanged) << '\n';
    return Done{};
}

void print_register(const EventState& state, const CommandContext& context) {
    for (const auto& row : organisations_table(state).rows) {
        const auto text = [&row](std::size_t column) {
            const auto *cell = std::get_if<std::string>(&row[column]);
            return cell == nullptr ? std::string() : one_column(*cell);
        };
        context.out << fmt::format("{}\t{}\t{}\t{}\t{}\n", text(0), text(1), text(3), text(4),
                                   std::get<std::int64_t>(row[8]));
    }
}

// As the ending of the file's name says; what has none, or another, is CSV.
Result<std::string> write_register(const EventState& state, const std::filesystem::path& file,
                                   const Texts& texts) {
    Table table = organisations_table(state);
    if (lower_text(file.extension().string()) != ".xlsx") return write_csv(table, texts);
    const Sentence title{"Organisations"};
    return write_xlsx({{texts.get(title), std::move(table)}},
                      {state,
                       title,
                       {"The register: sectors, other names, contact persons, seats, and how many "
                        "came."}},
                      texts);
}

Result<> organisations(const RegisterOptions& options, CommandContext& context) {
    const bool is_writing = !options.list.empty() && !options.is_dry_run;
    auto desk =
        options.event.open(context, is_writing ? JournalAccess::write : JournalAccess::read);
    if (!desk) return desk.error();
    if (!options.list.empty()) {
        auto imported = import_register(options, *desk.value(), context);
        if (!imported) return imported;
    }
    const EventState& state = desk.value()->state();
    if (!options.out.empty()) {
        const auto content = write_register(state, options.out, context.texts);
        if (!content) return content.error();
        auto written = write_result(context, options.out, *content);
        if (!written) return written;
    } else if (options.list.empty()) {
        print_register(state, context);
    }
    tell_duplicates(state, options.event, context);
    return Done{};
}

void add_organisations(CommandLine& line) {
    Subcommand command = line.add(
        "organisations",
        {"Shows the register of organisations: name, sector, contact person, e-mail and number of "
         "people, separated by tabs; or reads it from a list, or writes it to one."},
        "stormote organisations mote.stormote --import foreningar.csv");
    auto& options = command.runs(organisations);
    options.event.add_to(command);
    command.option("--import", options.list,
                   {"A list with the headings Organisation, Sektor, Andra namn, Kontaktperson, "
                    "E-post, Telefon, Platser, Gick med. What it leaves empty or out stays."});
    command.option("--sheet", options.sheet,
                   {"Of a spreadsheet, the sheet to read; else the one with the headings."});
    command.option("--out", options.out,
                   {"Writes the register: as a spreadsheet where the file's name ends in .xlsx, "
                    "else as CSV; - is standard output."});
    command.flag("--dry-run", options.is_dry_run, {"Says what would happen, and changes nothing."});
}

// --- Written down twice ---

struct Pair {
    EventArgument event;
    std::string one;
    std::string other;
};

Error unknown_organisation(const std::string& text) {
    return input_error({"There is no organisation {}. \"stormote organisations\" lists them."},
                       text);
}

// By an id, by what it is called now, or by what one of its records was called.
Result<OrganisationId> find_organisation(const EventState& state, const std::string& text) {
    if (auto checked = check_text("ORGANISATION", text); !checked) return checked.error();
    const OrganisationRecords& records = state.organisation_records();
    if (const auto id = parse_id<OrganisationId>(text); id && records.find_written(*id)) return *id;
    const std::string wanted = fold_text(text);
    std::vector<OrganisationId> joined;
    for (const auto& [id, fields] : records.joined()) {
        if (fold_text(fields.get(OrganisationField::name)) == wanted) joined.push_back(id);
    }
    if (!joined.empty()) return *std::min_element(joined.begin(), joined.end());
    if (const auto id = OrganisationNames(state).find(text)) return *id;
    return unknown_organisation(text);
}

Result<AttendeeId> find_record(const EventState& state, const std::string& text) {
    const auto id = parse_id<AttendeeId>(text);
    if (!id || state.attendee_records().find_written(*id) == nullptr) return unknown_attendee(text);
    return *id;
}

template <typename Id>
using MergeById = Merging (Desk::*)(const Id&, const Id&, Actor);

template <typename Id>
Result<> take(const Pair& pair, Result<Id> (*find)(const EventState&, const std::string&),
              MergeById<Id> change, Sentence needless, CommandContext& context) {
    auto desk = pair.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto one = find(desk.value()->state(), pair.one);
    if (!one) return one.error();
    const auto other = find(desk.value()->state(), pair.other);
    if (!other) return other.error();
    if (*one == *other) return input_error({"{} is named twice."}, pair.one);
    if (((*desk.value()).*change)(*one, *other, actor::organiser) == Merging::needless) {
        return input_error(needless, pair.one, pair.other);
    }
    return Done{};
}

constexpr Sentence one_already{"{} and {} are one already."};
constexpr Sentence two_already{"{} and {} are two already, and not proposed to be one."};

Result<> merge_organisations(const Pair& pair, CommandContext& context) {
    return take(pair, find_organisation, &Desk::merge_organisations, one_already, context);
}
Result<> part_organisations(const Pair& pair, CommandContext& context) {
    return take(pair, find_organisation, &Desk::part_organisations, two_already, context);
}
Result<> merge_people(const Pair& pair, CommandContext& context) {
    return take(pair, find_record, &Desk::merge_people, one_already, context);
}
Result<> part_people(const Pair& pair, CommandContext& context) {
    return take(pair, find_record, &Desk::part_people, two_already, context);
}

void add_pair(CommandLine& line, const std::string& name, Sentence purpose,
              const std::string& example, Result<> (*run)(const Pair&, CommandContext&),
              Sentence what) {
    Subcommand command = line.add(name, purpose, "stormote " + name + " mote.stormote " + example);
    auto& pair = command.runs(run);
    pair.event.add_to(command);
    command.option("A", pair.one, what, Need::required);
    command.option("B", pair.other, {"The other one."}, Need::required);
}

}  // namespace

void add_organisations_commands(CommandLine& line) {
    add_organisations(line);
    add_duplicates_command(line);
    add_pair(line, "merge-organisations",
             {"Makes two organisations one: A is B by another name. Everybody from A comes from B, "
              "and lists that name A mean B."},
             "\"Ekbackens IF\" \"Ekbackens idrottsförening\"", merge_organisations,
             {"The organisation whose name becomes another name of B: a name or an id."});
    add_pair(line, "part-organisations",
             {"Says that two organisations are not the same: parts them where they were merged, "
              "and does not propose it again."},
             "\"Ekbackens IF\" \"Ekbackens idrottsförening\"", part_organisations,
             {"One of the two: a name or an id."});
    add_pair(line, "merge-people",
             {"Makes two registrations one person: A is B. B's words stand; what B says nothing of "
              "is A's. Either ticket lets the person in."},
             "ID-A ID-B", merge_people, {"The id of the registration that becomes part of B."});
    add_pair(line, "part-people",
             {"Says that two registrations are two people: parts them where they were merged, and "
              "does not propose it again."},
             "ID-A ID-B", part_people, {"The id of one of the two."});
}

}  // namespace stormote
