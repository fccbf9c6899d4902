// ListReview: a list of registrations while the rows in it that are not clear are decided one by
// one. It holds the list's rows as they were decided by now; nothing of it is in the event before
// somebody records the plan. One thread at a time; owns what it has read.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "kiosk/lists/registrations/registration_import.h"
#include "kiosk/lists/registrations/review_proposals.h"
#include "kiosk/lists/registrations/row_memory.h"

namespace stormote {

// What somebody who writes a row anew may write in.
struct RowField {
    ListField field;
    std::string text;

    bool operator==(const RowField&) const = default;
};

// The first row that is not clear.
struct RowQuestion {
    std::size_t line = 0;  // in the file; 0: it came of a row that named two people
    std::string problem;   // in sentences
    std::string said;      // the cells as they stand, parted by dots
    // As it is probably meant: one row, or two where it names two people. Empty: what would be
    // proposed is not clear either.
    std::vector<std::string> meant;
    std::vector<RowField> fields;  // to write it anew, with what is proposed in them
};

// How the list stands beside the event.
struct ReviewStanding {
    ImportPlan plan;                  // of the rows that are clear
    std::size_t doubtful = 0;         // rows that are not
    std::size_t settled_before = 0;   // rows that were not clear, and are decided as last time
    std::vector<AttendeeId> missing;  // registered before, and left out
    std::optional<RowQuestion> question;
    bool has_decisions = false;  // some that are not remembered yet

    [[nodiscard]] std::int64_t clear() const { return plan.added + plan.updated + plan.unchanged; }
    // Every row is clear.
    [[nodiscard]] bool is_settled() const { return doubtful == 0 && plan.problems.empty(); }
};

class ListReview {
  public:
    // Reads the list, whose bytes are not needed any more.
    explicit ListReview(const ListSource& source, RowMemory memory = {});

    // Compares the list, as it is decided by now, with the event; rows that were decided before are
    // decided in the same way. Where it asks about a row, the next three are about that one.
    [[nodiscard]] ReviewStanding compare(const EventState& state, const ImportIds& ids,
                                         const Texts& texts);
    // The list as it is decided by now and by what was decided before, for who takes its rows as
    // they are; and how many that were.
    [[nodiscard]] ListedPeople listed(const EventState& state, const ImportIds& ids);
    [[nodiscard]] std::size_t settled_before() const { return settled_before_; }
    // What tells the row again in the next version of the list; a table of a review says it.
    [[nodiscard]] std::string fingerprint_of(const CsvRow& row) const;

    // Takes the row as it is probably meant.
    void accept();
    // Leaves the row out.
    void skip();
    // Takes the row with these fields.
    void rewrite(const std::vector<RowField>& fields);

    // What was decided by now, to be remembered once the plan is recorded; nothing of a row that is
    // still not clear.
    [[nodiscard]] RowMemory::Rows decisions(const ImportPlan& plan) const;

  private:
    using Cells = std::vector<std::string>;
    struct Asked {
        std::size_t line = 0;
        std::string fingerprint;
        std::vector<Cells> meant;  // by the headings of the table
        Cells to_rewrite;
    };

    [[nodiscard]] std::vector<DoubtfulRow> set_aside(ListedPeople& people, const EventState& state,
                                                     const ImportIds& ids) const;
    RowQuestion ask(const ListedPeople& people, const DoubtfulRow& doubt, const EventState& state,
                    const ImportIds& ids, const Texts& texts);
    // Whether the row, taken as it is meant, would be clear.
    [[nodiscard]] bool would_be_clear(const EventState& state, const ImportIds& ids) const;
    // Decides the rows that were decided before.
    void settle_known(const EventState& state, const ImportIds& ids);
    // People as the event knows them, so that they are found again; nothing where somebody is gone.
    [[nodiscard]] std::optional<std::vector<Cells>> rows_of(const std::vector<AttendeeId>& people,
                                                            const EventState& state) const;
    void add_columns(const ReviewProposals& proposals);
    // The row that was asked about gives way to others, the first of them in its place.
    void replace(const std::vector<Cells>& rows);

    ListProblems problems_;  // of the file as a whole; the table is read into it
    HeadedTable table_;
    std::size_t last_line_ = 0;
    std::size_t end_line_ = 0;  // beyond which no row stands by now
    Asked asked_;
    RowMemory memory_;
    std::size_t settled_before_ = 0;
    std::set<std::size_t> settled_lines_;
    // By the fingerprint of a row that was decided, the lines of what it became.
    std::map<std::string, std::set<std::size_t>> decided_;
};

}  // namespace stormote
