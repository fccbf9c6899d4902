// KeptDocuments: which of an event's documents go into a package for the archive. Nothing may be
// destroyed without a decision of the municipality, so without one all of them do; with one, what
// it says is destroyed stays out. Pure.
#pragma once

#include "kiosk/documents/exports.h"
#include "sync/report/table.h"

namespace stormote {

class KeptDocuments {
  public:
    explicit KeptDocuments(const EventState& state);

    [[nodiscard]] bool keeps(DocumentKind kind) const {
        return !table_[static_cast<std::size_t>(kind)].has_value();
    }
    // For whom an export is packed: the fullest version that is kept, and of what is published
    // what was published, too. Empty: it is not packed.
    [[nodiscard]] std::vector<Audience> versions_of(const ExportKind& kind) const;
    // An export's table without what is not kept.
    [[nodiscard]] Table kept_table(const ExportKind& kind, const ExportSource& source) const;

  private:
    [[nodiscard]] bool keeps_names(const ExportKind& kind) const;

    KeepTable table_{};
};

}  // namespace stormote
