#include "kiosk/documents/export_registry.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "kiosk/documents/group_posters.h"
#include "kiosk/documents/paper_formats.h"
#include "kiosk/documents/papers/note_tables.h"
#include "kiosk/documents/public_table.h"
#include "kiosk/documents/spreadsheet/statistics_sheets.h"
#include "kiosk/documents/spreadsheet/table_writers.h"
#include "kiosk/documents/spreadsheet/xlsx_writer.h"
#include "sync/report/audit_table.h"
#include "sync/report/event_tables.h"
#include "sync/report/follow_up.h"
#include "sync/report/kitchen_table.h"
#include "sync/report/message_tables.h"
#include "sync/report/organisation_tables.h"
#include "sync/report/organisation_visits.h"
#include "sync/report/retention/destruction_protocol.h"
#include "sync/report/statistics/statistics.h"
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

// The kind of which a function writes one of the formats.
const ExportKind& kind_written_by(Result<std::string> (*write)(const ExportSource&)) {
    const std::vector<ExportKind>& kinds = export_kinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [write](const ExportKind& kind) {
        return std::any_of(kind.formats.begin(), kind.formats.end(),
                           [write](const ExportFormat& format) { return format.write == write; });
    });
    assert(found != kinds.end());
    return *found;
}

// A spreadsheet of the sheets that a function makes; what the kind is stands on its last one.
template <std::vector<TableSheet> (*make)(const ExportSource&)>
Result<std::string> write_workbook(const ExportSource& source) {
    const ExportKind& kind = kind_written_by(&write_workbook<make>);
    return write_xlsx(make(source), {source.state, kind.title, kind.contents}, source.texts);
}

// The sheet of a table alone is called as the kind is.
template <Table (*make)(const ExportSource&)>
Result<std::string> write_one_sheet(const ExportSource& source) {
    const ExportKind& kind = kind_written_by(&write_one_sheet<make>);
    return write_xlsx({{source.texts.get(kind.title), make(source)}},
                      {source.state, kind.title, kind.contents}, source.texts);
}
template <Table (*make)(const ExportSource&)>
constexpr ExportFormat xlsx{"xlsx", &write_one_sheet<make>};

template <std::vector<TableSheet> (*make)(const ExportSource&)>
constexpr ExportFormat xlsx_of_sheets{"xlsx", &write_workbook<make>};

// Pages to print, by the function that draws them.
template <Result<std::string> (*draw)(const EventState&, const Texts&)>
constexpr ExportFormat pdf{
    "pdf", [](const ExportSource& source) { return draw(source.state, source.texts); }};

constexpr ExportFormat signs_pdf{"pdf", [](const ExportSource& source) -> Result<std::string> {
                                     return draw_table_signs(source.state, source.texts,
                                                             source.table_codes);
                                 }};

bool is_public(const ExportSource& source) {
    return source.plan.audience == Audience::everybody;
}

template <Table (*table)(const EventState&)>
Table of_state(const ExportSource& source) {
    return is_public(source) ? without_names(table(source.state)) : table(source.state);
}

// What has a table of its own for everybody.
template <Table (*internal)(const EventState&), Table (*everybodys)(const EventState&)>
Table by_audience(const ExportSource& source) {
    return is_public(source) ? everybodys(source.state) : internal(source.state);
}
constexpr auto *notes_of = by_audience<notes_table, public_notes_table>;
constexpr auto *proposals_of = by_audience<proposals_table, public_proposals_table>;
constexpr auto *messages_of = by_audience<messages_table, public_messages>;

Table statistics_of(const ExportSource& source) {
    return statistics_table(count_events({&source.state}));
}

std::vector<TableSheet> sheets_of_statistics(const ExportSource& source) {
    return statistics_sheets(count_events({&source.state}), source.texts);
}

// One object with the same names as `stormote statistics --json`, not the rows of the table.
constexpr ExportFormat statistics_object{"json",
                                         [](const ExportSource& source) -> Result<std::string> {
                                             return write_json(count_events({&source.state}));
                                         }};

Table survey_of(const ExportSource& source) {
    return survey_table(compile_survey(source.state));
}

Table destructions_of(const ExportSource& source) {
    return destruction_table(source.state);
}

Table operations_of(const ExportSource& source) {
    return operations_table({source.operations.begin(), source.operations.end()});
}

Table audit_of(const ExportSource& source) {
    return audit_table(source.state, source.operations);
}

// The register, and a sheet for each organisation that came.
std::vector<TableSheet> organisation_sheets(const ExportSource& source) {
    std::vector<TableSheet> sheets{
        {source.texts.get({"Organisations"}), of_state<organisations_table>(source)}};
    if (is_public(source)) return sheets;
    for (OrganisationVisit& visit : organisation_visits(source.state)) {
        sheets.push_back({std::move(visit.organisation), std::move(visit.table)});
    }
    return sheets;
}

// Who came.
std::vector<ExportKind> kinds_of_people() {
    return {
        {.name = "attendance",
         .title = {"Attendance"},
         .contents = {"Who came, when, from which organisation, and in which group."},
         .file_name = {"attendance"},
         .formats = {csv<of_state<attendance_table>>, json<of_state<attendance_table>>,
                     xlsx<of_state<attendance_table>>, paper_pdf<attendance_paper>},
         .button = ExportButton{"xlsx", {"Save attendance"}},
         .public_version = PublicVersion::none,
         .archived_as = DocumentKind::registrations,
         .table = of_state<attendance_table>},
        {.name = "people-here",
         .title = {"Who is still here?"},
         .contents = {"Everybody who is in the room, by family name, with group and table: for an "
                      "alarm, and for whoever locks up."},
         .file_name = {"people-here"},
         .formats = {paper_pdf<people_here_paper>},
         .button = ExportButton{"pdf", {"Save who is here"}},
         .public_version = PublicVersion::none},
        {.name = "statistics",
         .title = {"Statistics"},
         .contents = {"Numbers without names: organisations, people, sectors."},
         .file_name = {"statistics"},
         .formats = {csv<statistics_of>, statistics_object, xlsx_of_sheets<sheets_of_statistics>,
                     paper_pdf<statistics_paper>},
         .button = ExportButton{"xlsx", {"Save statistics"}},
         .public_version = PublicVersion::same,
         .archived_as = DocumentKind::statistics,
         .table = statistics_of},
    };
}

// What was said at the tables.
std::vector<ExportKind> kinds_of_notes() {
    return {
        {.name = "notes",
         .title = {"Notes"},
         .contents = {"Every note, by question and group."},
         .file_name = {"notes"},
         .formats = {csv<notes_of>, json<notes_of>, xlsx<notes_of>, docx<notes_paper>,
                     paper_pdf<notes_paper>},
         .button = ExportButton{"xlsx", {"Save notes"}},
         .texts = {public_note_texts},
         .archived_as = DocumentKind::notes,
         .table = notes_of},
        {.name = "proposals",
         .title = {"Proposals"},
         .contents = {"The proposals alone, by question and group."},
         .file_name = {"proposals"},
         .formats = {csv<proposals_of>, json<proposals_of>, xlsx<proposals_of>,
                     docx<proposals_paper>, paper_pdf<proposals_paper>},
         .button = ExportButton{"xlsx", {"Save proposals"}},
         .texts = {public_note_texts},
         .archived_as = DocumentKind::proposals,
         .table = proposals_of},
        {.name = "compilation",
         .title = {"Compilation"},
         .contents = {"To read and to publish: who took part in numbers, what was said, and every "
                      "proposal, commitment and question."},
         .file_name = {"compilation"},
         .formats = {paper_pdf<compilation_paper>, docx<compilation_paper>,
                     markdown<compilation_paper>},
         .button = ExportButton{"docx", {"Save the compilation"}, Audience::everybody},
         .anonymous_answers = AnonymousAnswers::included,
         .has_parts = true,
         .texts = {public_note_texts, public_survey_texts},
         .archived_as = DocumentKind::compilation},
    };
}

// For the walls and the tables.
std::vector<ExportKind> kinds_of_rooms() {
    return {
        {.name = "groups",
         .title = {"Groups"},
         .contents = {"For the wall: every group with its table and its people."},
         .file_name = {"groups"},
         .formats = {csv<of_state<groups_table>>, json<of_state<groups_table>>,
                     xlsx<of_state<groups_table>>, pdf<draw_group_poster>},
         .button = ExportButton{"pdf", {"Save groups"}},
         .public_version = PublicVersion::none,
         .archived_as = DocumentKind::registrations,
         .table = of_state<groups_table>},
        {.name = "signs",
         .title = {"Table signs"},
         .contents = {"A sheet for each table: its number, who leads it, the questions, and where "
                      "the pages' address is set a code for phones."},
         .file_name = {"table-signs"},
         .formats = {signs_pdf},
         .button = ExportButton{"pdf", {"Save table signs"}},
         .public_version = PublicVersion::none},
    };
}

// What people left on their way out.
std::vector<ExportKind> kinds_of_messages() {
    return {
        {.name = "survey",
         .title = {"Survey"},
         .contents = {"The answers as bars and in people's own words. Read them before you "
                      "publish."},
         .file_name = {"survey"},
         .formats = {csv<survey_of>, json<survey_of>, xlsx<survey_of>, paper_pdf<survey_paper>},
         .button = ExportButton{"pdf", {"Save the survey"}},
         .anonymous_answers = AnonymousAnswers::included,
         .public_version = PublicVersion::same,
         .texts = {public_survey_texts},
         .archived_as = DocumentKind::anonymous_answers,
         .table = survey_of},
        {.name = "messages",
         .title = {"Messages"},
         .contents = {"What people wrote before they went, signed or not."},
         .file_name = {"messages"},
         .formats = {csv<messages_of>, json<messages_of>, xlsx<messages_of>},
         .button = ExportButton{"xlsx", {"Save messages"}},
         .anonymous_answers = AnonymousAnswers::included,
         .texts = {public_message_texts},
         .archived_as = DocumentKind::signed_comments,
         .table = messages_of},
        {.name = "contacts",
         .title = {"Contacts"},
         .contents = {"Who wants to be contacted, by which department, and how."},
         .file_name = {"contacts"},
         .formats = {csv<of_state<contacts_table>>, json<of_state<contacts_table>>,
                     xlsx<of_state<contacts_table>>},
         .button = ExportButton{"xlsx", {"Save contacts"}},
         .public_version = PublicVersion::none,
         .archived_as = DocumentKind::contact_requests,
         .table = of_state<contacts_table>},
        {.name = "joined",
         .title = {"Joined"},
         .contents = {"The associations that have joined the agreement, and who declared it."},
         .file_name = {"joined"},
         .formats = {csv<of_state<joined_table>>, json<of_state<joined_table>>,
                     xlsx<of_state<joined_table>>},
         .button = ExportButton{"xlsx", {"Save the joined list"}},
         .archived_as = DocumentKind::joinings,
         .table = of_state<joined_table>},
    };
}

// Whom the municipality knows, and what they need.
std::vector<ExportKind> kinds_of_registers() {
    return {
        {.name = "organisations",
         .title = {"Organisations"},
         .contents = {"The register: sectors, other names, contact persons, seats, and how many "
                      "came."},
         .file_name = {"organisations"},
         .formats = {csv<of_state<organisations_table>>, json<of_state<organisations_table>>,
                     xlsx_of_sheets<organisation_sheets>, paper_pdf<organisations_paper>},
         .button = std::nullopt,
         .archived_as = DocumentKind::registrations,
         .table = of_state<organisations_table>},
        {.name = "certificates",
         .title = {"Certificates"},
         .contents = {"A page to sign for each person who came, or for each organisation."},
         .file_name = {"certificates"},
         .formats = {paper_pdf<certificates_paper>},
         .button = std::nullopt,
         .public_version = PublicVersion::none,
         .has_holders = true},
        {.name = "duties",
         .title = {"Duties"},
         .contents = {"Who is in a working group, a consultation and the like, and how to reach "
                      "them."},
         .file_name = {"duties"},
         .formats = {csv<of_state<duties_table>>, json<of_state<duties_table>>,
                     xlsx<of_state<duties_table>>},
         .button = std::nullopt,
         .public_version = PublicVersion::none,
         .archived_as = DocumentKind::registrations,
         .table = of_state<duties_table>},
        {.name = "kitchen",
         .title = {"Diets"},
         .contents = {"What is eaten, by table and in all; names only where there is an allergy."},
         .file_name = {"kitchen"},
         .formats = {csv<of_state<kitchen_table>>, json<of_state<kitchen_table>>,
                     xlsx<of_state<kitchen_table>>},
         .button = ExportButton{"xlsx", {"Save diets"}},
         .public_version = PublicVersion::none},
    };
}

// What becomes of it all, and the record itself.
std::vector<ExportKind> kinds_of_record() {
    return {
        {.name = "follow-up",
         .title = {"Follow-up"},
         .contents = {"What was promised, proposed and asked: who sees to it, by when, and the "
                      "answers."},
         .file_name = {"follow-up"},
         .formats = {csv<of_state<follow_up_table>>, json<of_state<follow_up_table>>,
                     xlsx<of_state<follow_up_table>>},
         .button = std::nullopt,
         .public_version = PublicVersion::none,
         .archived_as = DocumentKind::notes,
         .table = of_state<follow_up_table>},
        {.name = "audit",
         .title = {"Audit"},
         .contents = {"Who did what, when, and on which device, in plain words."},
         .file_name = {"audit"},
         .formats = {csv<audit_of>, json<audit_of>, xlsx<audit_of>},
         .button = std::nullopt,
         .reads = ExportReads::operations,
         .public_version = PublicVersion::none,
         .archived_as = DocumentKind::log,
         .table = audit_of},
        {.name = "protocol",
         .title = {"Destruction protocol"},
         .contents = {"What was destroyed by the keep table: kinds, numbers, decision, when and by "
                      "whom; nothing of what stood there."},
         .file_name = {"destruction-protocol"},
         .formats = {paper_pdf<destruction_paper>, docx<destruction_paper>,
                     markdown<destruction_paper>, csv<destructions_of>, json<destructions_of>,
                     xlsx<destructions_of>},
         .button = std::nullopt,
         .public_version = PublicVersion::same,
         .archived_as = DocumentKind::log,
         .table = destructions_of},
        {.name = "operations",
         .title = {"Operations"},
         .contents = {"Everything that was recorded, operation by operation, for programs."},
         .file_name = {"operations"},
         .formats = {csv<operations_of>, json<operations_of>},
         .button = std::nullopt,
         .reads = ExportReads::operations,
         .public_version = PublicVersion::none},
    };
}

}  // namespace

std::vector<ExportKind> make_export_kinds() {
    std::vector<ExportKind> kinds;
    for (const auto& kinds_of : {kinds_of_people, kinds_of_notes, kinds_of_rooms, kinds_of_messages,
                                 kinds_of_registers, kinds_of_record}) {
        std::vector<ExportKind> some = kinds_of();
        std::move(some.begin(), some.end(), std::back_inserter(kinds));
    }
    return kinds;
}

}  // namespace stormote
