#include "kiosk/lists/follow_up/follow_up_list.h"

#include <array>
#include <map>

#include "kiosk/lists/follow_up/follow_up_fields.h"
#include "kiosk/lists/headed_list.h"
#include "kiosk/lists/list_text.h"
#include "sync/base/text_folding.h"
#include "sync/report/follow_up.h"

namespace stormote {

namespace {

constexpr std::size_t id_column = 0;
constexpr std::size_t first_read_column = 1;
constexpr std::size_t column_count = 15;

// Those from first_read_column on, in their order; the columns after them are known and not read.
constexpr std::array read_fields{
    FollowUpField::owner,  FollowUpField::department, FollowUpField::due, FollowUpField::state,
    FollowUpField::answer, FollowUpField::answered,   FollowUpField::told};

constexpr std::array<HeadingWord, 28> headings{
    {{id_column, "id"}, {1, "ansvarig"},     {1, "owner"},         {2, "forvaltning"},
     {2, "department"}, {3, "klartsenast"},  {3, "due"},           {4, "lage"},
     {4, "state"},      {5, "svar"},         {5, "answer"},        {6, "besvarat"},
     {6, "answeredon"}, {7, "beskedlamnat"}, {7, "toldon"},        {8, "slag"},
     {8, "kind"},       {9, "text"},         {10, "fraganr"},      {10, "questionnumber"},
     {11, "grupper"},   {11, "groups"},      {12, "tidigaremote"}, {12, "earliermeeting"},
     {13, "fragafran"}, {13, "askedby"},     {14, "naspa"},        {14, "reachedby"}}};

constexpr HeadedColumns columns{headings,
                                column_count,
                                id_column,
                                "Id",
                                {"The column with the ids is missing. Export the list anew with "
                                 "\"stormote export EVENT follow-up\", and write into that."},
                                {""},
                                UnknownHeadings::ignored};

// What the export says in the column, as people read it.
std::string shown(const FollowUpItem& item, FollowUpField field) {
    switch (field) {
        case FollowUpField::owner:
            return item.follow_up.owner;
        case FollowUpField::department:
            return item.follow_up.department;
        case FollowUpField::due:
            return item.follow_up.due;
        case FollowUpField::answer:
            return item.follow_up.answer;
        case FollowUpField::answered:
            return item.follow_up.answered;
        case FollowUpField::told:
            return item.follow_up.told;
        default:
            return "";
    }
}

class FollowUpReader {
  public:
    FollowUpReader(const ListSource& source, const EventState& state, FollowUpPlan& plan)
        : state_(state),
          plan_(plan),
          items_(follow_up_items(state)),
          list_(source, columns, plan.problems) {
        for (const FollowUpItem& item : items_) by_id_.emplace(item.id(), &item);
    }

    void read() {
        for (const HeadedRow& row : list_.rows()) read(row);
        plan_.notes = list_.notes();
        if (!plan_.problems.empty()) plan_.changes.clear();
    }

  private:
    void read(const HeadedRow& row) {
        const std::string id = row.text(id_column);
        const auto found = by_id_.find(id);
        if (found == by_id_.end()) {
            list_.complain(row, id_column,
                           input_error({"There is nothing with the id \"{}\" in the follow-up. "
                                        "Leave the ids as they were exported."},
                                       id));
            return;
        }
        if (!list_.is_first(row, id)) return;
        const FollowUpItem& item = *found->second;
        FollowUpChange change{item.subject, {}};
        for (std::size_t i = 0; i < read_fields.size(); ++i) {
            read(row, first_read_column + i, read_fields.at(i), item, change);
        }
        if (change.said.empty()) {
            ++plan_.unchanged;
        } else {
            plan_.changes.push_back(std::move(change));
        }
    }

    void read(const HeadedRow& row, std::size_t column, FollowUpField field,
              const FollowUpItem& item, FollowUpChange& change) {
        const auto& cell = row.at(column);
        if (!cell || *cell == cell_text(shown(item, field))) return;
        if (auto reason = unchangeable(field, *cell, item)) {
            list_.remark(row, column, std::move(*reason));
            return;
        }
        auto text = check_follow_up(state_, field, *cell, "\"" + *cell + "\"");
        if (!text) {
            list_.complain(row, column, text.error());
            return;
        }
        const bool is_same =
            field == FollowUpField::state
                ? parse_follow_up_state(*text) == item.follow_up.state
                : *text == described(item).get(field) || *text == shown(item, field);
        if (!is_same) change.said[field] = *text;
    }

    // Why a cell that differs from what was exported is left aside. Nothing: it is read.
    [[nodiscard]] std::optional<Error> unchangeable(FollowUpField field, const std::string& cell,
                                                    const FollowUpItem& item) const {
        const std::string& said = described(item).get(field);
        if (field == FollowUpField::owner && !cell.empty()) {
            // The list may be older than the erasure: the name must not come back by it.
            const auto person = parse_id<AttendeeId>(said);
            if (person && state_.find_attendee(*person) == nullptr) {
                return input_error({"Whoever saw to it has been erased, so that the cell is left "
                                    "aside. Say who does now: stormote follow-up EVENT --set {} "
                                    "--owner \"Fritidschefen\""},
                                   item.id());
            }
        }
        if (field == FollowUpField::department && cell.empty() && said.empty()) {
            return input_error(
                {"The department was chosen with the message and cannot be taken "
                 "away. Write another one."});
        }
        return std::nullopt;
    }

    [[nodiscard]] const LatestFields& described(const FollowUpItem& item) const {
        static const LatestFields nothing;
        if (const auto *note = std::get_if<NoteId>(&item.subject)) {
            const LatestFields *known = state_.note_descriptions().find(*note);
            return known == nullptr ? nothing : *known;
        }
        const auto known = state_.message_descriptions().find(std::get<MessageKey>(item.subject));
        return known == state_.message_descriptions().end() ? nothing : known->second;
    }

    const EventState& state_;
    FollowUpPlan& plan_;
    std::vector<FollowUpItem> items_;
    std::map<std::string, const FollowUpItem *> by_id_;
    HeadedList list_;
};

}  // namespace

FollowUpPlan plan_follow_up(const ListSource& source, const EventState& state) {
    FollowUpPlan plan;
    FollowUpReader(source, state, plan).read();
    return plan;
}

}  // namespace stormote
