#include "kiosk/cli/notes/similar_command.h"

#include <algorithm>
#include <array>
#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/desk/notes/similar_proposals.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

struct SimilarOptions {
    EventArgument event;
    std::string language = "sv";
    bool is_json = false;
};

Result<NoteLanguage> language_of(const std::string& tag) {
    constexpr std::array tags{"sv", "en", "fi"};
    if (std::find(tags.begin(), tags.end(), tag) != tags.end()) return note_language(tag);
    return usage_error({"Notes in \"{}\" cannot be compared. These can: {}."}, tag, "sv, en, fi");
}

void write_json(const std::vector<SimilarProposals>& groups, std::ostream& out) {
    auto json = nlohmann::ordered_json::array();
    for (const SimilarProposals& group : groups) {
        auto notes = nlohmann::ordered_json::array();
        for (const PublishedNote& note : group.notes) {
            notes.push_back({{"note", to_string(note.id)},
                             {"question", note.question},
                             {"group", note.group},
                             {"text", note.text}});
        }
        json.push_back({{"shared", group.shared}, {"notes", std::move(notes)}});
    }
    out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

void write_lines(const std::vector<SimilarProposals>& groups, const CommandContext& context) {
    const Texts& texts = context.texts;
    if (groups.empty()) context.out << texts.get(Sentence{"No two proposals are alike."}) << '\n';
    for (const SimilarProposals& group : groups) {
        context.out << texts.get(Sentence{"In common: {}"},
                                 fmt::format("{}", fmt::join(group.shared, ", ")))
                    << '\n';
        for (const PublishedNote& note : group.notes) {
            context.out << "  " << to_string(note.id) << "  "
                        << texts.get(Sentence{"Group {}: {}"},
                                     fmt::format("{}", fmt::join(note.groups, ", ")),
                                     trim_text(note.text))
                        << '\n';
        }
    }
}

Result<> find(const SimilarOptions& options, CommandContext& context) {
    const auto language = language_of(options.language);
    if (!language) return language.error();
    const auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    const auto groups = similar_proposals(desk.value()->state(), *language);
    if (options.is_json) {
        write_json(groups, context.out);
    } else {
        write_lines(groups, context);
    }
    return Done{};
}

}  // namespace

void add_similar_command(CommandLine& line) {
    Subcommand command =
        line.add("similar",
                 {"Lists proposals that probably ask for the same, with what they have in common. "
                  "Nothing is changed: whether they do is for somebody to say."},
                 "stormote similar mote.stormote");
    auto& options = command.runs(find);
    options.event.add_to(command);
    command.option("--notes-in", options.language,
                   {"The language of most notes: sv (the default), en or fi."});
    command.flag("--json", options.is_json, {"Answers as JSON."});
}

}  // namespace stormote
