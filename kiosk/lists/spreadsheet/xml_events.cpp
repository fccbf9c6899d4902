#include "kiosk/lists/spreadsheet/xml_events.h"

#include <algorithm>
#include <memory>
#include <type_traits>

#include <expat.h>

namespace stormote {

namespace {

struct Reading {
    XML_Parser parser = nullptr;
    XmlHandler *handler = nullptr;
    bool has_document_type = false;

    void stop_if_done() const {
        if (handler->is_done()) XML_StopParser(parser, XML_FALSE);
    }
};

Reading& reading_of(void *data) {
    return *static_cast<Reading *>(data);
}

void start_element(void *data, const XML_Char *name, const XML_Char **attributes) {
    const Reading& reading = reading_of(data);
    reading.handler->start(without_prefix(name), XmlAttributes(attributes));
}

void end_element(void *data, const XML_Char *name) {
    const Reading& reading = reading_of(data);
    reading.handler->end(without_prefix(name));
    reading.stop_if_done();
}

void read_text(void *data, const XML_Char *text, int length) {
    reading_of(data).handler->text({text, static_cast<std::size_t>(length)});
}

void refuse_document_type(void *data, const XML_Char * /*name*/, const XML_Char * /*system*/,
                          const XML_Char * /*public_id*/, int /*has_internal_subset*/) {
    Reading& reading = reading_of(data);
    reading.has_document_type = true;
    XML_StopParser(reading.parser, XML_FALSE);
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
    for (const char *const *pair = pairs_; *pair != nullptr; pair += 2) {
        if (without_prefix(pair[0]) == name) return pair[1];
    }
    return {};
}

bool XmlAttributes::is_true(std::string_view name) const {
    const std::string_view value = get(name);
    return value == "1" || value == "true";
}

Result<> read_xml(std::string_view bytes, XmlHandler& handler) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), &XML_ParserFree);
    Reading reading{parser.get(), &handler};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), start_element, end_element);
    XML_SetCharacterDataHandler(parser.get(), read_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), refuse_document_type);
    const XML_Status status =
        XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
    if (status == XML_STATUS_OK || (handler.is_done() && !reading.has_document_type)) return Done{};
    return input_error({"The spreadsheet is damaged. Open it, and save it again."});
}

}  // namespace stormote
