// XmlWriter: an XML document, element by element, indented so that people can read it. Whatever a
// text holds, the document is well formed (kiosk/documents/content/xml_text.h). One thread.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stormote {

class XmlWriter {
  public:
    // Those with an empty value are left out.
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    // Names are those of a schema, and must be well formed.
    void open(std::string_view name, Attributes attributes = {});
    void close();
    void empty(std::string_view name, Attributes attributes);
    // An element with nothing but a text in it.
    void text(std::string_view name, std::string_view text, Attributes attributes = {});

    // The document; all elements must be closed.
    [[nodiscard]] std::string take();

  private:
    void begin_tag(std::string_view name, Attributes attributes);

    std::string document_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    std::vector<std::string> open_;
};

}  // namespace stormote
