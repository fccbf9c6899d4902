#include "kiosk/package/package_documents.h"

#include <algorithm>
#include <fstream>
#include <future>
#include <iterator>

#include "kiosk/documents/spreadsheet/table_writers.h"
#include "kiosk/package/column_description.h"
#include "kiosk/package/kept_documents.h"
#include "sync/base/assets.h"
#include "sync/base/date_text.h"
#include "sync/base/version.h"

namespace stormote {

namespace {

constexpr std::string_view paper_folder = "representations/documents/data/";
constexpr std::string_view table_folder = "representations/tables/data/";

Result<std::string> read_asset(const std::string& name) {
    const std::filesystem::path path = asset_directory() / "package" / name;
    std::ifstream stream(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(stream), {}};
    if (!stream || content.empty()) {
        return machine_error({"{} cannot be read. Install Stormöte again."}, path.string());
    }
    return content;
}

// Of an export that has a version for everybody nobody is to take the one file for the other.
std::string file_name(const ExportKind& kind, Audience audience) {
    std::string name(kind.name);
    if (kind.public_version != PublicVersion::possible) return name;
    return name + (audience == Audience::everybody ? "-public" : "-internal");
}

ExportSource source_for(const ExportSource& source, Audience audience) {
    ExportSource versioned = source;
    versioned.plan.audience = audience;
    return versioned;
}

const ExportFormat *pdf_of(const ExportKind& kind) {
    const auto found = std::find_if(kind.formats.begin(), kind.formats.end(),
                                    [](const auto& format) { return format.name == "pdf"; });
    return found == kind.formats.end() ? nullptr : &*found;
}

// Calls it with each kind that is packed, and each audience.
template <typename Take>
Result<> each_version(const EventState& state, Take take) {
    const KeptDocuments kept(state);
    for (const ExportKind& kind : export_kinds()) {
        for (const Audience audience : kept.versions_of(kind)) {
            if (auto taken = take(kept, kind, audience); !taken) return taken;
        }
    }
    return Done{};
}

std::string plain_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text;
}

}  // namespace

Result<PackageFiles> make_papers(const ExportSource& source) {
    struct Paper {
        std::string path;
        std::future<Result<std::string>> content;
    };
    // Beside each other: setting the pages takes nearly all of the time that a package takes.
    std::vector<Paper> papers;
    auto started = each_version(
        source.state,
        [&](const KeptDocuments& /*kept*/, const ExportKind& kind, Audience audience) -> Result<> {
            const ExportFormat *pdf = pdf_of(kind);
            if (pdf == nullptr) return Done{};
            papers.push_back({std::string(paper_folder) + file_name(kind, audience) + ".pdf",
                              std::async(std::launch::async, [pdf, &source, audience] {
                                  return pdf->write(source_for(source, audience));
                              })});
            return Done{};
        });
    if (!started) return started.error();
    PackageFiles files;
    for (Paper& paper : papers) {
        auto content = paper.content.get();
        if (content) {
            files.push_back({paper.path, "application/pdf", std::move(content).value()});
        } else if (content.error().kind != ErrorKind::input) {
            return content.error();
        }
        // An error of the input: the event has nothing of it.
    }
    return files;
}

Result<PackageFiles> make_tables(const ExportSource& source) {
    PackageFiles files;
    std::vector<DescribedTable> tables;
    auto made = each_version(
        source.state,
        [&](const KeptDocuments& kept, const ExportKind& kind, Audience audience) -> Result<> {
            if (kind.table == nullptr) return Done{};
            const std::string name = file_name(kind, audience);
            Table table = kept.kept_table(kind, source_for(source, audience));
            const std::string path = std::string(table_folder) + name;
            files.push_back({path + ".csv", "text/csv", write_csv(table, source.texts)});
            files.push_back({path + ".json", "application/json", write_json(table)});
            tables.push_back({name, source.texts.get(kind.title), source.texts.get(kind.contents),
                              std::move(table)});
            return Done{};
        });
    if (!made) return made.error();
    auto schema = read_asset("tables.xsd");
    if (!schema) return schema.error();
    files.push_back(
        {"documentation/tables.xml", "application/xml", describe_columns(tables, source.texts)});
    files.push_back({"schemas/tables.xsd", "application/xml", std::move(schema).value()});
    return files;
}

Result<PackageFiles> make_documentation(const PackageDescription& package, const Texts& texts) {
    PackageFiles files;
    for (const auto& [asset, name, language] :
         {std::tuple{"read-me.sv.txt", "documentation/las-mig.txt", "sv"},
          {"read-me.en.txt", "documentation/read-me.txt", "en"}}) {
        auto text = read_asset(asset);
        if (!text) return text.error();
        const std::string day =
            package.starts.empty() ? "-" : date_in_words(package.starts, language);
        files.push_back(
            {name, "text/plain",
             fill_in(*text, {plain_line(package.title), day, plain_line(package.municipality),
                             package.place.empty() ? "-" : plain_line(package.place), package.id,
                             to_string(package.event), package.created,
                             std::string(project_version()), texts.language()})});
    }
    return files;
}

}  // namespace stormote
