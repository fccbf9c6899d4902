#include "sync/journal/file/event_file.h"

#include <chrono>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

#include "sync/journal/file/journal_schema.h"
#include "sync/journal/file/sqlite.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

// Looks at the main file alone, where the mark was put by a checkpoint.
bool has_open_mark(const fs::path& file) {
    Database database(file, DatabaseMode::immutable);
    return database.number("SELECT count(*) FROM about WHERE name = 'open'") != 0;
}

WalReport look_at_wal(const fs::path& file, JournalAccess access) {
    WalReport report = check_wal(wal_of(file));
    // A reader may have met the writer in the middle of a frame: it looks again.
    constexpr int looks = 3;
    for (int look = 1;
         look < looks && access == JournalAccess::read && report.condition == WalCondition::damaged;
         ++look) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        report = check_wal(wal_of(file));
    }
    return report;
}

}  // namespace

fs::path wal_of(const fs::path& file) {
    return file.string() + "-wal";
}

bool is_folder_writable(const fs::path& file) {
    const fs::path folder = fs::absolute(file).parent_path();
    return access(folder.c_str(), W_OK) == 0;
}

Error not_an_event_file(const fs::path& file) {
    return input_error({"{} is not a Stormöte event file. Choose the file that \"stormote init\" "
                        "or \"stormote join\" made."},
                       file.string());
}

Error damaged_operation(const fs::path& file, const DeviceId& device, std::uint64_t sequence) {
    return machine_error(
        {"{} is damaged at operation {} of device {}. Keep the file, and join the event again from "
         "the central store or another device's file."},
        file.string(), sequence, to_string(device));
}

Result<> check_event_file(const fs::path& file) {
    std::error_code error;
    if (!fs::exists(file, error)) {
        return input_error({"There is no file {}. Check the name and the folder."}, file.string());
    }
    if (!fs::is_regular_file(file, error)) return not_an_event_file(file);
    const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return machine_error({"{} cannot be opened. Check the name and that you may read it."},
                             file.string());
    }
    // The SQLite header, and our application id at byte 68.
    ByteArray<100> header{};
    const ssize_t size = read(descriptor, header.data(), header.size());
    close(descriptor);
    if (size != static_cast<ssize_t>(header.size()) ||
        to_string(ByteView(header).first(15)) != "SQLite format 3" ||
        read_big_endian(ByteView(header).subspan(68, 4)) != event_file_application_id) {
        return not_an_event_file(file);
    }
    if (read_big_endian(ByteView(header).subspan(60, 4)) > event_file_version) {
        return input_error({"{} was made by a newer version of Stormöte. Update this machine."},
                           file.string());
    }
    return Done{};
}

Result<> check_is_whole(const fs::path& file, JournalAccess access) {
    const WalReport wal = look_at_wal(file, access);
    if (wal.condition == WalCondition::damaged) {
        return machine_error(
            wal.lost_frames == 1
                ? Sentence{"{0}-wal is damaged: at least {1} page that was confirmed cannot be "
                           "read. Keep both files, and fetch what is missing from the central "
                           "store. To go on without it: stormote verify {0} --accept-missing"}
                : Sentence{"{0}-wal is damaged: at least {1} pages that were confirmed cannot be "
                           "read. Keep both files, and fetch what is missing from the central "
                           "store. To go on without them: stormote verify {0} --accept-missing"},
            file.string(), wal.lost_frames);
    }
    if (wal.condition == WalCondition::absent && has_open_mark(file)) {
        return input_error(
            {"{0} was copied while it was open, without its second part {0}-wal: the last "
             "operations are missing. Copy both files together, or close the program first. To go "
             "on without them: stormote verify {0} --accept-missing"},
            file.string());
    }
    return Done{};
}

void reserve_wal(const fs::path& file, std::size_t bytes) {
    if (bytes == 0) return;
    const fs::path wal = wal_of(file);
    std::error_code error;
    if (fs::exists(wal, error) && fs::file_size(wal, error) > 0) return;
    const int descriptor = open(wal.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) return;
    const Bytes zeros(1U << 20);
    for (std::size_t written = 0; written < bytes; written += zeros.size()) {
        if (write(descriptor, zeros.data(), zeros.size()) == static_cast<ssize_t>(zeros.size())) {
            continue;
        }
        // A disk that is too full for the reserve may still take the evening, if the reserve does
        // not take the last of it.
        [[maybe_unused]] const int given_back = ftruncate(descriptor, 0);
        break;
    }
    fdatasync(descriptor);
    close(descriptor);
}

void fail_to_write(const fs::path& path) {
    throw MachineFailure(
        machine_error({"{} cannot be written. Check that the disk has space and that you may "
                       "write there."},
                      path.string()));
}

}  // namespace stormote
