// BoardLayout: where every column and card lies, before it is moved onto the screen. The
// screen thread; keeps a reference to the view that it lays out.
#pragma once

#include "kiosk/ui/screens/board/board_sheet.h"

namespace stormote {

struct PlacedCard {
    const BoardCard *card = nullptr;
    std::size_t column = 0;
    Rect rect;  // on the sheet below the heads, which begins at its upper left corner
    bool is_gone = false;
};

// What stands above the cards of a column.
[[nodiscard]] TextBlockStyle column_head_style(const Theme& theme);
[[nodiscard]] std::string column_head(const BoardColumn& column);

class BoardLayout : public BoardSheet {
  public:
    // Around what lies in a column, and beside what stands above it.
    static constexpr float padding = 10;
    static constexpr float head_padding = 16;

    BoardLayout(Ui& ui, const Rect& bounds, const BoardView& view);

    [[nodiscard]] float head() const { return head_; }
    [[nodiscard]] const Rect& cards_bounds() const { return cards_bounds_; }
    [[nodiscard]] const PanRange& range() const override { return range_; }
    [[nodiscard]] std::optional<GroupNumber> group_at(Point point) const override;
    [[nodiscard]] const std::vector<PlacedCard>& cards() const { return cards_; }
    [[nodiscard]] float column_width() const { return width_; }
    [[nodiscard]] float column_left(std::size_t column) const {
        return static_cast<float>(column) * (width_ + gap_);
    }
    // Where it lies now, be it carried there.
    [[nodiscard]] const PlacedCard *find(const std::string& card) const;

    // Where a key leads from a card: to the one above or below, to the one beside in the next
    // column that has any, to the first or last of its column, or a glassful on. Nothing: out of
    // the columns, and for every other key. `towards_end` is the arrow that goes on from column to
    // column.
    [[nodiscard]] const PlacedCard *after(const PlacedCard& card, KeyKind key,
                                          KeyKind towards_end) const;

  private:
    [[nodiscard]] float head_height(Ui& ui, const BoardColumn& column) const;
    void place_cards(Ui& ui);
    void place(Ui& ui, const BoardCard& card, std::size_t column, float& top, bool is_gone);
    [[nodiscard]] const PlacedCard *nearest_in(std::size_t column, float middle) const;

    const BoardView& view_;
    float gap_ = 0;
    float width_ = 0;
    float head_ = 0;
    float height_ = 0;
    std::vector<PlacedCard> cards_;  // column by column, from above
    Rect cards_bounds_;
    PanRange range_;
};

}  // namespace stormote
