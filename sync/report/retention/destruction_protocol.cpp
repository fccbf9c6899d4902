#include "sync/report/retention/destruction_protocol.h"

#include <algorithm>

#include "sync/model/presence.h"

namespace stormote {

namespace {

// What a newer version destroys has no word here.
std::optional<Word> kind_word(std::string_view stored) {
    const auto kinds = document_kinds();
    const auto found =
        std::find_if(kinds.begin(), kinds.end(),
                     [stored](const DocumentKindWords& kind) { return kind.stored == stored; });
    if (found == kinds.end()) return std::nullopt;
    return Word{found->stored.data(), found->words};
}

}  // namespace

std::vector<DestructionEntry> destruction_entries(const EventState& state) {
    std::vector<const OrganiserStatement<RecordPurged> *> purges;
    for (const auto& [place, purge] : state.purges()) {
        // One that only names what another had no room for states nothing.
        if (!purge.content.counts.empty()) purges.push_back(&purge);
    }
    std::sort(purges.begin(), purges.end(), [&state](const auto *left, const auto *right) {
        return left->stamp.is_before(right->stamp, state.device_table());
    });
    std::vector<DestructionEntry> entries;
    for (const auto *purge : purges) {
        DestructionEntry entry{&purge->content,
                               corrected_ms(state, purge->stamp, purge->wall_ms),
                               &state.device_at(purge->stamp.device()),
                               {}};
        for (const DestroyedCount& destroyed : purge->content.counts) {
            if (const auto word = kind_word(destroyed.kind)) {
                entry.documents.push_back({*word, destroyed.count});
            }
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

Table destruction_table(const EventState& state) {
    Table table;
    table.columns = {
        {"destroyed", {"Destroyed"}}, {"decision", {"Decision"}},     {"by", {"By whom"}},
        {"device", {"Device"}},       {"kind", {"Kind of document"}}, {"count", {"Count"}}};
    for (const DestructionEntry& entry : destruction_entries(state)) {
        for (const DestroyedDocuments& documents : entry.documents) {
            table.rows.push_back({Instant{entry.destroyed_ms}, text_cell(entry.content->decision),
                                  text_cell(entry.content->by), text_cell(entry.device->name),
                                  documents.kind, documents.count});
        }
    }
    return table;
}

}  // namespace stormote
