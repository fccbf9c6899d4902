// What people wrote as content of XML.
#include "kiosk/documents/content/xml_text.h"

#include <catch2/catch.hpp>

namespace stormote {

TEST_CASE("what would be markup in XML is escaped, and nothing else is changed") {
    CHECK(xml_text("a < b && c > \"d\"") == "a &lt; b &amp;&amp; c &gt; &quot;d&quot;");
    CHECK(xml_text("]]>") == "]]&gt;");
    CHECK(xml_text("Åsa 😀 مرحبا\tett\ntvå\r") == "Åsa 😀 مرحبا\tett\ntvå\r");
    CHECK(xml_text("").empty());
}

TEST_CASE("what XML has no place for is left out") {
    CHECK(xml_text(std::string("a\0b\x01\x0B\x1F c", 8)) == "ab c");
    CHECK(xml_text("a\xEF\xBF\xBE b\xEF\xBF\xBF") == "a b");
    CHECK(xml_text("\xEF\xBF\xBD") == "\xEF\xBF\xBD");
}

TEST_CASE("bytes that are no UTF-8 become replacement characters") {
    CHECK(xml_text("a\xFF<b\xC3") == "a\xEF\xBF\xBD&lt;b\xEF\xBF\xBD");
}

}  // namespace stormote
