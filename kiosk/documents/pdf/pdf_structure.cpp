#include "kiosk/documents/pdf/pdf_structure.h"

#include <utility>

namespace stormote {

PdfElementId PdfStructure::add(PdfElementId parent, std::string_view kind) {
    const PdfElementId id{elements_.size()};
    elements_.push_back({.kind = kind, .parent = parent});
    at(parent).kids.emplace_back(id);
    return id;
}

void PdfStructure::add(PdfLink link) {
    at(link.element).kids.emplace_back(PdfLinkId{links_.size()});
    links_.push_back(std::move(link));
}

void PdfStructure::mark(std::size_t page, std::optional<PdfElementId> element) {
    if (pages_.size() <= page) pages_.resize(page + 1);
    if (element) at(*element).kids.emplace_back(PdfMark{page, pages_[page].size()});
    pages_[page].push_back(element);
}

}  // namespace stormote
