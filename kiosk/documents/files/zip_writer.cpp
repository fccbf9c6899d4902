#include "kiosk/documents/files/zip_writer.h"

#include <memory>

#include <zip.h>

#include "sync/base/error.h"

namespace stormote {

namespace {

// The first day that the format can name, 1 January 1980 at midnight: what is written of a record
// has no other time.
constexpr zip_uint16_t first_day = (1 << 5) | 1;

struct FreeSource {
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};
struct DiscardArchive {
    void operator()(zip_t *archive) const { zip_discard(archive); }
};

MachineFailure no_memory() {
    return MachineFailure(
        machine_error({"There is not enough memory for the file. Close other programs."}));
}

std::string read_all(zip_source_t *source) {
    zip_stat_t status;
    if (zip_source_stat(source, &status) != 0 || zip_source_open(source) != 0) throw no_memory();
    std::string bytes(status.size, '\0');
    const zip_int64_t count = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (count != static_cast<zip_int64_t>(bytes.size())) throw no_memory();
    return bytes;
}

}  // namespace

void ZipWriter::add(std::string name, std::string content) {
    files_.push_back({std::move(name), std::move(content)});
}

std::string ZipWriter::finish() const {
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, FreeSource> target(
        zip_source_buffer_create(nullptr, 0, 0, &error));
    if (target == nullptr) throw no_memory();
    std::unique_ptr<zip_t, DiscardArchive> archive(
        zip_open_from_source(target.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
    if (archive == nullptr) throw no_memory();
    // The archive frees its source when it is closed; the bytes are read from it afterwards.
    zip_source_keep(target.get());
    for (const File& file : files_) {
        zip_source_t *content =
            zip_source_buffer(archive.get(), file.content.data(), file.content.size(), 0);
        const zip_int64_t index =
            zip_file_add(archive.get(), file.name.c_str(), content, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(content);
            throw no_memory();
        }
        zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(index), 0, first_day, 0);
    }
    const auto comment_size = static_cast<zip_uint16_t>(comment_.size());
    if (zip_set_archive_comment(archive.get(), comment_.c_str(), comment_size) != 0) {
        throw no_memory();
    }
    if (zip_close(archive.get()) != 0) throw no_memory();
    static_cast<void>(archive.release());
    return read_all(target.get());
}

}  // namespace stormote
