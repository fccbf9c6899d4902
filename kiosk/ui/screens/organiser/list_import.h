// The organiser reads in a list from a stick: chooses the file, sees what it would do, decides the
// rows that are not clear one by one, and writes one anew. Each page stands instead of the files
// tab. Plain values in, an intent out. The screen thread.
//
// Sources: list_import.cpp, list_import_row.cpp.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/lists/registrations/list_review.h"
#include "kiosk/ui/screens/common/status_line.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/note_keyboard.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct ListFileLine {
    std::string name;
    std::string detail;  // "KINGSTON · 2022-10-12 17.40"
};

// Which list.
struct ListFilesView {
    FrameView frame;
    std::vector<ListFileLine> files;  // newest first
    bool is_reading = false;
    std::string problem;  // with the one that was chosen last; may be empty
    Scroll scroll;
};

// What the list would do.
struct ListSummaryView {
    FrameView frame;
    std::string name;                // of the file
    std::vector<StatusLine> counts;  // "96 klara: 90 nya, 4 ändrade, 2 oförändrade."
    std::size_t doubtful = 0;
    std::size_t missing = 0;
    bool cancels_missing = false;
    std::int64_t people = 0;     // that would be read in; 0: none
    bool has_decisions = false;  // about rows, that are worth keeping
    bool is_busy = false;        // comparing or saving
    std::string problem;         // why nothing was saved; may be empty
};

// A row that is not clear.
struct ListRowView {
    FrameView frame;
    std::size_t doubtful = 0;  // this one among them
    RowQuestion question;
    bool is_busy = false;
};

// The same row, written anew.
struct ListRewriteView {
    FrameView frame;
    std::vector<RowField> fields;
    std::size_t chosen = 0;  // the one that is written in
    NoteKeys keys{.open = true, .use = KeyboardUse::line};
};

struct ChooseListFile {
    std::size_t index;
};
struct ScrollListFiles {
    Scroll scroll;
};
struct ReviewRows {};
// Whether those whom the list leaves out are cancelled.
struct CancelMissing {
    bool is_wanted;
};
// With what was decided of its rows, also where that is all.
struct ReadInList {};
struct AcceptRow {};
struct SkipRow {};
struct RewriteRow {};
struct ChooseRowField {
    std::size_t index;
};
// The whole text of the chosen field.
struct ChangeRowField {
    std::string typed;
};
struct TurnRowKeys {
    NoteKeys keys;
};
struct SaveRow {};

// GoBack is to the page before, and records nothing.
using ListImportIntent = std::variant<ChooseListFile, ScrollListFiles, ReviewRows, CancelMissing,
                                      ReadInList, AcceptRow, SkipRow, RewriteRow, ChooseRowField,
                                      ChangeRowField, TurnRowKeys, SaveRow, FrameIntent>;

std::optional<ListImportIntent> draw_list_files(Ui& ui, const ListFilesView& view);
std::optional<ListImportIntent> draw_list_summary(Ui& ui, const ListSummaryView& view);
std::optional<ListImportIntent> draw_list_row(Ui& ui, const ListRowView& view);
std::optional<ListImportIntent> draw_list_rewrite(Ui& ui, const ListRewriteView& view);

}  // namespace stormote
