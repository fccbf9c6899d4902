// DeviceIdentity: who this device is in one event file, kept outside the file.
//
// The device's key and the head of its chain lie in the machine's state directory, under the
// event's id and the file's path, and name the machine. A copied file, a restored backup or a
// cloned disk does not match them, so that it starts a new identity instead of continuing an old
// one under the same name. One thread; owns its files.
#pragma once

#include <filesystem>
#include <optional>

#include "sync/base/error.h"
#include "sync/journal/device_head.h"

namespace stormote {

class DeviceIdentity {
  public:
    // The identity that the state directory holds for this file on this machine. Nothing when
    // there is none, or when it was made on another machine.
    static std::optional<DeviceIdentity> load(const std::filesystem::path& state_directory,
                                              const EventId& event,
                                              const std::filesystem::path& file);
    // Whose identity that is, without opening anything for writing.
    static std::optional<DeviceId> find_device(const std::filesystem::path& state_directory,
                                               const EventId& event,
                                               const std::filesystem::path& file);
    // A new one, written durably before it is returned; the key of one that was there is kept
    // beside it. Throws MachineFailure.
    static DeviceIdentity make(const std::filesystem::path& state_directory, const EventId& event,
                               const std::filesystem::path& file, Random& random);

    // The file is about to be renamed: its identity goes along. Nothing may have it open.
    static void move(const std::filesystem::path& state_directory, const EventId& event,
                     const std::filesystem::path& from, const std::filesystem::path& to);
    // The file is gone, and so is its identity.
    static void forget(const std::filesystem::path& state_directory, const EventId& event,
                       const std::filesystem::path& file);

    [[nodiscard]] const DeviceId& device() const { return device_; }
    [[nodiscard]] const PublicKey& public_key() const { return keys_.public_key; }
    [[nodiscard]] const SecretKey& secret_key() const { return keys_.secret_key; }
    [[nodiscard]] Signature sign(ByteView message) const;

    // The last head that was noted. A power cut may have taken the newest.
    [[nodiscard]] const ChainHead& head() const { return head_; }
    // Notes a head: survives a crash of the program, and a power cut after make_durable(). Where
    // the disk does not take it, make_durable() tries again and says so: what the note is about
    // is in the event file already.
    void note_head(const ChainHead& head);
    // Before anything leaves the device: what another replica has seen is never forgotten here.
    // Throws MachineFailure.
    void make_durable();

  private:
    DeviceIdentity(std::filesystem::path folder, SigningKeys keys);
    void read_head();
    void write_head();
    [[nodiscard]] Hash hash_record(ByteView content) const;

    class HeadFile {
      public:
        explicit HeadFile(const std::filesystem::path& path);
        HeadFile(HeadFile&& other) noexcept;
        HeadFile& operator=(HeadFile&& other) noexcept;
        ~HeadFile();
        [[nodiscard]] int descriptor() const { return descriptor_; }

      private:
        int descriptor_;
    };

    std::filesystem::path folder_;
    SigningKeys keys_;
    DeviceId device_;
    ChainHead head_;
    std::uint64_t notes_ = 0;
    bool is_noted_ = true;
    HeadFile file_;
};

}  // namespace stormote
