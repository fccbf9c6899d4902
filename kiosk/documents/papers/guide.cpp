#include "kiosk/documents/papers/guide.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "kiosk/documents/content/markdown_reader.h"
#include "sync/base/assets.h"
#include "sync/base/version.h"

namespace stormote {

namespace {

std::string read_asset(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string language_of_guides(const std::string& wanted) {
    return wanted == "sv" ? "sv" : "en";
}

std::filesystem::path guide_file(std::string_view name, const std::string& language) {
    return asset_directory() / "guide" / fmt::format("{}.{}.md", name, language);
}

// What the guide is about stands on its first page, and its chapters on the next.
void bind_as_book(Document& document, const Texts& texts) {
    TitlePage page;
    auto& blocks = document.blocks;
    if (!blocks.empty() && std::holds_alternative<Paragraph>(blocks.front())) {
        page.subtitle = std::get<Paragraph>(blocks.front()).text;
        blocks.erase(blocks.begin());
    }
    page.lines = {fmt::format("Stormöte {}", project_version())};
    document.title_page = std::move(page);
    blocks.insert(blocks.begin(), {TableOfContents{texts.get({"Contents"})}, PageBreak{}});
}

}  // namespace

Result<Guide> read_guide(std::string_view name, const Texts& texts) {
    if (std::find(guide_names.begin(), guide_names.end(), name) == guide_names.end()) {
        return usage_error({"There is no guide \"{}\". These exist: {}."}, std::string(name),
                           fmt::format("{}", fmt::join(guide_names, ", ")));
    }
    const std::string language = language_of_guides(texts.language());
    const std::filesystem::path folder = asset_directory() / "guide";
    const std::filesystem::path file = guide_file(name, language);
    const std::string text = read_asset(file);
    if (text.empty()) {
        return machine_error({"The file {} cannot be read. Build the programs anew."},
                             file.string());
    }
    Guide guide;
    guide.document = read_markdown(text, [&](const std::string& picture) {
        const std::string png =
            read_asset(folder / "pictures" / fmt::format("{}.{}.png", picture, language));
        if (png.empty()) guide.missing_pictures.push_back(picture);
        return Bytes(png.begin(), png.end());
    });
    guide.document.language = language;
    guide.document.footer = fmt::format("Stormöte {}", project_version());
    if (name == "handbook") {
        bind_as_book(guide.document, texts);
    } else {
        guide.document.pages = PageFit::one;
    }
    return guide;
}

Sheets read_sheets() {
    Sheets sheets;
    for (const std::string_view name : guide_names) {
        if (name == "handbook") continue;
        for (const std::string language : {"sv", "en"}) {
            const std::string text = read_asset(guide_file(name, language));
            if (text.empty()) continue;
            sheets[{std::string(name), language}] =
                read_markdown(text, [](const std::string& /*picture*/) { return Bytes(); });
        }
    }
    return sheets;
}

const Document *find_sheet(const Sheets& sheets, const std::string& name,
                           const std::string& language) {
    const auto found = sheets.find({name, language_of_guides(language)});
    return found == sheets.end() ? nullptr : &found->second;
}

}  // namespace stormote
