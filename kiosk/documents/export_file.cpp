#include "kiosk/documents/export_file.h"

#include "kiosk/documents/output_file.h"

namespace stormote {

namespace {

// Of what can be published with less in it, nobody is to take the one file for the other.
std::string audience_name(const ExportSource& source, const ExportKind& kind) {
    std::string name = source.texts.get(kind.file_name);
    const bool is_apart = kind.public_version == PublicVersion::possible &&
                          source.plan.audience == Audience::internal;
    return is_apart ? source.texts.get({"{}-internal"}, name) : name;
}

}  // namespace

Result<std::filesystem::path> write_export(const ExportSource& source, const ChosenExport& chosen,
                                           const std::filesystem::path& folder) {
    std::string name = source.state.setting(SettingField::starts).substr(0, 10);
    if (!name.empty()) name += "-";
    name += audience_name(source, *chosen.kind);
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
