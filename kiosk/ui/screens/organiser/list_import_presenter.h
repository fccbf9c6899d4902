// ListImportPresenter: a list on its way from a stick into the event: the lists that are found, the
// one that was chosen, its rows that are not clear, and the way back afterwards. Reading, comparing
// and writing is done on the desk's thread. The screen thread; borrows the desk, which outlives it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/desk/lists/list_files.h"
#include "kiosk/ui/screens/organiser/list_import.h"
#include "kiosk/ui/screens/organiser/list_standing.h"

namespace stormote {

class ListImportPresenter {
  public:
    explicit ListImportPresenter(DeskThread& desk) : desk_(desk) {}

    // No page is open.
    void close();
    // Looks for lists and asks which one is meant.
    void start();
    // Looks again while that is asked, and whether an import can be taken back.
    void look();
    // How many people that import was about; nothing: there is none.
    [[nodiscard]] std::optional<std::int64_t> last_import() const { return last_import_; }
    void take_back(const Texts& texts);

    // Whether this device may read lists in.
    [[nodiscard]] bool can_import() const;
    [[nodiscard]] bool is_open() const { return page_ != Page::none; }
    // Draws the page that is open.
    [[nodiscard]] std::optional<ListImportIntent> draw(Ui& ui, const FrameView& frame);
    // Of what is the frame's, only GoBack is meant for it.
    void act(const ListImportIntent& intent, const Texts& texts);
    // What was done, once, for the tab to say.
    [[nodiscard]] std::optional<StatusLine> take_news();

  private:
    enum class Page : std::uint8_t { none, files, summary, row, rewrite };
    struct Opened;

    void find_files();
    void open_file(std::size_t index, const Texts& texts);
    template <typename Decide>
    void decide(Decide decision, const Texts& texts);
    void show(ListStanding standing);
    void save(const Texts& texts);
    void choose_field(std::size_t index);
    void go_back();
    void fail(const std::string& problem);

    DeskThread& desk_;
    Page page_ = Page::none;
    std::vector<ListFile> found_;
    // The screen thread holds it and never looks into it.
    std::shared_ptr<ListReview> review_;
    ListFilesView files_;
    ListSummaryView summary_;
    ListRowView row_;
    ListRewriteView rewrite_;
    bool is_looking_ = false;
    std::optional<std::int64_t> last_import_;
    std::optional<StatusLine> news_;
    AskScope scope_;
    AskScope page_scope_;  // what was asked for the pages that are open
};

}  // namespace stormote
