#include "kiosk/ui/screens/personal/folder_choice.h"

#include <algorithm>

#include "kiosk/documents/user_folders.h"

namespace stormote {

namespace {

constexpr std::int64_t look_ms = 1'000;

}  // namespace

std::string folder_text(const std::filesystem::path& folder) {
    const std::string path = folder.string();
    const bool is_stick = path.starts_with("/media/") || path.starts_with("/run/media/");
    return is_stick ? folder.filename().string() : path;
}

void FolderChoice::refresh(Ui& ui) {
    if (!looked_ms_ || ui.now_ms() - *looked_ms_ >= look_ms) {
        looked_ms_ = ui.now_ms();
        look();
    }
    ui.wake_at(*looked_ms_ + look_ms);
}

void FolderChoice::look() {
    desk_.ask(
        scope_, [](Desk&) { return find_user_folders(FolderUse::write); },
        [this](std::vector<std::filesystem::path> folders) {
            folders_ = std::move(folders);
            names_.clear();
            for (const auto& folder : folders_) names_.push_back(folder_text(folder));
            // The folder that was chosen stays chosen when a stick is pulled out beside it.
            const auto chosen = std::find(folders_.begin(), folders_.end(),
                                          chosen_.value_or(std::filesystem::path()));
            selected_ =
                chosen == folders_.end() ? 0 : static_cast<std::size_t>(chosen - folders_.begin());
        },
        [](const Error&) {});
}

void FolderChoice::choose(std::size_t index) {
    if (index >= folders_.size()) return;
    chosen_ = folders_[index];
    selected_ = index;
}

std::optional<std::filesystem::path> FolderChoice::folder() const {
    if (selected_ >= folders_.size()) return std::nullopt;
    return folders_[selected_];
}

}  // namespace stormote
