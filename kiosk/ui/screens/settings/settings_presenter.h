// SettingsPresenter: the event's settings while the organiser has them open, or its words in a
// further language: the list, the one that is being written, and the steps that can be taken back.
// All checking and writing is done on the
// desk's thread. The screen thread; borrows the desk, which outlives it.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/settings/event_words.h"
#include "kiosk/ui/screens/common/navigation.h"
#include "kiosk/ui/screens/settings/setting_field.h"
#include "kiosk/ui/screens/settings/settings_list.h"

namespace stormote {

class SettingsPresenter {
  public:
    explicit SettingsPresenter(DeskThread& desk) : desk_(desk) {}

    // As at the beginning: nothing written or to be taken back.
    void open();
    // One frame. Back once the organiser leaves the list.
    [[nodiscard]] std::optional<Navigation> draw(Ui& ui, const FrameView& frame);

  private:
    struct Writing {
        std::uint64_t number = 0;  // tells it from one that was opened since
        SettingField field = SettingField::name;
        std::optional<EventWord> word;  // that is said in a further language
        SettingFieldView view;
        std::optional<Error> problem;
    };

    [[nodiscard]] SettingsListView list(const Ui& ui, const FrameView& frame) const;
    std::optional<Navigation> follow(const SettingsListIntent& intent, const Texts& texts);
    std::optional<Navigation> follow(const SettingFieldIntent& intent, const Texts& texts);
    [[nodiscard]] std::vector<EventWord> words(const Texts& texts) const;
    void list_settings(SettingsListView& view, const Texts& texts) const;
    void list_words(SettingsListView& view, const Texts& texts) const;
    void write(std::size_t index, const Texts& texts);
    void write_word(std::size_t index, const Texts& texts);
    void save(const Texts& texts);
    void take_back();

    DeskThread& desk_;
    std::optional<Writing> writing_;
    std::uint64_t writings_ = 0;           // so many were opened
    std::optional<std::size_t> language_;  // nothing: Swedish
    std::vector<WordStep> steps_;          // that can be taken back, the last one last
    std::optional<Error> problem_;
    Scroll scroll_;
    AskScope scope_;
};

}  // namespace stormote
