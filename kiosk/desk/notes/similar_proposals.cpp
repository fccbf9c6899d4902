#include "kiosk/desk/notes/similar_proposals.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

#include "sync/report/similar/similar_notes.h"

namespace stormote {

namespace {

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

}  // namespace

std::vector<SimilarProposals> similar_proposals(const EventState& state, NoteLanguage language) {
    const std::vector<PublishedNote> proposals = proposals_of(state);
    std::vector<std::string_view> texts;
    for (const PublishedNote& proposal : proposals) texts.emplace_back(proposal.text);
    std::vector<SimilarProposals> similar;
    for (SimilarGroup& group : without_parted(state, proposals, find_similar(texts, language))) {
        SimilarProposals& alike = similar.emplace_back();
        alike.shared = std::move(group.shared);
        for (const std::size_t member : group.members) alike.notes.push_back(proposals[member]);
    }
    return similar;
}

}  // namespace stormote
