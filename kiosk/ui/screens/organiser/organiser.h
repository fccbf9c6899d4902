// Organiser: the evening as its organiser watches it: the door in numbers, what needs a look, the
// screens and the central store; the agenda; the groups; all notes; files to take along. The screen
// thread.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/documents/exports.h"
#include "kiosk/ui/screens/board/organiser_board.h"
#include "kiosk/ui/screens/common/note_card.h"
#include "kiosk/ui/screens/common/status_line.h"
#include "kiosk/ui/screens/readiness/ready_page.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

enum class OrganiserTab { door, agenda, groups, notes, files };

// A number with what it counts: "86 · har kommit · 81 av 104 anmälda, och 5 till".
struct DoorTile {
    std::string number;
    std::string label;
    std::string detail;
};

struct ArrivalPoint {
    std::string time_text;  // "17.30"
    int arrived = 0;        // by then
};

struct SectorLine {
    std::string sector;
    int arrived = 0;
    int registered = 0;
};

// How ready everything is, as long as the doors are closed.
struct ReadyCard {
    ReadyMark mark = ReadyMark::trying;
    std::string text;  // "Missing: 2. To look over: 4."
};

// What a row of the evening's card leads to: the people of a table on the board, the board's
// question of who goes where when a group closes, the groups, all notes, the files, and who is
// here.
struct SeeTable {
    GroupNumber group = 0;
    RoundNumber round = 1;
};
struct CloseTable {
    GroupNumber group = 0;
    RoundNumber round = 1;
};
struct SeeGroups {};
struct SeeNotes {};
struct SeeFiles {};
struct SeePeopleHere {};
// The same list on paper.
struct PrintPeopleHere {};
// Somebody by name, with all that staff can do for them.
struct SeekPerson {};
// What the screens of all tables say, or not any more.
struct WriteToTables {};
struct ClearTableMessage {};
// The question before the meeting is ended, and taking the end back.
struct EndMeeting {};
struct ReopenMeeting {};
// What comes after it.
struct SeeFollowUp {};
struct SeePersonalData {};
using EveningDeed = std::variant<SeeTable, CloseTable, SeeGroups, SeeNotes, SeeFiles, SeePeopleHere,
                                 PrintPeopleHere, SeekPerson, WriteToTables, ClearTableMessage,
                                 EndMeeting, ReopenMeeting, SeeFollowUp, SeePersonalData>;

struct EveningRow {
    std::string id;  // of the button: the same while the row is about the same
    std::string text;
    std::string detail;  // may be empty
    std::string button;  // what stands on it
    std::string about;   // what it is about, without anybody's name: for the button
    EveningDeed deed;
    bool is_personal = false;  // read aloud only on request
    bool is_busy = false;      // what the button asks for is being done
    bool is_warning = false;   // the detail
};

// What is to be seen to at this hour.
struct EveningCard {
    EveningRow head;  // its text is the card's title
    bool is_warning = false;
    std::vector<EveningRow> rows;
};

// A part of the evening, by its times.
struct EveningStep {
    std::string title;      // "Ankomst"
    std::string time_text;  // "17.30–18.00"
    bool is_over = false;
    bool is_now = false;
};

struct DoorView {
    std::vector<EveningStep> steps;  // in their order; empty: the event has no times
    std::optional<ReadyCard> ready;
    std::optional<EveningCard> evening;  // once the doors are open
    std::array<DoorTile, 4> tiles;
    std::vector<ArrivalPoint> curve;  // a step apart; empty: nobody came yet
    // How it goes on at this pace until all are here, from a step after the curve's end. Empty:
    // there is too little to say.
    std::vector<ArrivalPoint> expected;
    std::string all_here_text;  // "18.05", of what is expected
    std::vector<SectorLine> sectors;
    std::vector<std::string> attention;  // what needs a look
    std::size_t conflict_count = 0;      // of that, what the conflict page settles
    std::vector<StatusLine> devices;
    bool can_let_in = false;  // this kiosk is a hub
    StoreView store;
};

// A question of the agenda, or an item of the programme, in the order of the evening.
struct AgendaRow {
    int number = 0;  // of the question; 0: an item of the programme
    std::string title;
    std::string detail;   // "18.50–19.15 · Omgång 1 · Hur håller vi kontakten?"
    bool is_now = false;  // being discussed
};

struct AgendaView {
    std::vector<AgendaRow> rows;
    bool can_delay = false;  // something is still to come
    bool can_undo = false;
    bool can_change_settings = false;  // this device may
    std::optional<StatusLine> news;
};

struct OpenAgendaRow {
    std::size_t index;
};
struct AddQuestion {};
struct AddProgrammeItem {};
// All that is still to come, five minutes later.
struct DelayAgenda {};
struct UndoAgenda {};
// The second screen in the hall, and the notes on it.
struct OpenWall {};
// What the event is called, when and where it is, and the like.
struct OpenSettings {};
using AgendaIntent =
    std::variant<OpenAgendaRow, AddQuestion, AddProgrammeItem, DelayAgenda, UndoAgenda>;

struct OrganiserNote {
    std::string place;  // "Grupp 4 · Bord Lönnen"
    NoteCard card;
};

struct OrganiserQuestion {
    std::string title;
    std::vector<OrganiserNote> notes;
};

struct FilesView {
    bool can_import = true;                   // lists of people
    bool can_package = true;                  // for the archive
    std::optional<std::int64_t> last_import;  // people of the list that can be taken back
    std::vector<std::string> folders;         // as people call them
    std::size_t selected = 0;
    bool is_writing = false;
    std::optional<StatusLine> result;  // of the last one
};

struct OrganiserView {
    FrameView frame;
    std::string line;  // "Stormöte · 18.42"
    OrganiserTab tab = OrganiserTab::door;
    DoorView door;
    AgendaView agenda;
    BoardView board;
    std::vector<OrganiserQuestion> questions;
    bool can_follow_up = false;  // this device may
    FilesView files;
    Scroll scroll;  // of the tab that is shown
};

struct ChooseOrganiserTab {
    OrganiserTab tab;
};
struct ScrollOrganiser {
    Scroll scroll;
};
struct SyncNow {};
// The page that the card is about.
struct OpenReady {};
struct OpenConflicts {};
// How the notes are published, and what becomes of them.
struct OpenFollowUp {};
struct ChooseFolder {
    std::size_t index;
};
// One of those with a button, in the format of that.
struct WriteFile {
    ChosenExport file;
};

// The event as a package for the archive.
struct MakePackage {};

// All of the record to a stick, for a screen that no network reaches; and what such screens have
// saved on sticks into the record.
struct SaveBundle {};
struct FetchBundles {};

// The code by which another screen joins at this hub.
struct OpenLetIn {};

// A list of people, from a stick into the event, and out of it again.
struct OpenListImport {};
struct TakeBackImport {};
// The page of the event's personal data.
struct OpenRemaining {};
// Who did what, and when.
struct OpenEventLog {};

// GoBack locks the organiser's page.
using OrganiserIntent =
    std::variant<ChooseOrganiserTab, ScrollOrganiser, SyncNow, OpenReady, EveningDeed,
                 OpenConflicts, OpenFollowUp, OpenWall, OpenSettings, ChooseFolder, WriteFile,
                 MakePackage, SaveBundle, FetchBundles, OpenListImport, TakeBackImport,
                 OpenRemaining, OpenEventLog, OpenLetIn, AgendaIntent, BoardIntent, FrameIntent>;

[[nodiscard]] std::vector<OrganiserIntent> draw_organiser(Ui& ui, const OrganiserView& view);

}  // namespace stormote
