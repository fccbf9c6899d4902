// TablePresenter: a facilitator's evening at one table: which table it is, the notes and the draft
// of the next one, a note that is being changed. Keeps view state only; asks the desk for
// everything else, and never waits for it. The screen thread; borrows desk and clock, which outlive
// it.
//
// Sources: table_presenter.cpp, table_presenter_note.cpp, table_presenter_marks.cpp,
// table_presenter_done.cpp, table_presenter_search.cpp, table_presenter_order.cpp.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/desk/notes/note_marking.h"
#include "kiosk/desk/notes/note_rewriting.h"
#include "kiosk/ui/screens/common/navigation.h"
#include "kiosk/ui/screens/table/draft_autosave.h"
#include "kiosk/ui/screens/table/note_marks.h"
#include "kiosk/ui/screens/table/pages/table_order.h"
#include "kiosk/ui/screens/table/spelling.h"
#include "kiosk/ui/screens/table/table_views.h"

namespace stormote {

class TablePresenter {
  public:
    TablePresenter(DeskThread& desk, const Clock& clock);

    // At the choice of a table, which is where a room begins, or at a table.
    void choose_table();
    void open(GroupNumber group);
    [[nodiscard]] std::optional<GroupNumber> group() const { return group_; }

    // One frame, between begin_frame and end_frame. The frame view is that of all screens. Back
    // from the choice of a table opens the staff's page.
    [[nodiscard]] std::optional<Navigation> draw(Ui& ui, const FrameView& frame);
    // A ticket opens its owner's table, where a table is to be chosen. False: the scan is not for
    // this room.
    bool take_scan(const ScanText& scan, const Texts& texts);

    // Puts what is half written on the disk now.
    void save_draft() { drafts_.save(); }

  private:
    // What somebody has done with the table's notes, and how to take it back.
    enum class Deed {
        written,
        changed,
        taken_away,
        moved,
        joined,
        restored,
        agreed,
        marked,
        refused,
        failed
    };
    // Nothing: it cannot be taken back.
    using Step = std::variant<std::monostate, NoteRewriting, NoteMarking>;
    struct Done {
        Deed deed;
        // The note's words, the question that it was moved to, or what was said of it.
        std::string detail;
        Step step;
        std::int64_t at_ms = 0;  // by the steady clock
    };

    // A note that is open to be changed.
    struct OpenedNote {
        NoteId id;
        TableNoteView view;
        NoteChoice newest;
        std::vector<QuestionNumber> questions;  // those of the view
        std::vector<NoteId> others;             // those of the view
        std::vector<NoteMark> marks;            // those of the view's options
        // What was handed to the desk, and is not answered yet.
        std::optional<std::string> sent_text;
    };

    void draw_choice(Ui& ui, const FrameView& frame);
    void draw_table(Ui& ui, const FrameView& frame);
    void draw_note(Ui& ui);
    void draw_chosen(Ui& ui, const FrameView& frame);
    void draw_changes(Ui& ui, const FrameView& frame);
    void draw_search(Ui& ui, const FrameView& frame);
    void draw_order(Ui& ui, const FrameView& frame);
    void act(const TableIntent& intent, Ui& ui);
    void act(const TableNoteIntent& intent, const Ui& ui);
    // In the table's composer, or in that of the open note.
    void write(const WritingIntent& intent, Composer& composer,
               const std::function<void()>& finish);
    void act(const FrameIntent& intent);

    void refresh(Ui& ui);
    void open_search();
    void find_notes();
    void choose_found(std::size_t index, Ui& ui);
    void open_order();
    void shift_selected(bool up, const NoteCard& note, const Ui& ui);
    // The notes of the page, as they stand.
    void place_held(std::size_t place, const std::vector<NoteId>& ids, const TableOrderView& view,
                    const Ui& ui);
    void move_card(const NoteId& id, const std::optional<NoteId>& ahead_of);
    void open_note(const NoteId& id);
    void close_note();
    void choose_version(std::size_t note, std::size_t choice);
    void finish_note();
    void finish_change();
    void withdraw_note();
    void list_choices(OpenedNote& note) const;
    void stop_choosing();
    void begin_choosing(NoteChoosing what, const Ui& ui);
    void choose_for_note(std::size_t index);
    void choose_mark(std::size_t index);
    void agree_with(const NoteId& id, const std::string& text);
    void toggle_chosen(const NoteId& id, const Ui& ui);
    // Records what is said of a note. `mark` is asked on the desk's thread; nothing: it cannot be
    // said any more.
    void mark_note(Deed deed, const std::string& detail,
                   std::function<std::optional<NoteMarking>(Desk&)> mark);
    // Records what notes say from now on, and closes the note that is open. `to` is asked on the
    // desk's thread; empty: it cannot be done any more.
    void rewrite_notes(Deed deed, const std::string& detail,
                       std::function<std::vector<NoteWording>(const EventState&)> to);
    // The same by any step that changes notes.
    void change_notes(Deed deed, const std::string& detail,
                      std::function<std::optional<NoteRewriting>(Desk&)> change);
    // Nothing was rewritten: somebody has changed the notes meanwhile.
    void note_done(Deed deed, const std::string& detail,
                   const std::optional<NoteRewriting>& rewriting);
    void note_step(Deed deed, const std::string& detail, Step step);
    void take_back_done();
    [[nodiscard]] std::optional<TableDone> show_done(Ui& ui) const;
    [[nodiscard]] TableDone done_words(const Ui& ui) const;
    void open_table_draft();
    [[nodiscard]] std::string table_draft_name() const;
    void show_copied(Composer& composer) const;
    [[nodiscard]] std::vector<MarkedWord> misspelt_in(const Composer& composer);
    // What there is to keep of the composer, or of the open note.
    [[nodiscard]] Draft composer_draft() const;
    [[nodiscard]] Draft note_draft() const;
    void keep_draft();
    [[nodiscard]] QuestionNumber question() const;
    // In full; empty where there is none.
    [[nodiscard]] std::string question_words() const;
    [[nodiscard]] bool is_changed(const OpenedNote& note) const;

    DeskThread& desk_;
    const Clock& clock_;
    DraftAutosave drafts_;
    std::optional<GroupNumber> group_;
    std::optional<QuestionNumber> selected_;
    TableContents contents_;
    TableChoiceView choice_;
    std::vector<GroupNumber> choices_;
    Composer composer_;
    NoteKeys keys_;
    std::string copied_;           // of the notes of this table
    bool forgets_copied_ = false;  // the machine's clipboard, in the next frame
    bool offers_paste_ = false;
    std::optional<Spelling> spelling_;  // from the first table on
    Scroll scroll_{.at_end = true};
    std::optional<OpenedNote> note_;
    std::optional<Done> done_;      // the last one
    bool has_found_draft_ = false;  // and nothing was changed in it since
    // Who goes to which other table, while that is shown.
    struct OpenedChanges {
        std::size_t selected = 0;
        Scroll scroll;
    };
    std::optional<OpenedChanges> changes_;
    // While notes are searched, with where those that were found are.
    struct OpenedSearch {
        TableSearchView view;
        std::vector<FoundPlace> places;
    };
    std::optional<OpenedSearch> search_;
    // While notes are put in order.
    struct OpenedOrder {
        NoteId selected;
        bool follows = false;
        Scroll scroll;
        CardHand hand;
        NoteId held;  // while the hand holds something
    };
    std::optional<OpenedOrder> order_;
    std::optional<Scroll> chosen_;         // while notes are chosen for everybody
    std::optional<std::int64_t> read_ms_;  // when the state was last looked at
    std::optional<Navigation> to_;         // where this frame leads
    AskScope scope_;
};

}  // namespace stormote
