// WalkInPresenter: somebody registers at the kiosk, question by question, up to what they are told
// about it. Keeps what was answered so far and nothing else. The screen thread.
#pragma once

#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/common/navigation.h"
#include "kiosk/ui/screens/common/walk_in.h"
#include "kiosk/ui/widgets/idle_watch.h"
#include "sync/model/presence.h"
#include "sync/privacy/information_text.h"

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

    // Submitted once the person has read what is stored, and agreed where they are asked; Back from
    // the first question; Declined where they decline; GoHome where time is up. The paper is what
    // the printer prints for who is registered.
    [[nodiscard]] std::optional<Navigation> draw(Ui& ui, const FrameView& frame,
                                                 DoorPaper paper = DoorPaper::name_label);

    // The screen comes back after another one: its time begins anew.
    void restart_time() { idle_.restart(); }

  private:
    [[nodiscard]] WalkInView view(const Ui& ui, const FrameView& frame);
    [[nodiscard]] std::vector<WalkInStep> steps() const;
    [[nodiscard]] Steps steps_shown() const;
    void set_organisation(const std::string& name);
    [[nodiscard]] Submitted submit() const;
    void inform(const Texts& texts);
    [[nodiscard]] std::optional<Navigation> follow(const WalkInIntent& intent,
                                                   const WalkInView& shown);
    // False: there is no such step.
    bool go(int step);
    void choose_role(WalkInRole role);
    void choose_sector(std::size_t index);
    void skip_organisation();
    void forget_organisation();

    const DeskThread *desk_;  // never null
    Registrar registrar_ = Registrar::oneself;
    WalkInStep step_ = WalkInStep::name;
    std::string name_;
    std::string organisation_;
    bool is_organisation_known_ = true;
    std::string sector_;                // as it is stored
    std::vector<std::string> sectors_;  // that are offered, as they are stored
    // What the last step says, in the language that it is shown in.
    InformationText information_;
    std::string information_language_;
    bool asks_consent_ = false;
    WalkInRole role_ = WalkInRole::association;
    std::string typed_;
    std::optional<SharedRegistration> shared_;
    IdleWatch idle_{60'000, 20'000};
};

}  // namespace stormote
