// Table: the facilitator's screen: who is in the group, the evening's questions, what has been
// said, and a place to write the next note. The screen thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/desk/evening/table_clock.h"
#include "kiosk/desk/evening/table_message.h"
#include "kiosk/ui/screens/common/note_card.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/note_keyboard.h"
#include "kiosk/ui/widgets/scroll_area.h"
#include "kiosk/ui/widgets/text_area.h"
#include "kiosk/ui/widgets/writing.h"
#include "sync/model/body.h"

namespace stormote {

struct RosterPerson {
    std::string name;
    std::string organisation;
    std::string needs = {};  // to take part: "Behöver: hörslinga"; empty: nothing is known
};

struct TableRoster {
    std::vector<RosterPerson> here;
    std::vector<RosterPerson> expected;
};

struct QuestionTab {
    std::string title;  // "När och hur möts vi?"
    std::string text;   // the question in full
};

// What has become of the words that are being written. Found: they were written before the table
// was left, or before the power went.
enum class DraftState { nothing, saving, saved, failed, found };

struct Composer {
    NoteKind kind = NoteKind::point;
    Writing writing;
    DraftState draft = DraftState::nothing;
    std::string saved_text;  // "19.09.41"
    std::vector<MarkedWord> misspelt{};
    std::string copied{};       // last, in a note of this table
    bool offers_paste = false;  // although nothing is selected
};

// What was just done with a note: "Borttaget: Fler bänkar".
struct TableDone {
    std::string words;
    bool can_be_taken_back = true;
};

struct TableView {
    FrameView frame;
    int group_number = 0;
    std::string table_name;
    std::string facilitator;  // may be empty
    TableRoster roster;
    TableClock clock;
    bool has_changes = false;            // somebody is to go to another table now
    std::vector<QuestionTab> questions;  // numbered from 1 in this order
    std::size_t selected = 0;
    std::vector<NoteCard> notes;  // on the selected question, oldest first
    Scroll scroll{.at_end = true};
    Composer composer;
    NoteKeys keys;
    std::optional<TableDone> done;
    // At the end of a question, as long as fewer notes are chosen for everybody than a table may.
    bool asks_to_choose = false;
    bool has_notes = false;               // on any question: there is something to search
    std::optional<TableMessage> message;  // of the organiser to all tables
    std::string ended_text;               // "20.52": when the meeting was ended; empty: it goes on
};

struct ChooseQuestion {
    std::size_t index;
};
struct ChooseNoteKind {
    NoteKind kind;
};
struct ChangeWriting {
    Writing writing;
};
struct ChangeKeys {
    NoteKeys keys;
};
struct FinishNote {};
struct CopyText {
    std::string text;
};
struct StopPasting {};
using WritingIntent =
    std::variant<ChooseNoteKind, ChangeWriting, ChangeKeys, CopyText, StopPasting, FinishNote>;

struct OpenNote {
    std::size_t index;
};
struct ChooseVersion {
    std::size_t index;
    std::size_t choice;
};
struct ScrollNotes {
    Scroll scroll;
};

// One more at the table agrees.
struct AgreeWithNote {
    std::size_t index;
};

struct OpenChanges {};
struct OpenChosen {};
struct OpenSearch {};
struct TakeBackDone {};

// GoBack leaves the table.
using TableIntent =
    std::variant<ChooseQuestion, WritingIntent, OpenNote, AgreeWithNote, ChooseVersion, ScrollNotes,
                 OpenChanges, OpenChosen, OpenSearch, TakeBackDone, FrameIntent>;

// All that was asked for in this frame, in the order in which to do it: letters that arrive in the
// same moment as a touch must not be lost.
[[nodiscard]] std::vector<TableIntent> draw_table(Ui& ui, const TableView& view);

}  // namespace stormote
