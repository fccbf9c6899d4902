// METS requirements: every MUST of E-ARK CSIP 2.1.0 and E-ARK SIP 2.1.0, each in our words, as what
// elements of METS.xml must have. For tests.
#pragma once

#include <vector>

namespace stormote::testing {

// Each element that `of` finds (XPath) has the attribute or element `node` below it, which is not
// empty; where there are values, with "|" between them, it is one of those.
struct MetsRequirement {
    const char *id;
    const char *words;
    const char *of;
    const char *node;
    const char *values = "";
};

// clang-format off
inline std::vector<MetsRequirement> mets_requirements() {
    constexpr const char *root = "/m:mets";
    constexpr const char *header = "/m:mets/m:metsHdr";
    constexpr const char *software = "/m:mets/m:metsHdr/m:agent[@TYPE='OTHER' or m:note/@csip:NOTETYPE='SOFTWARE VERSION']";
    constexpr const char *description = "//m:dmdSec";
    constexpr const char *description_file = "//m:dmdSec/m:mdRef";
    constexpr const char *provenance = "//m:digiprovMD";
    constexpr const char *provenance_file = "//m:digiprovMD/m:mdRef";
    constexpr const char *rights = "//m:rightsMD";
    constexpr const char *rights_file = "//m:rightsMD/m:mdRef";
    constexpr const char *files = "//m:fileSec";
    constexpr const char *group = "//m:fileSec/m:fileGrp";
    constexpr const char *file = "//m:fileSec//m:file";
    constexpr const char *place = "//m:fileSec//m:file/m:FLocat";
    constexpr const char *structure = "/m:mets/m:structMap";
    constexpr const char *package = "/m:mets/m:structMap/m:div";
    constexpr const char *metadata = "/m:mets/m:structMap/m:div/m:div[1]";
    constexpr const char *documentation = "/m:mets/m:structMap/m:div/m:div[2]";
    constexpr const char *schemas = "/m:mets/m:structMap/m:div/m:div[3]";
    constexpr const char *content = "/m:mets/m:structMap/m:div/m:div[4]";
    constexpr const char *representation = "/m:mets/m:structMap/m:div/m:div[5]";
    constexpr const char *pointer = "/m:mets/m:structMap/m:div/m:div/m:mptr";
    constexpr const char *archivist = "//m:metsHdr/m:agent[2]";
    constexpr const char *archivist_note = "//m:metsHdr/m:agent[2]/m:note";
    constexpr const char *submitter = "//m:metsHdr/m:agent[3]";
    constexpr const char *submitter_note = "//m:metsHdr/m:agent[3]/m:note";
    constexpr const char *contact = "//m:metsHdr/m:agent[4]";
    constexpr const char *preserver = "//m:metsHdr/m:agent[5]";
    constexpr const char *preserver_note = "//m:metsHdr/m:agent[5]/m:note";
    constexpr const char *organisations = "ORGANIZATION|INDIVIDUAL";
    return {
        {"CSIP1", "the package has an identifier, the name of its folder", root, "@OBJID"},
        {"CSIP2", "the category of its content is of the vocabulary", root, "@TYPE", "Mixed"},
        {"CSIP6", "it names the profile that it follows", root, "@PROFILE"},
        {"CSIP117", "it has a header", root, "m:metsHdr"},
        {"CSIP7", "it says when it was made", header, "@CREATEDATE"},
        {"CSIP9", "it says what kind of package it is", header, "@csip:OAISPACKAGETYPE", "SIP|AIP|DIP"},
        {"CSIP10", "it names the software that made it", header, "m:agent[@OTHERTYPE='SOFTWARE']"},
        {"CSIP11", "the software is a creator", software, "@ROLE", "CREATOR"},
        {"CSIP12", "the software is an agent of another type", software, "@TYPE", "OTHER"},
        {"CSIP13", "that other type is software", software, "@OTHERTYPE", "SOFTWARE"},
        {"CSIP14", "the software has a name", software, "m:name"},
        {"CSIP15", "the software has a version", software, "m:note"},
        {"CSIP16", "the version is marked as one", software, "m:note/@csip:NOTETYPE", "SOFTWARE VERSION"},
        {"CSIP18", "a description has an id", description, "@ID"},
        {"CSIP19", "a description says when it was made", description, "@CREATED"},
        {"CSIP22", "the file of a description is found by a URL", description_file, "@LOCTYPE", "URL"},
        {"CSIP23", "by a simple link", description_file, "@xlink:type", "simple"},
        {"CSIP24", "at a place", description_file, "@xlink:href"},
        {"CSIP25", "a description has a type", description_file, "@MDTYPE", "DC|EAD"},
        {"CSIP26", "its file has a MIME type", description_file, "@MIMETYPE"},
        {"CSIP27", "its file has a size", description_file, "@SIZE"},
        {"CSIP28", "its file says when it was made", description_file, "@CREATED"},
        {"CSIP29", "its file has a checksum", description_file, "@CHECKSUM"},
        {"CSIP30", "the checksum has a type", description_file, "@CHECKSUMTYPE", "SHA-256"},
        {"CSIP33", "what tells the history has an id", provenance, "@ID"},
        {"CSIP36", "the file of a history is found by a URL", provenance_file, "@LOCTYPE", "URL"},
        {"CSIP37", "by a simple link", provenance_file, "@xlink:type", "simple"},
        {"CSIP38", "at a place", provenance_file, "@xlink:href"},
        {"CSIP39", "a history has a type", provenance_file, "@MDTYPE", "PREMIS|OTHER"},
        {"CSIP40", "its file has a MIME type", provenance_file, "@MIMETYPE"},
        {"CSIP41", "its file has a size", provenance_file, "@SIZE"},
        {"CSIP42", "its file says when it was made", provenance_file, "@CREATED"},
        {"CSIP43", "its file has a checksum", provenance_file, "@CHECKSUM"},
        {"CSIP44", "the checksum has a type", provenance_file, "@CHECKSUMTYPE", "SHA-256"},
        {"CSIP46", "a statement of rights has an id", rights, "@ID"},
        {"CSIP49", "the file of rights is found by a URL", rights_file, "@LOCTYPE", "URL"},
        {"CSIP50", "by a simple link", rights_file, "@xlink:type", "simple"},
        {"CSIP51", "at a place", rights_file, "@xlink:href"},
        {"CSIP52", "a statement of rights has a type", rights_file, "@MDTYPE"},
        {"CSIP53", "its file has a MIME type", rights_file, "@MIMETYPE"},
        {"CSIP54", "its file has a size", rights_file, "@SIZE"},
        {"CSIP55", "its file says when it was made", rights_file, "@CREATED"},
        {"CSIP56", "its file has a checksum", rights_file, "@CHECKSUM"},
        {"CSIP57", "the checksum has a type", rights_file, "@CHECKSUMTYPE"},
        {"CSIP59", "the list of files has an id", files, "@ID"},
        {"CSIP60", "the documentation is a group of files", files, "m:fileGrp[@USE='Documentation']"},
        {"CSIP113", "the schemas are a group of files", files, "m:fileGrp[@USE='Schemas']"},
        {"CSIP114", "each representation is a group of files", files, "m:fileGrp[starts-with(@USE, 'Representations/')]"},
        {"CSIP64", "a group says what it is for", group, "@USE", "Documentation|Schemas|Representations/documents|Representations/tables"},
        {"CSIP65", "a group has an id", group, "@ID"},
        {"CSIP66", "a group has files", group, "m:file"},
        {"CSIP67", "a file has an id", file, "@ID"},
        {"CSIP68", "a file has a MIME type", file, "@MIMETYPE", "application/pdf|application/json|application/xml|text/csv|text/plain"},
        {"CSIP69", "a file has a size", file, "@SIZE"},
        {"CSIP70", "a file says when it was made", file, "@CREATED"},
        {"CSIP71", "a file has a checksum", file, "@CHECKSUM"},
        {"CSIP72", "the checksum has a type", file, "@CHECKSUMTYPE", "SHA-256"},
        {"CSIP76", "a file has a place", file, "m:FLocat"},
        {"CSIP77", "a file is found by a URL", place, "@LOCTYPE", "URL"},
        {"CSIP78", "by a simple link", place, "@xlink:type", "simple"},
        {"CSIP79", "at a place", place, "@xlink:href"},
        {"CSIP80", "there is a structural map", root, "m:structMap"},
        {"CSIP81", "it is of the physical structure", structure, "@TYPE", "PHYSICAL"},
        {"CSIP82", "it is that of the standard", structure, "@LABEL", "CSIP"},
        {"CSIP83", "it has an id", structure, "@ID"},
        {"CSIP84", "it has one division for the package", structure, "m:div"},
        {"CSIP85", "the division has an id", package, "@ID"},
        {"CSIP88", "within it is one for the metadata", package, "m:div[@LABEL='Metadata']"},
        {"CSIP89", "that of the metadata has an id", metadata, "@ID"},
        {"CSIP90", "that of the metadata is called so", metadata, "@LABEL", "Metadata"},
        {"CSIP94", "that of the documentation has an id", documentation, "@ID"},
        {"CSIP95", "that of the documentation is called so", documentation, "@LABEL", "Documentation"},
        {"CSIP96", "that of the documentation points to its group", documentation, "m:fptr"},
        {"CSIP116", "by the id of the group", documentation, "m:fptr/@FILEID", "group-documentation"},
        {"CSIP98", "that of the schemas has an id", schemas, "@ID"},
        {"CSIP99", "that of the schemas is called so", schemas, "@LABEL", "Schemas"},
        {"CSIP100", "that of the schemas points to their group", schemas, "m:fptr"},
        {"CSIP118", "by the id of the group", schemas, "m:fptr/@FILEID", "group-schemas"},
        {"CSIP102", "that of the representations has an id", content, "@ID"},
        {"CSIP103", "that of the representations is called so", content, "@LABEL", "Representations"},
        {"CSIP104", "that of the representations points to their groups", content, "m:fptr"},
        {"CSIP119", "by the ids of the groups", content, "m:fptr/@FILEID", "group-documents|group-tables"},
        {"CSIP106", "one of a representation alone has an id", representation, "@ID"},
        {"CSIP107", "it is called as its folder", representation, "@LABEL", "Representations/documents"},
        {"CSIP108", "it points to its group of files", representation, "m:mptr/@xlink:title"},
        {"CSIP109", "it points to its own METS.xml", representation, "m:mptr"},
        {"CSIP110", "which is at a place", pointer, "@xlink:href"},
        {"CSIP111", "found by a simple link", pointer, "@xlink:type", "simple"},
        {"CSIP112", "and by a URL", pointer, "@LOCTYPE", "URL"},
        {"SIP2", "the profile is that of a SIP", root, "@PROFILE", "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"},
        {"SIP4", "the package is a SIP", header, "@csip:OAISPACKAGETYPE", "SIP"},
        {"SIP10", "whose records they are is an archivist", archivist, "@ROLE", "ARCHIVIST"},
        {"SIP11", "whose records they are is an organisation or a person", archivist, "@TYPE", organisations},
        {"SIP14", "a code of whose records they are is marked as one", archivist_note, "@csip:NOTETYPE", "IDENTIFICATIONCODE"},
        {"SIP15", "it names who hands it over", header, "m:agent[@ROLE='CREATOR' and @TYPE='ORGANIZATION']"},
        {"SIP16", "who hands it over is a creator", submitter, "@ROLE", "CREATOR"},
        {"SIP17", "who hands it over is an organisation or a person", submitter, "@TYPE", organisations},
        {"SIP20", "a code of who hands it over is marked as one", submitter_note, "@csip:NOTETYPE", "IDENTIFICATIONCODE"},
        {"SIP22", "whom to ask is a creator", contact, "@ROLE", "CREATOR"},
        {"SIP23", "whom to ask is a person", contact, "@TYPE", "INDIVIDUAL"},
        {"SIP24", "whom to ask has a name", contact, "m:name"},
        {"SIP27", "the archive is one that preserves", preserver, "@ROLE", "PRESERVATION"},
        {"SIP28", "the archive is an organisation", preserver, "@TYPE", "ORGANIZATION"},
        {"SIP31", "a code of the archive is marked as one", preserver_note, "@csip:NOTETYPE", "IDENTIFICATIONCODE"},
    };
}
// clang-format on

}  // namespace stormote::testing
