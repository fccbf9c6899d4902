// note: logs a note of a group.
#include <array>
#include <iostream>

#include <fmt/format.h>

#include "kiosk/cli/command.h"
#include "kiosk/lists/field_limits.h"
#include "sync/base/text_folding.h"
#include "sync/model/agenda.h"

namespace stormote {

namespace {

struct NoteOptions {
    EventArgument event;
    GroupNumber group = 0;
    QuestionNumber question = 0;
    std::string kind;
    std::string text;
};

Result<NoteKind> kind_of_note(const std::string& text) {
    constexpr std::array kinds = {
        std::pair{"point", NoteKind::point}, std::pair{"proposal", NoteKind::proposal},
        std::pair{"question", NoteKind::question}, std::pair{"commitment", NoteKind::commitment}};
    for (const auto& [name, kind] : kinds) {
        if (text == name) return kind;
    }
    return usage_error({"There is no kind \"{}\". These exist: {}."}, text,
                       "point, proposal, question, commitment");
}

std::string join_numbers(const std::vector<int>& numbers) {
    std::string words;
    for (const int number : numbers) words += (words.empty() ? "" : ", ") + std::to_string(number);
    return words;
}

Result<> check_place(const EventState& state, const NoteOptions& options) {
    if (state.groups().empty()) {
        return input_error({"The event has no groups yet. \"stormote groups\" makes them."});
    }
    if (!state.groups().contains(options.group)) {
        std::vector<int> groups;
        for (const auto& [number, fields] : state.groups()) groups.push_back(number);
        return input_error({"There is no group {}. These exist: {}."}, options.group,
                           join_numbers(groups));
    }
    std::vector<int> questions;
    for (const AgendaQuestion& question : agenda_questions(state)) {
        questions.push_back(question.number);
    }
    if (questions.empty()) {
        return input_error(
            {"The event has no questions yet. \"stormote import-agenda\" reads them."});
    }
    if (std::find(questions.begin(), questions.end(), options.question) == questions.end()) {
        return input_error({"There is no question {}. These exist: {}."}, options.question,
                           join_numbers(questions));
    }
    return Done{};
}

Result<> write_note(const NoteOptions& options, CommandContext& context) {
    const auto kind = kind_of_note(options.kind);
    if (!kind) return kind.error();
    if (auto checked = check_text("TEXT", options.text); !checked) return checked;
    if (trim_text(options.text).empty()) return input_error({"The note is empty."});
    if (const auto length = excess_length(options.text, FieldLimits::note)) {
        return input_error({"The note is longer than {} characters: it has {}. Split it."},
                           FieldLimits::note, *length);
    }
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    if (auto checked = check_place(desk.value()->state(), options); !checked) return checked;
    const NoteId id = desk.value()->write_note(
        {options.group, options.question, *kind, options.text}, {ActingRole::organiser});
    context.out << to_string(id) << '\n';
    return Done{};
}

}  // namespace

void add_note_command(CommandLine& line) {
    Subcommand command = line.add("note", {"Logs a note of a group and prints its id."},
                                  "stormote note mote.stormote --group 4 --question 1 --kind "
                                  "proposal \"En gemensam kalender\"");
    auto& options = command.runs(write_note);
    options.event.add_to(command);
    command.option("--group", options.group, {"The group's number."}, Need::required);
    command.option("--question", options.question, {"The question's number."}, Need::required);
    command.option("--kind", options.kind, {"point, proposal, question or commitment."},
                   Need::required);
    command.option("TEXT", options.text, {"What was said."}, Need::required);
}

}  // namespace stormote
