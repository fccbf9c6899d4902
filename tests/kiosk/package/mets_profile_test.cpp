// METS.xml of a package against every MUST of E-ARK CSIP 2.1.0 and E-ARK SIP 2.1.0.
#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "kiosk/package/mets_writer.h"
#include "sync/base/text_folding.h"
#include "tests/support/documents/mets_document.h"
#include "tests/support/documents/mets_requirements.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const PackageDescription description{.id = "uuid-00000000-0000-0000-0000-000000000001",
                                     .event = {},
                                     .title = "Stormöte <2022> & \"möten\"",
                                     .municipality = "Ekbackens kommun",
                                     .place = "Aulan",
                                     .starts = "2022-10-12T18:00",
                                     .ends = "2022-10-12T21:00",
                                     .created = "2022-10-12T19:04:00.000Z",
                                     .language = "sv"};

const PackageFiles files{
    {"documentation/read-me.txt", "text/plain", "Read me"},
    {"metadata/descriptive/dc.xml", "application/xml", "<dc/>"},
    {"metadata/preservation/heads.json", "application/json", "{}"},
    {"metadata/preservation/premis.xml", "application/xml", "<premis/>"},
    {"representations/documents/data/notes.pdf", "application/pdf", "%PDF-"},
    {"representations/tables/data/notes.csv", "text/csv", "a;b"},
    {"schemas/tables.xsd", "application/xml", "<schema/>"},
};

bool is_one_of(const std::string& value, const char *values) {
    const std::string all = values;
    const auto parts = split_text(all, '|');
    return all.empty() || std::find(parts.begin(), parts.end(), value) != parts.end();
}

// An element counts with what is below it or, without that, with its attributes.
bool says_something(xmlNodePtr node) {
    if (node->type == XML_ATTRIBUTE_NODE) return !MetsDocument::content(node).empty();
    return node->children != nullptr || node->properties != nullptr;
}

bool holds(const MetsDocument& mets, const MetsRequirement& requirement) {
    const auto elements = mets.find(requirement.of);
    return std::all_of(elements.begin(), elements.end(), [&](xmlNodePtr element) {
        const auto nodes = mets.find(element, requirement.node);
        return !nodes.empty() && std::all_of(nodes.begin(), nodes.end(), [&](xmlNodePtr node) {
            return says_something(node) &&
                   is_one_of(MetsDocument::content(node), requirement.values);
        });
    });
}

// With everything in it that the profiles ask something of where it is there.
MetsDocument with_all_that_may_be_there() {
    MetsDocument mets(write_mets(description, files));
    mets.add("//m:amdSec",
             "<rightsMD ID='r'><mdRef LOCTYPE='URL' xlink:type='simple' xlink:href='r.xml' "
             "MDTYPE='OTHER' MIMETYPE='application/xml' SIZE='1' CREATED='2022-10-12T19:04:00Z' "
             "CHECKSUM='0' CHECKSUMTYPE='SHA-256'/></rightsMD>");
    mets.add("/m:mets/m:structMap/m:div",
             "<div ID='d' LABEL='Representations/documents'><mptr LOCTYPE='URL' "
             "xlink:type='simple' xlink:href='representations/documents/METS.xml' "
             "xlink:title='group-documents'/></div>");
    const std::string code = "<note csip:NOTETYPE='IDENTIFICATIONCODE'>212000-0000</note>";
    mets.add("//m:metsHdr/m:agent[2]", code);
    mets.add("//m:metsHdr/m:agent[3]", code);
    mets.add("//m:metsHdr",
             "<agent ROLE='CREATOR' TYPE='INDIVIDUAL'><name>Maj Norberg</name></agent>"
             "<agent ROLE='PRESERVATION' TYPE='ORGANIZATION'><name>Arkivet</name>" +
                 code + "</agent>");
    return mets;
}

}  // namespace

TEST_CASE("METS.xml has all that CSIP and SIP say it must have") {
    const MetsDocument mets(write_mets(description, files));
    std::set<std::string> without;
    for (const MetsRequirement& requirement : mets_requirements()) {
        INFO(requirement.id << ": " << requirement.words);
        CHECK(holds(mets, requirement));
        if (mets.find(requirement.of).empty()) without.insert(requirement.id);
    }
    // What is asked only of those that state rights, have a METS.xml for each representation, or
    // name codes, a person to ask and an archive.
    CHECK(without == std::set<std::string>{"CSIP46",  "CSIP49",  "CSIP50",  "CSIP51",  "CSIP52",
                                           "CSIP53",  "CSIP54",  "CSIP55",  "CSIP56",  "CSIP57",
                                           "CSIP106", "CSIP107", "CSIP108", "CSIP109", "CSIP110",
                                           "CSIP111", "CSIP112", "SIP14",   "SIP20",   "SIP22",
                                           "SIP23",   "SIP24",   "SIP27",   "SIP28",   "SIP31"});
}

TEST_CASE("each requirement of METS.xml finds what is missing, and what is something else") {
    for (const MetsRequirement& requirement : mets_requirements()) {
        INFO(requirement.id << ": " << requirement.words);
        const MetsDocument whole = with_all_that_may_be_there();
        CHECK(holds(whole, requirement));
        const MetsDocument missing = with_all_that_may_be_there();
        const auto elements = missing.find(requirement.of);
        REQUIRE_FALSE(elements.empty());
        for (xmlNodePtr node : missing.find(elements.back(), requirement.node)) {
            MetsDocument::remove(node);
        }
        CHECK_FALSE(holds(missing, requirement));
        if (std::string(requirement.values).empty()) continue;
        const MetsDocument other = with_all_that_may_be_there();
        for (xmlNodePtr node : other.find(other.find(requirement.of).back(), requirement.node)) {
            xmlNodeSetContent(node, reinterpret_cast<const xmlChar *>("something else"));
        }
        CHECK_FALSE(holds(other, requirement));
    }
}

TEST_CASE("there is a requirement for every MUST of both profiles, each once") {
    std::set<std::string> ids;
    for (const MetsRequirement& requirement : mets_requirements()) {
        CHECK(ids.insert(requirement.id).second);
    }
    // CSIP 2.1.0 has 89 of them and SIP 2.1.0 has 15.
    CHECK(std::count_if(ids.begin(), ids.end(),
                        [](const std::string& id) { return id.starts_with("CSIP"); }) == 89);
    CHECK(ids.size() == 89 + 15);
}

TEST_CASE("every id in METS.xml is there once, and every pointer leads to one") {
    const MetsDocument mets(write_mets(description, files));
    std::set<std::string> ids;
    for (xmlNodePtr id : mets.find("//@ID")) CHECK(ids.insert(MetsDocument::content(id)).second);
    for (xmlNodePtr pointer : mets.find("//@FILEID | //@ADMID | //@DMDID")) {
        const std::string targets = MetsDocument::content(pointer);
        for (const std::string_view target : split_text(targets, ' ')) {
            INFO(target);
            CHECK(ids.contains(std::string(target)));
        }
    }
    CHECK(MetsDocument::content(mets.find("/m:mets/@LABEL").front()) == description.title);
}
