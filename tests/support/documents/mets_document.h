// MetsDocument: METS.xml as a tree that a test asks, and breaks. For tests; one thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

namespace stormote::testing {

class MetsDocument {
  public:
    explicit MetsDocument(const std::string& xml);

    // What the XPath finds; prefixes are m, csip, sip and xlink.
    [[nodiscard]] std::vector<xmlNodePtr> find(const std::string& path) const;
    // The same from an element.
    [[nodiscard]] std::vector<xmlNodePtr> find(xmlNodePtr from, const std::string& path) const;
    [[nodiscard]] static std::string content(xmlNodePtr node);
    // Adds elements, as XML, at the end of the first element that is found.
    void add(const std::string& path, const std::string& xml);
    static void remove(xmlNodePtr node);

  private:
    struct Free {
        void operator()(xmlDoc *document) const { xmlFreeDoc(document); }
        void operator()(xmlXPathContext *context) const { xmlXPathFreeContext(context); }
    };
    std::unique_ptr<xmlDoc, Free> document_;
    std::unique_ptr<xmlXPathContext, Free> context_;
};

}  // namespace stormote::testing
