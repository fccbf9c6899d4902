// Settings options: what `init` and `settings` say of an event on the command line or in a page of
// text, checked before anything is recorded. One thread.
#pragma once

#include "kiosk/cli/command.h"
#include "kiosk/settings/settings_page.h"

namespace stormote {

class SettingsOptions {
  public:
    enum class Needs { all_that_an_event_needs, none };

    // Adds --name, --starts, ..., --template to a subcommand. Must stay where it is until the
    // command has run.
    void add_to(Subcommand& command);

    // What was said, on the command line first; an empty text takes a setting away. Together with
    // what the event has already it must make sense. Error in words otherwise.
    [[nodiscard]] Result<FieldTexts> read(const LatestFields& present, Needs needs,
                                          const CommandContext& context) const;
    [[nodiscard]] bool has_any() const {
        return !said_.empty() || !translations_.empty() || !template_.empty() || !pin_.empty() ||
               !pin_file_.empty();
    }
    // The staff's PIN; empty where none was said. Error where it is none. Asks once.
    [[nodiscard]] Result<std::string> read_pin(const CommandContext& context) const;

  private:
    [[nodiscard]] Result<SaidSettings> said(const CommandContext& context) const;

    SaidSettings said_;
    std::vector<std::string> translations_;
    std::string template_;
    std::string pin_;
    std::string pin_file_;
};

}  // namespace stormote
