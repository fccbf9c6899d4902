// The tables of sync/README.md against the declarations of kinds and fields: the page is what other
// programs are written from.
#include <fstream>
#include <map>
#include <regex>

#include <catch2/catch.hpp>

#include "sync/model/body.h"
#include "tests/support/machine/source_files.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

using Row = std::vector<std::string>;

// The cells of a line "| a | b |", without the spaces around them.
Row cells_of(const std::string& line) {
    static const std::regex cell(R"(\|\s*([^|]*[^|\s])?\s*(?=\|))");
    Row cells;
    for (std::sregex_iterator found(line.begin(), line.end(), cell), end; found != end; ++found) {
        cells.push_back((*found)[1]);
    }
    return cells;
}

// The rows of the table with this heading; none when there is no such table.
std::vector<Row> table_with_heading(const std::string& page, const std::string& heading) {
    std::vector<Row> rows;
    const auto start = page.find('\n' + heading + '\n');
    if (start == std::string::npos) return rows;
    std::istringstream lines(page.substr(start + 1));
    std::string line;
    std::getline(lines, line);  // the heading
    std::getline(lines, line);  // the rule below it
    while (std::getline(lines, line) && line.starts_with('|')) rows.push_back(cells_of(line));
    return rows;
}

std::string reference_page() {
    return read_source("sync/README.md");
}

// The enumerators with numbers, as they stand in the source, with spaces for underscores.
std::map<int, std::string> numbered_names(const std::string& source, const std::string& type) {
    const std::string text = read_source(source);
    std::smatch body;
    std::map<int, std::string> names;
    if (!std::regex_search(text, body, std::regex("enum class " + type + R"( [^{]*\{([^}]*)\})"))) {
        return names;
    }
    const std::string enumerators =
        std::regex_replace(body[1].str(), std::regex("//[^\n]*"), std::string());
    static const std::regex enumerator(R"((\w+) = (\d+))");
    for (std::sregex_iterator found(enumerators.begin(), enumerators.end(), enumerator), end;
         found != end; ++found) {
        names[std::stoi((*found)[2])] = std::regex_replace((*found)[1].str(), std::regex("_"), " ");
    }
    return names;
}

// "0 valid, 1 revoked"
std::string listed(const std::map<int, std::string>& names) {
    std::string list;
    for (const auto& [number, name] : names) {
        if (!list.empty()) list += ", ";
        list += std::to_string(number) + ' ' + name;
    }
    return list;
}

const char *type_name(ActingRole /*value*/) {
    return "ActingRole";
}
const char *type_name(TicketMark /*value*/) {
    return "TicketMark";
}
const char *type_name(CheckInMethod /*value*/) {
    return "CheckInMethod";
}
const char *type_name(NoteKind /*value*/) {
    return "NoteKind";
}
const char *type_name(NoteState /*value*/) {
    return "NoteState";
}
const char *type_name(Counted /*value*/) {
    return "Counted";
}
const char *type_name(AsideDecision /*value*/) {
    return "AsideDecision";
}
const char *type_name(MessageKind /*value*/) {
    return "MessageKind";
}
const char *type_name(MailPurpose /*value*/) {
    return "MailPurpose";
}
const char *type_name(MailStep /*value*/) {
    return "MailStep";
}

template <typename Enum>
std::string listed_values() {
    const auto names = numbered_names("sync/model/operation_values.h", type_name(Enum{}));
    REQUIRE_FALSE(names.empty());
    CHECK(names.rbegin()->first == static_cast<int>(Enum::last));
    return listed(names);
}

template <typename Value>
struct IsOptional : std::false_type {};
template <typename Value>
struct IsOptional<std::optional<Value>> : std::true_type {};

// The items of a content, as the page lists them.
class ItemWords {
  public:
    template <typename Value>
    void operator()(std::string_view words, const Value& /*value*/) {
        if (!text_.empty()) text_ += ", ";
        text_ += words;
        // Roles have a table of their own.
        if constexpr (std::is_enum_v<Value> && !std::is_same_v<Value, DeviceRole>) {
            text_ += " (" + listed_values<Value>() + ')';
        }
        if constexpr (IsOptional<Value>::value) text_ += " or null";
    }
    template <typename Value>
    void added_later(std::string_view words, const Value& value) {
        (*this)(words, value);
        text_ += " (may be missing)";
    }
    template <typename Value>
    void if_any(std::string_view words, const Value& value) {
        if (!text_.empty()) text_ += ", ";
        text_ += std::string(words) + " (may be missing)";
        static_cast<void>(value);
    }
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::string text_;
};

std::string words_of(Persons persons) {
    switch (persons) {
        case Persons::none:
            return "nobody";
        case Persons::at_most_one:
            return "at most one";
        case Persons::any:
            return "any number";
    }
    return {};
}

std::string words_of(MergeRule rule) {
    switch (rule) {
        case MergeRule::last_writer_of_each_field:
            return "last writer of each field";
        case MergeRule::last_writer:
            return "last writer";
        case MergeRule::first_writer:
            return "first writer";
        case MergeRule::adds_up:
            return "adds up";
        case MergeRule::erases:
            return "erases";
        case MergeRule::authority:
            return "authority";
        case MergeRule::no_effect:
            return "no effect";
    }
    return {};
}

// What a cell says before it goes into details: "at most one" of "at most one: its owner".
std::string before_details(const std::string& cell) {
    return cell.substr(0, cell.find(": "));
}

std::vector<BodyContent> every_content() {
    std::vector<BodyContent> contents;
    for (std::uint16_t number = 1;; ++number) {
        BodyContent content = empty_content(OperationKind{number});
        if (std::holds_alternative<UnknownContent>(content)) return contents;
        contents.push_back(std::move(content));
    }
}

}  // namespace

TEST_CASE("the page lists every kind with its number, its name, its persons and its content") {
    const auto rows = table_with_heading(reference_page(), "| kind | name | about | content |");
    const auto contents = every_content();
    REQUIRE(rows.size() == contents.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const KindDeclaration& declaration = declaration_of(contents[i]);
        ItemWords words;
        std::visit([&words](const auto& known) { known.items(known, words); }, contents[i]);
        REQUIRE(rows[i].size() == 4);
        CHECK(rows[i][0] == std::to_string(static_cast<int>(declaration.kind)));
        CHECK(rows[i][1] == '`' + std::string(declaration.name) + '`');
        CHECK(before_details(rows[i][2]) == words_of(declaration.persons));
        CHECK(rows[i][3] == words.text());
    }
}

TEST_CASE("the page has every kind's merge rule, and whether it outlasts the person") {
    const auto rows =
        table_with_heading(reference_page(), "| kind | rule | after an erasure of the person |");
    const auto contents = every_content();
    REQUIRE(rows.size() == contents.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const KindDeclaration& declaration = declaration_of(contents[i]);
        REQUIRE(rows[i].size() == 3);
        CHECK(rows[i][0] == '`' + std::string(declaration.name) + '`');
        CHECK(before_details(rows[i][1]) == words_of(declaration.rule));
        const bool stays =
            declaration.persons == Persons::none || declaration.rule == MergeRule::erases;
        CHECK(rows[i][2].starts_with("stays") == stays);
    }
}

// "door, organiser, pages"; "every role".
std::string words_of(DeviceRoles roles) {
    std::string words;
    bool is_every = true;
    for (const DeviceRole role : {DeviceRole::door, DeviceRole::table, DeviceRole::organiser,
                                  DeviceRole::pages, DeviceRole::hub}) {
        if (!roles.contains(role)) {
            is_every = false;
            continue;
        }
        words += (words.empty() ? "" : ", ") + std::string(device_role_name(role));
    }
    return is_every ? "every role" : words;
}

TEST_CASE("the page says of which devices each kind has an effect") {
    const auto rows = table_with_heading(reference_page(), "| kind | has an effect from |");
    const auto contents = every_content();
    REQUIRE(rows.size() == contents.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const KindDeclaration& declaration = declaration_of(contents[i]);
        REQUIRE(rows[i].size() == 2);
        CHECK(rows[i][0] == '`' + std::string(declaration.name) + '`');
        CHECK(before_details(rows[i][1]) == words_of(declaration.roles));
    }
}

TEST_CASE("a kind's name is that of its number") {
    const auto names = numbered_names("sync/model/operation_kind.h", "OperationKind");
    const auto contents = every_content();
    REQUIRE(names.size() == contents.size());
    for (const BodyContent& content : contents) {
        const KindDeclaration& declaration = declaration_of(content);
        const std::string name =
            std::regex_replace(std::string(declaration.name), std::regex("_"), " ");
        CHECK(names.at(static_cast<int>(declaration.kind)) == name);
    }
}

TEST_CASE("the page lists the acting roles") {
    const std::string line = "*acting role*: " + listed_values<ActingRole>() + '.';
    REQUIRE(reference_page().find(line) != std::string::npos);
}

TEST_CASE("the page lists every field with its number and its name") {
    const std::vector<std::pair<std::string, std::string>> described{
        {"settings", "SettingField"},
        {"organisation", "OrganisationField"},
        {"contact", "ContactField"},
        {"attendee", "AttendeeField"},
        {"group", "GroupField"},
        {"question", "QuestionField"},
        {"question of the survey", "SurveyField"},
        {"note and message", "FollowUpField"}};
    const auto rows = table_with_heading(reference_page(), "| of | fields |");
    REQUIRE(rows.size() == described.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        REQUIRE(rows[i].size() == 2);
        CHECK(rows[i][0] == described[i].first);
        const std::string names =
            std::regex_replace(rows[i][1], std::regex(R"( \([^)]*\))"), std::string());
        CHECK(names == listed(numbered_names("sync/model/fields.h", described[i].second)));
    }
}
