#include "kiosk/documents/pdf/pdf_structure.h"

#include <memory>
#include <stdexcept>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace stormote {

namespace {

std::string xml_text(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '<') {
            escaped += "&lt;";
        } else if (c == '>') {
            escaped += "&gt;";
        } else if (c == '&') {
            escaped += "&amp;";
        } else {
            escaped += c;
        }
    }
    return escaped;
}

// ISO 16684-1, with what the document is called and in which language it is.
std::string metadata_of(const PdfStructure& structure) {
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           xml_text(structure.title) +
           "</rdf:li></rdf:Alt></dc:title>\n"
           "<dc:language><rdf:Bag><rdf:li>" +
           xml_text(structure.language) +
           "</rdf:li></rdf:Bag></dc:language>\n"
           "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

// Goes through the structure in reading order.
class StructureReader {
  public:
    explicit StructureReader(const PdfStructure& structure) : structure_(structure) {}

    void read(QPDFObjectHandle element) {
        if (element.isArray()) {
            for (QPDFObjectHandle& child : element.getArrayAsVector()) read(child);
            return;
        }
        if (!element.isDictionary()) return;
        QPDFObjectHandle kind = element.getKey("/S");
        if (kind.isName()) complete(element, kind.getName());
        if (element.hasKey("/K")) read(element.getKey("/K"));
    }

    void check() const {
        if (figures_ != structure_.figures.size() || sections_ != structure_.languages.size()) {
            throw std::logic_error("the PDF has other figures or sections than were drawn");
        }
    }

  private:
    void complete(QPDFObjectHandle& element, const std::string& kind) {
        if (kind == "/Figure") {
            if (figures_ < structure_.figures.size()) {
                element.replaceKey(
                    "/Alt", QPDFObjectHandle::newUnicodeString(structure_.figures[figures_]));
            }
            ++figures_;
        }
        if (kind == "/Sect") {
            const bool has_language =
                sections_ < structure_.languages.size() && !structure_.languages[sections_].empty();
            if (has_language) {
                element.replaceKey("/Lang",
                                   QPDFObjectHandle::newString(structure_.languages[sections_]));
            }
            ++sections_;
        }
    }

    const PdfStructure& structure_;
    std::size_t figures_ = 0;
    std::size_t sections_ = 0;
};

}  // namespace

std::string complete_pdf(const std::string& pdf, const PdfStructure& structure) {
    QPDF document;
    document.processMemoryFile("drawn by cairo", pdf.data(), pdf.size());
    QPDFObjectHandle root = document.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newString(structure.language));
    QPDFObjectHandle preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    QPDFObjectHandle metadata = document.newStream(metadata_of(structure));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", metadata);
    StructureReader reader(structure);
    if (root.hasKey("/StructTreeRoot")) reader.read(root.getKey("/StructTreeRoot"));
    reader.check();
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    // What cairo has packed stays as it is: unpacking every page takes longer than drawing it.
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.write();
    const std::shared_ptr<Buffer> written = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(written->getBuffer()), written->getSize()};
}

}  // namespace stormote
