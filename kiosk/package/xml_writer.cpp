#include "kiosk/package/xml_writer.h"

#include <cassert>

#include "kiosk/documents/content/xml_text.h"

namespace stormote {

void XmlWriter::begin_tag(std::string_view name, Attributes attributes) {
    document_.append(open_.size() * 2, ' ');
    document_ += '<';
    document_ += name;
    for (const auto& [key, value] : attributes) {
        if (value.empty()) continue;
        document_ += ' ';
        document_ += key;
        document_ += "=\"" + xml_text(value) + '"';
    }
}

void XmlWriter::open(std::string_view name, Attributes attributes) {
    begin_tag(name, attributes);
    document_ += ">\n";
    open_.emplace_back(name);
}

void XmlWriter::close() {
    assert(!open_.empty());
    const std::string name = std::move(open_.back());
    open_.pop_back();
    document_.append(open_.size() * 2, ' ');
    document_ += "</" + name + ">\n";
}

void XmlWriter::empty(std::string_view name, Attributes attributes) {
    begin_tag(name, attributes);
    document_ += "/>\n";
}

void XmlWriter::text(std::string_view name, std::string_view text, Attributes attributes) {
    begin_tag(name, attributes);
    document_ += '>' + xml_text(text) + "</" + std::string(name) + ">\n";
}

std::string XmlWriter::take() {
    assert(open_.empty());
    return std::move(document_);
}

}  // namespace stormote
