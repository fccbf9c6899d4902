#include "kiosk/lists/list_words.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>

#include "kiosk/lists/heading_words.h"
#include "kiosk/lists/list_names.h"
#include "sync/base/text_folding.h"
#include "sync/model/email_address.h"

namespace stormote {

std::optional<int> whole_number(std::string_view text, int most) {
    int number = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (text.empty() || read.ec != std::errc() || read.ptr != end || number < 1 || number > most) {
        return std::nullopt;
    }
    return number;
}

bool says_nothing(std::string_view text) {
    if (text.empty()) return true;
    // Most cells say something, and folding each to learn that costs more than all else of a row.
    constexpr std::size_t longest = 16;
    if (text.size() > longest || text.find_first_of("@0123456789") != std::string_view::npos) {
        return false;
    }
    static const std::unordered_set<std::string> words = {
        "saknas", "saknar", "nej",     "no",         "none",    "ingen",     "inga",     "inget",
        "ej",     "na",     "finnsej", "ejaktuellt", "nejtack", "anonymous", "ingenalls"};
    const std::string word = heading_key(text);
    return word.empty() || words.contains(word);
}

bool is_marked(std::string_view text) {
    const std::string word = heading_key(text);
    if (word.empty() || says_nothing(text)) return false;
    if (word.starts_with("ej") || word.starts_with("inte") || word.starts_with("not")) return false;
    return word != "0" && word != "false" && word != "falskt";
}

std::string proposed_email(std::string_view text) {
    std::string address = trim_text(text);
    for (const std::string_view before : {"mailto:", "mejl:", "e-post:", "epost:"}) {
        if (fold_text(address).starts_with(before)) address = address.substr(before.size());
    }
    if (const auto open = address.find('<'); open != std::string::npos) {
        address = address.substr(open + 1, address.find('>', open) - open - 1);
    }
    for (const std::string_view word : {"(at)", "[at]", "(a)", "(snabel-a)"}) {
        const auto at = address.find(word);
        if (at != std::string::npos) address.replace(at, word.size(), "@");
    }
    std::erase(address, ' ');
    const auto at = address.find('@');
    if (at != std::string::npos)
        std::replace(address.begin() + static_cast<std::ptrdiff_t>(at), address.end(), ',', '.');
    while (!address.empty() && (address.back() == '.' || address.back() == ',')) address.pop_back();
    return is_email_address(address) ? address : "";
}

std::optional<AttendeeRole> role_in_words(std::string_view text) {
    using enum AttendeeRole;
    static const std::unordered_map<std::string, AttendeeRole> known = {
        {"civil", civil},
        {"civilsamhalle", civil},
        {"civilsamhallet", civil},
        {"civilsociety", civil},
        {"forening", civil},
        {"foreningsliv", civil},
        {"foreningen", civil},
        {"foreningsrepresentant", civil},
        {"foreningsaktiv", civil},
        {"representantforcivilsamhallet", civil},
        {"representantfranforening", civil},
        {"representant", civil},
        {"organisation", civil},
        {"association", civil},
        {"representative", civil},
        {"medlem", civil},
        {"member", civil},
        {"ideell", civil},
        {"deltagare", civil},
        {"allmanhet", civil},
        {"allmanheten", civil},
        {"styrelseledamot", civil},
        {"kassor", civil},
        {"lots", official},
        {"kommunalrad", elected},
        {"oppositionsrad", elected},
        {"gruppledare", elected},
        {"namndordforande", elected},
        {"kommunfullmaktige", elected},
        {"kommunstyrelsen", elected},
        {"elected", elected},
        {"electedrepresentative", elected},
        {"electedofficial", elected},
        {"fortroendevald", elected},
        {"fortroendevalda", elected},
        {"politiker", elected},
        {"politician", elected},
        {"councillor", elected},
        {"kommunpolitiker", elected},
        {"official", official},
        {"officials", official},
        {"municipalofficial", official},
        {"tjansteperson", official},
        {"tjanstepersoner", official},
        {"tjansteman", official},
        {"tjanstemannen", official},
        {"tjanstekvinna", official},
        {"medarbetare", official},
        {"kommunmedarbetare", official},
        {"kommunanstalld", official},
        {"kommuntjansteman", official},
        {"handlaggare", official},
        {"employee", official},
        {"staff", official},
        {"civilservant", official}};
    const NameWithParty words = without_party(text);
    const std::string word = heading_key(words.name);
    const auto found = known.find(word);
    if (found != known.end()) return found->second;
    // "Ordförande (C)" sits for a party.
    if (words.has_party) return elected;
    for (const auto& [ending, role] : {std::pair{"chef", official},
                                       {"handlaggare", official},
                                       {"strateg", official},
                                       {"direktor", official},
                                       {"ledamot", elected},
                                       {"ersattare", elected},
                                       {"forening", civil},
                                       {"forbund", civil},
                                       {"forsamling", civil}}) {
        if (word.ends_with(ending)) return role;
    }
    return std::nullopt;
}

std::string language_in_words(std::string_view text) {
    static const std::unordered_map<std::string, std::string> known = {
        {"svenska", "sv"},      {"swedish", "sv"},      {"engelska", "en"},
        {"english", "en"},      {"finska", "fi"},       {"finnish", "fi"},
        {"arabiska", "ar"},     {"arabic", "ar"},       {"somaliska", "so"},
        {"somali", "so"},       {"persiska", "fa"},     {"persian", "fa"},
        {"dari", "prs"},        {"polska", "pl"},       {"polish", "pl"},
        {"turkiska", "tr"},     {"turkish", "tr"},      {"tyska", "de"},
        {"german", "de"},       {"spanska", "es"},      {"spanish", "es"},
        {"ukrainska", "uk"},    {"ukrainian", "uk"},    {"ryska", "ru"},
        {"russian", "ru"},      {"nordsamiska", "se"},  {"lulesamiska", "smj"},
        {"sydsamiska", "sma"},  {"northernsami", "se"}, {"lulesami", "smj"},
        {"southernsami", "sma"}};
    const std::string trimmed = trim_text(text);
    const auto found = known.find(heading_key(trimmed));
    return found == known.end() ? trimmed : found->second;
}

}  // namespace stormote
