#include "kiosk/package/kept_documents.h"

#include <algorithm>

#include "sync/report/value_names.h"

namespace stormote {

namespace {

// Kinds of documents of which the names are a part.
constexpr std::array kinds_with_names{DocumentKind::registrations, DocumentKind::contact_requests,
                                      DocumentKind::signed_comments, DocumentKind::joinings};

std::size_t column_of(const Table& table, std::string_view key) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [key](const Column& column) { return column.key == key; });
    return static_cast<std::size_t>(found - table.columns.begin());
}

void remove_rows(Table& table, std::string_view key, const Cell& value) {
    const std::size_t column = column_of(table, key);
    std::erase_if(table.rows, [&](const auto& row) { return row[column] == value; });
}

}  // namespace

KeptDocuments::KeptDocuments(const EventState& state) {
    const LatestFields& settings = state.settings();
    if (!settings.get(SettingField::keep_decision).empty()) table_ = keep_table(settings);
}

bool KeptDocuments::keeps_names(const ExportKind& kind) const {
    const bool are_a_part = std::find(kinds_with_names.begin(), kinds_with_names.end(),
                                      *kind.archived_as) != kinds_with_names.end();
    return are_a_part || keeps(DocumentKind::registrations);
}

std::vector<Audience> KeptDocuments::versions_of(const ExportKind& kind) const {
    if (!kind.archived_as || !keeps(*kind.archived_as)) return {};
    if (kind.public_version == PublicVersion::same) return {Audience::everybody};
    std::vector<Audience> versions;
    const bool is_log = *kind.archived_as == DocumentKind::log;
    const bool is_published = *kind.archived_as == DocumentKind::compilation;
    if (keeps_names(kind) || is_log) versions.push_back(Audience::internal);
    const bool can_be_public = kind.public_version == PublicVersion::possible;
    if (can_be_public && (is_published || versions.empty())) {
        versions.push_back(Audience::everybody);
    }
    return versions;
}

Table KeptDocuments::kept_table(const ExportKind& kind, const ExportSource& source) const {
    Table table = kind.table(source);
    if (*kind.archived_as == DocumentKind::signed_comments) {
        if (!keeps(DocumentKind::contact_requests)) {
            remove_rows(table, "kind", message_kind_word(MessageKind::contact));
        }
        if (!keeps(DocumentKind::anonymous_answers)) remove_rows(table, "signed", yes_or_no(false));
    }
    if (*kind.archived_as == DocumentKind::log && !keeps_names(kind)) {
        const std::size_t about = column_of(table, "about");
        for (auto& row : table.rows) row[about] = Cell();
    }
    return table;
}

}  // namespace stormote
