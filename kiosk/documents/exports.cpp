#include "kiosk/documents/exports.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <unistd.h>

#include "kiosk/documents/group_posters.h"
#include "kiosk/documents/output_file.h"
#include "kiosk/documents/survey_paper.h"
#include "sync/report/event_tables.h"
#include "sync/report/message_tables.h"
#include "sync/report/statistics.h"
#include "sync/report/survey_report.h"

namespace stormote {

namespace {

enum class Form : std::uint8_t { table, pages };

// How the file of a kind is called, without its ending.
struct FileName {
    ExportKind kind;
    Sentence name;
    Form form;
};
constexpr std::array<FileName, 9> file_names{{{ExportKind::attendance, {"attendance"}, Form::table},
                                              {ExportKind::statistics, {"statistics"}, Form::table},
                                              {ExportKind::notes, {"notes"}, Form::table},
                                              {ExportKind::poster, {"groups"}, Form::pages},
                                              {ExportKind::signs, {"table-signs"}, Form::pages},
                                              {ExportKind::survey, {"survey"}, Form::pages},
                                              {ExportKind::messages, {"messages"}, Form::table},
                                              {ExportKind::contacts, {"contacts"}, Form::table},
                                              {ExportKind::joined, {"joined"}, Form::table}}};

Table table_of(const EventState& state, ExportKind kind) {
    switch (kind) {
        case ExportKind::statistics:
            return statistics_table(count_events({&state}));
        case ExportKind::notes:
            return notes_table(state);
        case ExportKind::messages:
            return messages_table(state);
        case ExportKind::contacts:
            return contacts_table(state);
        case ExportKind::joined:
            return joined_table(state);
        default:
            return attendance_table(state);
    }
}

Result<std::string> content_of(const EventState& state, ExportKind kind, const Texts& texts) {
    if (kind == ExportKind::poster) return draw_group_poster(state, texts);
    if (kind == ExportKind::signs) return draw_table_signs(state, texts);
    if (kind == ExportKind::survey) return draw_survey(state, texts);
    return write_csv(table_of(state, kind), texts);
}

std::string name_of(ExportKind kind, const Texts& texts) {
    const auto *const file =
        std::find_if(file_names.begin(), file_names.end(),
                     [kind](const FileName& known) { return known.kind == kind; });
    return std::string(texts.get(file->name)) + (file->form == Form::pages ? ".pdf" : ".csv");
}

bool is_writable_folder(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::is_directory(path, error) && ::access(path.c_str(), W_OK) == 0;
}

// The folders in a folder; none where it cannot be read.
std::vector<std::filesystem::path> folders_in(const std::filesystem::path& parent) {
    std::vector<std::filesystem::path> folders;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(parent, error)) {
        if (is_writable_folder(entry.path())) folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace

Result<std::filesystem::path> write_export(const EventState& state, ExportKind kind,
                                           const std::filesystem::path& folder,
                                           const Texts& texts) {
    const std::string date = state.setting(SettingField::starts).substr(0, 10);
    const std::string name = (date.empty() ? "" : date + "-") + name_of(kind, texts);
    const std::filesystem::path path = folder / name;
    const auto content = content_of(state, kind, texts);
    if (!content) return content.error();
    auto written = write_whole_file(path, *content);
    if (!written) return written.error();
    return path;
}

std::vector<std::filesystem::path> find_export_folders() {
    std::vector<std::filesystem::path> folders;
    const char *user = std::getenv("USER");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (user != nullptr) {
        for (const char *parent : {"/media", "/run/media"}) {
            const auto found = folders_in(std::filesystem::path(parent) / user);
            folders.insert(folders.end(), found.begin(), found.end());
        }
    }
    const char *home = std::getenv("HOME");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (home == nullptr) return folders;
    for (const auto& path :
         {std::filesystem::path(home) / "Dokument", std::filesystem::path(home) / "Documents",
          std::filesystem::path(home)}) {
        if (is_writable_folder(path)) {
            folders.push_back(path);
            break;
        }
    }
    return folders;
}

}  // namespace stormote
