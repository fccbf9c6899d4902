#include "kiosk/cli/personal/personal_commands.h"

#include "kiosk/cli/command.h"
#include "kiosk/desk/personal/data_survey.h"
#include "kiosk/documents/personal/personal_data_files.h"

namespace stormote {

namespace {

struct DataOptions {
    EventArgument event;
    std::string attendee;
    std::string pdf;
};

Result<> show_data(const DataOptions& options, CommandContext& context) {
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
    command.option("--attendee", options.attendee, {"The attendee's id."}, Need::required);
    command.option("--pdf", options.pdf,
                   {"Writes it into this PDF, too, for the person who asked; - is standard output, "
                    "instead of the JSON."});
}

}  // namespace

void add_personal_commands(CommandLine& line) {
    add_data(line);
}

}  // namespace stormote
