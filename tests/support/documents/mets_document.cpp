#include "tests/support/documents/mets_document.h"

#include <catch2/catch.hpp>

namespace stormote::testing {

namespace {

const xmlChar *bytes_of(const std::string& text) {
    return reinterpret_cast<const xmlChar *>(text.c_str());
}

constexpr const char *namespaces[][2] = {
    {"m", "http://www.loc.gov/METS/"},
    {"csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"},
    {"sip", "https://DILCIS.eu/XML/METS/SIPExtensionMETS"},
    {"xlink", "http://www.w3.org/1999/xlink"},
};

}  // namespace

MetsDocument::MetsDocument(const std::string& xml)
    : document_(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "METS.xml", nullptr,
                              XML_PARSE_NONET)) {
    REQUIRE(document_ != nullptr);
    context_.reset(xmlXPathNewContext(document_.get()));
    for (const auto& [prefix, name] : namespaces) {
        xmlXPathRegisterNs(context_.get(), bytes_of(prefix), bytes_of(name));
    }
}

std::vector<xmlNodePtr> MetsDocument::find(const std::string& path) const {
    return find(xmlDocGetRootElement(document_.get()), path);
}

std::vector<xmlNodePtr> MetsDocument::find(xmlNodePtr from, const std::string& path) const {
    context_->node = from;
    xmlXPathObjectPtr found = xmlXPathEvalExpression(bytes_of(path), context_.get());
    REQUIRE(found != nullptr);
    std::vector<xmlNodePtr> nodes;
    const xmlNodeSetPtr set = found->nodesetval;
    for (int i = 0; set != nullptr && i < set->nodeNr; ++i) nodes.push_back(set->nodeTab[i]);
    xmlXPathFreeObject(found);
    return nodes;
}

std::string MetsDocument::content(xmlNodePtr node) {
    xmlChar *content = xmlNodeGetContent(node);
    const std::string text = reinterpret_cast<const char *>(content);
    xmlFree(content);
    return text;
}

void MetsDocument::add(const std::string& path, const std::string& xml) {
    const auto parents = find(path);
    REQUIRE_FALSE(parents.empty());
    xmlNodePtr added = nullptr;
    REQUIRE(xmlParseInNodeContext(parents.front(), xml.data(), static_cast<int>(xml.size()), 0,
                                  &added) == XML_ERR_OK);
    xmlAddChildList(parents.front(), added);
}

void MetsDocument::remove(xmlNodePtr node) {
    if (node->type == XML_ATTRIBUTE_NODE) {
        xmlRemoveProp(reinterpret_cast<xmlAttrPtr>(node));
        return;
    }
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

}  // namespace stormote::testing
