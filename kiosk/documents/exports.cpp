#include "kiosk/documents/exports.h"

#include <algorithm>

#include "kiosk/documents/group_posters.h"
#include "kiosk/documents/spreadsheet/table_writers.h"
#include "kiosk/documents/survey_paper.h"
#include "sync/report/event_tables.h"
#include "sync/report/follow_up.h"
#include "sync/report/kitchen_table.h"
#include "sync/report/message_tables.h"
#include "sync/report/organisation_tables.h"
#include "sync/report/statistics.h"
#include "sync/report/survey_report.h"

namespace stormote {

namespace {

// The formats of a table, by the function that makes it.
template <Table (*make)(const ExportSource&)>
constexpr ExportFormat csv{"csv", [](const ExportSource& source) -> Result<std::string> {
                               return write_csv(make(source), source.texts);
                           }};
template <Table (*make)(const ExportSource&)>
constexpr ExportFormat json{"json", [](const ExportSource& source) -> Result<std::string> {
                                return write_json(make(source));
                            }};

// Pages to print, by the function that draws them.
template <Result<std::string> (*draw)(const EventState&, const Texts&)>
constexpr ExportFormat pdf{
    "pdf", [](const ExportSource& source) { return draw(source.state, source.texts); }};

template <Table (*table)(const EventState&)>
Table of_state(const ExportSource& source) {
    return table(source.state);
}

Table statistics_of(const ExportSource& source) {
    return statistics_table(count_events({&source.state}));
}

// One object with the same names as `stormote statistics --json`, not the rows of the table.
constexpr ExportFormat statistics_object{"json",
                                         [](const ExportSource& source) -> Result<std::string> {
                                             return write_json(count_events({&source.state}));
                                         }};

Table survey_of(const ExportSource& source) {
    return survey_table(compile_survey(source.state));
}

Table operations_of(const ExportSource& source) {
    return operations_table({source.operations.begin(), source.operations.end()});
}

std::vector<ExportKind> make_kinds() {
    return {
        {.name = "attendance",
         .title = {"Attendance"},
         .contents = {"Who came, when, from which organisation, and in which group."},
         .file_name = {"attendance"},
         .formats = {csv<of_state<attendance_table>>, json<of_state<attendance_table>>},
         .button = ExportButton{"csv", {"Save attendance"}}},
        {.name = "statistics",
         .title = {"Statistics"},
         .contents = {"Numbers without names: organisations, people, sectors."},
         .file_name = {"statistics"},
         .formats = {csv<statistics_of>, statistics_object},
         .button = ExportButton{"csv", {"Save statistics"}}},
        {.name = "notes",
         .title = {"Notes"},
         .contents = {"Every note, by question and group."},
         .file_name = {"notes"},
         .formats = {csv<of_state<notes_table>>, json<of_state<notes_table>>},
         .button = ExportButton{"csv", {"Save notes"}}},
        {.name = "groups",
         .title = {"Groups"},
         .contents = {"For the wall: every group with its table and its people."},
         .file_name = {"groups"},
         .formats = {csv<of_state<groups_table>>, json<of_state<groups_table>>,
                     pdf<draw_group_poster>},
         .button = ExportButton{"pdf", {"Save groups"}}},
        {.name = "signs",
         .title = {"Table signs"},
         .contents = {"A sheet for each table: its number, who leads it, and the questions."},
         .file_name = {"table-signs"},
         .formats = {pdf<draw_table_signs>},
         .button = ExportButton{"pdf", {"Save table signs"}}},
        {.name = "survey",
         .title = {"Survey"},
         .contents = {"The answers as bars and in people's own words. Read them before you "
                      "publish."},
         .file_name = {"survey"},
         .formats = {csv<survey_of>, json<survey_of>, pdf<draw_survey>},
         .button = ExportButton{"pdf", {"Save the survey"}},
         .anonymous_answers = AnonymousAnswers::included},
        {.name = "messages",
         .title = {"Messages"},
         .contents = {"What people wrote before they went, signed or not."},
         .file_name = {"messages"},
         .formats = {csv<of_state<messages_table>>, json<of_state<messages_table>>},
         .button = ExportButton{"csv", {"Save messages"}},
         .anonymous_answers = AnonymousAnswers::included},
        {.name = "contacts",
         .title = {"Contacts"},
         .contents = {"Who wants to be contacted, by which department, and how."},
         .file_name = {"contacts"},
         .formats = {csv<of_state<contacts_table>>, json<of_state<contacts_table>>},
         .button = ExportButton{"csv", {"Save contacts"}}},
        {.name = "joined",
         .title = {"Joined"},
         .contents = {"The associations that have joined the agreement, and who declared it."},
         .file_name = {"joined"},
         .formats = {csv<of_state<joined_table>>, json<of_state<joined_table>>},
         .button = ExportButton{"csv", {"Save the joined list"}}},
        {.name = "organisations",
         .title = {"Organisations"},
         .contents = {"The register: sectors, other names, contact persons, seats, and how many "
                      "came."},
         .file_name = {"organisations"},
         .formats = {csv<of_state<organisations_table>>, json<of_state<organisations_table>>},
         .button = std::nullopt},
        {.name = "duties",
         .title = {"Duties"},
         .contents = {"Who is in a working group, a consultation and the like, and how to reach "
                      "them."},
         .file_name = {"duties"},
         .formats = {csv<of_state<duties_table>>, json<of_state<duties_table>>},
         .button = std::nullopt},
        {.name = "kitchen",
         .title = {"Diets"},
         .contents = {"What is eaten, by table and in all; names only where there is an allergy."},
         .file_name = {"kitchen"},
         .formats = {csv<of_state<kitchen_table>>, json<of_state<kitchen_table>>},
         .button = ExportButton{"csv", {"Save diets"}}},
        {.name = "follow-up",
         .title = {"Follow-up"},
         .contents = {"What was promised, proposed and asked: who sees to it, by when, and the "
                      "answers."},
         .file_name = {"follow-up"},
         .formats = {csv<of_state<follow_up_table>>, json<of_state<follow_up_table>>},
         .button = std::nullopt},
        {.name = "operations",
         .title = {"Operations"},
         .contents = {"Everything that was recorded, operation by operation, for programs."},
         .file_name = {"operations"},
         .formats = {csv<operations_of>, json<operations_of>},
         .button = std::nullopt,
         .reads = ExportReads::operations},
    };
}

// "csv, json".
template <typename Named>
std::string names_of(const std::vector<Named>& all) {
    std::string names;
    for (const Named& each : all) {
        if (!names.empty()) names += ", ";
        names += each.name;
    }
    return names;
}

template <typename Named>
const Named *find_named(const std::vector<Named>& all, std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [name](const Named& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

const std::vector<ExportKind>& export_kinds() {
    static const std::vector<ExportKind> kinds = make_kinds();
    return kinds;
}

Result<ChosenExport> choose_export(std::string_view kind, std::string_view format) {
    ChosenExport chosen;
    chosen.kind = find_named(export_kinds(), kind);
    if (chosen.kind == nullptr) {
        return usage_error({"There is no export \"{}\". These exist: {}."}, kind,
                           names_of(export_kinds()));
    }
    const auto& formats = chosen.kind->formats;
    chosen.format = format.empty() ? &formats.front() : find_named(formats, format);
    if (chosen.format == nullptr) {
        return usage_error({"There is no format \"{}\". These exist: {}."}, format,
                           names_of(formats));
    }
    return chosen;
}

}  // namespace stormote
