#include "kiosk/cli/personal/personal_commands.h"

#include "kiosk/cli/command.h"
#include "kiosk/desk/personal/data_survey.h"
#include "kiosk/desk/retention/purge.h"
#include "kiosk/documents/export_file.h"
#include "kiosk/documents/personal/personal_data_files.h"
#include "kiosk/documents/personal/remaining_data.h"
#include "kiosk/documents/user_folders.h"

namespace stormote {

namespace {

struct DataOptions {
    EventArgument event;
    std::string attendee;
    std::string pdf;
    bool is_remaining = false;
};

Result<> show_remaining(const DataOptions& options, CommandContext& context) {
    if (!options.pdf.empty()) return usage_error({"--pdf is for the data of one person."});
    const auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    const EventState& state = desk.value()->state();
    PurgePreview preview =
        preview_purge(*desk.value(), {state.setting(SettingField::keep_decision), ""});
    RemainingData data{
        std::move(preview.rows), std::move(preview.unmet), survey_data(*desk.value()).places, {}};
    for (const auto& file :
         find_export_files(state, context.texts, find_user_folders(FolderUse::read))) {
        data.files.push_back(file.string());
    }
    context.out << write_remaining_json(data, state.settings());
    return Done{};
}

Result<> show_data(const DataOptions& options, CommandContext& context) {
    if (options.is_remaining) return show_remaining(options, context);
    if (options.attendee.empty()) {
        return usage_error(
            {"Say whose data, by --attendee ID, or --remaining for what is left of "
             "everybody's."});
    }
    const auto id = parse_id<AttendeeId>(options.attendee);
    if (!id) return unknown_attendee(options.attendee);
    const auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    const EventState& state = desk.value()->state();
    const DataSurvey survey = survey_data(*desk.value());
    const auto data = gather_personal_data({state, survey.operations, survey.places}, *id);
    if (!data) return unknown_attendee(options.attendee);
    if (!options.pdf.empty()) {
        auto written =
            write_result(context, options.pdf,
                         write_personal_pdf(*data, state, context.clock.wall_ms(), context.texts));
        if (!written || options.pdf == "-") return written;
    }
    context.out << write_personal_json(*data);
    return Done{};
}

void add_data(CommandLine& line) {
    Subcommand command = line.add(
        "personal-data",
        {"Gives everything that is held about a person, as JSON and, to hand over, as a PDF."},
        "stormote personal-data mote.stormote --attendee ID --pdf utdrag.pdf");
    auto& options = command.runs(show_data);
    options.event.add_to(command);
    command.option("--attendee", options.attendee, {"The attendee's id."});
    command.option("--pdf", options.pdf,
                   {"Writes it into this PDF, too, for the person who asked; - is standard output, "
                    "instead of the JSON."});
    command.flag("--remaining", options.is_remaining,
                 {"Of everybody: how many documents of which kind are left, how long they are "
                  "kept, what stands in the way of destroying what is due, and where it lies."});
    command.exclude("--attendee", "--remaining");
}

}  // namespace

void add_personal_commands(CommandLine& line) {
    add_data(line);
}

}  // namespace stormote
