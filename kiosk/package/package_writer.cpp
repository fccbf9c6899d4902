#include "kiosk/package/package_writer.h"

#include <algorithm>
#include <iterator>

#include "kiosk/documents/files/sha256.h"
#include "kiosk/documents/files/zip_writer.h"
#include "kiosk/package/mets_writer.h"
#include "kiosk/package/package_documents.h"
#include "kiosk/package/package_metadata.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

void add_all(PackageFiles& files, PackageFiles more) {
    std::move(more.begin(), more.end(), std::back_inserter(files));
}

Result<PackageFiles> make_files(const PackageSource& source, const PackageDescription& package) {
    const ExportSource exports{source.state, source.texts, source.operations};
    PackageFiles files;
    files.push_back({"metadata/descriptive/dc.xml", "application/xml",
                     write_dublin_core(package, source.texts)});
    files.push_back({"metadata/preservation/premis.xml", "application/xml",
                     write_premis(package, source.record, utc_text(source.began_ms))});
    files.push_back(
        {std::string(heads_path), "application/json", write_packed_record(source.record)});
    auto documentation = make_documentation(package, source.texts);
    if (!documentation) return documentation.error();
    add_all(files, std::move(documentation).value());
    auto papers = make_papers(exports);
    if (!papers) return papers.error();
    add_all(files, std::move(papers).value());
    auto tables = make_tables(exports);
    if (!tables) return tables.error();
    add_all(files, std::move(tables).value());
    std::sort(files.begin(), files.end(),
              [](const auto& left, const auto& right) { return left.path < right.path; });
    return files;
}

PackageFiles sign_files(const EventId& event, const std::string& mets,
                        const PackageSigner& signer) {
    std::string devices = write_device_signatures(signer.devices);
    PackageSignature signature{event, signer.key, sha256(mets), sha256(devices), {}};
    signature.signature = signer.sign(signed_message(signature));
    return {{std::string(signature_path), "application/json", write_package_signature(signature)},
            {std::string(device_signatures_path), "application/json", std::move(devices)}};
}

}  // namespace

Result<std::string> write_package(const PackageSource& source, const PackageSigner& signer) {
    const PackageDescription package =
        describe_package(source.record.event, source.state, write_packed_record(source.record),
                         source.created_ms, source.texts);
    auto files = make_files(source, package);
    if (!files) return files.error();
    std::string mets = write_mets(package, *files);
    PackageFiles all = sign_files(source.record.event, mets, signer);
    all.insert(all.begin(), {std::string(mets_path), "application/xml", std::move(mets)});
    add_all(all, std::move(files).value());
    return pack_files(package.id, std::move(all));
}

std::string pack_files(const std::string& folder, PackageFiles files) {
    ZipWriter archive;
    for (PackageFile& file : files) archive.add(folder + '/' + file.path, std::move(file.content));
    archive.set_comment(std::string(checksum_length, '0'));
    std::string bytes = archive.finish();
    const std::size_t end = bytes.size() - checksum_length;
    bytes.replace(end, checksum_length, to_hex(sha256(std::string_view(bytes).substr(0, end))));
    return bytes;
}

}  // namespace stormote
