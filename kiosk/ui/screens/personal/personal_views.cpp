#include "kiosk/ui/screens/personal/personal_views.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "kiosk/documents/personal/table_blocks.h"

namespace stormote {

namespace {

constexpr std::size_t most_lines = 12;

// Sections that an erasure does not empty: they are of the event, or of what others wrote.
constexpr std::array<std::string_view, 5> staying{"named", "erasures", "audit", "keep", "places"};
// Nor these, which hold the person's number and lose the name.
constexpr std::array<std::string_view, 3> nameless{"groups", "follow_up", "earlier_meetings"};

template <std::size_t count>
bool is_among(const std::array<std::string_view, count>& keys, const PersonalSection& section) {
    return std::find(keys.begin(), keys.end(), section.key) != keys.end();
}

void shorten(std::vector<std::string>& lines, const Texts& texts) {
    if (lines.size() <= most_lines) return;
    const std::size_t more = lines.size() - most_lines + 1;
    lines.resize(most_lines - 1);
    lines.push_back(texts.get({"And {} more, which the PDF has."}, more));
}

DataCard decision_card(const std::string& decision, const Texts& texts) {
    return {texts.get({"Decision"}), {decision}};
}

}  // namespace

std::vector<DataCard> personal_cards(const PersonalData& data, const Texts& texts) {
    std::vector<DataCard> cards;
    for (const PersonalSection& section : data.sections) {
        if (section.table.rows.empty()) continue;
        DataCard card{texts.get(section.heading), rows_in_words(section.table, texts)};
        shorten(card.lines, texts);
        card.is_personal = true;
        cards.push_back(std::move(card));
    }
    return cards;
}

std::vector<DataCard> erasure_cards(const PersonalData& data, const std::vector<NamingText>& naming,
                                    const std::string& decision, const Texts& texts) {
    DataCard warning{texts.get({"This cannot be undone"}),
                     {texts.get({"All that is about the person is destroyed: on this machine at "
                                 "once, on the others a day after they hear of it."}),
                      texts.get({"That somebody came stays in the statistics, without a name."}),
                      texts.get({"Files that somebody has saved, and mails that were sent, are not "
                                 "reached."})}};
    warning.is_warning = true;
    DataCard going{texts.get({"What goes"})};
    DataCard numbers{texts.get({"What stays, with a number instead of the name"})};
    for (const PersonalSection& section : data.sections) {
        if (section.table.rows.empty() || is_among(staying, section)) continue;
        DataCard& card = is_among(nameless, section) ? numbers : going;
        card.lines.push_back(texts.get(section.heading) + " · " +
                             std::to_string(section.table.rows.size()));
    }
    std::vector<DataCard> cards{std::move(warning), decision_card(decision, texts),
                                std::move(going)};
    if (!numbers.lines.empty()) cards.push_back(std::move(numbers));
    if (naming.empty()) return cards;
    DataCard left{texts.get({"What others wrote stays, and names the person. Word it anew:"})};
    for (const NamingText& text : naming) left.lines.push_back(text.text);
    shorten(left.lines, texts);
    left.is_warning = true;
    left.is_personal = true;
    cards.push_back(std::move(left));
    return cards;
}

std::vector<DataCard> refusal_cards(const std::string& decision, const std::string& reason,
                                    const Texts& texts) {
    return {{texts.get({"Nothing is erased"}),
             {texts.get({"That the wish was refused is recorded, with the decision and the "
                         "reason. It stands in the person's extract."})}},
            decision_card(decision, texts),
            {texts.get({"Reason"}), {reason}}};
}

}  // namespace stormote
