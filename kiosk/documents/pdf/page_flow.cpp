#include "kiosk/documents/pdf/page_flow.h"

#include <algorithm>

namespace stormote {

namespace {

// Headings that take more of a page than this leave no room for what stands under them.
constexpr double most_repeated = 1.0 / 3;

class PageFlow {
  public:
    PageFlow(const FlowRows& rows, double top, double bottom)
        : rows_(rows), first_top_(top), bottom_(bottom), top_(top), pages_(1) {}

    std::vector<FlowPage> place() {
        for (std::size_t begin = 0; begin < rows_.size();) {
            std::size_t end = begin + 1;
            while (end < rows_.size() && rows_[end - 1].keeps_next && !rows_[end].begins_page)
                ++end;
            place_together(begin, end);
            begin = end;
        }
        return std::move(pages_);
    }

  private:
    [[nodiscard]] bool is_page_begun() const { return !pages_.back().rows.empty(); }

    // The room between the row and what stands above it.
    [[nodiscard]] double gap(const FlowRow& row, double below) const {
        return std::max(row.above, below);
    }

    [[nodiscard]] double height_of(std::size_t begin, std::size_t end) const {
        double height = gap(rows_[begin], below_);
        for (std::size_t at = begin; at < end; ++at) {
            if (at > begin) height += gap(rows_[at], rows_[at - 1].below);
            height += rows_[at].height;
        }
        return height;
    }

    // Rows that belong together: on this page, or on the next, or, where no page can hold them,
    // from here on.
    void place_together(std::size_t begin, std::size_t end) {
        const double height = height_of(begin, end);
        const bool must_turn = rows_[begin].begins_page;
        const bool fits_page = height <= bottom_ - first_top_ - repeated_height(rows_[begin]);
        const bool is_too_high = top_ + height > bottom_ && fits_page;
        if (is_page_begun() && (must_turn || is_too_high)) turn(rows_[begin]);
        for (std::size_t at = begin; at < end; ++at) {
            const FlowRow& row = rows_[at];
            const bool has_room = top_ + gap(row, below_) + row.height <= bottom_;
            if (is_page_begun() && !has_room) turn(row);
            put(row, false);
        }
    }

    void put(const FlowRow& row, bool is_repeated) {
        if (is_page_begun()) top_ += gap(row, below_);
        pages_.back().rows.push_back({&row, top_, is_repeated});
        top_ += row.height;
        below_ = row.below;
    }

    [[nodiscard]] double repeated_height(const FlowRow& row) const {
        double height = 0;
        if (row.repeated) {
            for (const FlowRow& heading : *row.repeated) height += heading.above + heading.height;
        }
        return height <= (bottom_ - first_top_) * most_repeated ? height : 0;
    }

    // The next page, which that row begins.
    void turn(const FlowRow& row) {
        pages_.emplace_back();
        top_ = first_top_;
        below_ = 0;
        if (repeated_height(row) == 0) return;
        for (const FlowRow& heading : *row.repeated) put(heading, true);
    }

    const FlowRows& rows_;
    double first_top_;
    double bottom_;
    double top_;
    double below_ = 0;
    std::vector<FlowPage> pages_;
};

}  // namespace

std::vector<FlowPage> place_rows(const FlowRows& rows, double top, double bottom) {
    return PageFlow(rows, top, bottom).place();
}

}  // namespace stormote
