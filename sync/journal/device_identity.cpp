#include "sync/journal/device_identity.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sync/base/durable_folder.h"
#include "sync/journal/file/event_file.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t head_slot_size = 512;  // one sector: a torn write spoils one slot only
constexpr std::size_t head_content_size = 8 + 8 + 32;
constexpr std::size_t head_record_size = head_content_size + 32;

std::string read_file(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// The machine's id alone: network cards come and go with what is plugged in. A disk that is cloned
// takes it along; two machines that go on in one name are told by what they write.
Hash machine_fingerprint() {
    return hash_bytes(view_bytes(read_file("/etc/machine-id")));
}

fs::path folder_of(const fs::path& state_directory, const EventId& event, const fs::path& file) {
    // Absolute first: the standard library leaves the path of a file that is not there yet
    // relative, and it would be another one once the file is there.
    const std::string place = fs::weakly_canonical(fs::absolute(file)).string();
    const Hash digest = hash_bytes(view_bytes(place));
    return state_directory / (to_string(event) + "-" + to_hex(ByteView(digest).first(8)));
}

void write_durably(const fs::path& path, ByteView bytes) {
    const fs::path draft = path.string() + ".new";
    const int descriptor = open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) fail_to_write(draft);
    const bool is_written =
        write(descriptor, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
        fsync(descriptor) == 0;
    if (close(descriptor) != 0 || !is_written) fail_to_write(draft);
    std::error_code error;
    fs::rename(draft, path, error);
    if (error) fail_to_write(path);
    make_folder_durable(path.parent_path());
}

// A key is never written over: what was signed with it may have to be shown to be its own. It stays
// beside the new one, under a name made from its content.
void keep_old_identity(const fs::path& folder) {
    const std::string key = read_file(folder / "key");
    if (key.empty()) return;
    const Hash digest = hash_bytes(view_bytes(key));
    const std::string name = "-" + to_hex(ByteView(digest).first(8));
    std::error_code error;
    fs::rename(folder / "key", folder / ("key" + name), error);
    if (error) fail_to_write(folder / ("key" + name));
    fs::rename(folder / "head", folder / ("head" + name), error);
}

}  // namespace

DeviceIdentity::HeadFile::HeadFile(const fs::path& path)
    : descriptor_(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) fail_to_write(path);
}

DeviceIdentity::HeadFile::HeadFile(HeadFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

DeviceIdentity::HeadFile& DeviceIdentity::HeadFile::operator=(HeadFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

DeviceIdentity::HeadFile::~HeadFile() {
    if (descriptor_ >= 0) close(descriptor_);
}

DeviceIdentity::DeviceIdentity(fs::path folder, SigningKeys keys)
    : folder_(std::move(folder)),
      keys_(keys),
      device_(device_of(keys.public_key)),
      file_(folder_ / "head") {
    read_head();
}

namespace {

// Nothing where there are none, or where they were made on another machine.
std::optional<SigningKeys> read_keys(const fs::path& folder) {
    const std::string content = read_file(folder / "key");
    SigningKeys keys{};
    const Hash fingerprint = machine_fingerprint();
    if (content.size() != fingerprint.size() + keys.secret_key.size()) return std::nullopt;
    const ByteView bytes = view_bytes(content);
    if (!std::ranges::equal(bytes.first(fingerprint.size()), fingerprint)) return std::nullopt;
    std::ranges::copy(bytes.subspan(fingerprint.size()), keys.secret_key.begin());
    // The second half of an Ed25519 secret key is its public key.
    std::copy_n(keys.secret_key.begin() + 32, 32, keys.public_key.begin());
    return keys;
}

}  // namespace

std::optional<DeviceIdentity> DeviceIdentity::load(const fs::path& state_directory,
                                                   const EventId& event, const fs::path& file) {
    const fs::path folder = folder_of(state_directory, event, file);
    const auto keys = read_keys(folder);
    return keys ? std::optional(DeviceIdentity(folder, *keys)) : std::nullopt;
}

std::optional<DeviceId> DeviceIdentity::find_device(const fs::path& state_directory,
                                                    const EventId& event, const fs::path& file) {
    const auto keys = read_keys(folder_of(state_directory, event, file));
    return keys ? std::optional(device_of(keys->public_key)) : std::nullopt;
}

DeviceIdentity DeviceIdentity::make(const fs::path& state_directory, const EventId& event,
                                    const fs::path& file, Random& random) {
    const fs::path folder = folder_of(state_directory, event, file);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) fail_to_write(folder);
    fs::permissions(folder, fs::perms::owner_all, error);
    keep_old_identity(folder);
    const SigningKeys keys = make_signing_keys(random);
    const Hash fingerprint = machine_fingerprint();
    Bytes content(fingerprint.begin(), fingerprint.end());
    content.insert(content.end(), keys.secret_key.begin(), keys.secret_key.end());
    write_durably(folder / "key", content);
    return DeviceIdentity(folder, keys);
}

void DeviceIdentity::move(const fs::path& state_directory, const EventId& event,
                          const fs::path& from, const fs::path& to) {
    forget(state_directory, event, to);
    fs::rename(folder_of(state_directory, event, from), folder_of(state_directory, event, to));
}

void DeviceIdentity::forget(const fs::path& state_directory, const EventId& event,
                            const fs::path& file) {
    std::error_code error;
    fs::remove_all(folder_of(state_directory, event, file), error);
}

Signature DeviceIdentity::sign(ByteView message) const {
    return stormote::sign(keys_.secret_key, message);
}

void DeviceIdentity::note_head(const ChainHead& head) {
    head_ = head;
    ++notes_;
    write_head();
}

// The record's hash covers the device, so that no device takes another's note for its own.
Hash DeviceIdentity::hash_record(ByteView content) const {
    return keyed_hash(device_.value.bytes, content);
}

void DeviceIdentity::write_head() {
    Bytes record;
    append_big_endian(record, notes_, 8);
    append_big_endian(record, head_.sequence, 8);
    record.insert(record.end(), head_.chain_hash.begin(), head_.chain_hash.end());
    const Hash digest = hash_record(record);
    record.insert(record.end(), digest.begin(), digest.end());
    const auto offset = static_cast<off_t>((notes_ % 2) * head_slot_size);
    is_noted_ = pwrite(file_.descriptor(), record.data(), record.size(), offset) ==
                static_cast<ssize_t>(record.size());
}

void DeviceIdentity::make_durable() {
    if (!is_noted_) write_head();
    if (!is_noted_ || fdatasync(file_.descriptor()) != 0) fail_to_write(folder_ / "head");
}

void DeviceIdentity::read_head() {
    for (std::size_t slot = 0; slot < 2; ++slot) {
        Bytes record(head_record_size);
        if (pread(file_.descriptor(), record.data(), record.size(),
                  static_cast<off_t>(slot * head_slot_size)) !=
            static_cast<ssize_t>(record.size())) {
            continue;
        }
        const ByteView content = ByteView(record).first(head_content_size);
        const ByteView digest = ByteView(record).subspan(head_content_size);
        if (!std::ranges::equal(hash_record(content), digest)) continue;
        const std::uint64_t note = read_big_endian(content.first(8));
        if (note <= notes_) continue;
        notes_ = note;
        head_ = {read_big_endian(content.subspan(8, 8)), *to_array<32>(content.subspan(16))};
    }
}

}  // namespace stormote
