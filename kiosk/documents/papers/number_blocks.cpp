#include "kiosk/documents/papers/number_blocks.h"

#include "kiosk/documents/papers/paper_frame.h"
#include "sync/model/sector.h"

namespace stormote {

namespace {

std::string sector_name(const std::string& sector, const Texts& texts) {
    return sector.empty() ? texts.get({"Unknown sector"}) : sector_text(sector, texts);
}

// The sectors' people as bars.
BarChart sector_chart(const Statistics& statistics, const Texts& texts) {
    BarChart chart{texts.get({"People from civil society, by sector"}), "", {}};
    for (const SectorCount& sector : statistics.sectors) {
        if (sector.people == 0) continue;
        chart.bars.push_back({sector_name(sector.sector, texts), sector.people,
                              share_text(sector.people, statistics.people_civil_society)});
        chart.meaning += (chart.meaning.empty() ? "" : "; ") + sector_sentence(sector, texts);
    }
    if (statistics.erased_civil > 0) {
        const std::string erased = texts.get({"Erased people"});
        chart.bars.push_back(
            {erased, statistics.erased_civil,
             share_text(statistics.erased_civil, statistics.people_civil_society)});
        chart.meaning += (chart.meaning.empty() ? "" : "; ") + erased + ": " +
                         texts.get_plural({"{} person"}, {"{} people"}, statistics.erased_civil);
    }
    chart.meaning += ".";
    return chart;
}

void add_arrivals(std::vector<Block>& blocks, const Statistics& statistics, const Texts& texts) {
    BarChart chart{texts.get({"When people came"}), "", {}};
    for (const Arrivals& quarter : statistics.arrivals) {
        chart.bars.push_back({quarter_text(quarter, statistics.arrivals), quarter.people,
                              std::to_string(quarter.people)});
        chart.meaning += (chart.meaning.empty() ? "" : "; ") +
                         quarter_text(quarter, statistics.arrivals) + ": " +
                         texts.get_plural({"{} person"}, {"{} people"}, quarter.people);
    }
    if (chart.bars.empty()) return;
    chart.meaning += ".";
    blocks.emplace_back(Heading{1, texts.get({"Arrivals"})});
    blocks.emplace_back(std::move(chart));
}

void add_absent_sectors(std::vector<Block>& blocks, const Statistics& statistics,
                        const Texts& texts) {
    if (statistics.absent_sectors.empty()) return;
    std::vector<std::string> absent;
    for (const std::string& sector : statistics.absent_sectors) {
        absent.push_back(sector_name(sector, texts));
    }
    blocks.emplace_back(Paragraph{texts.get({"Nobody came from: {}."}, join_words(absent, texts))});
}

// Every count of the meeting.
TextTable figures(const Statistics& statistics, const Texts& texts) {
    TextTable table{
        "",
        {{texts.get({"Measure"}), 0.75}, {texts.get({"Count"}), 0.25, ColumnAlignment::end}},
        {},
        true};
    for (const auto& list : {measures(), further_measures(statistics)}) {
        for (const Measure& measure : list) {
            table.rows.push_back(
                {texts.get(measure.word.shown), std::to_string(statistics.*measure.value)});
        }
    }
    return table;
}

// "56 organisationer (79 personer) och 25 representanter från kommunen deltog."
std::string sentence_of(const Statistics& statistics, const Texts& texts) {
    if (!statistics.has_anybody_come()) return texts.get({"Nobody has come yet."});
    return texts.get({"{} took part."}, statistics_sentence(statistics, texts));
}

void add_sentence(std::vector<Block>& blocks, const Statistics& statistics, const Texts& texts) {
    const auto style = statistics.has_anybody_come() ? ParagraphStyle::lead : ParagraphStyle::body;
    blocks.emplace_back(Paragraph{sentence_of(statistics, texts), style});
}

}  // namespace

void add_sectors(std::vector<Block>& blocks, const Statistics& statistics, const Texts& texts) {
    TextTable table{texts.get({"Civil society by sector"}),
                    {{texts.get({"Sector"}), 0.5},
                     {texts.get({"Organisations"}), 0.25, ColumnAlignment::end},
                     {texts.get({"People"}), 0.25, ColumnAlignment::end}},
                    {},
                    true};
    for (const SectorCount& sector : statistics.sectors) {
        table.rows.push_back({sector_name(sector.sector, texts),
                              std::to_string(sector.organisations), std::to_string(sector.people)});
    }
    // Of them nothing is known but that they came.
    if (statistics.erased_civil > 0) {
        table.rows.push_back(
            {texts.get({"Erased people"}), "", std::to_string(statistics.erased_civil)});
    }
    if (!table.rows.empty()) blocks.emplace_back(std::move(table));
}

void add_numbers(std::vector<Block>& blocks, const EventState& state, const Texts& texts,
                 const std::string& noted) {
    const Statistics statistics = count_events({&state});
    blocks.emplace_back(Heading{1, texts.get({"The meeting in numbers"})});
    add_sentence(blocks, statistics, texts);
    if (!noted.empty()) {
        blocks.emplace_back(Paragraph{texts.get({"The groups noted {}."}, noted)});
    }
    add_sectors(blocks, statistics, texts);
}

void add_series_numbers(std::vector<Block>& blocks, const std::vector<const EventState *>& meetings,
                        const Texts& texts) {
    const Statistics statistics = count_events(meetings);
    blocks.emplace_back(Heading{1, texts.get({"The meetings in numbers"})});
    add_sentence(blocks, statistics, texts);
    blocks.emplace_back(
        Paragraph{texts.get({"Whoever came to several meetings is counted once."})});
    BulletList each;
    for (const EventState *meeting : meetings) {
        each.items.push_back(
            {meeting_title(*meeting, texts) + ": " + sentence_of(count_events({meeting}), texts),
             ""});
    }
    blocks.emplace_back(std::move(each));
    add_sectors(blocks, statistics, texts);
}

Document compose_statistics(const EventState& state, const Texts& texts) {
    Document paper = begin_plain_paper(state, {"Statistics"}, texts);
    const Statistics statistics = count_events({&state});
    add_sentence(paper.blocks, statistics, texts);
    paper.blocks.emplace_back(figures(statistics, texts));
    if (!statistics.has_anybody_come()) return paper;
    BarChart sectors = sector_chart(statistics, texts);
    if (!sectors.bars.empty()) {
        paper.blocks.emplace_back(Heading{1, texts.get({"By sector"})});
        paper.blocks.emplace_back(std::move(sectors));
        add_sectors(paper.blocks, statistics, texts);
    }
    add_absent_sectors(paper.blocks, statistics, texts);
    add_arrivals(paper.blocks, statistics, texts);
    return paper;
}

}  // namespace stormote
