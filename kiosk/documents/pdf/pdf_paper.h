// PdfPaper: pages of words in any script, each put where whoever draws it wants it, as a tagged
// PDF: with a title, with words that can be searched and copied, and with headings and lists that a
// screen reader finds. Lengths are millimetres from the upper left corner. One thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sync/ticket/ticket_picture.h"

namespace stormote {

struct PaperSize {
    double width_mm = 0;
    double height_mm = 0;
};
constexpr PaperSize a4_upright{210, 297};
constexpr PaperSize a4_across{297, 210};

struct PaperBox {
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
};

// What words are, as the standard names it: ISO 32000, 14.8.4.
enum class PaperTag { title, heading, paragraph, list_item };

struct PaperText {
    std::string text;
    double size_mm = 4;  // of a line's letters, from the foot of a g to the top of an l
    bool is_bold = false;
    bool is_centred = false;
    PaperTag tag = PaperTag::paragraph;
    int most_lines = 0;  // when they are fitted; 0: as many as there is room for

    bool operator==(const PaperText&) const = default;
};

// Words and where they stand.
struct PlacedText {
    PaperText words;
    double left = 0;
    double width = 0;
};

// What a paper says of itself as a whole.
struct PaperDescription {
    std::string title;
    std::string language;                    // of the words, "sv"
    std::string publisher{};                 // the municipality; may be empty
    std::optional<std::int64_t> dated_ms{};  // the event's end, not the clock's time
};

class PdfPaper {
  public:
    PdfPaper(const PaperSize& size, const PaperDescription& description);
    ~PdfPaper();
    PdfPaper(const PdfPaper&) = delete;
    PdfPaper& operator=(const PdfPaper&) = delete;

    // Wrapped at that width; a word that is wider is broken.
    [[nodiscard]] double height_of(const PaperText& words, double width) const;
    // With the largest letters, from the given ones down, with which they stand whole in the room.
    [[nodiscard]] PaperText fit(PaperText words, double width, double height,
                                double smallest_mm) const;
    // Gives the height that they took.
    double write(const PaperText& words, double left, double top, double width);
    // Words beside each other that say one thing together, under the tag of the first.
    void write_beside(std::span<const PlacedText> row, double top);
    // A line along what belongs together, or a bar of a chart; says nothing that words beside it do
    // not say, and so has no tag. 0xRRGGBB.
    void rule(const PaperBox& box, std::uint32_t colour = 0);
    // A code that is scanned, with what it is for in words, for who cannot see it.
    void code(const QrModules& modules, const PaperBox& box, std::string_view meaning);
    // What is written until the end of the section belongs together and is in that language.
    void begin_section(std::string_view language);
    void end_section();
    void end_page();

    // The bytes of the PDF; the paper cannot be written on afterwards.
    [[nodiscard]] std::string finish();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace stormote
