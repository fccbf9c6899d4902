// What the pages of a list's import have in common: words and buttons in a column on one card in
// the middle of the page. The screen thread.
//
// Source: list_import.cpp.
#pragma once

#include "kiosk/ui/screens/organiser/list_import.h"
#include "kiosk/ui/widgets/button_row.h"
#include "kiosk/ui/widgets/column.h"

namespace stormote {

// Where the column may stand, between the frame's header and bar.
[[nodiscard]] Rect card_bounds(const Ui& ui, const Rect& frame_bounds);
void draw_on_card(Ui& ui, const Rect& bounds, const Column& column);

// The buttons below the words, each with what it asks for.
class ChoiceRow {
  public:
    // While something is done, none can be pressed.
    explicit ChoiceRow(bool is_busy) : is_busy_(is_busy) {}

    void add(std::string_view id, std::string label, Icon icon, ButtonKind kind,
             ListImportIntent intent);
    [[nodiscard]] bool empty() const { return buttons_.empty(); }
    // What was pressed stands in `pressed` once the column is drawn; both must stay till then.
    void add_to(Ui& ui, Column& words, std::optional<ListImportIntent>& pressed) const;

  private:
    bool is_busy_;
    std::vector<RowButton> buttons_;
    std::vector<ListImportIntent> intents_;
};

}  // namespace stormote
