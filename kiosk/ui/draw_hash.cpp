#include "kiosk/ui/draw_hash.h"

#include <cstring>

#include <imgui.h>

namespace stormote {

namespace {

class Hash {
  public:
    void add(std::uint64_t value) {
        // The mixing step of splitmix64 (Steele, Lea and Flood 2014), over a running sum.
        state_ += value + 0x9E3779B97F4A7C15U;
        state_ = (state_ ^ (state_ >> 30)) * 0xBF58476D1CE4E5B9U;
        state_ = (state_ ^ (state_ >> 27)) * 0x94D049BB133111EBU;
        state_ ^= state_ >> 31;
    }
    void add_bytes(const void *start, std::size_t size) {
        const auto *bytes = static_cast<const unsigned char *>(start);
        for (; size >= 8; size -= 8, bytes += 8) {
            std::uint64_t value = 0;
            std::memcpy(&value, bytes, 8);
            add(value);
        }
        std::uint64_t rest = 0;
        std::memcpy(&rest, bytes, size);
        add(rest + size);
    }
    [[nodiscard]] std::uint64_t value() const { return state_; }

  private:
    std::uint64_t state_ = 0;
};

}  // namespace

std::uint64_t hash_of(const ImDrawData& frame, std::uint64_t picture_generation, Colour ground) {
    Hash hash;
    hash.add(picture_generation);
    hash.add_bytes(&ground, sizeof ground);
    hash.add_bytes(&frame.DisplaySize, sizeof frame.DisplaySize);
    for (int i = 0; i < frame.CmdListsCount; ++i) {
        const ImDrawList& list = *frame.CmdLists[i];
        hash.add_bytes(list.VtxBuffer.Data,
                       static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()));
        hash.add_bytes(list.IdxBuffer.Data,
                       static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list.CmdBuffer) {
            hash.add_bytes(&command.ClipRect, sizeof command.ClipRect);
            hash.add_bytes(&command.TextureId, sizeof command.TextureId);
            hash.add(command.ElemCount);
        }
    }
    return hash.value();
}

}  // namespace stormote
