#include "tests/support/documents/archive_rules.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <regex>
#include <set>

#include "kiosk/documents/pdf/qpdf.h"
#include "tests/support/documents/pdf_content.h"
#include "tests/support/documents/true_type.h"

namespace stormote::testing {

namespace {

using Object = QPDFObjectHandle;

std::string bytes_of(Object stream) {
    const auto bytes = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char *>(bytes->getBuffer()), bytes->getSize()};
}

// Whether it holds for each object of the file, those within others included.
bool each_object(PdfReading& reading, const std::function<bool(Object)>& holds) {
    const std::function<bool(Object)> check = [&](Object object) -> bool {
        if (!holds(object)) return false;
        if (object.isStream()) object = object.getDict();
        if (object.isArray()) {
            for (Object part : object.getArrayAsVector()) {
                if (!part.isIndirect() && !check(part)) return false;
            }
        } else if (object.isDictionary()) {
            for (const std::string& key : object.getKeys()) {
                Object part = object.getKey(key);
                if (!part.isIndirect() && !check(part)) return false;
            }
        }
        return true;
    };
    const auto objects = reading.qpdf().getAllObjects();
    return std::all_of(objects.begin(), objects.end(), check);
}

bool each_dictionary(PdfReading& reading, const std::function<bool(Object)>& holds) {
    return each_object(reading, [&](Object object) {
        if (object.isStream()) return holds(object.getDict());
        return !object.isDictionary() || holds(object);
    });
}

bool each_page(PdfReading& reading, const std::function<bool(Object)>& holds) {
    const auto& pages = reading.qpdf().getAllPages();
    return std::all_of(pages.begin(), pages.end(), holds);
}

bool each_operation(PdfReading& reading, const std::function<bool(PdfOperation&, Object)>& holds) {
    return each_page(reading, [&](Object page) {
        auto operations = operations_of(page);
        return std::all_of(operations.begin(), operations.end(),
                           [&](PdfOperation& operation) { return holds(operation, page); });
    });
}

bool is_name(Object object, std::initializer_list<const char *> names) {
    return object.isName() && std::any_of(names.begin(), names.end(), [&](const char *name) {
               return object.getName() == name;
           });
}

bool lacks(Object dictionary, std::initializer_list<const char *> keys) {
    return std::none_of(keys.begin(), keys.end(),
                        [&](const char *key) { return dictionary.hasKey(key); });
}

// --- 6.1: the file ---

bool has_header(PdfReading& reading) {
    return std::regex_search(reading.bytes().substr(0, 40),
                             std::regex("^%PDF-1\\.[0-7]\n%[\x80-\xFF]{4}"));
}

bool has_trailer(PdfReading& reading) {
    Object trailer = reading.qpdf().getTrailer();
    return trailer.getKey("/ID").isArray() && trailer.getKey("/ID").getArrayNItems() == 2 &&
           !trailer.hasKey("/Encrypt") && reading.bytes().ends_with("%%EOF\n");
}

bool is_sound(PdfReading& reading) {
    reading.qpdf().getAllObjects();
    return reading.qpdf().getWarnings().empty();
}

bool has_own_streams(PdfReading& reading) {
    return each_object(reading, [](Object object) {
        if (!object.isStream()) return true;
        Object filter = object.getDict().getKey("/Filter");
        return lacks(object.getDict(), {"/F", "/FFilter", "/FDecodeParams"}) &&
               (filter.isNull() || is_name(filter, {"/FlateDecode", "/DCTDecode"}));
    });
}

bool is_within_limits(PdfReading& reading) {
    const bool are_objects = each_object(reading, [](Object object) {
        if (object.isString()) return object.getStringValue().size() <= 32'767;
        if (object.isName()) return object.getName().size() <= 128;
        if (object.isInteger()) return std::abs(object.getIntValue()) <= 2'147'483'647;
        return true;
    });
    return are_objects && each_operation(reading, [](PdfOperation& operation, Object) {
               return operation.saved <= 28;
           });
}

// --- 6.2: what is drawn ---

bool has_output_intent(PdfReading& reading) {
    Object intents = reading.qpdf().getRoot().getKey("/OutputIntents");
    if (!intents.isArray() || intents.getArrayNItems() != 1) return false;
    Object intent = intents.getArrayItem(0);
    Object profile = intent.getKey("/DestOutputProfile");
    if (!is_name(intent.getKey("/S"), {"/GTS_PDFA1"}) || !profile.isStream()) return false;
    if (!intent.getKey("/OutputConditionIdentifier").isString()) return false;
    const std::string bytes = bytes_of(profile);
    return profile.getDict().getKey("/N").getIntValue() == 3 && bytes.size() > 128 &&
           bytes.substr(12, 8) == "mntrRGB " && bytes.substr(36, 4) == "acsp" && bytes[8] <= 4;
}

bool has_known_colours(PdfReading& reading) {
    const auto cmyk = {"/DeviceCMYK", "/Separation", "/DeviceN", "/ICCBased", "/Pattern"};
    const bool are_objects = each_object(
        reading, [&](Object object) { return !object.isName() || !is_name(object, cmyk); });
    static const std::set<std::string> other{"k", "K", "cs", "CS", "ri", "sh"};
    return are_objects && each_operation(reading, [](PdfOperation& operation, Object) {
               return !other.contains(operation.name);
           });
}

bool has_plain_states(PdfReading& reading) {
    return each_dictionary(reading, [](Object dictionary) {
        Object blend = dictionary.getKey("/BM");
        return lacks(dictionary, {"/TR", "/TR2", "/HTP", "/HTO"}) &&
               (blend.isNull() || is_name(blend, {"/Normal", "/Compatible"}));
    });
}

bool has_plain_pictures(PdfReading& reading) {
    return each_dictionary(reading, [](Object dictionary) {
        if (!is_name(dictionary.getKey("/Type"), {"/XObject"})) return true;
        Object smooth = dictionary.getKey("/Interpolate");
        return lacks(dictionary, {"/Alternates", "/OPI", "/PS", "/Ref", "/Subtype2"}) &&
               is_name(dictionary.getKey("/Subtype"), {"/Image", "/Form"}) &&
               (!smooth.isBool() || !smooth.getBoolValue());
    });
}

bool has_plain_groups(PdfReading& reading) {
    return each_dictionary(reading, [](Object dictionary) {
        return !is_name(dictionary.getKey("/S"), {"/Transparency"}) ||
               is_name(dictionary.getKey("/CS"), {"/DeviceRGB", "/DeviceGray"});
    });
}

bool names_its_resources(PdfReading& reading) {
    return each_operation(reading, [](PdfOperation& operation, Object page) {
        const char *kind = operation.name == "Tf"   ? "/Font"
                           : operation.name == "Do" ? "/XObject"
                           : operation.name == "gs" ? "/ExtGState"
                                                    : nullptr;
        if (kind == nullptr) return true;
        Object resources = page.getKey("/Resources").getKey(kind);
        return resources.isDictionary() && resources.hasKey(operation.operands.front().getName());
    });
}

// --- 6.2.11: fonts ---

bool each_font(PdfReading& reading, const std::function<bool(Object)>& holds) {
    return each_dictionary(reading, [&](Object dictionary) {
        return !is_name(dictionary.getKey("/Type"), {"/Font"}) || holds(dictionary);
    });
}

bool is_composite(Object font) {
    return is_name(font.getKey("/Subtype"), {"/Type0"});
}

Object descriptor_of(Object font) {
    if (is_composite(font)) font = font.getKey("/DescendantFonts").getArrayItem(0);
    return font.getKey("/FontDescriptor");
}

bool embeds_fonts(PdfReading& reading) {
    return each_font(reading, [](Object font) {
        Object descriptor = descriptor_of(font);
        return descriptor.isDictionary() && (descriptor.getKey("/FontFile2").isStream() ||
                                             descriptor.getKey("/FontFile3").isStream());
    });
}

bool maps_composite_fonts(PdfReading& reading) {
    return each_font(reading, [](Object font) {
        if (is_composite(font)) return is_name(font.getKey("/Encoding"), {"/Identity-H"});
        if (!is_name(font.getKey("/Subtype"), {"/CIDFontType2"})) return true;
        return is_name(font.getKey("/CIDToGIDMap"), {"/Identity"}) &&
               font.getKey("/CIDSystemInfo").isDictionary();
    });
}

bool encodes_simple_fonts(PdfReading& reading) {
    return each_font(reading, [](Object font) {
        if (!is_name(font.getKey("/Subtype"), {"/TrueType"})) return true;
        const auto flags = descriptor_of(font).getKey("/Flags").getIntValue();
        constexpr int symbolic = 4;
        constexpr int nonsymbolic = 32;
        return is_name(font.getKey("/Encoding"), {"/WinAnsiEncoding"}) && (flags & symbolic) == 0 &&
               (flags & nonsymbolic) != 0 &&
               TrueType(bytes_of(descriptor_of(font).getKey("/FontFile2"))).has_unicode_map();
    });
}

// As the font program has them, but for rounding.
bool has_right_widths(PdfReading& reading) {
    return each_font(reading, [](Object font) {
        if (!is_name(font.getKey("/Subtype"), {"/CIDFontType2"})) return true;
        const TrueType program(bytes_of(descriptor_of(font).getKey("/FontFile2")));
        Object widths = font.getKey("/W");
        for (int at = 0; at + 1 < widths.getArrayNItems(); at += 2) {
            auto glyph = static_cast<std::size_t>(widths.getArrayItem(at).getIntValue());
            for (Object width : widths.getArrayItem(at + 1).getArrayAsVector()) {
                if (std::abs(width.getNumericValue() - program.width_of(glyph)) > 1) return false;
                ++glyph;
            }
        }
        return true;
    });
}

// Each letter can be told, none is one of those that mean nothing to others.
bool maps_to_letters(PdfReading& reading) {
    return each_font(reading, [](Object font) {
        if (is_name(font.getKey("/Subtype"), {"/CIDFontType0", "/CIDFontType2"})) return true;
        if (!font.getKey("/ToUnicode").isStream()) return false;
        const std::string map = bytes_of(font.getKey("/ToUnicode"));
        static const std::regex entry("<[0-9a-fA-F]+> <([0-9a-fA-F]+)>\n");
        const auto begin = map.find("beginbfchar");
        for (std::sregex_iterator
                 found(map.begin() + static_cast<std::ptrdiff_t>(begin), map.end(), entry),
             end;
             found != end; ++found) {
            const auto letter = std::stoul((*found)[1].str().substr(0, 4), nullptr, 16);
            const bool is_private = letter >= 0xE000 && letter <= 0xF8FF;
            if (is_private || letter == 0 || letter == 0xFEFF || letter == 0xFFFE) return false;
        }
        return true;
    });
}

bool draws_no_missing_letter(PdfReading& reading) {
    return each_operation(reading, [](PdfOperation& operation, Object page) {
        if (operation.name != "TJ" && operation.name != "Tj") return true;
        Object font = page.getKey("/Resources").getKey("/Font").getKey(operation.font);
        if (!is_composite(font)) return true;
        Object texts = operation.operands.front();
        for (Object text : texts.isArray() ? texts.getArrayAsVector() : std::vector{texts}) {
            if (!text.isString()) continue;
            const std::string codes = text.getStringValue();
            for (std::size_t at = 0; at + 1 < codes.size(); at += 2) {
                if (codes[at] == 0 && codes[at + 1] == 0) return false;
            }
        }
        return true;
    });
}

// --- 6.3 to 6.5 and 6.8 to 6.11: what else a file may hold ---

bool has_plain_links(PdfReading& reading) {
    return each_dictionary(reading, [](Object dictionary) {
        if (!is_name(dictionary.getKey("/Type"), {"/Annot"})) return true;
        constexpr int print = 4;
        Object flags = dictionary.getKey("/F");
        return is_name(dictionary.getKey("/Subtype"), {"/Link"}) && flags.isInteger() &&
               flags.getIntValue() == print && lacks(dictionary, {"/A", "/AA", "/C"}) &&
               dictionary.getKey("/Contents").isString() &&
               dictionary.getKey("/StructParent").isInteger();
    });
}

bool does_nothing(PdfReading& reading) {
    return lacks(reading.qpdf().getRoot(),
                 {"/OpenAction", "/AA", "/AcroForm", "/OCProperties", "/Requirements", "/Perms"}) &&
           each_dictionary(reading, [](Object dictionary) {
               return lacks(dictionary, {"/JS", "/AA", "/EmbeddedFiles", "/EF", "/PresSteps",
                                         "/AlternatePresentations", "/XFA"});
           });
}

// --- 6.6: what it says of itself ---

std::string metadata_of(PdfReading& reading) {
    Object metadata = reading.qpdf().getRoot().getKey("/Metadata");
    return metadata.isStream() ? bytes_of(metadata) : "";
}

bool says_what_it_is(PdfReading& reading) {
    const std::string metadata = metadata_of(reading);
    const auto says = [&](const char *part) { return metadata.find(part) != std::string::npos; };
    return says("<pdfaid:part>2</pdfaid:part>") && says("<pdfaid:conformance>A<") &&
           says("<?xpacket begin=") && says("<dc:title>");
}

std::string without_references(std::string text) {
    for (const auto& [reference, letter] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}}) {
        text = std::regex_replace(text, std::regex(reference), letter);
    }
    return text;
}

std::string element_of(const std::string& metadata, const std::string& name) {
    std::smatch found;
    const std::regex element("<" + name + ">(?:<rdf:\\w+><rdf:li[^>]*>)?([^<]*)<");
    return std::regex_search(metadata, found, element) ? without_references(found[1]) : "";
}

// "D:20221012190000Z" of "2022-10-12T19:00:00Z".
std::string as_information(std::string date) {
    std::erase_if(date, [](char c) { return c == '-' || c == ':' || c == 'T'; });
    return date.empty() ? "" : "D:" + date;
}

bool says_one_thing(PdfReading& reading) {
    const std::string metadata = metadata_of(reading);
    Object information = reading.qpdf().getTrailer().getKey("/Info");
    const auto said = [&](const char *key) {
        return information.hasKey(key) ? information.getKey(key).getUTF8Value() : "";
    };
    return !said("/Title").empty() && element_of(metadata, "dc:title") == said("/Title") &&
           element_of(metadata, "dc:creator") == said("/Author") &&
           element_of(metadata, "pdf:Producer") == said("/Producer") &&
           element_of(metadata, "xmp:CreatorTool") == said("/Creator") &&
           as_information(element_of(metadata, "xmp:CreateDate")) == said("/CreationDate") &&
           as_information(element_of(metadata, "xmp:ModifyDate")) == said("/ModDate");
}

// --- 6.7: structure ---

bool is_marked(PdfReading& reading) {
    Object mark = reading.qpdf().getRoot().getKey("/MarkInfo");
    return mark.isDictionary() && mark.getKey("/Marked").isBool() &&
           mark.getKey("/Marked").getBoolValue() && !reading.tags().empty() &&
           reading.tags().front().kind == "Document";
}

bool marks_all_that_is_drawn(PdfReading& reading) {
    return each_operation(reading, [](PdfOperation& operation, Object) {
        return !paints(operation) || (operation.mark >= 0) != operation.is_artifact;
    });
}

// Of each page, the element that the parent tree has for each number.
Object owners_of(PdfReading& reading, Object key) {
    Object tree = reading.qpdf().getRoot().getKey("/StructTreeRoot").getKey("/ParentTree");
    Object numbers = tree.getKey("/Nums");
    for (int at = 0; at + 1 < numbers.getArrayNItems(); at += 2) {
        if (numbers.getArrayItem(at).getIntValue() == key.getIntValue()) {
            return numbers.getArrayItem(at + 1);
        }
    }
    return Object::newNull();
}

bool holds_content(Object element, int number, Object page) {
    Object kids = element.getKey("/K");
    for (Object kid : kids.isArray() ? kids.getArrayAsVector() : std::vector{kids}) {
        const bool is_reference = kid.isDictionaryOfType("/MCR");
        Object own = is_reference ? kid.getKey("/Pg") : element.getKey("/Pg");
        Object found = is_reference ? kid.getKey("/MCID") : kid;
        if (found.isInteger() && found.getIntValue() == number &&
            own.getObjectID() == page.getObjectID()) {
            return true;
        }
    }
    return false;
}

bool has_right_parent_tree(PdfReading& reading) {
    std::size_t contents = 0;
    const bool is_right = each_page(reading, [&](Object page) {
        std::set<int> numbers;
        for (const PdfOperation& operation : operations_of(page)) {
            if (operation.mark >= 0) numbers.insert(operation.mark);
        }
        if (numbers.empty()) return true;
        contents += numbers.size();
        if (!page.getKey("/StructParents").isInteger()) return false;
        Object owners = owners_of(reading, page.getKey("/StructParents"));
        if (!owners.isArray() ||
            static_cast<std::size_t>(owners.getArrayNItems()) != numbers.size())
            return false;
        return std::all_of(numbers.begin(), numbers.end(), [&](int number) {
            return number < owners.getArrayNItems() &&
                   holds_content(owners.getArrayItem(number), number, page);
        });
    });
    std::size_t tagged = 0;
    for (const PdfTag& tag : reading.tags()) tagged += tag.pages.size();
    return is_right && tagged == contents;
}

bool has_standard_tags(PdfReading& reading) {
    static const std::set<std::string> standard{
        "Document", "Part", "Sect",  "H1",    "H2",        "H3",    "H4",    "P",  "L",
        "LI",       "Lbl",  "LBody", "Table", "THead",     "TBody", "TR",    "TH", "TD",
        "Caption",  "TOC",  "TOCI",  "Link",  "Reference", "Span",  "Figure"};
    return std::all_of(reading.tags().begin(), reading.tags().end(),
                       [](const PdfTag& tag) { return standard.contains(tag.kind); });
}

bool has_language(PdfReading& reading) {
    static const std::regex language("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    Object root = reading.qpdf().getRoot();
    return root.getKey("/Lang").isString() &&
           std::regex_match(root.getKey("/Lang").getStringValue(), language) &&
           std::all_of(reading.tags().begin(), reading.tags().end(), [](const PdfTag& tag) {
               return tag.language.empty() || std::regex_match(tag.language, language);
           });
}

bool describes_figures(PdfReading& reading) {
    const auto figures = reading.all("Figure");
    return std::all_of(figures.begin(), figures.end(),
                       [](const PdfTag& tag) { return !tag.alternative.empty(); });
}

// --- WCAG ---

bool shows_title(PdfReading& reading) {
    Object preferences = reading.qpdf().getRoot().getKey("/ViewerPreferences");
    return preferences.isDictionary() && preferences.getKey("/DisplayDocTitle").isBool() &&
           preferences.getKey("/DisplayDocTitle").getBoolValue();
}

bool follows_structure(PdfReading& reading) {
    return each_page(reading, [](Object page) { return is_name(page.getKey("/Tabs"), {"/S"}); });
}

bool has_header_cells(PdfReading& reading) {
    const auto headers = reading.all("TH");
    return std::all_of(headers.begin(), headers.end(),
                       [](const PdfTag& tag) { return !tag.scope.empty(); });
}

// What cannot even be looked at is not as it should be.
bool holds(const ArchiveRule& rule, PdfReading& reading) {
    try {
        return rule.holds(reading);
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace

const std::vector<ArchiveRule>& archive_rules() {
    static const std::vector<ArchiveRule> rules{
        {"6.1.2", "a header with a version up to 1.7 and four bytes that are no text", has_header},
        {"6.1.3", "a trailer with identifiers, without encryption", has_trailer},
        {"6.1.4", "objects that are found where the file says, and are whole", is_sound},
        {"6.1.7", "streams in the file itself, packed by allowed filters", has_own_streams},
        {"6.1.13", "texts, names, numbers and kept states within the limits", is_within_limits},
        {"6.2.2", "fonts, pictures and states that the page itself names", names_its_resources},
        {"6.2.3", "one output intent with a profile of red, green and blue", has_output_intent},
        {"6.2.4", "no colours but those of the output intent", has_known_colours},
        {"6.2.5", "no transfer functions, halftones or blending", has_plain_states},
        {"6.2.8", "pictures without interpolation, alternates and references", has_plain_pictures},
        {"6.2.10", "groups that blend in the colours of the output intent", has_plain_groups},
        {"6.2.11.3", "composite fonts with their map to glyphs", maps_composite_fonts},
        {"6.2.11.4", "fonts that are in the file", embeds_fonts},
        {"6.2.11.5", "widths as the font program has them", has_right_widths},
        {"6.2.11.6", "simple fonts with an encoding and its table", encodes_simple_fonts},
        {"6.2.11.7", "letters for all glyphs, none of them private", maps_to_letters},
        {"6.2.11.8", "no glyph that stands for a missing one", draws_no_missing_letter},
        {"6.3", "links that are printed as shown, and nothing else to touch", has_plain_links},
        {"6.4", "no forms, actions, scripts, layers or files within", does_nothing},
        {"6.6.2", "metadata that say part 2, conformance A", says_what_it_is},
        {"6.6.3", "the same title, author and dates in both places", says_one_thing},
        {"6.7.2", "a tagged file", is_marked},
        {"6.7.3", "content or artifact: whatever is drawn", marks_all_that_is_drawn},
        {"14.7.4", "a parent tree that names for each content its element", has_right_parent_tree},
        {"6.7.3.4", "standard structure types", has_standard_tags},
        {"6.7.4", "a language", has_language},
        {"6.7.5", "an alternative text for each figure", describes_figures},
        {"PDF18", "the title in the window's frame", shows_title},
        {"PDF3", "an order of the keys that follows the structure", follows_structure},
        {"PDF6", "header cells that say what they are headers of", has_header_cells},
    };
    return rules;
}

std::vector<std::string> broken_clauses(const std::string& pdf) {
    std::optional<PdfReading> opened;
    try {
        opened.emplace(pdf);
    } catch (const QPDFExc&) {
        return {"6.1.4"};
    }
    PdfReading& reading = *opened;
    std::vector<std::string> broken;
    for (const ArchiveRule& rule : archive_rules()) {
        if (!holds(rule, reading)) broken.push_back(rule.clause);
    }
    return broken;
}

}  // namespace stormote::testing
