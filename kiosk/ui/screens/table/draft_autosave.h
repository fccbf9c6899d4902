// DraftAutosave: keeps on the disk what somebody is writing, at most once a second while they type
// and when they leave, so that a half-typed note survives a power cut. One draft at a time. The
// screen thread; borrows desk and clock.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/table/table.h"

namespace stormote {

struct Draft {
    NoteKind kind = NoteKind::point;
    QuestionNumber question = 0;
    std::string text;

    bool operator==(const Draft&) const = default;
};

// "1\n2\nthe text": kind, question, and the text to the end.
[[nodiscard]] std::string write_draft(const Draft& draft);
// Nothing when it is no draft.
[[nodiscard]] std::optional<Draft> read_draft(std::string_view text);

class DraftAutosave {
  public:
    static constexpr std::int64_t least_pause_ms = 1000;

    DraftAutosave(DeskThread& desk, const Clock& clock) : desk_(desk), clock_(clock) {}
    ~DraftAutosave() { save(); }
    DraftAutosave(const DraftAutosave&) = delete;
    DraftAutosave& operator=(const DraftAutosave&) = delete;

    // Saves what is open and turns to the draft of that name. `found` gets it once it is read, if
    // there is one and this is still the draft that is open.
    void open(const std::string& name, std::function<void(const Draft&)> found);
    // Saves what is open and goes on with a draft of which the words are known.
    void resume(const std::string& name, const Draft& draft);
    // What is written now; saved when its time has come. An empty text removes the draft.
    void keep(const Draft& draft);
    // The text is in the record, or dropped: there is nothing to keep any more. Called with the
    // name, so that the caller's job can remove the draft itself.
    [[nodiscard]] std::string finish();
    // Saves if something is unsaved and the pause is over; says when it will be.
    std::optional<std::int64_t> save_if_due();
    void save();

    [[nodiscard]] const std::string& name() const { return name_; }
    // Saved only where every letter is: whoever reads it may switch the machine off.
    [[nodiscard]] DraftState state() const {
        return is_unsaved_ && state_ == DraftState::saved ? DraftState::saving : state_;
    }
    // "19.09.41" of the last success.
    [[nodiscard]] const std::string& saved_text() const { return saved_text_; }

  private:
    void turn_to(const std::string& name);

    DeskThread& desk_;
    const Clock& clock_;
    std::string name_;
    Draft draft_;
    bool is_unsaved_ = false;
    bool is_saving_ = false;
    std::int64_t last_save_ms_ = 0;
    DraftState state_ = DraftState::nothing;
    std::string saved_text_;
    AskScope opened_;  // until another draft is open
};

}  // namespace stormote
