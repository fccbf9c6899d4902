// StaffPresenter: behind the PIN, at the door: find a person and put right what is wrong, see to
// what needs a look, register somebody, see before the doors open whether all is ready, or leave
// the kiosk. Lives as long as the app, so that wrong PINs are counted across visits. The screen
// thread.
//
// Sources: staff_presenter.cpp, staff_presenter_actions.cpp, staff_presenter_corrections.cpp,
// staff_presenter_groups.cpp, staff_presenter_merging.cpp.
#pragma once

#include <optional>
#include <variant>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/common/door_problems.h"
#include "kiosk/ui/screens/common/navigation.h"
#include "kiosk/ui/screens/common/walk_in_presenter.h"
#include "kiosk/ui/screens/personal/personal_presenter.h"
#include "kiosk/ui/screens/readiness/ready_presenter.h"
#include "kiosk/ui/screens/staff/pin.h"
#include "kiosk/ui/screens/staff/pin_tries.h"
#include "kiosk/ui/screens/staff/staff.h"
#include "kiosk/ui/screens/staff/staff_closing.h"
#include "kiosk/ui/screens/staff/staff_fields.h"
#include "kiosk/ui/screens/staff/staff_groups.h"
#include "kiosk/ui/screens/staff/staff_name.h"
#include "kiosk/ui/screens/staff/staff_person.h"
#include "kiosk/ui/screens/staff/staff_problems.h"
#include "kiosk/ui/widgets/idle_watch.h"

namespace stormote {

// What the room works with, all of it borrowed.
struct StaffMeans {
    DeskThread& desk;
    const Clock& clock;
    DoorProblems& problems;
    DoorLabels *labels = nullptr;  // null where there is no printer
    ReadyParts machine{};          // its synchronisation is told of on the first page, too
    bool is_entrance = true;
    std::function<void(const Error&)> machine_failed;
};

class StaffPresenter {
  public:
    explicit StaffPresenter(StaffMeans means)
        : means_(std::move(means)),
          tries_(means_.desk, means_.clock),
          ready_(means_.desk, means_.clock, means_.machine, ReadyTabs::none),
          personal_(means_.desk, means_.clock) {}

    // Asks for the PIN anew.
    void enter();
    // Opens the search at once, for an organiser who has given the PIN; Back leads to where they
    // came from.
    void find_person();
    // Unlocked once the PIN was given; GoHome when the page is locked again, by Back or by time;
    // CloseKiosk where staff leaves the kiosk.
    [[nodiscard]] std::optional<Navigation> draw(Ui& ui, const FrameView& frame);
    // Whether the PIN was given.
    [[nodiscard]] bool is_open() const { return is_open_; }
    // A code that was shown while the ready page tries the readers, and checks nobody in. False: it
    // does not, and the code is somebody's who comes.
    bool take_code(const std::string& text, ShownTo reader);

  private:
    struct AtList {
        // Not written as defaults: the room begins here, within its own class.
        AtList() : AtList(StaffMode::latest) {}
        explicit AtList(StaffMode wanted) : mode(wanted) {}
        StaffMode mode;
        std::string typed;
        std::vector<AttendeeId> shown;
        std::optional<AttendeeId> same_as{};  // whom the one that is looked for is the same as
    };
    // A person, not a place in the list: others arrive while staff thinks it over.
    struct AtPerson {
        AttendeeId person;
        std::optional<StaffAction> asked{};  // about once more
        // The other registration, which is theirs as well, or not any more.
        std::optional<StaffTwo> two{};
        AttendeeId other{};
    };
    struct AtFields {
        AttendeeId person;
        Scroll scroll;
    };
    struct AtGroups {
        AttendeeId person;
        RoundNumber round = 1;
        Scroll scroll{};
    };
    struct AtField {
        AttendeeId person;
        AttendeeField field{};
        StaffFieldView view;
    };
    struct AtName {
        AttendeeId person;
        StaffNameView view;
        Correction answer = Correction::done;
    };
    struct AtProblems {
        Scroll scroll;
        std::vector<DoorProblem> shown{};
    };
    struct AtReady {};
    struct AtClosing {};
    struct AtPersonal {
        AttendeeId person;
    };
    using Page = std::variant<AtList, AtPerson, AtGroups, AtFields, AtField, AtName, AtProblems,
                              AtReady, AtClosing, AtPersonal, WalkInPresenter>;
    using Asked = std::optional<Navigation>;

    Asked draw_door(Ui& ui, const FrameView& frame);
    Asked draw_page(Ui& ui, const FrameView& frame, AtList& page);
    Asked draw_page(Ui& ui, const FrameView& frame, AtPerson& page);
    Asked draw_page(Ui& ui, const FrameView& frame, AtGroups& page);
    Asked draw_page(Ui& ui, const FrameView& frame, AtFields& page);
    Asked draw_page(Ui& ui, const FrameView& frame, AtField& page);
    Asked draw_page(Ui& ui, const FrameView& frame, AtName& page);
    Asked draw_page(Ui& ui, const FrameView& frame, AtProblems& page);
    Asked draw_page(Ui& ui, const FrameView& frame, AtReady& page);
    Asked draw_page(Ui& ui, const FrameView& frame, AtClosing& page);
    Asked draw_page(Ui& ui, const FrameView& frame, AtPersonal& page);
    Asked draw_page(Ui& ui, const FrameView& frame, WalkInPresenter& page);

    // From the next frame on.
    void go(Page page);
    // To the page before: a person's page lies over a list, or over what needs a look.
    void go_back();
    void open_person(const AttendeeId& person);
    void open_name(const AttendeeId& person);
    void open_field(const AttendeeId& person, AttendeeField field, const std::string& label,
                    const Texts& texts);
    // Out of a search: to the person's page, or to whom the found one may be the same as.
    void choose_found(const AtList& page, std::size_t index);
    void close_search(const AtList& page);
    void submit_pin();
    void follow(StaffAction action, AtPerson& page, const Texts& texts);
    void check_in(const AttendeeId& person, const Texts& texts);
    void check_out(const AttendeeId& person, const Texts& texts);
    // What was asked about once more.
    void confirm(StaffAction action, const AttendeeId& person, const Texts& texts);
    void confirm_two(AtPerson& page, const Texts& texts);
    void undo(const AttendeeId& person, const Texts& texts);
    void move(const AtGroups& page, GroupNumber group, const Texts& texts);
    void cancel(const AttendeeId& person, const Texts& texts);
    void restore(const AttendeeId& person, const Texts& texts);
    void join(const AttendeeId& person, const Texts& texts);
    void take_back_joining(const AttendeeId& person, const Texts& texts);
    void print_label(const AttendeeId& person, const Texts& texts);
    void correct(const AtName& page, const Texts& texts);
    void correct(AtField& page, const std::string& text, const Texts& texts);
    void merge(const AttendeeId& person, const AttendeeId& other, const Texts& texts);
    void part(const AttendeeId& person, const AttendeeId& other, const Texts& texts);
    // Looks for the other registration, or asks whether the two are to be parted.
    void follow_two(const AttendeeId& person);
    // The other registration that they were put together with; of several the first.
    [[nodiscard]] std::optional<AttendeeId> other_record(const AttendeeId& person) const;
    void register_somebody(const NewAttendee& person, const Texts& texts);
    // What was recorded is said, and printed where somebody came.
    void tell(const std::string& news) { news_ = news; }
    void tell_admission(const CheckInOutcome& outcome, const std::string& news);
    [[nodiscard]] std::vector<DoorProblem> problems() const;
    [[nodiscard]] std::string name_of(const AttendeeId& person) const;
    // Of the one registration as it was written.
    void show_other(const AttendeeId& record, StaffPersonView& view) const;
    [[nodiscard]] std::string name_of_record(const AttendeeId& record) const;

    StaffMeans means_;
    std::string pin_;
    PinState pin_state_ = PinState::asking;
    PinTries tries_;
    ReadyPresenter ready_;
    PersonalPresenter personal_;
    bool is_open_ = false;
    bool is_opening_told_ = false;
    bool is_organisers_ = false;  // who goes back to their own page

    Page page_;
    std::optional<Page> next_page_;
    Page below_person_;  // where a person's page leads back to
    std::string news_;
    IdleWatch idle_{120'000, 20'000};
};

}  // namespace stormote
