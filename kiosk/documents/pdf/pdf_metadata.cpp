#include "kiosk/documents/pdf/pdf_metadata.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include <lcms2.h>

#include "kiosk/documents/content/xml_text.h"
#include "kiosk/documents/pdf/paper_words.h"
#include "kiosk/documents/pdf/qpdf.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

using Object = QPDFObjectHandle;

constexpr const char *creator = "Stormöte";
constexpr const char *producer = "Stormöte, cairo, qpdf";

// "2022-10-12T19:00:00Z".
std::string xmp_date(std::int64_t dated_ms) {
    return utc_text(dated_ms).substr(0, 19) + "Z";
}

// The same as the information dictionary writes it: "D:20221012190000Z".
std::string pdf_date(std::int64_t dated_ms) {
    std::string date = xmp_date(dated_ms);
    std::erase_if(date, [](char c) { return c == '-' || c == ':' || c == 'T'; });
    return "D:" + date;
}

std::string metadata_of(const PdfDescription& description) {
    std::string text =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
        "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
        "<dc:format>application/pdf</dc:format>\n"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
        xml_text(description.title) +
        "</rdf:li></rdf:Alt></dc:title>\n"
        "<dc:language><rdf:Bag><rdf:li>" +
        xml_text(description.language) + "</rdf:li></rdf:Bag></dc:language>\n";
    if (!description.publisher.empty()) {
        const std::string publisher = xml_text(description.publisher);
        text += "<dc:creator><rdf:Seq><rdf:li>" + publisher +
                "</rdf:li></rdf:Seq></dc:creator>\n<dc:publisher><rdf:Bag><rdf:li>" + publisher +
                "</rdf:li></rdf:Bag></dc:publisher>\n";
    }
    if (description.dated_ms) {
        const std::string date = xmp_date(*description.dated_ms);
        text += "<xmp:CreateDate>" + date + "</xmp:CreateDate>\n<xmp:ModifyDate>" + date +
                "</xmp:ModifyDate>\n";
    }
    return text + "<xmp:CreatorTool>" + creator + "</xmp:CreatorTool>\n<pdf:Producer>" + producer +
           "</pdf:Producer>\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

Object information_of(const PdfDescription& description) {
    Object information = Object::newDictionary();
    information.replaceKey("/Title", Object::newUnicodeString(description.title));
    information.replaceKey("/Creator", Object::newUnicodeString(creator));
    information.replaceKey("/Producer", Object::newUnicodeString(producer));
    if (!description.publisher.empty()) {
        information.replaceKey("/Author", Object::newUnicodeString(description.publisher));
    }
    if (description.dated_ms) {
        const Object date = Object::newString(pdf_date(*description.dated_ms));
        information.replaceKey("/CreationDate", date);
        information.replaceKey("/ModDate", date);
    }
    return information;
}

// The profile that says which colours red, green and blue are. Little CMS makes it, so that no file
// has to lie on the machine; its hour of making is taken out (ICC.1, 7.2), so that the same words
// are the same bytes.
std::string make_srgb_profile() {
    struct Close {
        void operator()(void *profile) const { cmsCloseProfile(profile); }
    };
    const std::unique_ptr<void, Close> profile(cmsCreate_sRGBProfile());
    cmsSetProfileVersion(profile.get(), 2.1);
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile.get(), nullptr, &size);
    std::string bytes(size, '\0');
    if (size < 128 || cmsSaveProfileToMem(profile.get(), bytes.data(), &size) == FALSE) {
        throw std::runtime_error("Little CMS cannot write the profile of sRGB");
    }
    constexpr std::string_view made{"\x07\xD0\0\x01\0\x01\0\0\0\0\0\0", 12};  // 2000-01-01
    std::copy(made.begin(), made.end(), bytes.begin() + 24);
    return bytes;
}

Object output_intent(QPDF& document) {
    static const std::string profile = make_srgb_profile();
    Object stream = document.newStream(profile);
    stream.getDict().replaceKey("/N", Object::newInteger(3));
    Object intent = Object::newDictionary();
    intent.replaceKey("/Type", Object::newName("/OutputIntent"));
    intent.replaceKey("/S", Object::newName("/GTS_PDFA1"));
    intent.replaceKey("/OutputConditionIdentifier", Object::newString("sRGB"));
    intent.replaceKey("/Info", Object::newString("sRGB, IEC 61966-2-1"));
    intent.replaceKey("/DestOutputProfile", stream);
    return intent;
}

}  // namespace

void add_metadata(QPDF& document, const PdfDescription& described) {
    PdfDescription description = described;
    description.title = drawable(described.title);
    description.publisher = drawable(described.publisher);
    Object root = document.getRoot();
    root.replaceKey("/Lang", Object::newString(description.language));
    Object marked = Object::newDictionary();
    marked.replaceKey("/Marked", Object::newBool(true));
    root.replaceKey("/MarkInfo", marked);
    Object preferences = Object::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    Object metadata = document.newStream(metadata_of(description));
    metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    root.replaceKey("/Metadata", metadata);
    Object intents = Object::newArray();
    intents.appendItem(output_intent(document));
    root.replaceKey("/OutputIntents", intents);
    document.getTrailer().replaceKey("/Info",
                                     document.makeIndirectObject(information_of(description)));
}

}  // namespace stormote
