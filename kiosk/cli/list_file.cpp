#include "kiosk/cli/list_file.h"

#include "kiosk/desk/lists/list_files.h"

namespace stormote {

Result<std::string> read_list_file(const std::string& file, const CommandContext& context) {
    if (file == "-") return read_list_stream(context.in);
    return read_list_file(std::filesystem::path(file));
}

void print_list_problems(const std::string& file, const ListProblems& problems,
                         const CommandContext& context) {
    for (const ListProblem& problem : problems) {
        std::string message = context.texts.get(problem.message);
        if (!problem.proposal.empty()) {
            message += ' ' + context.texts.get(Sentence{"Proposal: {}"}, problem.proposal);
        }
        if (problem.line == 0) {
            context.say({"{}: {}"}, file, message);
        } else if (!problem.record.empty()) {
            const std::string where = file + ", " + problem.record;
            context.say({"{}: {}"}, where,
                        problem.column.empty() ? message : problem.column + ": " + message);
        } else if (problem.column.empty()) {
            context.say({"{}, line {}: {}"}, file, problem.line, message);
        } else {
            context.say({"{}, line {}, column {}: {}"}, file, problem.line, problem.column,
                        message);
        }
    }
}

}  // namespace stormote
