#include "kiosk/cli/list_file.h"

#include <array>
#include <fstream>

#include "kiosk/lists/list_text.h"

namespace stormote {

namespace {

// No further than to show that it is larger than a list may be.
std::string read_to_end(std::istream& stream) {
    std::string bytes;
    std::array<char, 65536> part{};
    while (stream && bytes.size() <= most_list_bytes) {
        stream.read(part.data(), part.size());
        bytes.append(part.data(), static_cast<std::size_t>(stream.gcount()));
    }
    return bytes;
}

}  // namespace

Result<std::string> read_list_file(const std::string& file, const CommandContext& context) {
    if (file == "-") return read_to_end(context.in);
    std::error_code error;
    const auto kind = std::filesystem::status(file, error).type();
    if (kind == std::filesystem::file_type::not_found) {
        return input_error({"There is no file {}. Check the name and the folder."}, file);
    }
    if (kind == std::filesystem::file_type::directory) {
        return input_error({"{} is a folder. Name a file."}, file);
    }
    std::ifstream stream(file, std::ios::binary);
    std::string bytes = read_to_end(stream);
    if (!stream && !stream.eof()) {
        return machine_error({"{} cannot be opened. Check the name and that you may read it."},
                             file);
    }
    return bytes;
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
