// Files that comments and documents name are there: a renamed header takes its mentions along. And
// documents hold what they promise.
#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "tests/support/machine/source_files.h"

using namespace stormote::testing;

namespace {

// Every file of the project by its path and by every end of it: "error.h", "base/error.h", ...
std::set<std::string> known_files(const std::vector<SourceFile>& files) {
    std::set<std::string> known;
    for (const SourceFile& file : files) {
        for (std::string name = file.path;; name = name.substr(name.find('/') + 1)) {
            known.insert(name);
            if (name.find('/') == std::string::npos) break;
        }
    }
    return known;
}

// Sources and documents that a text names, other than in angle brackets; of a source, its comments
// alone. "ui.h/.cpp" names the header.
std::vector<std::string> files_named_in(const SourceFile& file) {
    static const std::regex comment(R"(//[^\n]*)");
    static const std::regex name(R"((^|[^\w./<>-])(\w[\w./-]*\.(h|cpp|md|po))(?![\w-]|/\w))");
    std::string text = file.text;
    if (!file.path.ends_with(".md")) {
        text.clear();
        for (std::sregex_iterator found(file.text.begin(), file.text.end(), comment), end;
             found != end; ++found) {
            text += found->str() + "\n";
        }
    }
    std::vector<std::string> names;
    for (std::sregex_iterator found(text.begin(), text.end(), name), end; found != end; ++found) {
        const std::string named = (*found)[2];
        names.push_back(named.substr(0, named.find("/.cpp")));
    }
    return names;
}

}  // namespace

TEST_CASE("every file that a comment or a document names exists") {
    std::vector<SourceFile> files = read_files("", {".md"});
    for (const char *folder : {"assets", "kiosk", "sync", "tests"}) {
        for (SourceFile& file : read_files(folder, {".h", ".cpp", ".md", ".po"})) {
            files.push_back(std::move(file));
        }
    }
    REQUIRE(files.size() > 300);
    const std::set<std::string> known = known_files(files);
    for (const SourceFile& file : files) {
        if (file.path.ends_with(".po")) continue;
        for (const std::string& name : files_named_in(file)) {
            CAPTURE(file.path, name);
            CHECK(known.contains(name));
        }
    }
}

TEST_CASE("file names are found in comments and documents, and nowhere else") {
    const auto named = [](const char *path, const char *text) {
        return files_named_in({path, text});
    };
    using Names = std::vector<std::string>;
    CHECK(named("a.h", "#include \"gone.h\"\n// (see base/error.h), error.cpp.\n") ==
          Names{"base/error.h", "error.cpp"});
    CHECK(named("a.h", "// Of <GLFW/glfw3.h>, `texts.h`, `error.h/.cpp`\n") ==
          Names{"texts.h", "error.h"});
    CHECK(named("a.md", "Read [the record](sync/README.md).") == Names{"sync/README.md"});
}

TEST_CASE("no document holds a placeholder in place of a text") {
    static const std::regex placeholder(
        R"(\b([A-Z]+_(PLACE|STEPS)|TODO|FIXME|TBD|PLACEHOLDER|[Ll]orem ipsum)\b)");
    std::vector<SourceFile> files = read_files("", {".md"});
    for (const char *folder : {"assets", "kiosk", "sync", "tests"}) {
        for (SourceFile& file : read_files(folder, {".md"})) files.push_back(std::move(file));
    }
    REQUIRE(files.size() > 3);
    for (const SourceFile& file : files) {
        CAPTURE(file.path);
        std::smatch found;
        CHECK_FALSE(std::regex_search(file.text, found, placeholder));
    }
}
