// FolderChoice: where a file is to be saved: what is plugged in and the user's own folders, found
// on the desk's thread, and which of them is chosen. The screen thread; borrows the desk, which
// outlives it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/widgets/ui.h"

namespace stormote {

// The name of a stick that is plugged in; other folders by their whole path.
[[nodiscard]] std::string folder_text(const std::filesystem::path& folder);

class FolderChoice {
  public:
    explicit FolderChoice(DeskThread& desk) : desk_(desk) {}

    // Each frame: looks anew every second, as sticks are plugged in and out, and at once after
    // look_again(). What is found comes with a later frame.
    void refresh(Ui& ui);
    void look_again() { looked_ms_.reset(); }
    void choose(std::size_t index);

    // As people call them.
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    [[nodiscard]] std::size_t selected() const { return selected_; }
    // The one that is chosen; nothing where there is none.
    [[nodiscard]] std::optional<std::filesystem::path> folder() const;

  private:
    void look();

    DeskThread& desk_;
    std::vector<std::filesystem::path> folders_;
    std::vector<std::string> names_;
    std::size_t selected_ = 0;
    std::optional<std::filesystem::path> chosen_;
    std::optional<std::int64_t> looked_ms_;
    AskScope scope_;
};

}  // namespace stormote
