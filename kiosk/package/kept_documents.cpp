#include "kiosk/package/kept_documents.h"

#include <algorithm>

#include "kiosk/documents/papers/full_names.h"
#include "kiosk/documents/public_table.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

std::size_t column_of(const Table& table, std::string_view key) {
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(),
                     [key](const ReportColumn& column) { return column.key == key; });
    return static_cast<std::size_t>(found - table.columns.begin());
}

bool holds(const Table& table, const std::vector<Cell>& row, std::string_view key) {
    const std::size_t column = column_of(table, key);
    return column < row.size() && row[column] != Cell();
}

// A note or message among others: of messages, by whether somebody signed it.
DocumentKind kind_of_row(const Table& table, const std::vector<Cell>& row) {
    const Cell& kind = row[column_of(table, "kind")];
    if (kind == Cell(note_kind_word(NoteKind::proposal))) return DocumentKind::proposals;
    if (kind == Cell(message_kind_word(MessageKind::contact))) {
        return DocumentKind::contact_requests;
    }
    if (kind != Cell(message_kind_word(MessageKind::comment))) return DocumentKind::notes;
    const std::size_t is_signed = column_of(table, "signed");
    const bool has_name = is_signed < row.size() ? row[is_signed] == Cell(yes_or_no(true))
                                                 : holds(table, row, "asked_by");
    return has_name ? DocumentKind::signed_comments : DocumentKind::anonymous_answers;
}

void clear(Table& table, std::string_view key) {
    const std::size_t column = column_of(table, key);
    for (auto& row : table.rows) row[column] = Cell();
}

void clear_names(Table& table, std::string_view key, const EventState& state) {
    const EventState *const meeting = &state;
    const FullNames names({&meeting, 1});
    const std::size_t column = column_of(table, key);
    for (auto& row : table.rows) {
        const auto *text = std::get_if<std::string>(&row[column]);
        if (text != nullptr && names.are_in(*text)) row[column] = Cell();
    }
}

}  // namespace

KeptDocuments::KeptDocuments(const EventState& state) {
    kept_.fill(true);
    const LatestFields& settings = state.settings();
    if (settings.get(SettingField::keep_decision).empty()) return;
    const KeepTable table = keep_table(settings);
    for (std::size_t i = 0; i < kept_.size(); ++i) kept_[i] = !table[i].has_value();
    // They go with the people at the latest, as sync/report/retention/retention.h has it.
    if (!keeps(DocumentKind::registrations)) {
        kept_[static_cast<std::size_t>(DocumentKind::contact_requests)] = false;
    }
}

std::vector<Audience> KeptDocuments::versions_of(const ExportKind& kind) const {
    if (!kind.archived_as || !keeps(*kind.archived_as)) return {};
    if (kind.public_version == PublicVersion::same) return {Audience::everybody};
    const bool keeps_names = keeps(DocumentKind::registrations);
    if (*kind.archived_as == DocumentKind::compilation) {
        if (!keeps_names) return {Audience::everybody};
        return {Audience::internal, Audience::everybody};
    }
    return {keeps_names ? Audience::internal : Audience::without_names};
}

Table KeptDocuments::kept_table(const ExportKind& kind, const ExportSource& source) const {
    Table table = kind.table(source);
    const DocumentKind archived_as = *kind.archived_as;
    const bool is_follow_up = column_of(table, "asked_by") < table.columns.size();
    if (archived_as == DocumentKind::notes || archived_as == DocumentKind::signed_comments) {
        std::erase_if(table.rows, [&](const auto& row) { return !keeps(kind_of_row(table, row)); });
    }
    if (source.plan.audience != Audience::without_names) return table;
    if (archived_as == DocumentKind::log) clear(table, "about");
    if (is_follow_up) {
        clear(table, "asked_by");
        clear_names(table, "owner", source.state);
    }
    return without_names(std::move(table));
}

}  // namespace stormote
