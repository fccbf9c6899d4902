#include "kiosk/documents/spreadsheet/xlsx_file.h"

#include <cstdlib>
#include <mutex>
#include <optional>

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "kiosk/lists/spreadsheet/xml_events.h"
#include "kiosk/lists/spreadsheet/zip_archive.h"

namespace stormote {

namespace {

// More than any file here unpacks to.
constexpr std::size_t most_unpacked_bytes = 4'000'000'000;

// A file that has no name and lies in memory.
class MemoryFile {
  public:
    MemoryFile() : descriptor_(memfd_create("stormote-xlsx", MFD_CLOEXEC)) {
        if (descriptor_ < 0) throw MachineFailure(no_memory());
    }
    ~MemoryFile() { close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    // For those who open files by their names.
    [[nodiscard]] std::string path() const {
        return "/proc/self/fd/" + std::to_string(descriptor_);
    }

    [[nodiscard]] std::string read() const {
        const off_t size = lseek(descriptor_, 0, SEEK_END);
        std::string bytes(static_cast<std::size_t>(size > 0 ? size : 0), '\0');
        std::size_t at = 0;
        while (at < bytes.size()) {
            const ssize_t count =
                pread(descriptor_, &bytes[at], bytes.size() - at, static_cast<off_t>(at));
            if (count <= 0) throw MachineFailure(no_memory());
            at += static_cast<std::size_t>(count);
        }
        return bytes;
    }

    [[nodiscard]] static Error no_memory() {
        return machine_error({"The machine has no memory left to write a spreadsheet in."});
    }

  private:
    int descriptor_;
};

// Counts what a part holds.
class PartCounter final : public XmlHandler {
  public:
    explicit PartCounter(XlsxContent& counted) : counted_(counted) {}
    void start(std::string_view name, const XmlAttributes& /*attributes*/) override {
        if (name == "v") ++counted_.cells;
        is_in_text_ = name == "t";
    }
    void end(std::string_view /*name*/) override { is_in_text_ = false; }
    void text(std::string_view part) override {
        if (is_in_text_) counted_.text_bytes += part.size();
    }

  private:
    XlsxContent& counted_;
    bool is_in_text_ = false;
};

// Nothing where a part is missing or not whole. What was lost on a full disk is the end of a part,
// or a stretch of it: then it is not well formed, or cells or letters are too few.
std::optional<XlsxContent> count_content(const std::string& file) {
    auto archive = ZipArchive::open(file, most_unpacked_bytes);
    if (!archive) return std::nullopt;
    XlsxContent content;
    for (const std::string& name : archive->names()) {
        XlsxContent other;  // charts have figures, too
        const bool is_counted =
            name == "xl/sharedStrings.xml" || name.starts_with("xl/worksheets/sheet");
        PartCounter counter(is_counted ? content : other);
        const auto part = archive->read(name);
        if (!part || !read_xml(*part, counter)) return std::nullopt;
    }
    return content;
}

struct WorkbookCloser {
    void operator()(lxw_workbook *workbook) const { lxw_workbook_free(workbook); }
};

struct Tried {
    std::string file;
    bool is_whole = false;
};

Tried try_in(const std::string& folder, const FillWorkbook& fill) {
    const MemoryFile memory;
    const std::string path = memory.path();
    std::string temporary = folder;
    lxw_workbook_options options{};
    options.tmpdir = temporary.data();
    std::unique_ptr<lxw_workbook, WorkbookCloser> workbook(
        workbook_new_opt(path.c_str(), &options));
    if (workbook == nullptr) throw MachineFailure(MemoryFile::no_memory());
    const XlsxContent expected = fill(*workbook);
    // Frees it, whatever comes of it.
    if (workbook_close(workbook.release()) != LXW_NO_ERROR) return {};
    std::string file = memory.read();
    const bool is_whole = count_content(file) == expected;
    return {std::move(file), is_whole};
}

std::vector<std::string> temporary_folders() {
    std::vector<std::string> folders;
    folders.emplace_back("/dev/shm");
    for (const char *variable : {"XDG_RUNTIME_DIR", "TMPDIR"}) {
        const char *folder = std::getenv(variable);
        if (folder != nullptr && *folder != '\0') folders.emplace_back(folder);
    }
    folders.emplace_back("/tmp");
    return folders;
}

}  // namespace

Result<std::string> make_xlsx(const FillWorkbook& fill) {
    return make_xlsx(fill, temporary_folders());
}

Result<std::string> make_xlsx(const FillWorkbook& fill, std::span<const std::string> folders) {
    static std::mutex library;
    const std::lock_guard lock(library);
    try {
        for (const std::string& folder : folders) {
            Tried tried = try_in(folder, fill);
            if (tried.is_whole) return std::move(tried.file);
        }
    } catch (const MachineFailure& failure) {
        // An export that fails is no reason to stop: whoever asked for it is told.
        return failure.error();
    }
    return machine_error(
        {"There is no room for temporary files to write a spreadsheet. Make room in /tmp, or set "
         "TMPDIR to a folder that has some."});
}

}  // namespace stormote
