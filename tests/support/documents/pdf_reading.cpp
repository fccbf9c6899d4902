#include "tests/support/documents/pdf_reading.h"

#include <algorithm>

#include "kiosk/documents/pdf/qpdf.h"

namespace stormote::testing {

namespace {

std::string text_of(QPDFObjectHandle dictionary, const char *key) {
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isString() ? value.getUTF8Value() : "";
}

std::string scope_of(QPDFObjectHandle element) {
    QPDFObjectHandle attributes = element.getKey("/A");
    if (!attributes.isDictionary() || !attributes.getKey("/Scope").isName()) return "";
    return attributes.getKey("/Scope").getName().substr(1);
}

void add_bookmarks(std::vector<QPDFOutlineObjectHelper> items, int level,
                   std::vector<std::string>& found) {
    for (QPDFOutlineObjectHelper& item : items) {
        found.push_back(std::to_string(level) + " " + item.getTitle());
        add_bookmarks(item.getKids(), level + 1, found);
    }
}

}  // namespace

PdfReading::PdfReading(const std::string& bytes) : bytes_(bytes), qpdf_(std::make_unique<QPDF>()) {
    qpdf_->setSuppressWarnings(true);
    qpdf_->processMemoryFile("paper", bytes_.data(), bytes_.size());
    for (QPDFObjectHandle page : qpdf_->getAllPages()) {
        pages_.emplace(page.getObjectID(), pages_.size());
    }
    QPDFObjectHandle root = qpdf_->getRoot().getKey("/StructTreeRoot");
    if (root.isDictionary()) read(root.getKey("/K"), 0);
}

void PdfReading::read(QPDFObjectHandle element, int depth) {
    PdfTag tag;
    tag.kind = element.getKey("/S").getName().substr(1);
    tag.depth = depth;
    tag.alternative = text_of(element, "/Alt");
    tag.language = text_of(element, "/Lang");
    tag.scope = scope_of(element);
    const std::size_t at = tags_.size();
    tags_.push_back(std::move(tag));
    QPDFObjectHandle kids = element.getKey("/K");
    if (kids.isNull()) return;
    for (QPDFObjectHandle kid :
         kids.isArray() ? kids.getArrayAsVector() : std::vector<QPDFObjectHandle>{kids}) {
        if (kid.isInteger()) {
            tags_[at].pages.push_back(page_of(element.getKey("/Pg")));
        } else if (kid.isDictionaryOfType("/MCR")) {
            tags_[at].pages.push_back(page_of(kid.getKey("/Pg")));
        } else if (kid.isDictionaryOfType("/OBJR")) {
            ++tags_[at].links;
        } else {
            read(kid, depth + 1);
        }
    }
}

std::size_t PdfReading::page_of(QPDFObjectHandle page) const {
    return pages_.at(page.getObjectID());
}

std::size_t PdfReading::count(std::string_view kind) const {
    return all(kind).size();
}

std::vector<PdfTag> PdfReading::all(std::string_view kind) const {
    std::vector<PdfTag> found;
    std::copy_if(tags_.begin(), tags_.end(), std::back_inserter(found),
                 [kind](const PdfTag& tag) { return tag.kind == kind; });
    return found;
}

std::vector<std::string> PdfReading::bookmarks() {
    std::vector<std::string> found;
    add_bookmarks(QPDFOutlineDocumentHelper(*qpdf_).getTopLevelOutlines(), 1, found);
    return found;
}

std::string PdfReading::content(std::size_t page) {
    QPDFObjectHandle drawn = qpdf_->getAllPages().at(page);
    const auto bytes = drawn.getKey("/Contents").getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char *>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace stormote::testing
