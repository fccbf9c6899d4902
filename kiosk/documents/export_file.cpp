#include "kiosk/documents/export_file.h"

#include <algorithm>

#include "kiosk/documents/files/output_file.h"

namespace stormote {

namespace {

// Of what can be published with less in it, nobody is to take the one file for the other.
std::string audience_name(const ExportSource& source, const ExportKind& kind) {
    std::string name = source.texts.get(kind.file_name);
    const bool is_apart = kind.public_version == PublicVersion::possible &&
                          source.plan.audience == Audience::internal;
    return is_apart ? source.texts.get({"{}-internal"}, name) : name;
}

// "2022-10-12-"; empty where the event has no date.
std::string date_prefix(const EventState& state) {
    const std::string date = state.setting(SettingField::starts).substr(0, 10);
    return date.empty() ? "" : date + "-";
}

bool is_file_of_people(const std::string& name, const Texts& texts) {
    for (const Sentence& other : {extract_file_name, package_file_name}) {
        if (name.starts_with(texts.get(other))) return true;
    }
    const auto& kinds = export_kinds();
    return std::any_of(kinds.begin(), kinds.end(), [&](const ExportKind& kind) {
        return kind.public_version != PublicVersion::same &&
               name.starts_with(texts.get(kind.file_name));
    });
}

}  // namespace

std::filesystem::path dated_file(const EventState& state, const std::string& name,
                                 const std::filesystem::path& folder) {
    return folder / (date_prefix(state) + name);
}

std::vector<std::filesystem::path> find_export_files(
    const EventState& state, const Texts& texts,
    const std::vector<std::filesystem::path>& folders) {
    const std::string prefix = date_prefix(state);
    std::vector<std::filesystem::path> files;
    if (prefix.empty()) return files;
    for (const std::filesystem::path& folder : folders) {
        std::error_code unreadable;
        for (const auto& entry : std::filesystem::directory_iterator(folder, unreadable)) {
            const std::string name = entry.path().filename().string();
            const bool is_of_people =
                name.starts_with(prefix) && is_file_of_people(name.substr(prefix.size()), texts);
            if (is_of_people) files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

Result<std::filesystem::path> write_export(const ExportSource& source, const ChosenExport& chosen,
                                           const std::filesystem::path& folder) {
    const std::string name =
        audience_name(source, *chosen.kind) + "." + std::string(chosen.format->name);
    const std::filesystem::path path = dated_file(source.state, name, folder);
    const auto content = chosen.format->write(source);
    if (!content) return content.error();
    auto written = write_whole_file(path, *content);
    if (!written) return written.error();
    return path;
}

}  // namespace stormote
