// Settings options: what `init` and `settings` say of an event on the command line, checked before
// anything is recorded. One thread.
#pragma once

#include <map>

#include "kiosk/cli/command.h"

namespace stormote {

class SettingsOptions {
  public:
    enum class Needs { all_that_an_event_needs, none };

    // Adds --name, --starts, ... to a subcommand. Must stay where it is until the command has run.
    void add_to(Subcommand& command, Needs needs);

    // What was said; an empty text takes a setting away. Together with what the event has already
    // it must make sense. Error in words otherwise.
    [[nodiscard]] Result<FieldTexts> read(const LatestFields& present) const;
    [[nodiscard]] bool has_any() const {
        return !said_.empty() || !pin_.empty() || !pin_file_.empty();
    }
    // The staff's PIN; empty where none was said. Error where it is none. Asks once.
    [[nodiscard]] Result<std::string> read_pin(const CommandContext& context) const;

    // The settings that can be said, as lines "name<TAB>value"; a logo by its size in pixels.
    [[nodiscard]] static std::string describe(const LatestFields& settings);

  private:
    std::map<SettingField, std::string> said_;
    std::string pin_;
    std::string pin_file_;
};

}  // namespace stormote
