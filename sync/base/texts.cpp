#include "sync/base/texts.h"

#include <fstream>
#include <iterator>

namespace stormote {

namespace {

constexpr std::uint32_t catalogue_magic = 0x950412DE;

// Little-endian, as msgfmt writes on every machine that this runs on; nothing outside the file.
std::uint32_t read_number(const std::string& file, std::size_t offset) {
    if (offset + 4 > file.size()) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) {
        value = value << 8 | static_cast<std::uint8_t>(file[offset + i]);
    }
    return value;
}

std::string read_text(const std::string& file, std::size_t table_offset) {
    const std::size_t length = read_number(file, table_offset);
    const std::size_t offset = read_number(file, table_offset + 4);
    if (offset > file.size() || length > file.size() - offset) return {};
    return file.substr(offset, length);
}

}  // namespace

Result<Texts> Texts::load(const std::filesystem::path& catalogue, std::string language) {
    std::ifstream stream(catalogue, std::ios::binary);
    const std::string file{std::istreambuf_iterator<char>(stream), {}};
    if (file.size() < 20 || read_number(file, 0) != catalogue_magic) {
        return machine_error({"The language file {} is missing or damaged. Install again."},
                             catalogue.string());
    }
    Texts texts;
    texts.language_ = std::move(language);
    const std::size_t count = read_number(file, 8);
    const std::size_t originals = read_number(file, 12);
    const std::size_t translations = read_number(file, 16);
    for (std::size_t i = 0; i < count && originals + 8 * i < file.size(); ++i) {
        std::string original = read_text(file, originals + 8 * i);
        std::string translation = read_text(file, translations + 8 * i);
        if (original.empty()) continue;
        // Plural entries hold all their forms, parted by a zero byte, in both tables.
        const auto original_end = original.find('\0');
        const auto translation_end = translation.find('\0');
        if (original_end != std::string::npos && translation_end != std::string::npos) {
            texts.translations_.emplace(original.substr(original_end + 1),
                                        translation.substr(translation_end + 1));
        }
        texts.translations_.emplace(original.substr(0, original_end),
                                    translation.substr(0, translation_end));
    }
    return texts;
}

bool Texts::has(Sentence sentence) const {
    return translations_.contains(sentence.english);
}

std::string_view Texts::get(Sentence sentence) const {
    const auto found = translations_.find(sentence.english);
    return found == translations_.end() ? std::string_view(sentence.english) : found->second;
}

std::string Texts::get_plural(Sentence one, Sentence other, std::int64_t count) const {
    return get(count == 1 ? one : other, count);
}

std::string Texts::get(const Error& error) const {
    return fill_in(std::string(get(error.sentence)), error.arguments);
}

}  // namespace stormote
