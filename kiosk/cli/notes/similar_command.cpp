#include "kiosk/cli/notes/similar_command.h"

#include <algorithm>
#include <array>
#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sync/base/text_folding.h"
#include "sync/report/similar/similar_notes.h"

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

// As they stand now, in the order in which the notes were begun.
std::vector<const NoteWritten *> proposals_of(const EventState& state) {
    std::vector<const NoteWritten *> proposals;
    for (const auto& [id, note] : state.notes()) {
        for (const NoteVersion *head : note.heads(state.device_table())) {
            const NoteWritten& content = head->content;
            if (content.kind == NoteKind::proposal && content.state != NoteState::withdrawn)
                proposals.push_back(&content);
        }
    }
    return proposals;
}

void write_json(const std::vector<SimilarGroup>& groups,
                const std::vector<const NoteWritten *>& proposals, std::ostream& out) {
    auto json = nlohmann::ordered_json::array();
    for (const SimilarGroup& group : groups) {
        auto notes = nlohmann::ordered_json::array();
        for (const std::size_t member : group.members) {
            const NoteWritten& note = *proposals[member];
            notes.push_back({{"note", to_string(note.note)},
                             {"question", note.question},
                             {"group", note.group},
                             {"text", note.text}});
        }
        json.push_back({{"shared", group.shared}, {"notes", std::move(notes)}});
    }
    out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

void write_lines(const std::vector<SimilarGroup>& groups,
                 const std::vector<const NoteWritten *>& proposals, const CommandContext& context) {
    const Texts& texts = context.texts;
    if (groups.empty()) context.out << texts.get(Sentence{"No two proposals are alike."}) << '\n';
    for (const SimilarGroup& group : groups) {
        context.out << texts.get(Sentence{"In common: {}"},
                                 fmt::format("{}", fmt::join(group.shared, ", ")))
                    << '\n';
        for (const std::size_t member : group.members) {
            const NoteWritten& note = *proposals[member];
            context.out << "  "
                        << texts.get(Sentence{"Group {}: {}"}, note.group, trim_text(note.text))
                        << '\n';
        }
    }
}

Result<> find(const SimilarOptions& options, CommandContext& context) {
    const auto language = language_of(options.language);
    if (!language) return language.error();
    const auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    const auto proposals = proposals_of(desk.value()->state());
    std::vector<std::string_view> texts;
    for (const NoteWritten *proposal : proposals) texts.emplace_back(proposal->text);
    const auto groups = find_similar(texts, *language);
    if (options.is_json) {
        write_json(groups, proposals, context.out);
    } else {
        write_lines(groups, proposals, context);
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
