#include "kiosk/documents/pdf/pdf_completion.h"

#include <map>
#include <memory>
#include <stdexcept>

#include "kiosk/documents/pdf/pdf_marks.h"
#include "kiosk/documents/pdf/pdf_metadata.h"
#include "kiosk/documents/pdf/pdf_structure_objects.h"
#include "kiosk/documents/pdf/qpdf.h"

namespace stormote {

namespace {

using Object = QPDFObjectHandle;
using Pages = std::vector<Object>;

std::string content_of(Object page) {
    const auto bytes = page.getKey("/Contents").getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char *>(bytes->getBuffer()), bytes->getSize()};
}

void complete_pages(Pages& pages, const PdfStructure& structure) {
    const PdfStructure::PageMarks none;
    if (structure.pages().size() > pages.size()) {
        throw std::logic_error("the PDF has fewer pages than were drawn");
    }
    for (std::size_t at = 0; at < pages.size(); ++at) {
        const auto& marks = at < structure.pages().size() ? structure.pages()[at] : none;
        pages[at]
            .getKey("/Contents")
            .replaceStreamData(rewrite_marks(content_of(pages[at]), marks, structure),
                               Object::newNull(), Object::newNull());
        // Whoever goes from link to link by the keys follows the structure.
        pages[at].replaceKey("/Tabs", Object::newName("/S"));
    }
}

// Each of what the pages name under that key, once.
std::vector<Object> resources_of(const Pages& pages, const char *kind) {
    std::map<QPDFObjGen, Object> found;
    for (Object page : pages) {
        Object named = page.getKey("/Resources").getKey(kind);
        if (!named.isDictionary()) continue;
        for (auto& [name, object] : named.getDictAsMap()) {
            found.emplace(object.getObjGen(), object);
        }
    }
    std::vector<Object> objects;
    for (const auto& [id, object] : found) objects.push_back(object);
    return objects;
}

// What cairo leaves to the reader of the file, who must not have to guess: ISO 19005-2, 6.2.8.1 and
// 6.2.11.3.2.
void complete_fonts_and_pictures(const Pages& pages) {
    for (Object font : resources_of(pages, "/Font")) {
        if (!font.getKey("/Subtype").isNameAndEquals("/Type0")) continue;
        Object descendant = font.getKey("/DescendantFonts").getArrayItem(0);
        const bool is_true_type = descendant.getKey("/Subtype").isNameAndEquals("/CIDFontType2");
        if (is_true_type && !descendant.hasKey("/CIDToGIDMap")) {
            descendant.replaceKey("/CIDToGIDMap", Object::newName("/Identity"));
        }
    }
    for (Object picture : resources_of(pages, "/XObject")) {
        Object mask = picture.getDict().getKey("/SMask");
        picture.getDict().removeKey("/Interpolate");
        if (mask.isStream()) mask.getDict().removeKey("/Interpolate");
    }
}

Object outline_item(QPDF& document, const PdfOutlineEntry& entry, const Pages& pages) {
    Object item = document.makeIndirectObject(Object::newDictionary());
    item.replaceKey("/Title", Object::newUnicodeString(entry.title));
    item.replaceKey("/Dest", destination(pages.at(entry.page), entry.top));
    return item;
}

// Appends to the children of `parent`.
void hang_below(Object parent, Object item) {
    item.replaceKey("/Parent", parent);
    if (parent.hasKey("/Last")) {
        item.replaceKey("/Prev", parent.getKey("/Last"));
        parent.getKey("/Last").replaceKey("/Next", item);
    } else {
        parent.replaceKey("/First", item);
    }
    parent.replaceKey("/Last", item);
}

void add_outline(QPDF& document, const std::vector<PdfOutlineEntry>& entries, const Pages& pages) {
    if (entries.empty()) return;
    Object outlines = document.makeIndirectObject(Object::newDictionary());
    outlines.replaceKey("/Type", Object::newName("/Outlines"));
    struct Open {
        int level;
        Object item;
        int below = 0;
    };
    std::vector<Open> open{{0, outlines}};
    const auto close = [&open] {
        // How many entries are seen below it: all of them.
        Open done = open.back();
        if (done.below > 0) done.item.replaceKey("/Count", Object::newInteger(done.below));
        open.pop_back();
        if (!open.empty()) open.back().below += done.below;
    };
    for (const PdfOutlineEntry& entry : entries) {
        while (open.size() > 1 && open.back().level >= entry.level) close();
        const Object item = outline_item(document, entry, pages);
        hang_below(open.back().item, item);
        ++open.back().below;
        open.push_back({entry.level, item});
    }
    while (!open.empty()) close();
    document.getRoot().replaceKey("/Outlines", outlines);
    document.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
}

std::string write(QPDF& document) {
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setMinimumPDFVersion("1.7");
    // What cairo has packed stays as it is, what was rewritten is packed.
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const std::shared_ptr<Buffer> written = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(written->getBuffer()), written->getSize()};
}

}  // namespace

std::string complete_pdf(const std::string& pdf, const PdfStructure& structure,
                         const PdfDescription& description) {
    QPDF document;
    document.processMemoryFile("drawn by cairo", pdf.data(), pdf.size());
    Pages pages = document.getAllPages();
    complete_pages(pages, structure);
    complete_fonts_and_pictures(pages);
    add_structure(document, pages, structure);
    add_outline(document, description.outline, pages);
    add_metadata(document, description);
    return write(document);
}

}  // namespace stormote
