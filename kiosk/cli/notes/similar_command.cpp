#include "kiosk/cli/notes/similar_command.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sync/base/text_folding.h"
#include "sync/report/published_notes.h"
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

// As they are published, each once; of versions in conflict the first.
std::vector<PublishedNote> proposals_of(const EventState& state) {
    std::vector<PublishedNote> proposals;
    std::set<NoteId> known;
    for (PublishedNote& note : published_notes(state)) {
        if (note.kind != NoteKind::proposal || !known.insert(note.id).second) continue;
        proposals.push_back(std::move(note));
    }
    return proposals;
}

bool says_apart(const EventState& state, const NoteId& one, const NoteId& other) {
    const LatestFields *known = state.note_descriptions().find_written(one);
    if (known == nullptr) return false;
    const std::string& apart = known->get(FollowUpField::different_from);
    return apart.find(to_string(other)) != std::string::npos;
}

// Whether somebody has said of two of their notes that they are not the same.
bool are_parted(const EventState& state, const PublishedNote& left, const PublishedNote& right) {
    const auto& descriptions = state.note_descriptions();
    for (const NoteId& one : descriptions.records_of(left.id)) {
        for (const NoteId& other : descriptions.records_of(right.id)) {
            if (says_apart(state, one, other) || says_apart(state, other, one)) return true;
        }
    }
    return false;
}

// The groups again, with none in which two have been parted; what then is alone is left out.
std::vector<SimilarGroup> without_parted(const EventState& state,
                                         const std::vector<PublishedNote>& proposals,
                                         const std::vector<SimilarGroup>& groups) {
    std::vector<SimilarGroup> kept;
    for (const SimilarGroup& group : groups) {
        std::vector<SimilarGroup> parts;
        for (const std::size_t member : group.members) {
            const auto part =
                std::find_if(parts.begin(), parts.end(), [&](const SimilarGroup& candidate) {
                    return std::none_of(
                        candidate.members.begin(), candidate.members.end(), [&](std::size_t other) {
                            return are_parted(state, proposals[member], proposals[other]);
                        });
                });
            if (part == parts.end()) {
                parts.push_back({{member}, group.shared});
            } else {
                part->members.push_back(member);
            }
        }
        std::copy_if(parts.begin(), parts.end(), std::back_inserter(kept),
                     [](const SimilarGroup& part) { return part.members.size() > 1; });
    }
    return kept;
}

void write_json(const std::vector<SimilarGroup>& groups,
                const std::vector<PublishedNote>& proposals, std::ostream& out) {
    auto json = nlohmann::ordered_json::array();
    for (const SimilarGroup& group : groups) {
        auto notes = nlohmann::ordered_json::array();
        for (const std::size_t member : group.members) {
            const PublishedNote& note = proposals[member];
            notes.push_back({{"note", to_string(note.id)},
                             {"question", note.question},
                             {"group", note.group},
                             {"text", note.text}});
        }
        json.push_back({{"shared", group.shared}, {"notes", std::move(notes)}});
    }
    out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

void write_lines(const std::vector<SimilarGroup>& groups,
                 const std::vector<PublishedNote>& proposals, const CommandContext& context) {
    const Texts& texts = context.texts;
    if (groups.empty()) context.out << texts.get(Sentence{"No two proposals are alike."}) << '\n';
    for (const SimilarGroup& group : groups) {
        context.out << texts.get(Sentence{"In common: {}"},
                                 fmt::format("{}", fmt::join(group.shared, ", ")))
                    << '\n';
        for (const std::size_t member : group.members) {
            const PublishedNote& note = proposals[member];
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
    const EventState& state = desk.value()->state();
    const std::vector<PublishedNote> proposals = proposals_of(state);
    std::vector<std::string_view> texts;
    for (const PublishedNote& proposal : proposals) texts.emplace_back(proposal.text);
    const auto groups = without_parted(state, proposals, find_similar(texts, *language));
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
