#include "kiosk/lists/registrations/list_review.h"

#include <algorithm>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// Chips for more would not stand beside each other.
constexpr std::size_t most_fields = 5;

std::vector<std::string> texts_of(const CsvRow& row) {
    std::vector<std::string> cells;
    cells.reserve(row.cells.size());
    for (const CsvCell& cell : row.cells) cells.push_back(cell.text);
    return cells;
}

std::string in_one_line(const std::vector<std::string>& cells, const ListHeadings& headings) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool is_for_people =
            i < headings.headings.size() && is_review_heading(headings.headings[i]);
        const std::string text = trim_text(cells[i]);
        if (text.empty() || is_for_people) continue;
        line += (line.empty() ? "" : " · ") + text;
    }
    return line;
}

// What tells a row of an earlier version of the list, in a table that came back from a review.
std::string mark_of(const CsvRow& row, const ListHeadings& headings) {
    const auto place = find_mark_column(headings);
    return place && *place < row.cells.size() ? trim_text(row.cells[*place].text) : "";
}

// The name, what is wrong, and where people write who somebody is.
std::vector<ListField> fields_to_rewrite(const ListHeadings& headings, const DoubtfulRow& doubt) {
    std::vector<ListField> fields;
    const auto add = [&](ListField field) {
        if (!headings.place(field) || fields.size() >= most_fields) return;
        if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(field);
    };
    for (const ListField field : {ListField::full_name, ListField::family_first,
                                  ListField::given_name, ListField::family_name}) {
        add(field);
    }
    for (const ListProblem& problem : doubt.problems) {
        for (std::size_t i = 0; i < list_field_count; ++i) {
            const auto field = static_cast<ListField>(i);
            if (!problem.column.empty() && headings.heading(field) == problem.column) add(field);
        }
    }
    for (const ListField field : {ListField::organisation, ListField::email, ListField::phone}) {
        add(field);
    }
    return fields;
}

}  // namespace

ListReview::ListReview(const ListSource& source, RowMemory memory)
    : table_(read_headed_table(source, registration_headings(), list_field_count, problems_)),
      memory_(std::move(memory)) {
    if (!table_.rows.empty()) last_line_ = end_line_ = table_.rows.back().line;
    for (const CsvRow& row : table_.rows) {
        if (const std::string mark = mark_of(row, table_.headings); !mark.empty()) {
            decided_[mark].insert(row.line);
        }
    }
}

std::vector<DoubtfulRow> ListReview::set_aside(ListedPeople& people, const EventState& state,
                                               const ImportIds& ids) const {
    people = listed_people_of(check_registrations(table_, problems_, KeepRows::yes));
    return set_aside_doubtful(people, state, ids);
}

ReviewStanding ListReview::compare(const EventState& state, const ImportIds& ids,
                                   const Texts& texts) {
    settle_known(state, ids);
    ReviewStanding standing;
    standing.settled_before = settled_before_;
    ListedPeople people;
    const std::vector<DoubtfulRow> doubtful = set_aside(people, state, ids);
    standing.plan = plan_import(people, state, ids);
    standing.doubtful = doubtful.size();
    standing.missing = left_out(standing.plan, doubtful, state);
    const RowMemory::Rows decided = decisions(standing.plan);
    standing.has_decisions = std::any_of(decided.begin(), decided.end(), [this](const auto& row) {
        const auto before = memory_.rows.find(row.first);
        return before == memory_.rows.end() || before->second != row.second;
    });
    if (!doubtful.empty()) standing.question = ask(people, doubtful.front(), state, ids, texts);
    return standing;
}

ListedPeople ListReview::listed(const EventState& state, const ImportIds& ids) {
    settle_known(state, ids);
    return listed_people_of(check_registrations(table_, problems_, KeepRows::yes));
}

RowQuestion ListReview::ask(const ListedPeople& people, const DoubtfulRow& doubt,
                            const EventState& state, const ImportIds& ids, const Texts& texts) {
    ReviewProposals proposals = propose_rows(people.list, {doubt}, {}, state, texts);
    add_columns(proposals);
    RowQuestion question;
    question.line = doubt.row->line <= last_line_ ? doubt.row->line : 0;
    question.problem = proposals.rows.front().problem;
    question.said = in_one_line(texts_of(*doubt.row), people.list.columns);
    asked_ = {doubt.row->line, fingerprint_of(*doubt.row), {}, {}};
    for (ProposedRow& row : proposals.rows) {
        row.cells.resize(table_.headings.headings.size());
        asked_.meant.push_back(std::move(row.cells));
    }
    asked_.to_rewrite = asked_.meant.front();
    if (asked_.meant.size() > 1) {
        asked_.to_rewrite = texts_of(*doubt.row);
        asked_.to_rewrite.resize(table_.headings.headings.size());
    }
    for (const ListField field : fields_to_rewrite(table_.headings, doubt)) {
        const std::size_t place = table_.headings.place(field).value();
        question.fields.push_back({field, trim_text(asked_.to_rewrite[place])});
    }
    if (!would_be_clear(state, ids)) return question;
    for (const Cells& cells : asked_.meant) {
        question.meant.push_back(in_one_line(cells, table_.headings));
    }
    return question;
}

bool ListReview::would_be_clear(const EventState& state, const ImportIds& ids) const {
    ListReview trial = *this;
    trial.accept();
    ListedPeople people;
    const std::vector<DoubtfulRow> doubtful = trial.set_aside(people, state, ids);
    return std::none_of(doubtful.begin(), doubtful.end(), [&](const DoubtfulRow& doubt) {
        return doubt.row->line == asked_.line || doubt.row->line > end_line_;
    });
}

void ListReview::add_columns(const ReviewProposals& proposals) {
    ListHeadings& headings = table_.headings;
    const std::size_t width = headings.headings.size();
    const std::size_t added = proposals.headings.size() - width;
    if (added == 0) return;
    headings.headings = proposals.headings;
    headings.lines.resize(width + added, headings.lines.front());
    headings.columns.resize(width + added);
    for (const auto& [field, place] : proposals.added) {
        headings.places.at(static_cast<std::size_t>(field)) = place;
        headings.columns.at(place) = static_cast<std::size_t>(field);
    }
    // A cell that had no heading must not come to stand below one of these.
    for (CsvRow& row : table_.rows) {
        if (row.cells.size() <= width) continue;
        row.cells.insert(row.cells.begin() + static_cast<std::ptrdiff_t>(width), added,
                         CsvCell{"", row.line});
    }
}

void ListReview::accept() {
    replace(asked_.meant);
}

void ListReview::skip() {
    replace({});
}

void ListReview::rewrite(const std::vector<RowField>& fields) {
    Cells cells = asked_.to_rewrite;
    for (const RowField& written : fields) {
        const auto place = table_.headings.place(written.field);
        if (place) cells.at(*place) = written.text;
    }
    replace({cells});
}

void ListReview::replace(const std::vector<Cells>& rows) {
    const auto asked = std::find_if(table_.rows.begin(), table_.rows.end(),
                                    [this](const CsvRow& row) { return row.line == asked_.line; });
    if (asked == table_.rows.end()) return;
    const auto row_of = [](std::size_t line, const Cells& cells) {
        CsvRow row{line, {}};
        for (const std::string& text : cells) row.cells.push_back({text, line});
        return row;
    };
    if (!asked_.fingerprint.empty()) decided_[asked_.fingerprint].insert(asked_.line);
    if (rows.empty()) {
        table_.rows.erase(asked);
        return;
    }
    *asked = row_of(asked_.line, rows.front());
    // Rows are told by their lines: another person of the same row gets one that no row has.
    for (std::size_t i = 1; i < rows.size(); ++i) {
        table_.rows.push_back(row_of(++end_line_, rows[i]));
        for (auto& [fingerprint, lines] : decided_) {
            if (lines.contains(asked_.line)) lines.insert(end_line_);
        }
    }
}

RowMemory::Rows ListReview::decisions(const ImportPlan& plan) const {
    std::multimap<std::size_t, AttendeeId> planned(plan.people.begin(), plan.people.end());
    std::set<std::size_t> unclear;
    for (const CsvRow& row : table_.rows) {
        if (!planned.contains(row.line)) unclear.insert(row.line);
    }
    RowMemory::Rows rows;
    for (const auto& [fingerprint, lines] : decided_) {
        std::vector<AttendeeId> people;
        for (const std::size_t line : lines) {
            const auto [first, last] = planned.equal_range(line);
            for (auto place = first; place != last; ++place) {
                const AttendeeId& id = place->second;
                const bool is_known = std::find(people.begin(), people.end(), id) != people.end();
                if (!is_known) people.push_back(id);
            }
        }
        // Who is in none of the plan's rows was left out only where no row is left either.
        const bool is_decided = std::none_of(
            lines.begin(), lines.end(), [&](std::size_t line) { return unclear.contains(line); });
        if (is_decided) rows[fingerprint] = std::move(people);
    }
    return rows;
}

std::string ListReview::fingerprint_of(const CsvRow& row) const {
    if (!memory_.fingerprint) return "";
    if (const std::string mark = mark_of(row, table_.headings); !mark.empty()) return mark;
    std::string text;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string cell = trim_text(row.cells[i].text);
        const std::string heading =
            i < table_.headings.headings.size() ? table_.headings.headings[i] : "";
        if (!cell.empty() && !is_review_heading(heading)) text += heading + '\t' + cell + '\n';
    }
    return memory_.fingerprint(text);
}

void ListReview::settle_known(const EventState& state, const ImportIds& ids) {
    if (memory_.rows.empty()) return;
    // Once some are decided, others may be clear or not: each time more are.
    for (std::size_t known = SIZE_MAX; known != settled_lines_.size();) {
        known = settled_lines_.size();
        ListedPeople people;
        for (const DoubtfulRow& doubt : set_aside(people, state, ids)) {
            const std::string fingerprint = fingerprint_of(*doubt.row);
            const auto before = memory_.rows.find(fingerprint);
            if (before == memory_.rows.end()) continue;
            const auto rows = rows_of(before->second, state);
            if (!rows || !settled_lines_.insert(doubt.row->line).second) continue;
            asked_ = {doubt.row->line, fingerprint, {}, {}};
            replace(*rows);
            ++settled_before_;
        }
    }
}

std::optional<std::vector<ListReview::Cells>> ListReview::rows_of(
    const std::vector<AttendeeId>& people, const EventState& state) const {
    std::vector<Cells> rows;
    for (const AttendeeId& id : people) {
        const Attendee *person = state.attendee_records().find_written(id);
        if (person == nullptr || person->full_name().empty()) return std::nullopt;
        Cells& cells = rows.emplace_back(table_.headings.headings.size());
        const auto put = [&](ListField field, const std::string& text) {
            if (const auto place = table_.headings.place(field)) cells[*place] = text;
        };
        const std::string& given = person->get(AttendeeField::given_name);
        const std::string& family = person->get(AttendeeField::family_name);
        put(ListField::given_name, given);
        put(ListField::family_name, family);
        if (!table_.headings.place(ListField::given_name)) {
            put(ListField::full_name, person->full_name());
            put(ListField::family_first, family + " " + given);
        }
        put(ListField::organisation, state.organisation_of(*person, OrganisationField::name));
        put(ListField::email, person->get(AttendeeField::email));
    }
    return rows;
}

}  // namespace stormote
