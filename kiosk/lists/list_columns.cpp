#include "kiosk/lists/list_columns.h"

#include <algorithm>
#include <unordered_map>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// Headings as they are folded: small letters without dots and signs, written together.
const std::unordered_map<std::string, ListField>& known_headings() {
    using enum ListField;
    static const std::unordered_map<std::string, ListField> known = {
        {"fornamn", given_name},
        {"tilltalsnamn", given_name},
        {"firstname", given_name},
        {"givenname", given_name},
        {"efternamn", family_name},
        {"lastname", family_name},
        {"surname", family_name},
        {"familyname", family_name},
        {"namn", full_name},
        {"name", full_name},
        {"fullname", full_name},
        {"fullstandigtnamn", full_name},
        {"fornamnochefternamn", full_name},
        {"fornamnefternamn", full_name},
        {"dittnamn", full_name},
        {"deltagare", full_name},
        {"attendee", full_name},
        {"participant", full_name},
        {"forening", organisation},
        {"organisation", organisation},
        {"organization", organisation},
        {"foreningorganisation", organisation},
        {"organisationforening", organisation},
        {"foreningellerorganisation", organisation},
        {"foreningensnamn", organisation},
        {"organisationensnamn", organisation},
        {"foreningsnamn", organisation},
        {"association", organisation},
        {"sektor", sector},
        {"sector", sector},
        {"roll", role},
        {"role", role},
        {"epost", email},
        {"epostadress", email},
        {"email", email},
        {"emailaddress", email},
        {"mail", email},
        {"mailadress", email},
        {"mejl", email},
        {"mejladress", email},
        {"telefon", phone},
        {"telefonnummer", phone},
        {"tel", phone},
        {"mobil", phone},
        {"mobilnummer", phone},
        {"mobiltelefon", phone},
        {"phone", phone},
        {"phonenumber", phone},
        {"telephone", phone},
        {"mobile", phone},
        {"sprak", language},
        {"language", language},
        {"kost", diet},
        {"specialkost", diet},
        {"allergi", diet},
        {"allergier", diet},
        {"kostallergi", diet},
        {"kostallergier", diet},
        {"kostochallergier", diet},
        {"diet", diet},
        {"dietaryrequirements", diet},
        {"food", diet},
        {"behov", access_needs},
        {"sarskildabehov", access_needs},
        {"tillganglighet", access_needs},
        {"tillganglighetsbehov", access_needs},
        {"accessneeds", access_needs},
        {"accessibility", access_needs},
        {"needs", access_needs},
        {"anmald", registered},
        {"anmalddatum", registered},
        {"anmaldden", registered},
        {"anmalningsdatum", registered},
        {"anmalan", registered},
        {"tidsstampel", registered},
        {"tidstampel", registered},
        {"registered", registered},
        {"registrationdate", registered},
        {"timestamp", registered},
        {"kon", gender},
        {"gender", gender}};
    return known;
}

std::string heading_key(std::string_view heading) {
    std::string key;
    for (const std::string& word : fold_words(heading)) key += word;
    return key;
}

// The text's first line that is not empty.
std::string_view first_line(std::string_view text) {
    const std::size_t start = std::min(text.find_first_not_of(" \r\n"), text.size());
    bool is_quoted = false;
    std::size_t end = start;
    for (; end < text.size(); ++end) {
        if (text[end] == '"') is_quoted = !is_quoted;
        if (!is_quoted && (text[end] == '\r' || text[end] == '\n')) break;
    }
    return text.substr(start, end - start);
}

}  // namespace

std::optional<ListField> list_field_of(std::string_view heading) {
    const auto& known = known_headings();
    auto found = known.find(heading_key(heading));
    if (found == known.end()) found = known.find(heading_key(heading.substr(0, heading.find('('))));
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

char detect_separator(std::string_view text) {
    // Longer headings than this are no headings; a file without line ends must not be read thrice.
    const std::string_view line = first_line(text).substr(0, 100'000);
    char best = ';';
    std::pair<std::ptrdiff_t, std::size_t> best_score{0, 1};
    for (const char separator : {';', '\t', ','}) {
        const CsvTable table = read_csv(line, separator);
        if (table.rows.empty()) continue;
        const auto& cells = table.rows.front().cells;
        const auto known = std::count_if(cells.begin(), cells.end(), [](const CsvCell& cell) {
            return list_field_of(cell.text).has_value();
        });
        const std::pair score{known, cells.size()};
        if (score > best_score) {
            best = separator;
            best_score = score;
        }
    }
    return best;
}

std::string ListColumns::heading(ListField field) const {
    const auto column = place(field);
    return column ? headings[*column] : "";
}

ListColumns read_headings(const CsvRow& row, ListProblems& problems, ListProblems& notes) {
    ListColumns columns;
    for (const CsvCell& cell : row.cells) {
        const std::string heading = trim_text(cell.text);
        const auto field = list_field_of(heading);
        const std::size_t column = columns.headings.size();
        columns.headings.push_back(heading);
        columns.fields.push_back(field);
        if (!field) {
            if (heading.empty()) continue;
            notes.push_back(
                {cell.line, heading, input_error({"The column is not known and is ignored."})});
            continue;
        }
        auto& place = columns.places[static_cast<std::size_t>(*field)];
        if (place) {
            problems.push_back(
                {cell.line, heading,
                 input_error({"The columns \"{}\" and \"{}\" mean the same. Keep one of them."},
                             columns.headings[*place], heading)});
        } else {
            place = column;
        }
    }
    const bool has_name = columns.place(ListField::full_name) ||
                          columns.place(ListField::given_name) ||
                          columns.place(ListField::family_name);
    if (!has_name) {
        problems.push_back({row.line, "",
                            input_error({"There is no column with names. The first line must hold "
                                         "headings, among them Namn, or Förnamn and Efternamn."})});
    }
    return columns;
}

}  // namespace stormote
