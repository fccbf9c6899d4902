// note-wording, merge-notes, part-notes, withhold, publish: how notes are published.
#include "kiosk/cli/follow_up/follow_up_commands.h"
#include "kiosk/lists/field_limits.h"
#include "sync/base/text_folding.h"
#include "sync/report/published_notes.h"

namespace stormote {

namespace {

Error unknown_note(const std::string& text) {
    return input_error({"There is no note {}. \"stormote export EVENT notes\" shows their ids."},
                       text);
}

Result<NoteId> find_note(const EventState& state, const std::string& text) {
    const auto id = parse_id<NoteId>(text);
    if (!id || !state.notes().contains(*id)) return unknown_note(text);
    return *id;
}

// Of an earlier meeting's, too. Error: it is published in the words of another one.
Result<NoteId> find_published_note(const EventState& state, const std::string& text) {
    const auto earlier = parse_id<NoteId>(text);
    if (earlier && state.earlier_notes().contains(*earlier)) return *earlier;
    auto id = find_note(state, text);
    if (!id) return id;
    const auto lead = published_with(state, *id);
    if (!lead) return id;
    return input_error({"{} is published as one with {}. Say it of that one, or part them with "
                        "\"stormote part-notes\"."},
                       text, to_string(*lead));
}

// --- How one note is published ---

struct NoteFieldOptions {
    EventArgument event;
    std::string note;
    FollowUpField field = FollowUpField::wording;
    std::string text;
};

Result<> say_of_note(const NoteFieldOptions& options, CommandContext& context) {
    if (auto checked = check_text("TEXT", options.text); !checked) return checked;
    if (const auto length = excess_length(options.text, FieldLimits::note)) {
        return input_error({"The note is longer than {} characters: it has {}. Split it."},
                           FieldLimits::note, *length);
    }
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto id = find_published_note(desk.value()->state(), options.note);
    if (!id) return id.error();
    const std::string text = trim_text(options.text).empty() ? "" : options.text;
    const FollowUpChange change{*id, {{options.field, text}}};
    if (desk.value()->follow_up({&change, 1}, actor::organiser) == FollowingUp::needless) {
        context.say({"It stands so already. Nothing was recorded."});
    }
    return Done{};
}

NoteFieldOptions& add_note_field(Subcommand& command, FollowUpField field,
                                 const std::string& text) {
    auto& options = command.runs(say_of_note);
    options.field = field;
    options.text = text;
    options.event.add_to(command);
    command.option("--note", options.note, {"The note's id."}, Need::required);
    return options;
}

// --- Notes that say the same ---

struct NotePair {
    EventArgument event;
    std::string one;
    std::string other;
    Merging (Desk::*change)(const NoteId&, const NoteId&, Actor) = nullptr;
    Sentence needless{""};
};

Result<> merge_or_part(const NotePair& pair, CommandContext& context) {
    auto desk = pair.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto one = find_note(desk.value()->state(), pair.one);
    if (!one) return one.error();
    const auto other = find_note(desk.value()->state(), pair.other);
    if (!other) return other.error();
    if (*one == *other) return input_error({"{} is named twice."}, pair.one);
    if (((*desk.value()).*pair.change)(*one, *other, actor::organiser) == Merging::needless) {
        return input_error(pair.needless, pair.one, pair.other);
    }
    return Done{};
}

NotePair& add_pair(Subcommand& command, Sentence what) {
    auto& pair = command.runs(merge_or_part);
    pair.event.add_to(command);
    command.option("A", pair.one, what, Need::required);
    command.option("B", pair.other, {"The id of the other one."}, Need::required);
    return pair;
}

}  // namespace

void add_note_publishing_commands(CommandLine& line) {
    Subcommand wording = line.add(
        "note-wording",
        {"Says how a note is worded where it is published. What was written at the table is kept; "
         "an empty text shows it again."},
        "stormote note-wording mote.stormote --note ID \"En gemensam kalender för föreningarna\"");
    auto& worded = add_note_field(wording, FollowUpField::wording, "");
    wording.option("TEXT", worded.text, {"The new wording."}, Need::required);
    Subcommand withhold = line.add("withhold", {"Leaves a note out of what the public reads."},
                                   "stormote withhold mote.stormote --note ID");
    add_note_field(withhold, FollowUpField::withheld, "withheld");
    Subcommand publish = line.add("publish", {"Takes a note that was withheld in again."},
                                  "stormote publish mote.stormote --note ID");
    add_note_field(publish, FollowUpField::withheld, "");
    Subcommand merge = line.add(
        "merge-notes",
        {"Says that two notes say the same: A is published with B, in B's words, with the groups "
         "of both."},
        "stormote merge-notes mote.stormote ID-A ID-B");
    NotePair& merged = add_pair(merge, {"The id of the note that becomes part of B."});
    merged.change = &Desk::merge_notes;
    merged.needless = Sentence{"{} and {} are one already."};
    Subcommand part = line.add(
        "part-notes",
        {"Says that two notes do not say the same: parts them where they were merged, and does "
         "not propose it again."},
        "stormote part-notes mote.stormote ID-A ID-B");
    NotePair& parted = add_pair(part, {"The id of one of the two."});
    parted.change = &Desk::part_notes;
    parted.needless = Sentence{"{} and {} are two already, and not proposed to be one."};
}

}  // namespace stormote
