#include "kiosk/documents/export_file.h"

#include "kiosk/documents/output_file.h"

namespace stormote {

Result<std::filesystem::path> write_export(const ExportSource& source, const ChosenExport& chosen,
                                           const std::filesystem::path& folder) {
    std::string name = source.state.setting(SettingField::starts).substr(0, 10);
    if (!name.empty()) name += "-";
    name += source.texts.get(chosen.kind->file_name);
    name += ".";
    name += chosen.format->name;
    const std::filesystem::path path = folder / name;
    const auto content = chosen.format->write(source);
    if (!content) return content.error();
    auto written = write_whole_file(path, *content);
    if (!written) return written.error();
    return path;
}

}  // namespace stormote
