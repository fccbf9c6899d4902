#include "kiosk/documents/pdf/label.h"

#include <cmath>
#include <regex>
#include <utility>

#include <catch2/catch.hpp>

#include "tests/support/machine/pdf_objects.h"

namespace stormote {

namespace {

// Of all pages, in millimetres, rounded.
std::vector<std::pair<int, int>> page_sizes(const std::string& pdf) {
    std::vector<std::pair<int, int>> sizes;
    const std::string objects = testing::pdf_objects(pdf);
    const std::regex box(R"(/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \])");
    for (std::sregex_iterator found(objects.begin(), objects.end(), box), end; found != end;
         ++found) {
        const auto mm = [&](std::size_t group) {
            return static_cast<int>(std::lround(std::stod((*found)[group]) / 72 * 25.4));
        };
        sizes.emplace_back(mm(1), mm(2));
    }
    return sizes;
}

Label label_of(const std::string& name) {
    return {name, "Veteranklubben Ugglan", "Grupp 3", {}};
}

}  // namespace

TEST_CASE("a label is as large as the paper in the printer") {
    const std::vector<Label> labels{label_of("Åsa Öberg"), label_of("Bo Ek")};
    using Sizes = std::vector<std::pair<int, int>>;
    CHECK(page_sizes(draw_labels(labels, LabelStock::narrow)) == Sizes{{62, 29}, {62, 29}});
    CHECK(page_sizes(draw_labels(labels, LabelStock::badge)) == Sizes{{90, 55}, {90, 55}});
    CHECK(page_sizes(draw_labels(labels, LabelStock::sheet)) == Sizes{{210, 297}});
}

TEST_CASE("ten labels stand on a sheet, and the eleventh on the next") {
    const std::vector<Label> labels(11, label_of("Åsa Öberg"));
    CHECK(page_sizes(draw_labels(labels, LabelStock::sheet)).size() == 2);
    CHECK(page_sizes(draw_labels(std::span(labels).first(10), LabelStock::sheet)).size() == 1);
}

TEST_CASE("any name gives a label") {
    const std::string longest(400, 'W');
    for (const std::string& name : {std::string("Bo"), longest, std::string("نور الهدى"),
                                    std::string(""), std::string("\xFF\xFE")}) {
        for (const LabelStock stock : {LabelStock::narrow, LabelStock::badge, LabelStock::sheet}) {
            Label label = label_of(name);
            label.organisation = longest;
            CHECK(draw_labels(std::span(&label, 1), stock).starts_with("%PDF"));
        }
    }
}

TEST_CASE(
    "a slip says group and table in large letters, and whatever is known besides is left out") {
    Label slip;
    slip.group = "Grupp 12";
    slip.lines = {"Bord Lönnen", "Vid fönstret", "Mingelfika till 18.30"};
    using Sizes = std::vector<std::pair<int, int>>;
    CHECK(page_sizes(draw_labels({&slip, 1}, LabelStock::slip)) == Sizes{{105, 148}});
    CHECK(page_sizes(draw_labels({&slip, 1}, LabelStock::large_slip)) == Sizes{{210, 297}});
    Label named = slip;
    named.name = "Åsa Öberg";
    named.organisation = "Veteranklubben Ugglan";
    CHECK(draw_labels({&named, 1}, LabelStock::slip) == draw_labels({&slip, 1}, LabelStock::slip));
    // More than there is room for is left out.
    slip.lines.assign(100, std::string(200, 'W'));
    CHECK(page_sizes(draw_labels({&slip, 1}, LabelStock::slip)).size() == 1);
}

TEST_CASE("the papers have names that printers know") {
    CHECK(parse_label_stock("62x29") == LabelStock::narrow);
    CHECK_FALSE(parse_label_stock("62 x 29"));
    CHECK(media_name(LabelStock::narrow) == "Custom.62x29mm");
    CHECK(parse_label_stock("slip-a6") == LabelStock::slip);
    CHECK(media_name(LabelStock::slip) == "iso_a6_105x148mm");
    CHECK(media_name(LabelStock::large_slip) == "iso_a4_210x297mm");
    CHECK(media_name(LabelStock::sheet) == "iso_a4_210x297mm");
}

}  // namespace stormote
