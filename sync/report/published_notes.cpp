#include "sync/report/published_notes.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "sync/model/presence.h"

namespace stormote {

namespace {

// A note with its versions that stand.
struct StandingNote {
    NoteId id;
    std::vector<const NoteVersion *> heads;
    bool is_in_conflict = false;
};

StandingNote standing(const EventState& state, const NoteId& id, const Note& note) {
    StandingNote found{id, note.heads(state.device_table()), false};
    found.is_in_conflict = found.heads.size() > 1;
    std::erase_if(found.heads, [](const NoteVersion *head) {
        return head->content.state == NoteState::withdrawn;
    });
    return found;
}

const LatestFields& description(const LatestFields *known) {
    static const LatestFields nothing;
    return known == nullptr ? nothing : *known;
}

// Those that say the same, by the note that they are; the root first, the others ascending.
std::map<NoteId, std::vector<StandingNote>> standing_notes(const EventState& state) {
    std::map<NoteId, std::vector<StandingNote>> roots;
    for (const auto& [id, note] : state.notes()) {
        StandingNote found = standing(state, id, note);
        if (found.heads.empty()) continue;
        const NoteId root = state.note_descriptions().root_of(id);
        auto& same = roots[root];
        same.insert(id == root ? same.begin() : same.end(), std::move(found));
    }
    return roots;
}

struct PlacedNote {
    PublishedNote note;
    std::string place;
};

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::size_t moment_digits = 12;  // of a Lamport counter, which is below 2^47

// Behind the last digit stand as many zeros as are asked for.
std::size_t digit_at(std::string_view place, std::size_t index) {
    return index < place.size() ? hex_digits.find(place[index]) : 0;
}

// What another version or a hostile device says instead counts for nothing.
bool is_rank(std::string_view text) {
    return !text.empty() && text.back() != '0' &&
           text.find_first_not_of(hex_digits) == std::string_view::npos;
}

// When a note was first written, in the order of the record.
std::string moment_of(const EventState& state, const Note& note) {
    const DeviceTable& devices = state.device_table();
    const auto first = std::min_element(note.versions.begin(), note.versions.end(),
                                        [&devices](const auto& left, const auto& right) {
                                            return left.stamp.is_before(right.stamp, devices);
                                        });
    std::string moment = fmt::format("{:0{}x}", first->stamp.lamport(), moment_digits);
    for (const std::uint8_t byte : devices.device(first->stamp.device()).value.bytes) {
        moment += hex_digits[byte >> 4];
        moment += hex_digits[byte & 15];
    }
    // A fraction has no zero at its end.
    return moment + '8';
}

std::vector<PlacedNote> place(const EventState& state, const std::vector<StandingNote>& same) {
    const StandingNote& lead = same.front();
    const NoteDescriptions& descriptions = state.note_descriptions();
    const LatestFields& own = description(descriptions.find_written(lead.id));
    PublishedNote note;
    note.id = lead.id;
    note.text = own.get(FollowUpField::wording);
    note.is_edited = !note.text.empty();
    note.is_in_conflict = lead.is_in_conflict;
    note.publication = publication_of(state, lead.id);
    note.follow_up = follow_up_of(state, description(descriptions.find(lead.id)));
    for (const StandingNote& one : same) {
        note.agreeing += agreeing_of(state, one.id);
        note.is_chosen = note.is_chosen || is_chosen(state, one.id);
        if (one.id != lead.id) note.same.push_back(one.id);
        for (const NoteVersion *head : one.heads) note.groups.push_back(head->content.group);
    }
    std::sort(note.groups.begin(), note.groups.end());
    note.groups.erase(std::unique(note.groups.begin(), note.groups.end()), note.groups.end());
    const std::string where = place_of_note(state, lead.id);
    std::vector<PlacedNote> placed;
    for (const NoteVersion *head : lead.heads) {
        PublishedNote version = note;
        version.question = head->content.question;
        version.group = head->content.group;
        version.kind = head->content.kind;
        version.original = head->content.text;
        if (!note.is_edited) version.text = version.original;
        version.written_ms = corrected_ms(state, head->stamp, head->wall_ms);
        placed.push_back({std::move(version), where});
    }
    // Whoever worded it has chosen: of what stands the newest is the original.
    if (note.is_edited) placed.erase(placed.begin(), placed.end() - 1);
    return placed;
}

}  // namespace

Publication publication_of(const EventState& state, const NoteId& id) {
    const NoteDescriptions& descriptions = state.note_descriptions();
    const auto is_withheld = [&descriptions](const NoteId& note) {
        return !description(descriptions.find_written(note)).get(FollowUpField::withheld).empty();
    };
    return is_withheld(id) || is_withheld(descriptions.root_of(id)) ? Publication::withheld
                                                                    : Publication::open;
}

int agreeing_of(const EventState& state, const NoteId& id) {
    const LatestFields& said = description(state.note_descriptions().find_written(id));
    const std::string& text = said.get(FollowUpField::agreeing);
    int count = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool is_count = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return is_count && count > 0 && count <= most_agreeing ? count : 0;
}

bool is_chosen(const EventState& state, const NoteId& id) {
    return !description(state.note_descriptions().find_written(id))
                .get(FollowUpField::chosen)
                .empty();
}

std::string place_of_note(const EventState& state, const NoteId& id) {
    const auto found = state.notes().find(id);
    if (found == state.notes().end()) return "";
    const std::string& rank =
        description(state.note_descriptions().find_written(id)).get(FollowUpField::rank);
    return is_rank(rank) ? rank : moment_of(state, found->second);
}

std::string place_between(std::string_view before, std::string_view behind) {
    assert(before < behind);
    constexpr std::size_t beyond = 16;
    std::string place;
    // Once the place is before the one that is behind it, every digit is.
    bool is_before = false;
    for (std::size_t i = 0;; ++i) {
        const std::size_t lower = digit_at(before, i);
        const std::size_t upper = is_before ? beyond : digit_at(behind, i);
        if (upper > lower + 1) return place + hex_digits[(lower + upper) / 2];
        place += hex_digits[lower];
        is_before = is_before || upper > lower;
    }
}

std::string place_behind(std::string_view before) {
    std::string next(before.substr(0, moment_digits));
    next.resize(moment_digits, '0');
    while (!next.empty() && next.back() == hex_digits.back()) next.pop_back();
    // No counter is so high.
    if (next.empty()) return std::string(before) + '8';
    next.back() = hex_digits[digit_at(next, next.size() - 1) + 1];
    return place_between(before, next);
}

std::vector<NoteId> notes_in_order(const EventState& state, GroupNumber group,
                                   QuestionNumber question) {
    std::vector<std::pair<std::string, NoteId>> placed;
    for (const auto& [id, note] : state.notes()) {
        const auto heads = note.heads(state.device_table());
        if (heads.empty()) continue;
        const NoteWritten& newest = heads.back()->content;
        if (newest.group != group || newest.question != question) continue;
        placed.emplace_back(place_of_note(state, id), id);
    }
    std::sort(placed.begin(), placed.end());
    std::vector<NoteId> notes;
    notes.reserve(placed.size());
    for (const auto& [place, id] : placed) notes.push_back(id);
    return notes;
}

std::optional<NoteId> published_with(const EventState& state, const NoteId& id) {
    if (state.note_descriptions().root_of(id) == id) return std::nullopt;
    for (const PublishedNote& note : published_notes(state)) {
        if (std::find(note.same.begin(), note.same.end(), id) != note.same.end()) return note.id;
    }
    return std::nullopt;
}

std::vector<PublishedNote> published_notes(const EventState& state) {
    std::vector<PlacedNote> placed;
    for (const auto& [root, same] : standing_notes(state)) {
        for (PlacedNote& note : place(state, same)) placed.push_back(std::move(note));
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto& left, const auto& right) {
        const auto where = [](const PlacedNote& one) {
            return std::tie(one.note.question, one.note.group, one.place, one.note.id);
        };
        return where(left) < where(right);
    });
    std::vector<PublishedNote> notes;
    notes.reserve(placed.size());
    for (PlacedNote& one : placed) notes.push_back(std::move(one.note));
    return notes;
}

std::vector<EarlierPublishedNote> earlier_published_notes(const EventState& state) {
    std::vector<EarlierPublishedNote> notes;
    for (const auto& [id, earlier] : state.earlier_notes()) {
        const EarlierNoteTold& content = earlier.content;
        const LatestFields& own = description(state.note_descriptions().find_written(id));
        const std::string& wording = own.get(FollowUpField::wording);
        notes.push_back({id, content.meeting, content.date, content.kind,
                         wording.empty() ? content.text : wording, publication_of(state, id),
                         follow_up_of(state, own)});
    }
    // Ids begin with the time at which each was said.
    std::sort(notes.begin(), notes.end(), [](const auto& left, const auto& right) {
        const auto place = [](const EarlierPublishedNote& note) {
            return std::tuple(note.date, note.follow_up.answer.empty(), note.id);
        };
        return place(left) < place(right);
    });
    return notes;
}

}  // namespace stormote
