// WalkInPresenter: somebody registers at the kiosk, question by question, up to their consent.
// Keeps what was answered so far and nothing else. The screen thread.
#pragma once

#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/common/walk_in.h"
#include "kiosk/ui/widgets/idle_watch.h"

namespace stormote {

// What is not asked, because somebody else's registration says it.
struct SharedRegistration {
    std::string organisation;
    AttendeeRole role = AttendeeRole::civil;
    std::string sentence;  // says so on the screen without saying which organisation
    int steps_before = 0;  // questions that were answered already
};

// Who answers the questions: the person, or staff for them.
enum class Registrar : std::uint8_t { oneself, staff };

class WalkInPresenter {
  public:
    explicit WalkInPresenter(const DeskThread& desk, Registrar registrar = Registrar::oneself)
        : desk_(&desk), registrar_(registrar) {}
    WalkInPresenter(const DeskThread& desk, SharedRegistration shared);

    // What the frame's buttons ask for; Back within the questions is handled here.
    std::optional<FrameIntent> draw(Ui& ui, const FrameView& frame);

    // The room comes back after another screen: its time begins anew.
    void restart_time() { idle_.restart(); }

    // The person has agreed: this is to be registered. Once.
    [[nodiscard]] std::optional<NewAttendee> take_registration();
    // Given up, by declining, going back from the first question, or time.
    [[nodiscard]] bool is_over() const { return is_over_; }
    // By going back from the first question.
    [[nodiscard]] bool was_left_backwards() const { return was_left_backwards_; }
    // The person comes in somebody's place instead.
    [[nodiscard]] bool wants_to_substitute() const { return wants_to_substitute_; }

  private:
    [[nodiscard]] WalkInView view(const Ui& ui, const FrameView& frame);
    [[nodiscard]] std::vector<WalkInStep> steps() const;
    [[nodiscard]] Steps steps_shown() const;
    void set_organisation(const std::string& name);
    void agree();
    void go(int step);
    void choose_option(const WalkInView& view, std::size_t index);

    const DeskThread *desk_;  // never null
    Registrar registrar_ = Registrar::oneself;
    WalkInStep step_ = WalkInStep::name;
    std::string name_;
    std::string organisation_;
    bool is_organisation_known_ = true;
    std::string sector_;                // as it is stored
    std::vector<std::string> sectors_;  // that are offered, as they are stored
    std::string stored_until_;          // a date
    AttendeeRole role_ = AttendeeRole::civil;
    std::string typed_;
    std::optional<SharedRegistration> shared_;
    std::optional<NewAttendee> registration_;
    bool is_over_ = false;
    bool was_left_backwards_ = false;
    bool wants_to_substitute_ = false;
    IdleWatch idle_{60'000, 20'000};
};

// "2027-01-12": when the event's personal data are erased; empty without dates.
[[nodiscard]] std::string stored_until_date(const EventState& state);
// "12 januari 2027": when the event's personal data are erased; empty without dates.
[[nodiscard]] std::string stored_until_text(const EventState& state, const Texts& texts);

}  // namespace stormote
