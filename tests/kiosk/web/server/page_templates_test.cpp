#include "kiosk/web/server/page_templates.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "sync/base/assets.h"
#include "tests/support/machine/temporary_folder.h"

using namespace stormote;
using namespace stormote::testing;
using nlohmann::json;

namespace {

struct Templates {
    explicit Templates(const std::string& page) {
        write("page", page);
        write("layout", "{{title}}|{{{page}}}");
        write("title", "a page called as a value of another");
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder / (name + ".mustache")) << text;
    }
    [[nodiscard]] std::string fill_in(const json& view, const Texts& texts = {}) const {
        return PageTemplates::load(folder.path()).value().fill_in("page", view, texts);
    }
    TemporaryFolder folder;
};

}  // namespace

TEST_CASE("what a page shows is text, whatever stands in it") {
    const Templates templates("<p>{{name}}</p>");
    CHECK(templates.fill_in({{"name", "<script>alert(1)</script>\"'&"}}) ==
          "|<p>&lt;script&gt;alert(1)&lt;/script&gt;&quot;&apos;&amp;</p>");
    CHECK(
        templates.fill_in({{"name", "{{title}} {{{name}}} {{#t}}Sign in{{/t}}"}, {"title", "T"}}) ==
        "T|<p>{{title}} {{{name}}} {{#t}}Sign in{{/t}}</p>");
}

TEST_CASE("what a page says is said in the reader's language, with its places where they belong") {
    const Templates templates(
        "{{#t}}{{arrived_registered}} of {{registered}} registered{{/t}}, {{#t}}Sign in{{/t}}");
    const json view{{"arrived_registered", "3"}, {"registered", "<9>"}};
    CHECK(templates.fill_in(view) == "|3 of &lt;9&gt; registered, Sign in");
    CHECK(templates.fill_in(view, load_texts("sv").value()) == "|3 av &lt;9&gt; anmälda, Logga in");
}

TEST_CASE("a value that is false, empty or nothing leaves its section out") {
    const Templates templates(
        "{{#a}}A{{/a}}{{#b}}B{{/b}}{{#c}}C{{/c}}{{^d}}no D{{/d}}"
        "{{#list}}{{n}},{{/list}}");
    CHECK(templates.fill_in({{"a", true},
                             {"b", ""},
                             {"c", nullptr},
                             {"list", json::array({{{"n", "1"}}, {{"n", "2"}}})}}) == "|Ano D1,2,");
}

TEST_CASE("a folder without pages, or with a page that is none, is refused by name") {
    const TemporaryFolder empty;
    CHECK_FALSE(PageTemplates::load(empty.path()));
    const Templates broken("{{#open}}");
    const auto loaded = PageTemplates::load(broken.folder.path());
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().english().find("page.mustache") != std::string::npos);
}
