#include "kiosk/cli/guide/guide_command.h"

#include <fmt/format.h>

#include "kiosk/cli/command.h"
#include "kiosk/documents/papers/guide.h"
#include "kiosk/documents/pdf/document_pdf.h"

namespace stormote {

namespace {

struct GuideOptions {
    std::string name;
    std::string file;
};

Result<> write_guide(const GuideOptions& options, CommandContext& context) {
    const auto guide = read_guide(options.name, context.texts);
    if (!guide) return guide.error();
    if (!guide->missing_pictures.empty()) {
        context.say({"Left out, since these programs were built without the tests, which draw "
                     "them: {} pictures."},
                    guide->missing_pictures.size());
    }
    return write_result(context, options.file, write_pdf(guide->document));
}

}  // namespace

void add_guide_command(CommandLine& line) {
    Subcommand command = line.add("guide",
                                  {"Writes a sheet for those who work on the evening, or the "
                                   "handbook of the whole, as a PDF to print."},
                                  "stormote guide steward -o steward.pdf");
    auto& options = command.runs(write_guide);
    command.option("GUIDE", options.name,
                   {"Which: steward (at the door), facilitator, organiser, or handbook."},
                   Need::required);
    command.option("-o,--output", options.file, {"The file to write; - is standard output."},
                   Need::required);
}

}  // namespace stormote
