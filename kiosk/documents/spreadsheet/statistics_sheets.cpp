#include "kiosk/documents/spreadsheet/statistics_sheets.h"

namespace stormote {

namespace {

Table figures_table(const Statistics& statistics) {
    Table table;
    table.columns = {{"measure", {"Measure"}}, {"count", {"Count"}}};
    for (const auto& list : {measures(), further_measures(statistics)}) {
        for (const Measure& measure : list) {
            table.rows.push_back({measure.word, statistics.*measure.value});
        }
    }
    table.rows.push_back({Word{"no_show_percent", {"Of a hundred registered, did not come"}},
                          statistics.no_show_percent()});
    return table;
}

Table sectors_table(const Statistics& statistics) {
    Table table;
    table.columns = {{"sector", {"Sector"}, {""}, ColumnTexts::sectors},
                     {"organisations",
                      {"Organisations"},
                      {"That somebody from civil society came from. 0: nobody came from the "
                       "sector, of which the register or the registrations know organisations."}},
                     {"people", {"People from civil society"}}};
    for (const SectorCount& sector : statistics.sectors) {
        const Cell name =
            sector.sector.empty() ? Cell(Word{"unknown", {"Unknown sector"}}) : Cell(sector.sector);
        table.rows.push_back({name, sector.organisations, sector.people});
    }
    for (const std::string& sector : statistics.absent_sectors) {
        table.rows.push_back({sector, std::int64_t{0}, std::int64_t{0}});
    }
    // Of them nothing is known but that they came.
    if (statistics.erased_civil > 0) {
        table.rows.push_back({Word{"erased", {"Erased people"}}, Cell(), statistics.erased_civil});
    }
    return table;
}

std::string sectors_meaning(const Statistics& statistics, const Texts& texts) {
    std::string meaning = texts.get({"Bars, one a sector, as long as organisations came from it."});
    for (const SectorCount& sector : statistics.sectors) {
        meaning += " " + sector_sentence(sector, texts) + ".";
    }
    return meaning;
}

std::string arrivals_meaning(const std::vector<Arrivals>& arrivals, const Texts& texts) {
    std::string meaning =
        texts.get({"Columns, one a quarter of an hour, as high as people came in it."});
    for (const Arrivals& quarter : arrivals) {
        meaning +=
            " " + quarter_text(quarter, arrivals) + ": " + std::to_string(quarter.people) + ".";
    }
    return meaning;
}

}  // namespace

std::vector<TableSheet> statistics_sheets(const Statistics& statistics, const Texts& texts) {
    const std::string organisations = texts.get({"Organisations"});
    const std::string people = texts.get({"People in"});
    const std::string quarter = texts.get({"Quarter of an hour"});
    const SheetChart sectors{ChartKind::bars,
                             texts.get({"Organisations by sector"}),
                             sectors_meaning(statistics, texts),
                             texts.get({"Sector"}),
                             organisations,
                             0,
                             1};
    const SheetChart arrivals{ChartKind::columns,
                              texts.get({"How people arrived"}),
                              arrivals_meaning(statistics.arrivals, texts),
                              quarter,
                              people,
                              1,
                              2};
    return {{texts.get({"Statistics"}), figures_table(statistics)},
            {texts.get({"Sectors"}), sectors_table(statistics), {sectors}},
            {texts.get({"Arrivals"}), arrivals_table(statistics.arrivals), {arrivals}}};
}

}  // namespace stormote
