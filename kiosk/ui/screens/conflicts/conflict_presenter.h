// ConflictPresenter: the conflict page: reads what does not fit together on the desk's thread, and
// settles it there. The screen thread; borrows the desk, which outlives it.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/conflicts/conflict_views.h"

namespace stormote {

class ConflictPresenter {
  public:
    explicit ConflictPresenter(DeskThread& desk) : desk_(desk) {}

    void open();
    void close() { is_open_ = false; }
    [[nodiscard]] bool is_open() const { return is_open_; }
    // One frame of the page; what is asked beside it, as by its frame: GoBack where it is closed.
    [[nodiscard]] std::optional<FrameIntent> draw(Ui& ui, const FrameView& frame);

  private:
    // A choice that takes something back, asked about once more.
    struct Asked {
        SeenConflict seen;
        Settlement settlement;
    };

    void refresh(Ui& ui);
    void read();
    void fill(const Texts& texts);
    void choose(const ChooseSettlement& choice, const Texts& texts);
    void settle(const SeenConflict& seen, const Settlement& settlement, const Texts& texts);

    DeskThread& desk_;
    bool is_open_ = false;
    ConflictsView view_;
    std::optional<std::vector<SeenConflict>> conflicts_;  // nothing: not read yet
    std::optional<Asked> asked_;
    bool is_reading_ = false;
    bool is_settling_ = false;  // a choice is on its way to the disk
    std::optional<std::int64_t> read_ms_;
    AskScope scope_;
};

}  // namespace stormote
