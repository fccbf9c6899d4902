// Keep table: which kinds of the event's documents the municipality keeps, and when the others are
// destroyed. Until a decision of the municipality is named it is a proposal, and nobody is promised
// a day. Pure.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sync/base/texts.h"
#include "sync/model/stamp.h"

namespace stormote {

// As a document management plan names them. The stored names are in document_kinds().
enum class DocumentKind : std::uint8_t {
    registrations,  // names and addresses in registration and attendance
    needs,          // diet and access needs
    mails,
    drafts,
    labels,
    contact_requests,
    signed_comments,
    anonymous_answers,
    notes,
    proposals,
    compilation,
    joinings,
    statistics,
    log,
};
constexpr std::size_t document_kind_count = 14;

struct DocumentKindWords {
    DocumentKind kind;
    std::string_view stored;
    Sentence words;
    bool is_kept;  // unless the table says otherwise
};
[[nodiscard]] std::span<const DocumentKindWords, document_kind_count> document_kinds();
// "registrations".
[[nodiscard]] std::string_view stored_name(DocumentKind kind);

constexpr int usual_keep_days = 90;
constexpr int most_keep_days = 36'500;

// By kind, in the order of the enumeration: how many days after the event's end documents of it are
// destroyed. Nothing: they are kept.
using KeepTable = std::array<std::optional<int>, document_kind_count>;

[[nodiscard]] KeepTable keep_table(const LatestFields& settings);
// As the setting holds it: a line a kind, "registrations 90" or "notes keep".
[[nodiscard]] std::string write_keep_table(const KeepTable& table);

// "2027-01-12": the last day on which documents of the kind are there. Empty: they are kept, or the
// event has no end.
[[nodiscard]] std::string last_day_of(DocumentKind kind, const LatestFields& settings);

// Why the municipality may hold what it holds about people.
enum class LegalBasis : std::uint8_t {
    public_task,  // people are informed and asked nothing
    consent,
};
[[nodiscard]] LegalBasis legal_basis(const LatestFields& settings);

}  // namespace stormote
