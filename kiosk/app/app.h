// App: the screens of a kiosk in their order: which one is shown, what a touch or a scan leads to,
// and when a screen gives way by itself. Keeps view state only; everything about the event is asked
// of the desk. The screen thread. Borrows everything that it is given.
//
// Sources: app.cpp, app_places.cpp.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/desk/search_pace.h"
#include "kiosk/desk/sync/background_sync.h"
#include "kiosk/device/audio/sound_player.h"
#include "kiosk/documents/papers/guide.h"
#include "kiosk/ui/screens/check_in/farewell_views.h"
#include "kiosk/ui/screens/check_in/guide_help.h"
#include "kiosk/ui/screens/check_in/help.h"
#include "kiosk/ui/screens/check_in/party_presenter.h"
#include "kiosk/ui/screens/check_in/substitute_presenter.h"
#include "kiosk/ui/screens/check_in/verdict_views.h"
#include "kiosk/ui/screens/check_in/welcome.h"
#include "kiosk/ui/screens/common/door_labels.h"
#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/screens/common/name_finder.h"
#include "kiosk/ui/screens/common/navigation.h"
#include "kiosk/ui/screens/common/walk_in_presenter.h"
#include "kiosk/ui/screens/exit/exit_feedback_presenter.h"
#include "kiosk/ui/screens/organiser/organiser_presenter.h"
#include "kiosk/ui/screens/staff/problem_autosave.h"
#include "kiosk/ui/screens/staff/staff_presenter.h"
#include "kiosk/ui/screens/table/table_presenter.h"
#include "kiosk/ui/shell/staff_corner.h"
#include "kiosk/ui/shell/user_preferences.h"

namespace stormote {

enum class StationKind : std::uint8_t { entrance, table, organiser };

// What a screen is for. A table without a group is chosen on the screen.
struct Station {
    StationKind kind = StationKind::entrance;
    std::optional<GroupNumber> group;
};

struct AppOptions {
    std::string language = "sv";
    bool is_staff_needed = true;  // to leave the kiosk
    Station station;
    // Null where there is no store to keep in step with.
    BackgroundSync *sync = nullptr;
    // Null where there is no printer.
    DoorLabels *labels = nullptr;
    // Null where lists are saved instead of printed.
    PaperPrinter *paper_printer = nullptr;
    // Null where none is to be used.
    Camera *camera = nullptr;
    // Null where nothing is to be read aloud.
    Speaker *speaker = nullptr;
    // Null where there are to be no tones.
    SoundPlayer *sounds = nullptr;
    Hearing hearing = Hearing::everybody;
    // Null where the machine's parts are not to be tried.
    TrialThread *trials = nullptr;
    // Null where there is no window to show the wall in.
    SecondScreen *second_screen = nullptr;
    // Null where this kiosk is no hub.
    PairingOffice *pairing_office = nullptr;
    // When the event's file was last exchanged with a store, by this machine's clock; 0: never.
    std::int64_t heard_ms = 0;
    // Null where those who work here find the guests' help.
    const Sheets *sheets = nullptr;
};

class App {
  public:
    App(Ui& ui, DeskThread& desk, const Languages& languages, const Clock& clock,
        const AppOptions& options);

    // Answers that have come, then one frame. Call begin_frame() of the Ui before, end_frame()
    // after.
    void draw();
    // Once the frame has ended: what there is to hear in it.
    void speak() { preferences_.speak(); }
    // Staff has let the kiosk close.
    [[nodiscard]] bool is_done() const { return is_done_; }

  private:
    struct AtWelcome {
        // Not written as a default: this place is where the app begins, within its own class.
        AtWelcome() : idle(30'000, 0), arrives_late(false) {}
        IdleWatch idle;
        bool arrives_late;  // somebody does, while the others go
    };
    struct AtName {
        NameFinder finder;
        bool leaves = false;  // the person, instead of checking in
        IdleWatch idle{20'000, 8'000};
        void restart_time() { idle.restart(); }
    };
    struct AtHelp {
        bool is_called = false;  // staff, by whoever reads this
        Scroll scroll{};         // of a sheet
        IdleWatch idle{60'000, 0};
    };
    struct AtLanguages {
        IdleWatch idle{60'000, 0};
    };
    struct AtStaff {};
    struct AtTable {};
    struct AtOrganiser {};
    struct AtVerdict {
        VerdictView view;
        PartyMember person;
        std::int64_t ends_ms = 0;
        std::optional<AttendeeId> attendee{};
        std::string typed{};       // the letters that led here; empty where no name was chosen
        SearchPace pace_before{};  // of the search for it
        void restart_time() { ends_ms = 0; }
    };
    struct AtNotice {
        NoticeView view;
        std::optional<AttendeeId> person{};  // whom it is about, where that is known
        std::int64_t ends_ms = 0;
        bool has_shown_ticket = false;  // the person, who then has not typed a name
        CheckInOutcome outcome{};       // what it says, where the desk decided it
        std::string typed{};            // the letters that led here; empty where none did
        void restart_time() { ends_ms = 0; }
    };
    struct AtParty {
        std::int64_t ends_ms = 0;
        void restart_time() { ends_ms = 0; }
    };
    using Place = std::variant<AtWelcome, AtName, AtVerdict, AtNotice, AtHelp, AtLanguages, AtStaff,
                               AtTable, AtOrganiser, AtParty, WalkInPresenter, SubstitutePresenter,
                               ExitFeedbackPresenter>;

    // The page that stands instead of every screen where names may not be shown. False: they may.
    bool draw_late();
    void draw_at(AtWelcome& place);
    void draw_farewell_at(AtWelcome& place);
    void draw_at(AtName& place);
    void draw_at(AtVerdict& place);
    void draw_at(AtNotice& place);
    void draw_at(AtHelp& place);
    void draw_sheet_at(AtHelp& place, const Document& sheet);
    void draw_at(AtLanguages& place);
    void draw_at(AtStaff& place);
    void draw_at(AtTable& place);
    void draw_at(AtOrganiser& place);
    void draw_at(AtParty& place);
    void draw_at(WalkInPresenter& presenter);
    void draw_at(SubstitutePresenter& presenter);
    void draw_at(ExitFeedbackPresenter& presenter);

    // A code that was scanned or held up to the camera.
    struct ShownCode {
        ScanText scan;
        bool was_occupied = false;  // the screen, when the code came
        ShownTo reader = ShownTo::scanner;
    };
    void take_code(const ShownCode& shown);
    // A code that had to wait, or one of the camera, which tells each but once.
    void take_waiting_code();
    [[nodiscard]] CameraView camera_view() const;
    [[nodiscard]] SeatAnswer carried_answer() const;
    // Asks the desk on behalf of whoever stands here, one thing at a time: nothing while the answer
    // before is still to come. Where the machine fails, staff is called.
    template <typename Job, typename Then>
    void ask(Job job, Then then);
    // How somebody came to be checked in.
    struct Arrival {
        std::optional<std::string> code{};   // that was scanned or held up
        bool was_occupied = false;           // the screen, when the code came
        std::optional<AttendeeId> absent{};  // in whose place they come
        std::string typed{};                 // the letters with which they found their name
    };
    void check_in(const Arrival& arrival, std::function<CheckInOutcome(Desk&)> job);
    void show(const CheckInOutcome& outcome, const Arrival& arrival);
    void show_verdict(const Desk& desk, const CheckInOutcome& outcome, const Arrival& arrival,
                      const SearchPace& pace_before);
    // Takes the check-in back and goes on where the letters were typed.
    void deny(const AtVerdict& verdict);
    // To the next person, who finds on the screen where this one sits.
    void leave(const AtVerdict& verdict);
    void show_refusal(const Desk& desk, const CheckInOutcome& outcome, const Arrival& arrival);
    // Somebody reads or writes there, whom a stray code must not disturb.
    [[nodiscard]] bool is_occupied() const;
    [[nodiscard]] NameLabel label_of(const Desk& desk, const CheckInOutcome& outcome) const;
    [[nodiscard]] DoorPaper paper_of_door() const;
    void show_notice(NoticeKind kind);
    // To this door, for whoever reads this; names nobody.
    void call_staff();
    // Who wants to go, and is not here.
    void show_nobody_to_leave(const std::optional<AttendeeId>& person, const std::string& typed);
    // An organiser has ended the meeting.
    [[nodiscard]] bool is_over() const;
    // A ticket that would be let in, and is not any more. False: whatever else it says counts.
    bool refuse_late(const std::string& text);
    void note_denial(const AtNotice& notice);
    void print_again(const AtNotice& notice);
    void show_way(const CheckInOutcome& outcome);
    // How many things staff should have a look at; 0 where staff is not needed.
    [[nodiscard]] std::size_t problem_count();
    // Unless somebody is being read to: two voices at once are none.
    void sound(std::optional<Tone> tone);
    void check_out(const AtNotice& notice);
    // Whoever wants to leave, by name: asked once more where they are here.
    void choose_leaver(const AttendeeId& person, const std::string& typed);
    [[nodiscard]] bool is_here(const AttendeeId& person) const;
    // Whom these letters led to; once the meeting is over, who is not here is told so.
    void check_in_by_name(const AttendeeId& person, const std::string& typed);
    // To where a presenter's frame leads.
    void follow(const Navigation& navigation);
    void follow_unlocking();
    void register_newcomer(const Submitted& submitted);
    void follow(NoticeChoice choice, const AtNotice& notice);
    void follow(PartyChoice choice);
    // Back to the others of the party, or home where there are none.
    void leave_question();
    void show_broken_machine();
    // The station's first screen, in its first language: for the next person.
    void go_home();
    // The same screen for the same person, who keeps language and look.
    void go_to_start();
    void go_to_name(const std::string& first_letters, bool leaves = false);
    void go_to_staff();
    // A screen over another one, or over the one that such a screen lies on already.
    template <typename Aside>
    void open_aside();
    // To what lies below it, with everything that was written there.
    void close_aside();
    void choose(const FrameIntent& intent);
    // For whoever works where help was asked for; null: a guest did.
    [[nodiscard]] const Document *sheet() const;
    [[nodiscard]] FrameView frame();
    [[nodiscard]] bool is_entrance() const {
        return options_.station.kind == StationKind::entrance;
    }
    // What the person chose, in the municipality's colour.
    void put_on_style();
    // What is left of a time that runs out at `ends_ms`; a touch starts it again.
    Countdown count_down(std::int64_t& ends_ms, std::int64_t total_ms);
    [[nodiscard]] const Texts& texts() const { return ui_.texts(); }

    Ui& ui_;
    DeskThread& desk_;
    const Clock& clock_;
    AppOptions options_;
    UserPreferences preferences_;
    EventStyle style_;
    DoorProblems problems_;
    ProblemAutosave problem_keeper_;
    std::vector<Conflict> conflicts_;  // as they were when they were last counted
    std::int64_t conflicts_until_ms_ = 0;
    StaffPresenter staff_;
    StaffCorner staff_corner_;
    TablePresenter table_;
    OrganiserPresenter organiser_;
    bool is_staff_page_wanted_ = false;  // at the organiser's station: not the organiser's page
    SearchPace pace_;
    Party party_;  // of the person before the screen, and who came with them
    Place place_;
    std::unique_ptr<Place> before_aside_;
    // Of the last one who came, without a name: until the next person does something.
    std::optional<GroupNumber> carried_group_;
    bool is_waiting_ = false;  // what was asked is on its way to the disk
    static constexpr std::size_t most_waiting_codes = 4;
    std::string scanned_;  // last
    std::deque<ShownCode> waiting_codes_;
    std::int64_t next_code_ms_ = 0;  // what waits is taken then
    bool is_done_ = false;
};

template <typename Job, typename Then>
void App::ask(Job job, Then then) {
    // Who touches while something is being written is the same person, impatient.
    if (std::exchange(is_waiting_, true)) return;
    desk_.ask(
        std::move(job),
        [this, then = std::move(then)](const auto& answer) {
            is_waiting_ = false;
            then(answer);
        },
        [this](const Error&) {
            is_waiting_ = false;
            waiting_codes_.clear();
            show_broken_machine();
        });
}

}  // namespace stormote
