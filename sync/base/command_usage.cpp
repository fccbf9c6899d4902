#include "sync/base/command_usage.h"

#include <algorithm>
#include <numeric>
#include <ostream>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "sync/base/version.h"

namespace stormote {

namespace {

// How many letters have to be put in, taken away or replaced (Levenshtein).
std::size_t edit_distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (const char letter : left) {
        std::size_t diagonal = row.front()++;
        for (std::size_t i = 0; i < right.size(); ++i) {
            const std::size_t replaced = diagonal + (letter == right[i] ? 0 : 1);
            diagonal = row[i + 1];
            row[i + 1] = std::min({replaced, diagonal + 1, row[i] + 1});
        }
    }
    return row.back();
}

std::vector<std::string> names_of(const std::vector<const CLI::App *>& commands) {
    std::vector<std::string> names;
    names.reserve(commands.size());
    for (const CLI::App *command : commands) names.push_back(command->get_name());
    return names;
}

std::string join_texts(const std::vector<std::string>& texts, std::string_view separator) {
    std::string joined;
    for (const std::string& text : texts) {
        if (!joined.empty()) joined += separator;
        joined += text;
    }
    return joined;
}

// The command that was called, of "stormote-web user add" the last word.
const CLI::App& innermost(const CLI::App& program) {
    const auto called = program.get_subcommands();
    return called.empty() ? program : innermost(*called.front());
}

bool has_unknown_command(const CLI::App& program, const std::vector<std::string>& unknown) {
    return program.get_subcommands().empty() && !program.get_subcommands({}).empty() &&
           !unknown.empty() && !unknown.front().starts_with('-');
}

Error unknown_command(const CLI::App& program, const std::string& word) {
    const std::vector<std::string> names = names_of(program.get_subcommands({}));
    const auto nearest =
        std::min_element(names.begin(), names.end(), [&word](const auto& left, const auto& right) {
            return edit_distance(word, left) < edit_distance(word, right);
        });
    return usage_error({"There is no command \"{}\". The nearest is \"{}\"."}, word, *nearest);
}

// "--key" of "--key requires --certificate"; the whole where the parser says it in another way.
std::string before(const std::string& text, std::string_view mark) {
    return text.substr(0, text.find(mark));
}
std::string after(const std::string& text, std::string_view mark) {
    const std::size_t place = text.find(mark);
    return place == std::string::npos ? text : text.substr(place + mark.size());
}

Error wrong_call(const CLI::App& program, const CLI::ParseError& error) {
    const std::string problem = error.what();
    const std::vector<std::string> unknown = program.remaining(true);
    const bool lacks_command = problem == "A subcommand is required";
    const CLI::App& called = innermost(program);
    if (has_unknown_command(called, unknown)) return unknown_command(called, unknown.front());
    const auto code = static_cast<CLI::ExitCodes>(error.get_exit_code());
    if (code == CLI::ExitCodes::ExtrasError || (lacks_command && !unknown.empty())) {
        return usage_error({"Unknown option or argument: {}"}, join_texts(unknown, " "));
    }
    if (lacks_command) {
        return usage_error({"The command is missing. These exist: {}"},
                           join_texts(names_of(called.get_subcommands({})), ", "));
    }
    if (code == CLI::ExitCodes::RequiredError && problem.ends_with(" is required")) {
        return usage_error({"Missing: {}"}, before(problem, " is required"));
    }
    if (code == CLI::ExitCodes::RequiresError) {
        return usage_error({"{} needs {}, too."}, before(problem, " requires "),
                           after(problem, " requires "));
    }
    if (code == CLI::ExitCodes::ExcludesError) {
        return usage_error({"{} and {} cannot be given together."}, before(problem, " excludes "),
                           after(problem, " excludes "));
    }
    if (code == CLI::ExitCodes::ArgumentMismatch && problem.ends_with(" missing")) {
        return usage_error({"{} needs a value."}, before(problem, ": "));
    }
    if (code == CLI::ExitCodes::ConversionError && problem.starts_with("Could not convert: ")) {
        const std::string option = after(problem, ": ");
        return usage_error({"{} is not a valid value for {}."}, after(option, " = "),
                           before(option, " = "));
    }
    return usage_error({"Wrong usage: {}"}, problem);
}

}  // namespace

void set_up_command(CLI::App& program, const Texts& texts) {
    const auto text = [&texts](Sentence sentence) { return texts.get(sentence); };
    program.option_defaults()->group(text(Sentence{"Options"}));
    program.set_help_flag("-h,--help", text(Sentence{"Shows this help."}));
    program.set_version_flag("--version", program.get_name() + " " + std::string(project_version()),
                             text(Sentence{"Shows the version."}));
    program.group(text(Sentence{"Commands"}));
    const auto formatter = program.get_formatter();
    formatter->label("Usage", text(Sentence{"Usage"}));
    formatter->label("OPTIONS", text(Sentence{"OPTIONS"}));
    formatter->label("SUBCOMMAND", text(Sentence{"COMMAND"}));
    formatter->label("Positionals", text(Sentence{"Arguments"}));
    formatter->label("REQUIRED", text(Sentence{"(required)"}));
    formatter->label("Excludes", text(Sentence{"Not together with"}));
    formatter->label("Needs", text(Sentence{"Only together with"}));
    for (const char *type : {"INT", "UINT"}) formatter->label(type, text(Sentence{"NUMBER"}));
}

CLI::App& add_command(CLI::App& program, const std::string& name, Sentence purpose,
                      const std::string& example, const Texts& texts) {
    CLI::App *command = program.add_subcommand(name, texts.get(purpose));
    command->footer(texts.get(Sentence{"Example:"}) + "\n  " + example + "\n");
    // Its own, so that it stands among the command's other options.
    command->set_help_flag("-h,--help", texts.get(Sentence{"Shows this help."}));
    command->fallthrough();
    return *command;
}

int answer_unparsed(const CLI::App& program, const CLI::ParseError& error, const Texts& texts,
                    std::ostream& out, std::ostream& messages) {
    // Help on a command that does not exist is no help.
    if (error.get_exit_code() == 0 &&
        !has_unknown_command(innermost(program), program.remaining(true))) {
        program.exit(error, out, messages);
        return 0;
    }
    messages << program.get_name() << ": " << texts.get(wrong_call(program, error)) << '\n';
    say_where_help_is(program, texts, messages);
    return 2;
}

void say_where_help_is(const CLI::App& program, const Texts& texts, std::ostream& messages) {
    std::string help = program.get_name() + " ";
    for (auto called = program.get_subcommands(); !called.empty();
         called = called.front()->get_subcommands()) {
        help += called.front()->get_name() + " ";
    }
    messages << texts.get(Sentence{"More with: {}"}, help + "--help") << std::endl;
}

}  // namespace stormote
