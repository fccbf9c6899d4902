#include "kiosk/package/mets_writer.h"

#include <algorithm>

#include "kiosk/documents/files/sha256.h"
#include "kiosk/package/xml_writer.h"
#include "sync/base/version.h"

namespace stormote {

namespace {

constexpr std::string_view descriptive_folder = "metadata/descriptive/";
constexpr std::string_view preservation_folder = "metadata/preservation/";

// A group of files, by the folder that they lie in.
struct FileGroup {
    std::string use;
    std::string id;
    std::string folder;
};

// "Representations/documents" of "representations/documents/data/notes.pdf".
std::vector<FileGroup> groups_of(const PackageFiles& files) {
    std::vector<FileGroup> groups{{"Documentation", "group-documentation", "documentation/"},
                                  {"Schemas", "group-schemas", "schemas/"}};
    constexpr std::string_view representations = "representations/";
    for (const PackageFile& file : files) {
        if (!file.path.starts_with(representations)) continue;
        const std::size_t end = file.path.find('/', representations.size());
        const std::string name =
            file.path.substr(representations.size(), end - representations.size());
        if (groups.back().id != "group-" + name) {
            groups.push_back({"Representations/" + name, "group-" + name,
                              std::string(representations) + name + '/'});
        }
    }
    return groups;
}

bool is_content(const FileGroup& group) {
    return group.use.starts_with("Representations");
}

class MetsWriter {
  public:
    MetsWriter(const PackageDescription& package, const PackageFiles& files)
        : package_(package), files_(files), groups_(groups_of(files)) {}

    std::string write() {
        open_root();
        write_header();
        write_metadata();
        write_files();
        write_structure();
        xml_.close();
        return xml_.take();
    }

  private:
    void open_root() {
        xml_.open("mets",
                  {{"xmlns", "http://www.loc.gov/METS/"},
                   {"xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"},
                   {"xmlns:sip", "https://DILCIS.eu/XML/METS/SIPExtensionMETS"},
                   {"xmlns:xlink", "http://www.w3.org/1999/xlink"},
                   {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                   {"xsi:schemaLocation",
                    "http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd "
                    "http://www.w3.org/1999/xlink http://www.loc.gov/standards/mets/xlink.xsd "
                    "https://DILCIS.eu/XML/METS/CSIPExtensionMETS "
                    "https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd "
                    "https://DILCIS.eu/XML/METS/SIPExtensionMETS "
                    "https://earksip.dilcis.eu/schema/DILCISExtensionSIPMETS.xsd"},
                   {"OBJID", package_.id},
                   {"LABEL", package_.title},
                   {"TYPE", "Mixed"},
                   {"csip:CONTENTINFORMATIONTYPE", "MIXED"},
                   {"PROFILE", "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"}});
    }

    void write_header() {
        xml_.open("metsHdr", {{"CREATEDATE", package_.created},
                              {"RECORDSTATUS", "NEW"},
                              {"csip:OAISPACKAGETYPE", "SIP"}});
        xml_.open("agent", {{"ROLE", "CREATOR"}, {"TYPE", "OTHER"}, {"OTHERTYPE", "SOFTWARE"}});
        xml_.text("name", "Stormöte");
        xml_.text("note", project_version(), {{"csip:NOTETYPE", "SOFTWARE VERSION"}});
        xml_.close();
        // Whose records they are, and who hands them over.
        for (const std::string_view role : {"ARCHIVIST", "CREATOR"}) {
            xml_.open("agent", {{"ROLE", role}, {"TYPE", "ORGANIZATION"}});
            xml_.text("name", package_.municipality);
            xml_.close();
        }
        xml_.close();
    }

    void write_metadata() {
        each_file(descriptive_folder, [this](const PackageFile& file, const std::string& id) {
            descriptive_ += (descriptive_.empty() ? "" : " ") + id;
            xml_.open("dmdSec", {{"ID", id}, {"CREATED", package_.created}, {"STATUS", "CURRENT"}});
            refer(file, {"DC", ""});
            xml_.close();
        });
        xml_.open("amdSec", {{"ID", "amd"}});
        each_file(preservation_folder, [this](const PackageFile& file, const std::string& id) {
            preservation_ += (preservation_.empty() ? "" : " ") + id;
            xml_.open("digiprovMD",
                      {{"ID", id}, {"CREATED", package_.created}, {"STATUS", "CURRENT"}});
            const bool is_premis = file.path.ends_with(".xml");
            refer(file, is_premis ? MetadataType{"PREMIS", ""} : MetadataType{"OTHER", "HEADS"});
            xml_.close();
        });
        xml_.close();
    }

    struct MetadataType {
        std::string_view type;
        std::string_view other;  // what it is where the type is "OTHER"
    };
    void refer(const PackageFile& file, MetadataType type) {
        const std::string size = std::to_string(file.content.size());
        const std::string hash = to_hex(sha256(file.content));
        xml_.empty("mdRef", {{"LOCTYPE", "URL"},
                             {"xlink:type", "simple"},
                             {"xlink:href", file.path},
                             {"MDTYPE", type.type},
                             {"OTHERMDTYPE", type.other},
                             {"MIMETYPE", file.media_type},
                             {"SIZE", size},
                             {"CREATED", package_.created},
                             {"CHECKSUM", hash},
                             {"CHECKSUMTYPE", "SHA-256"}});
    }

    void write_files() {
        xml_.open("fileSec", {{"ID", "files"}});
        for (const FileGroup& group : groups_) {
            const std::string_view content_type = is_content(group) ? "MIXED" : "";
            xml_.open("fileGrp", {{"ID", group.id},
                                  {"USE", group.use},
                                  {"csip:CONTENTINFORMATIONTYPE", content_type}});
            each_file(group.folder, [this](const PackageFile& file, const std::string& id) {
                write_file(file, id);
            });
            xml_.close();
        }
        xml_.close();
    }

    void write_file(const PackageFile& file, const std::string& id) {
        const std::string size = std::to_string(file.content.size());
        const std::string hash = to_hex(sha256(file.content));
        const bool is_pdf = file.media_type == "application/pdf";
        xml_.open("file", {{"ID", id},
                           {"MIMETYPE", file.media_type},
                           {"SIZE", size},
                           {"CREATED", package_.created},
                           {"CHECKSUM", hash},
                           {"CHECKSUMTYPE", "SHA-256"},
                           {"sip:FILEFORMATNAME", is_pdf ? "PDF/A-2a" : file.media_type}});
        xml_.empty("FLocat",
                   {{"LOCTYPE", "URL"}, {"xlink:type", "simple"}, {"xlink:href", file.path}});
        xml_.close();
    }

    void write_structure() {
        xml_.open("structMap", {{"ID", "structure"}, {"TYPE", "PHYSICAL"}, {"LABEL", "CSIP"}});
        xml_.open("div", {{"ID", "structure-package"}, {"LABEL", package_.id}});
        xml_.empty("div", {{"ID", "structure-metadata"},
                           {"LABEL", "Metadata"},
                           {"ADMID", preservation_},
                           {"DMDID", descriptive_}});
        point("Documentation", "structure-documentation");
        point("Schemas", "structure-schemas");
        point("Representations", "structure-representations");
        xml_.close();
        xml_.close();
    }

    // To the groups of that use.
    void point(std::string_view use, std::string_view id) {
        xml_.open("div", {{"ID", id}, {"LABEL", use}});
        for (const FileGroup& group : groups_) {
            if (group.use.starts_with(use)) xml_.empty("fptr", {{"FILEID", group.id}});
        }
        xml_.close();
    }

    // Each file below the folder, with the id that it has in the document.
    template <typename Take>
    void each_file(std::string_view folder, Take take) {
        for (std::size_t i = 0; i < files_.size(); ++i) {
            if (!files_[i].path.starts_with(folder)) continue;
            take(files_[i], "file-" + std::to_string(i + 1));
        }
    }

    const PackageDescription& package_;
    const PackageFiles& files_;
    std::vector<FileGroup> groups_;
    std::string descriptive_;   // the ids of what describes the package
    std::string preservation_;  // the ids of what tells its history
    XmlWriter xml_;
};

}  // namespace

std::string write_mets(const PackageDescription& package, const PackageFiles& files) {
    return MetsWriter(package, files).write();
}

}  // namespace stormote
