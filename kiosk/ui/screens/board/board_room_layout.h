// BoardRoomLayout: where every table of the board lies on the sheet, before that is moved onto the
// screen: at its place on the plan of the room, or by number in a calm grid where there is no plan.
// The sheet is as large as the tables need so that each can be touched. The screen thread; keeps a
// reference to the view that it lays out.
#pragma once

#include "kiosk/ui/screens/board/board_sheet.h"

namespace stormote {

// A table on the sheet, or on the screen.
struct PlacedTable {
    const BoardColumn *column = nullptr;
    Rect rect;     // what can be touched
    Point centre;  // of its disc
    float radius = 0;
    bool holds_words = false;  // or they stand below the disc
};

class BoardRoomLayout : public BoardSheet {
  public:
    BoardRoomLayout(Ui& ui, const Rect& bounds, const BoardView& view);

    [[nodiscard]] const PanRange& range() const override { return range_; }
    [[nodiscard]] std::optional<GroupNumber> group_at(Point point) const override;

    [[nodiscard]] const std::vector<PlacedTable>& tables() const { return tables_; }
    [[nodiscard]] const PlacedTable *find(GroupNumber group) const;
    // The floor on the sheet, and how many pixels a metre has; no plan: what the tables lie on.
    [[nodiscard]] const Rect& floor() const { return floor_; }
    [[nodiscard]] float scale() const { return scale_; }
    // The plan that the tables stand on; null: there is none, or they stand too close on it.
    [[nodiscard]] const SeatingMap *plan() const { return plan_; }

    // Where an arrow leads from a table, to the first and last by Home and End; null: out of the
    // room, and for every other key.
    [[nodiscard]] const PlacedTable *after(const PlacedTable& table, KeyKind key) const;

  private:
    // How large tables are drawn.
    struct Shape {
        float radius = 0;
        Size box;  // with the words below
        bool holds_words = false;
    };

    void measure(Ui& ui);
    [[nodiscard]] Shape shape_in(Size cell) const;
    [[nodiscard]] bool place_on_plan(Size bounds);
    [[nodiscard]] float least_to_edge(const std::vector<Point>& spots, Size size,
                                      Point aside) const;
    void place_in_grid(Size bounds);
    void place_rows(const std::vector<const BoardColumn *>& columns, float top, float width);
    void place(const BoardColumn& column, Point middle, const Shape& shape);
    [[nodiscard]] const PlacedTable *towards(const PlacedTable& table, KeyKind key) const;

    const BoardView& view_;
    const SeatingMap *plan_ = nullptr;
    float gap_ = 0;
    float largest_radius_ = 0;
    Shape least_;                 // as small as a table can be
    float least_with_words_ = 0;  // a disc that holds its words is at least that wide
    Rect floor_;
    float scale_ = 1;
    std::vector<PlacedTable> tables_;  // as the columns come
    PanRange range_;
};

// The letters of a table.
[[nodiscard]] TextBlockStyle table_number_style(const Theme& theme);
[[nodiscard]] TextBlockStyle table_name_style(const Theme& theme);
[[nodiscard]] TextBlockStyle table_count_style(const Theme& theme);
// Between a disc's rim and its words: the ring and the marks of those who sit there.
[[nodiscard]] float table_rim(const Ui& ui);
// Lines of letters have empty rims: so much of their height they need.
constexpr float line_share = 0.75F;

}  // namespace stormote
