// Password hash: a password as the file keeps it: its Argon2id, with salt and cost beside it, so
// that the cost can be raised later. And the gate before it: each computation takes much memory, so
// that a process makes two at a time. Any thread; call nothing of it while a transaction is open.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string_view>

#include "sync/base/crypto.h"

namespace stormote {

// More than OWASP asks of Argon2id (19 MiB, two passes).
constexpr HashingCost password_cost{3, 32ULL << 20};

struct PasswordHash {
    ByteArray<16> salt{};
    HashingCost cost;
    SymmetricKey hash{};
};

// Both throw MachineFailure where memory is short.
[[nodiscard]] PasswordHash hash_password(std::string_view password, const ByteArray<16>& salt,
                                         const HashingCost& cost);
// Takes as long whether or not it is the one.
[[nodiscard]] bool is_password(std::string_view password, const PasswordHash& hash);
[[nodiscard]] bool is_cost_of(const PasswordHash& hash, const HashingCost& cost);

class HashingGate {
  public:
    static constexpr int most_at_once = 2;
    // With those inside, fewer than a server has threads: the others serve pages meanwhile.
    static constexpr int most_waiting = 4;

    // While it lives, one of the places is taken.
    class Turn {
      public:
        explicit Turn(HashingGate& gate) : gate_(&gate) {}
        ~Turn();
        Turn(Turn&& other) noexcept : gate_(other.gate_) { other.gate_ = nullptr; }
        Turn& operator=(Turn&&) = delete;

      private:
        HashingGate *gate_;
    };

    // That of this process.
    static HashingGate& of_process();

    // Waits for a place. Nothing where so many wait already: a flood of sign-ins holds no more
    // threads than that.
    [[nodiscard]] std::optional<Turn> enter();

  private:
    std::mutex mutex_;
    std::condition_variable left_;
    int inside_ = 0;
    int waiting_ = 0;
};

}  // namespace stormote
