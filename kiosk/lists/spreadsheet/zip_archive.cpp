#include "kiosk/lists/spreadsheet/zip_archive.h"

#include <algorithm>

#include <zip.h>

namespace stormote {

namespace {

Error damaged() {
    return input_error({"The spreadsheet is damaged. Open it, and save it again."});
}

struct FileCloser {
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};

}  // namespace

// Nothing is written back: the bytes are somebody else's.
void ZipArchive::Closer::operator()(zip *archive) const {
    zip_discard(archive);
}

Result<ZipArchive> ZipArchive::open(std::string_view bytes, std::size_t most_bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return damaged();
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr) {
        zip_source_free(source);
        return damaged();
    }
    return ZipArchive(std::unique_ptr<zip, Closer>(archive), most_bytes);
}

bool ZipArchive::contains(const std::string& name) const {
    return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

std::vector<std::string> ZipArchive::names() const {
    std::vector<std::string> names;
    const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char *name = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0);
        if (name != nullptr) names.emplace_back(name);
    }
    return names;
}

std::string ZipArchive::comment() const {
    int length = 0;
    const char *comment = zip_get_archive_comment(archive_.get(), &length, ZIP_FL_ENC_RAW);
    return comment == nullptr ? std::string()
                              : std::string(comment, static_cast<std::size_t>(length));
}

Result<std::string> ZipArchive::read(const std::string& name) {
    zip_stat_t status;
    if (zip_stat(archive_.get(), name.c_str(), 0, &status) != 0) return damaged();
    const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen(archive_.get(), name.c_str(), 0));
    if (file == nullptr) return damaged();
    // What the archive says of a size may be untrue: what comes out is counted.
    constexpr std::size_t at_once = 65'536;
    std::string content;
    for (;;) {
        const std::size_t before = content.size();
        content.resize(before + at_once);
        const zip_int64_t count = zip_fread(file.get(), content.data() + before, at_once);
        if (count < 0) return damaged();
        content.resize(before + static_cast<std::size_t>(count));
        if (content.size() > left_) {
            return input_error(
                {"The spreadsheet unpacks to more than 200 MB. Copy the list of "
                 "people into a file of its own."});
        }
        if (count == 0) break;
    }
    left_ -= content.size();
    return content;
}

}  // namespace stormote
