#include "kiosk/package/package_check.h"

#include <algorithm>
#include <map>
#include <set>

#include "kiosk/documents/files/sha256.h"
#include "kiosk/lists/spreadsheet/xml_events.h"
#include "kiosk/lists/spreadsheet/zip_archive.h"
#include "kiosk/package/package_file.h"
#include "kiosk/package/package_signatures.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

struct ListedFile {
    std::string path;
    std::string size;
    std::string hash;
};

// What METS.xml lists: files with their places, and metadata that is referred to.
class MetsReader : public XmlHandler {
  public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "mets") id_ = attributes.get("OBJID");
        if (name == "file") {
            file_ = {"", std::string(attributes.get("SIZE")),
                     std::string(attributes.get("CHECKSUM"))};
        } else if (name == "FLocat") {
            file_.path = attributes.get("href");
            files_.push_back(file_);
        } else if (name == "mdRef") {
            files_.push_back({std::string(attributes.get("href")),
                              std::string(attributes.get("SIZE")),
                              std::string(attributes.get("CHECKSUM"))});
        }
    }
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*part*/) override {}

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const std::vector<ListedFile>& files() const { return files_; }

  private:
    std::string id_;
    ListedFile file_;
    std::vector<ListedFile> files_;
};

Error no_package() {
    return input_error(
        {"This is no package that Stormöte made, or the ZIP archive is damaged. "
         "Fetch the package again from where it was copied from."});
}

// A name that leads out of the package's folder, or that two systems would read differently.
bool is_safe_path(std::string_view path) {
    if (path.empty() || path.find('\\') != std::string_view::npos) return false;
    if (path.find(':') != std::string_view::npos) return false;
    const auto parts = split_text(path, '/');
    return std::none_of(parts.begin(), parts.end(), [](std::string_view part) {
        return part.empty() || part == "." || part == "..";
    });
}

// Where the archive ends with a checksum, it is of all bytes before it. One that somebody packed
// anew has none.
enum class Packing { as_written, anew, damaged };
Packing packing_of(std::string_view bytes, std::string_view comment) {
    if (bytes.size() < checksum_length) return Packing::damaged;
    const std::size_t end = bytes.size() - checksum_length;
    if (bytes.substr(end) == to_hex(sha256(bytes.substr(0, end)))) return Packing::as_written;
    const bool has_none = comment.empty() && !from_hex(bytes.substr(end));
    return has_none ? Packing::anew : Packing::damaged;
}

// Everything in the archive, by its path below the package's folder.
struct Unpacked {
    std::string folder;
    std::map<std::string, std::string, std::less<>> files;
    Packing packing = Packing::damaged;
};

Result<Unpacked> unpack(std::string_view bytes, std::size_t most_bytes) {
    auto archive = ZipArchive::open(bytes, most_bytes);
    if (!archive) return no_package();
    Unpacked unpacked;
    unpacked.packing = packing_of(bytes, archive->comment());
    std::set<std::string> names;
    for (const std::string& name : archive->names()) {
        // A folder, as other programs list them.
        if (name.ends_with('/')) continue;
        const std::size_t slash = name.find('/');
        if (!is_safe_path(name) || slash == std::string::npos) {
            return input_error({"The package has a file \"{}\" outside its folder. Do not unpack "
                                "it."},
                               name);
        }
        if (!names.insert(name).second) {
            return input_error({"The package has two files \"{}\". Do not unpack it."}, name);
        }
        const std::string folder = name.substr(0, slash);
        if (!unpacked.folder.empty() && unpacked.folder != folder) {
            return input_error({"The package has a file \"{}\" outside its folder. Do not unpack "
                                "it."},
                               name);
        }
        unpacked.folder = folder;
        auto content = archive->read(name);
        if (!content) {
            return input_error({"\"{}\" in the package is damaged, or unpacks to too much. Fetch "
                                "the package again from where it was copied from."},
                               name);
        }
        unpacked.files.emplace(name.substr(slash + 1), std::move(content).value());
    }
    return unpacked;
}

Error changed(std::string_view path) {
    return input_error({"\"{}\" in the package is not as it was signed. Fetch the package again "
                        "from where it was copied from."},
                       path);
}

Error missing(std::string_view path) {
    return input_error({"\"{}\" is missing in the package. Fetch the package again from where it "
                        "was copied from."},
                       path);
}

Error changed_archive() {
    return input_error(
        {"A byte of the ZIP archive is not as it was written, though the files in "
         "it are. Fetch the package again from where it was copied from."});
}

// Each listed file is there as it was, each once, and no other is.
Result<> check_files(const Unpacked& unpacked, const std::vector<ListedFile>& listed) {
    std::set<std::string_view> known{mets_path, signature_path, device_signatures_path};
    for (const ListedFile& file : listed) {
        const auto found = unpacked.files.find(file.path);
        if (found == unpacked.files.end()) return missing(file.path);
        const std::string& content = found->second;
        if (file.size != std::to_string(content.size()) || file.hash != to_hex(sha256(content))) {
            return changed(file.path);
        }
        if (!known.insert(found->first).second) return changed(mets_path);
    }
    for (const auto& [path, content] : unpacked.files) {
        if (known.contains(path)) continue;
        return input_error({"\"{}\" in the package was not in it when it was signed. Fetch the "
                            "package again from where it was copied from."},
                           path);
    }
    return Done{};
}

Result<std::vector<CheckedDevice>> check_devices(const PackedRecord& record,
                                                 const DeviceSignatures& signatures) {
    std::vector<CheckedDevice> checked;
    for (const PackedHead& head : record.devices) {
        CheckedDevice device{head, 0};
        for (const DeviceSignature& signature : signatures) {
            if (signature.device != head.device) continue;
            if (!is_true(signature, record.event, head)) {
                return input_error({"\"{}\" in the package has a false signature of the device {}. "
                                    "Fetch the package again from where it was copied from."},
                                   device_signatures_path, to_string(head.device));
            }
            device.signed_sequence = std::min(signature.sequence, head.sequence);
        }
        checked.push_back(std::move(device));
    }
    return checked;
}

// The maker signs the whole of its own record, and each key is that of the device it stands at: a
// device that introduced none, as of a record that lacks its beginning, has nothing to sign with.
Result<> check_heads(const std::vector<CheckedDevice>& devices, const DeviceId& maker) {
    for (const CheckedDevice& device : devices) {
        const PackedHead& head = device.head;
        if (head.key != PublicKey{} && device_of(head.key) != head.device) {
            return input_error({"\"{}\" in the package gives the device {} a key of another. Fetch "
                                "the package again from where it was copied from."},
                               heads_path, to_string(head.device));
        }
        if (head.device == maker && device.signed_sequence < head.sequence) {
            return input_error({"The device {} made the package, and has not signed its own "
                                "operations in it. Fetch the package again from where it was "
                                "copied from."},
                               to_string(maker));
        }
    }
    return Done{};
}

}  // namespace

bool is_package(std::string_view bytes) {
    return bytes.starts_with("PK");
}

Result<PackageReport> check_package(std::string_view bytes, std::size_t most_bytes) {
    auto unpacked = unpack(bytes, most_bytes);
    if (!unpacked) return unpacked.error();
    for (const auto path : {mets_path, signature_path, device_signatures_path, heads_path}) {
        if (!unpacked->files.contains(path)) return missing(path);
    }
    const auto file = [&unpacked](std::string_view path) -> const std::string& {
        return unpacked->files.find(path)->second;
    };
    const auto signature = read_package_signature(file(signature_path));
    if (!signature ||
        !verify_signature(signature->signer, signed_message(*signature), signature->signature)) {
        return changed(signature_path);
    }
    if (signature->mets != sha256(file(mets_path))) return changed(mets_path);
    if (signature->devices != sha256(file(device_signatures_path))) {
        return changed(device_signatures_path);
    }
    MetsReader mets;
    if (!read_xml(file(mets_path), mets) || mets.id() != unpacked->folder) {
        return changed(mets_path);
    }
    if (auto checked = check_files(*unpacked, mets.files()); !checked) return checked.error();
    const auto record = read_packed_record(file(heads_path));
    const auto signatures = read_device_signatures(file(device_signatures_path));
    if (!record || record->event != signature->event) return changed(heads_path);
    if (!signatures) return changed(device_signatures_path);
    auto devices = check_devices(*record, *signatures);
    if (!devices) return devices.error();
    const DeviceId maker = device_of(signature->signer);
    if (auto checked = check_heads(*devices, maker); !checked) return checked.error();
    if (unpacked->packing == Packing::damaged) return changed_archive();
    return PackageReport{
        unpacked->folder,           record->event,          maker,
        std::move(devices).value(), unpacked->files.size(), unpacked->packing == Packing::anew};
}

}  // namespace stormote
