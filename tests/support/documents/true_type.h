// TrueType: what a font program says of its glyphs' widths, and whether it knows letters. Pure; any
// thread. Source: the OpenType specification, "head", "hhea", "hmtx" and "cmap".
#pragma once

#include <map>
#include <stdexcept>
#include <string>

namespace stormote::testing {

class TrueType {
  public:
    explicit TrueType(std::string bytes) : bytes_(std::move(bytes)) {
        for (std::size_t table = 0; table < number(4, 2); ++table) {
            const std::size_t at = 12 + 16 * table;
            tables_[bytes_.substr(at, 4)] = number(at + 8, 4);
        }
    }

    // In thousandths of the letters' size.
    [[nodiscard]] double width_of(std::size_t glyph) const {
        const std::size_t per_em = number(tables_.at("head") + 18, 2);
        const std::size_t widths = number(tables_.at("hhea") + 34, 2);
        const std::size_t at = glyph < widths ? glyph : widths - 1;
        return static_cast<double>(number(tables_.at("hmtx") + 4 * at, 2)) * 1000 /
               static_cast<double>(per_em);
    }

    // The table for letters of Unicode on Windows: platform 3, encoding 1.
    [[nodiscard]] bool has_unicode_map() const {
        const auto map = tables_.find("cmap");
        if (map == tables_.end()) return false;
        for (std::size_t at = 0; at < number(map->second + 2, 2); ++at) {
            const std::size_t entry = map->second + 4 + 8 * at;
            if (number(entry, 2) == 3 && number(entry + 2, 2) == 1) return true;
        }
        return false;
    }

  private:
    // Big-endian.
    [[nodiscard]] std::size_t number(std::size_t at, std::size_t size) const {
        std::size_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            value = value << 8 | static_cast<unsigned char>(bytes_.at(at + i));
        }
        return value;
    }

    std::string bytes_;
    std::map<std::string, std::size_t> tables_;
};

}  // namespace stormote::testing
