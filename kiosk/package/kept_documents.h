// KeptDocuments: which of an event's documents go into a package for the archive. Nothing may be
// destroyed without a decision of the municipality, so without one all of them do; with one, what
// it says is destroyed stays out, and where that is the registrations, so do the names in all else.
// Pure.
#pragma once

#include <array>

#include "kiosk/documents/exports.h"
#include "sync/report/table.h"

namespace stormote {

class KeptDocuments {
  public:
    explicit KeptDocuments(const EventState& state);

    [[nodiscard]] bool keeps(DocumentKind kind) const {
        return kept_[static_cast<std::size_t>(kind)];
    }
    // For whom an export is packed: the fullest version that is kept, and of what is published
    // what was published, too. Empty: it is not packed.
    [[nodiscard]] std::vector<Audience> versions_of(const ExportKind& kind) const;
    // An export's table for one of them, without what is not kept.
    [[nodiscard]] Table kept_table(const ExportKind& kind, const ExportSource& source) const;

  private:
    std::array<bool, document_kind_count> kept_{};
};

}  // namespace stormote
