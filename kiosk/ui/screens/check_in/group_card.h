// Group card: where to sit, on the answer to a ticket: the number of the group, which everybody
// must be able to read, then its table and the way there, beside it on wide screen and below it on
// narrow. The screen thread; borrows the Ui.
#pragma once

#include <string>

#include "kiosk/ui/screens/check_in/verdict.h"
#include "kiosk/ui/widgets/text_block.h"

namespace stormote {

class GroupCard {
  public:
    // `squeeze` is of the column that it stands in.
    GroupCard(Ui& ui, float width, float squeeze, const VerdictView& view);

    [[nodiscard]] float height() const;
    void draw(const Rect& rect) const;

  private:
    [[nodiscard]] float line_height(float width, const std::string& words,
                                    const TextBlockStyle& style) const;
    [[nodiscard]] float number_side() const;
    [[nodiscard]] float table_side() const;
    void draw_number(const Rect& bounds) const;
    void draw_without_table(Rect inside) const;
    void draw_line(Rect& rest, const std::string& words, const TextBlockStyle& style) const;

    Ui& ui_;
    std::string over_;
    std::string number_;
    std::string table_;
    std::string place_;
    TextBlockStyle over_style_;
    TextBlockStyle number_style_;
    TextBlockStyle table_style_;
    TextBlockStyle place_style_;
    float number_block_ = 0;  // its width
    float number_width_ = 0;
    float number_box_ = 0;
    float number_top_ = 0;
    float number_height_ = 0;
    float table_width_ = 0;
    bool is_wide_ = true;
};

}  // namespace stormote
