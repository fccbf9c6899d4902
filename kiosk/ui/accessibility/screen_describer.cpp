#include "kiosk/ui/accessibility/screen_describer.h"

#include <fstream>

#include "sync/base/private_file.h"

namespace stormote {

Result<> ScreenDescriber::update(const ScreenRecord& record) {
    std::string description = record.to_json(frame_);
    if (description == last_) return Done{};
    last_ = record.to_json(++frame_);
    std::filesystem::path half_written = path_;
    half_written += ".part";
    create_private_file(half_written);
    std::ofstream stream(half_written, std::ios::binary | std::ios::trunc);
    stream << last_;
    stream.close();
    std::error_code failure;
    if (stream) std::filesystem::rename(half_written, path_, failure);
    if (!stream || failure) {
        return machine_error({"The file {} cannot be written."}, path_.string());
    }
    return Done{};
}

}  // namespace stormote
