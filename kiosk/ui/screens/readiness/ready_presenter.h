// ReadyPresenter: the ready page, and the counts of it that another page shows. The event is read
// on the desk's thread, the machine tried on that of the trials; the screen waits for neither. The
// screen thread; borrows all that it is given, which outlives it.
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/desk/sync/background_sync.h"
#include "kiosk/device/audio/sound_player.h"
#include "kiosk/ui/screens/readiness/ready_views.h"

namespace stormote {

// What the page tries and uses; null for what there is not.
struct ReadyParts {
    TrialThread *trials = nullptr;
    SoundPlayer *sounds = nullptr;
    BackgroundSync *sync = nullptr;
};

// With what a code was read.
enum class ShownTo : std::uint8_t { scanner, camera };

// Where the page leads: a tab, or what the frame asks for; GoBack where it is closed.
using ReadyDeparture = std::variant<ReadyPlace, FrameIntent>;

enum class ReadyTabs : std::uint8_t { none, organisers };

class ReadyPresenter {
  public:
    ReadyPresenter(DeskThread& desk, const Clock& clock, const ReadyParts& parts, ReadyTabs tabs);

    // As at the beginning; tries everything, where the doors are not open yet.
    void open();
    // Reads the event anew now and then, and tries everything where the doors' time was put off.
    // Each frame in which page or counts are shown.
    void refresh(Ui& ui);
    // Reads anew whether the doors are still to open, and tries nothing.
    void look_at_doors();
    // Until the doors' time, or the first who comes.
    [[nodiscard]] bool is_before_doors() const { return is_before_doors_; }
    [[nodiscard]] ReadyCounts counts(const Texts& texts) const;

    // One frame of the page.
    [[nodiscard]] std::optional<ReadyDeparture> draw(Ui& ui, const FrameView& frame);
    // While the page is shown: a try, which checks nobody in.
    void take_code(const std::string& text, ShownTo reader);

  private:
    void try_all();
    void read_event();
    [[nodiscard]] ReadyReading reading() const;
    [[nodiscard]] ReadyCounts count(const std::vector<ReadyRow>& rows) const;
    void press(std::size_t index, std::optional<ReadyDeparture>& to);

    DeskThread& desk_;
    const Clock& clock_;
    ReadyParts parts_;
    ReadyAbilities abilities_;
    ReadyView view_;
    bool is_before_doors_ = false;
    std::vector<ReadyPoint> event_;
    std::optional<std::int64_t> read_ms_;
    bool is_reading_ = false;
    std::optional<ShownTicket> scanned_;
    std::optional<ShownTicket> held_up_;
    AskScope scope_;
};

}  // namespace stormote
