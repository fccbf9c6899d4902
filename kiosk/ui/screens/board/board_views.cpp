#include "kiosk/ui/screens/board/board_views.h"

#include <algorithm>
#include <map>

#include "kiosk/ui/screens/board/board_parts.h"

namespace stormote {

namespace {

// Sectors by how many people they have, then by name.
std::vector<std::string> sectors_by_size(const GroupBoard& board) {
    std::map<std::string, int> counts;
    for (const BoardPerson& person : board.people) {
        if (!person.sector.empty()) ++counts[person.sector];
    }
    std::vector<std::string> sectors;
    sectors.reserve(counts.size());
    for (const auto& [sector, count] : counts) sectors.push_back(sector);
    std::stable_sort(sectors.begin(), sectors.end(),
                     [&counts](const auto& left, const auto& right) {
                         return counts.at(left) > counts.at(right);
                     });
    return sectors;
}

BoardCard card_of(const BoardPerson& person, const std::vector<std::string>& sectors) {
    BoardCard card;
    card.id = card_id(person.attendee);
    card.name = person.name;
    card.organisation = person.organisation;
    const auto sector = std::find(sectors.begin(), sectors.end(), person.sector);
    if (sector != sectors.end()) {
        card.sector =
            std::min(static_cast<std::size_t>(sector - sectors.begin()), sector_mark_count - 1);
    }
    card.role = person.role;
    card.is_here = person.is_here;
    card.is_locked = person.is_locked;
    return card;
}

std::string count_text(const BoardColumn& column, const Texts& texts) {
    const std::string people =
        texts.get(column.cards.size() == 1 ? Sentence{"{} person"} : Sentence{"{} people"},
                  column.cards.size());
    return people + ", " + texts.get(Sentence{"{} here"}, column.here);
}

TableLeader leader_of(const GroupBoard& board, const BoardGroup& group) {
    if (!group.facilitator || group.is_closed) return TableLeader::nobody;
    const BoardPerson *leader = board.find(*group.facilitator);
    return leader != nullptr && leader->is_here ? TableLeader::here : TableLeader::missing;
}

// In one word beside the table, shorter than what the panel says.
std::string alarm_of(const BoardColumn& column, const Texts& texts) {
    if (column.group == 0) return "";
    if (column.is_closed) return texts.get({"Closed"});
    if (column.needs_care) return texts.get({"Crowded"});
    return column.cards.size() < fewest_at_table ? texts.get({"Few"}) : "";
}

// "Pensionärer: 2", each sector at the table.
std::vector<std::string> mix_at(const BoardColumn& column, const std::vector<std::string>& sectors,
                                const Texts& texts) {
    std::vector<int> counts(sectors.size());
    for (const BoardCard& card : column.cards) {
        if (card.sector && *card.sector < counts.size()) ++counts[*card.sector];
    }
    std::vector<std::string> mix;
    for (std::size_t i = 0; i < sectors.size(); ++i) {
        if (counts[i] > 0) mix.push_back(texts.get(Sentence{"{}: {}"}, sectors[i], counts[i]));
    }
    return mix;
}

std::string spoken_of(const BoardColumn& column, const std::vector<std::string>& sectors,
                      const Texts& texts) {
    std::string spoken = column.title;
    const auto add = [&spoken](const std::string& words) {
        if (!words.empty()) spoken += ", " + words;
    };
    add(column.table);
    add(column.count);
    if (column.leader == TableLeader::here) add(texts.get({"the facilitator is here"}));
    if (column.leader == TableLeader::missing) add(texts.get({"the facilitator is missing"}));
    add(column.alarm);
    for (const std::string& sector : mix_at(column, sectors, texts)) add(sector);
    return spoken;
}

std::string title_of(const CriterionResult& result, const Texts& texts) {
    if (result.name == "organisation") return texts.get({"Same organisation"});
    if (result.name == "sector") return texts.get({"Sector"});
    if (result.name == "role") return texts.get({"Role"});
    if (result.name == "gender") return texts.get({"Gender"});
    return texts.get({"Group sizes"});
}

}  // namespace

std::string card_id(const AttendeeId& attendee) {
    return "card_" + to_string(attendee);
}

std::vector<std::string> board_sectors(const GroupBoard& board, const Texts& texts) {
    std::vector<std::string> sectors = sectors_by_size(board);
    if (sectors.size() > sector_mark_count) {
        sectors.resize(sector_mark_count);
        sectors.back() = texts.get({"Other sectors"});
    }
    return sectors;
}

std::vector<BoardColumn> board_columns(const GroupBoard& board, const Texts& texts) {
    if (board.open_count() == 0) return {};
    const std::vector<std::string> sectors = sectors_by_size(board);
    const std::vector<std::string> shown_sectors = board_sectors(board, texts);
    std::map<GroupNumber, std::vector<BoardCard>> cards;
    for (const BoardPerson& person : board.people) {
        cards[person.group].push_back(card_of(person, sectors));
    }
    std::vector<BoardColumn> columns;
    const auto add = [&](BoardColumn column, int capacity) {
        column.cards = std::move(cards[column.group]);
        column.here = static_cast<std::size_t>(
            std::count_if(column.cards.begin(), column.cards.end(),
                          [](const BoardCard& card) { return card.is_here; }));
        column.count = count_text(column, texts);
        column.present = texts.get(Sentence{"{} of {}"}, column.here, column.cards.size());
        if (column.is_closed) {
            column.count =
                texts.get_plural(Sentence{"Closed, {} person"}, Sentence{"Closed, {} people"},
                                 static_cast<std::int64_t>(column.cards.size()));
        }
        if (capacity > 0 && column.cards.size() > static_cast<std::size_t>(capacity)) {
            column.needs_care = true;
            column.count = texts.get(
                capacity == 1 ? Sentence{"{} people, {} chair"} : Sentence{"{} people, {} chairs"},
                column.cards.size(), capacity);
        }
        column.alarm = alarm_of(column, texts);
        column.spoken = spoken_of(column, shown_sectors, texts);
        columns.push_back(std::move(column));
    };
    if (cards.contains(0)) add({.title = texts.get({"Without a group"})}, 0);
    for (const BoardGroup& group : board.groups) {
        if (group.is_closed && !cards.contains(group.number)) continue;
        const bool is_closed = group.is_closed;
        add({.group = group.number,
             .title = texts.get(Sentence{"Group {}"}, group.number),
             .table = group.name,
             .needs_care = is_closed,
             .is_closed = is_closed,
             .leader = leader_of(board, group)},
            is_closed ? 0 : group.capacity);
    }
    return columns;
}

std::shared_ptr<const BoardContents> board_contents(const GroupBoard& board, const Texts& texts) {
    return std::make_shared<const BoardContents>(
        BoardContents{board_columns(board, texts), board_sectors(board, texts), board.room});
}

std::vector<BoardCriterion> board_criteria(const std::vector<CriterionResult>& now,
                                           const std::vector<CriterionResult>& tried,
                                           const Texts& texts) {
    std::vector<BoardCriterion> criteria;
    const bool is_tried = tried.size() == now.size();
    for (std::size_t i = 0; i < now.size(); ++i) {
        const CriterionResult& shown = is_tried ? tried[i] : now[i];
        const std::string title = title_of(shown, texts);
        BoardCriterion criterion;
        criterion.is_best = shown.distance() <= 0;
        criterion.is_worse = is_tried && shown.value > now[i].value;
        if (is_tried && shown.value != now[i].value) {
            criterion.text =
                texts.get(Sentence{"{}: {}, now {}"}, title, shown.value, now[i].value);
        } else if (criterion.is_best) {
            criterion.text = texts.get(Sentence{"{}: {}, best possible"}, title, shown.value);
        } else {
            criterion.text =
                texts.get(Sentence{"{}: {}, at best {}"}, title, shown.value, shown.bound);
        }
        criteria.push_back(std::move(criterion));
    }
    return criteria;
}

}  // namespace stormote
