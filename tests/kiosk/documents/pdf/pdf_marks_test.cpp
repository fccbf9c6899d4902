// Marks in a page's drawing, as either cairo writes it.
#include "kiosk/documents/pdf/pdf_marks.h"

#include <stdexcept>

#include <catch2/catch.hpp>

namespace stormote {

namespace {

const std::string box = "0 0 0.0117188 0.0195312 re f\n";

// A paragraph, an artifact, and the paragraph once more.
struct TwoMarksAndAnArtifact {
    PdfStructure structure;

    TwoMarksAndAnArtifact() {
        const PdfElementId paragraph = structure.add(PdfStructure::root, "P");
        structure.mark(0, paragraph);
        structure.mark(0, std::nullopt);
        structure.mark(0, paragraph);
    }
    [[nodiscard]] std::string rewrite(const std::string& content) const {
        return rewrite_marks(content, structure.pages().front(), structure);
    }
};

}  // namespace

TEST_CASE("each mark begins at its box and ends at the next one, or with what is kept around it") {
    const TwoMarksAndAnArtifact page;
    CHECK(page.rewrite("1 0 0 -1 0 842 cm\nq\n" + box + "BT (a) Tj ET\n0 0 1 rg " + box +
                       "0 0 9 9 re f\n" + box + "q 0 0 9 9 re W n /x Do Q\nQ\n") ==
          "1 0 0 -1 0 842 cm\nq\n/P <</MCID 0>> BDC\nBT (a) Tj ET\n0 0 1 rg EMC\n/Artifact BMC\n"
          "0 0 9 9 re f\nEMC\n/P <</MCID 1>> BDC\nq 0 0 9 9 re W n /x Do Q\nEMC\nQ\n");
}

TEST_CASE("words that look like drawing are words") {
    const TwoMarksAndAnArtifact page;
    const std::string words =
        "[(0 0 0.0117188 0.0195312 re f \\) (EMC) Q)-3<0051>] TJ\n/Q <</K (Q)>> BDC\nEMC\n";
    const std::string rewritten = page.rewrite("q\n" + box + words + box + box + "Q\n");
    CHECK(rewritten.find(words) != std::string::npos);
}

TEST_CASE("more marks than were drawn, fewer, and a box that is not alone are faults") {
    const TwoMarksAndAnArtifact page;
    CHECK_NOTHROW(page.rewrite("q\n" + box + box + box + "Q\n"));
    CHECK_THROWS_AS(page.rewrite("q\n" + box + box + "Q\n"), std::logic_error);
    CHECK_THROWS_AS(page.rewrite("q\n" + box + box + box + box + "Q\n"), std::logic_error);
    CHECK_THROWS_AS(page.rewrite("q\n" + box + box + "0 0 0.0117188 0.0195312 re 1 1 9 9 re f\nQ"),
                    std::logic_error);
    CHECK_THROWS_AS(page.rewrite("(never closed"), std::logic_error);
}

}  // namespace stormote
