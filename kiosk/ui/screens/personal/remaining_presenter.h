// RemainingPresenter: the organiser's page of the event's personal data: what remains where, when
// what is destroyed on which decision, what stands in the way, and destroying what is due, in two
// steps, with the protocol to save afterwards. All reading and writing is done on the desk's
// thread. The screen thread; borrows the desk, which outlives it.
#pragma once

#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/documents/personal/remaining_data.h"
#include "kiosk/ui/screens/personal/data_page.h"
#include "kiosk/ui/screens/personal/folder_choice.h"

namespace stormote {

class RemainingPresenter {
  public:
    explicit RemainingPresenter(DeskThread& desk) : desk_(desk), folders_(desk) {}

    void open();
    void close() { is_open_ = false; }
    [[nodiscard]] bool is_open() const { return is_open_; }
    // One frame of the page; what is asked beside it, as by its frame: GoBack where it is closed.
    [[nodiscard]] std::optional<FrameIntent> draw(Ui& ui, const FrameView& frame);

  private:
    struct Reading {
        RemainingData data;
        std::vector<DocumentKind> due;  // and would be destroyed now, and are still held
        LatestFields settings;
        bool is_purged = false;  // once at least, so that there is a protocol
    };
    enum class Action : std::uint8_t { purge, save_protocol, go_back, confirm };

    static Reading read_at(Desk& desk, const Texts& texts);
    void read(const Texts& texts);
    [[nodiscard]] DataPageView page_view(const Texts& texts);
    [[nodiscard]] DataPageView confirmation_view(const Texts& texts);
    void add_action(DataPageView& view, Action action, ButtonStyle style);
    void press(std::size_t index, const Texts& texts);
    void purge_now(const Texts& texts);
    void save_protocol(const Texts& texts);

    DeskThread& desk_;
    FolderChoice folders_;
    bool is_open_ = false;
    bool is_stale_ = true;            // to be read
    std::optional<Reading> reading_;  // nothing: not read yet
    std::vector<Action> actions_;     // of the page as it is drawn
    bool is_asked_ = false;           // about once more
    bool is_busy_ = false;            // something is on its way to the disk
    std::optional<StatusLine> news_;
    Scroll scroll_;
    AskScope scope_;
};

}  // namespace stormote
