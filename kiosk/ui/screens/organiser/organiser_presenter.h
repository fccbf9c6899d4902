// OrganiserPresenter: the organiser's page while it is open: which tab, how far a list is moved,
// and the numbers, read at most once a second. All counting and writing is done on the desk's
// thread. The screen thread; borrows desk, clock and synchronisation, which outlive it.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/desk/sync/background_sync.h"
#include "kiosk/ui/screens/board/board_presenter.h"
#include "kiosk/ui/screens/common/navigation.h"
#include "kiosk/ui/screens/conflicts/conflict_presenter.h"
#include "kiosk/ui/screens/follow_up/follow_up_presenter.h"
#include "kiosk/ui/screens/organiser/agenda_presenter.h"
#include "kiosk/ui/screens/organiser/event_log_presenter.h"
#include "kiosk/ui/screens/organiser/list_import_presenter.h"
#include "kiosk/ui/screens/organiser/meeting_end_presenter.h"
#include "kiosk/ui/screens/organiser/organiser_views.h"
#include "kiosk/ui/screens/organiser/people_here_presenter.h"
#include "kiosk/ui/screens/organiser/people_list_print.h"
#include "kiosk/ui/screens/organiser/stick_exchange.h"
#include "kiosk/ui/screens/organiser/table_message_presenter.h"
#include "kiosk/ui/screens/pairing/let_in_presenter.h"
#include "kiosk/ui/screens/personal/folder_choice.h"
#include "kiosk/ui/screens/personal/remaining_presenter.h"
#include "kiosk/ui/screens/readiness/ready_presenter.h"
#include "kiosk/ui/screens/settings/settings_presenter.h"
#include "kiosk/ui/screens/wall/wall_presenter.h"

namespace stormote {

class OrganiserPresenter {
  public:
    // No synchronisation (null): there is no central store.
    OrganiserPresenter(DeskThread& desk, BackgroundSync *sync, const Clock& clock,
                       TrialThread *trials = nullptr, SoundPlayer *sounds = nullptr,
                       SecondScreen *second_screen = nullptr, PaperPrinter *paper_printer = nullptr,
                       PairingOffice *pairing_office = nullptr);

    // As at the beginning: the door, with nothing read yet.
    void open();
    // One frame, between begin_frame and end_frame. The frame view is that of all screens. GoHome
    // once the organiser has locked the page.
    [[nodiscard]] std::optional<Navigation> draw(Ui& ui, const FrameView& frame);

    // While the page shows whether all is ready, a code is read as a try, and nobody is checked in.
    // False: it shows something else.
    bool take_code(const std::string& text, ShownTo reader);

  private:
    void draw_page(Ui& ui, const FrameView& frame);
    void refresh(Ui& ui);
    void read_door();
    void show(DoorReading reading, const Texts& texts);
    void write_file(const ChosenExport& file, const Texts& texts);
    void make_package(const Texts& texts);
    void save_bundle(const Texts& texts);
    void fetch_bundles(const Texts& texts);
    void show_stick_news();
    // The folder to write to; nothing where there is none, or something is being written.
    std::optional<std::filesystem::path> start_writing();
    void show_written(const std::string& text, bool is_warning);
    template <typename Intent, typename Act>
    void follow(const std::optional<Intent>& intent, Act act_on, Ui& ui);
    bool draw_naming(Ui& ui);
    bool draw_agenda_item(Ui& ui);
    bool draw_settings(Ui& ui);
    bool draw_ready(Ui& ui);
    template <typename Presenter>
    bool draw_if_open(Presenter& page, Ui& ui);
    void choose_tab(OrganiserTab tab);
    bool draw_list_import(Ui& ui);
    void show_news();
    void act(const EveningDeed& deed, Ui& ui);
    void act(const OrganiserIntent& intent, Ui& ui);

    DeskThread& desk_;
    BackgroundSync *sync_;
    const Clock& clock_;
    AgendaPresenter agenda_;
    BoardPresenter board_;
    ListImportPresenter lists_;
    ReadyPresenter ready_;
    bool is_ready_open_ = false;
    ConflictPresenter conflicts_;
    PeopleListPrint people_list_;
    PeopleHerePresenter people_here_;
    TableMessagePresenter table_message_;
    MeetingEndPresenter meeting_end_;
    RemainingPresenter remaining_;
    EventLogPresenter event_log_;
    FollowUpPresenter follow_up_;
    LetInPresenter let_in_;
    WallPresenter wall_;
    SettingsPresenter settings_;
    bool are_settings_open_ = false;
    OrganiserView view_;
    FolderChoice folders_;
    StickExchange stick_;
    std::optional<std::int64_t> read_ms_;  // when the desk was last asked
    bool is_reading_ = false;
    std::optional<DoorReading> reading_;  // come, and not shown yet
    std::optional<Navigation> to_;        // where this frame leads
    AskScope scope_;
};

}  // namespace stormote
