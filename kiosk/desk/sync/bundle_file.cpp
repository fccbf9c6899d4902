#include "kiosk/desk/sync/bundle_file.h"

#include <algorithm>
#include <fstream>

#include "kiosk/desk/sync/desk_replica.h"
#include "kiosk/documents/files/output_file.h"
#include "sync/journal/device_identity.h"

namespace stormote {

namespace {

constexpr std::string_view extension = ".bundle";

struct CheckedBundle {
    BundleContents contents;
    // How far it goes of this device itself, as far as this device's key has signed it: whoever has
    // the event's key can write a bundle that says anything.
    std::vector<StoreHead> own;
};

// How far a batch goes of this device, by its own signatures.
void add_own_heads(const Batch& batch, const Journal& journal, std::vector<StoreHead>& own) {
    for (const HeadSignature& signature : batch.signatures) {
        if (signature.device != journal.device()) continue;
        const auto signed_one = std::find_if(
            batch.operations.begin(), batch.operations.end(), [&](const Operation& operation) {
                return operation.header.device == signature.device &&
                       operation.header.sequence == signature.sequence;
            });
        if (signed_one == batch.operations.end()) continue;
        const OperationHeader& header = signed_one->header;
        if (!verify_signature(journal.identity().public_key(),
                              head_message(journal.event(), header), signature.signature)) {
            continue;
        }
        own.assign(1, {header.device, header.sequence, header.chain_hash});
    }
}

// Beginning, end and all between, before anything is taken.
Result<CheckedBundle> check_bundle(std::istream& in, const std::filesystem::path& file,
                                   const Desk& desk) {
    auto reader = BundleReader::open(in, file.string(), desk.event(), desk.journal().event_key());
    if (!reader) return reader.error();
    std::vector<StoreHead> own;
    for (;;) {
        const auto batch = reader->next();
        if (!batch) return batch.error();
        if (!batch.value()) return CheckedBundle{reader->contents(), std::move(own)};
        add_own_heads(*batch.value(), desk.journal(), own);
    }
}

Result<JournalIntake> take_bundle(std::istream& in, const std::filesystem::path& file, Desk& desk) {
    return desk.accept_pieces([&](const PieceSink& take) -> Result<> {
        auto reader =
            BundleReader::open(in, file.string(), desk.event(), desk.journal().event_key());
        if (!reader) return reader.error();
        for (;;) {
            const auto batch = reader->next();
            if (!batch) return batch.error();
            if (!batch.value()) return Done{};
            auto taken = take(batch.value()->operations, batch.value()->signatures);
            if (!taken) return taken;
        }
    });
}

bool is_bundle_of(const std::filesystem::path& file, const EventId& event) {
    std::ifstream in(file, std::ios::binary);
    return in && event_of_bundle(in) == event;
}

}  // namespace

Result<BundleContents> write_bundle_file(Desk& desk, const std::filesystem::path& file) {
    BundleContents contents;
    auto written = write_whole_file(file, [&](const PieceWriter& write) -> Result<> {
        auto made = write_bundle(desk.journal(), desk.environment().random,
                                 [&write](ByteView bytes) { return write(to_string(bytes)); });
        if (!made) return made.error();
        contents = std::move(made).value();
        return Done{};
    });
    if (!written) return written.error();
    return contents;
}

Result<MergedBundle> merge_bundle_file(Desk& desk, const std::filesystem::path& file) {
    std::error_code error;
    const auto kind = std::filesystem::status(file, error).type();
    if (kind == std::filesystem::file_type::not_found) {
        return input_error({"There is no file {}. Check the name and the folder."}, file.string());
    }
    if (kind == std::filesystem::file_type::directory) {
        return input_error({"{} is a folder. Name a file."}, file.string());
    }
    std::ifstream in(file, std::ios::binary);
    auto checked = check_bundle(in, file, desk);
    if (!checked) return checked.error();
    // Before anything is written under an identity that may not be this device's any more.
    auto identity = DeskReplica(desk).check_identity(checked->own);
    if (!identity) return identity.error();
    in.clear();
    in.seekg(0);
    auto intake = take_bundle(in, file, desk);
    if (!intake) return intake.error();
    return MergedBundle{std::move(checked->contents), intake->added.size(), intake->known,
                        intake->quarantined, std::move(intake->refused)};
}

std::string bundle_file_name(const DeviceId& device) {
    return "stormote-" + to_hex(ByteView(device.value.bytes).first(4)) + std::string(extension);
}

std::vector<std::filesystem::path> find_bundle_files(
    const EventId& event, const std::vector<std::filesystem::path>& folders) {
    std::vector<std::filesystem::path> files;
    for (const std::filesystem::path& folder : folders) {
        std::error_code error;
        std::filesystem::directory_iterator entry(folder, error);
        // A stick may be pulled out meanwhile.
        for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
            std::error_code of_entry;
            const bool is_file = entry->is_regular_file(of_entry);
            if (is_file && entry->path().extension() == extension &&
                is_bundle_of(entry->path(), event)) {
                files.push_back(entry->path());
            }
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace stormote
