#include "kiosk/web/accounts/password_hash.h"

#include "kiosk/web/accounts/secret_token.h"
#include "sync/base/error.h"

namespace stormote {

PasswordHash hash_password(std::string_view password, const ByteArray<16>& salt,
                           const HashingCost& cost) {
    const auto hash = stretch_passphrase(password, salt, cost);
    if (!hash) {
        throw MachineFailure(machine_error(
            {"There is too little memory to check a password. Close other programs and try "
             "again."}));
    }
    return {salt, cost, *hash};
}

bool is_password(std::string_view password, const PasswordHash& hash) {
    return is_same_secret(hash_password(password, hash.salt, hash.cost).hash, hash.hash);
}

bool is_cost_of(const PasswordHash& hash, const HashingCost& cost) {
    return hash.cost.passes == cost.passes && hash.cost.memory_bytes == cost.memory_bytes;
}

HashingGate::Turn::~Turn() {
    if (gate_ == nullptr) return;
    {
        const std::lock_guard lock(gate_->mutex_);
        --gate_->inside_;
    }
    gate_->left_.notify_one();
}

HashingGate& HashingGate::of_process() {
    static HashingGate gate;
    return gate;
}

std::optional<HashingGate::Turn> HashingGate::enter() {
    std::unique_lock lock(mutex_);
    if (inside_ >= most_at_once) {
        if (waiting_ >= most_waiting) return std::nullopt;
        ++waiting_;
        left_.wait(lock, [this] { return inside_ < most_at_once; });
        --waiting_;
    }
    ++inside_;
    return Turn(*this);
}

}  // namespace stormote
