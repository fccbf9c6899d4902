// search: the kiosk's name search from the command line.
#include <iostream>

#include <nlohmann/json.hpp>

#include "kiosk/cli/command.h"

namespace stormote {

namespace {

constexpr std::size_t most_results = 20;

struct SearchOptions {
    EventArgument event;
    std::vector<std::string> words;
    bool is_json = false;
};

const char *quality_name(MatchQuality quality) {
    switch (quality) {
        case MatchQuality::exact:
            return "exact";
        case MatchQuality::folded:
            return "folded";
        case MatchQuality::typo:
            return "typo";
    }
    return "typo";
}

void print_json(const NameHits& found, const EventState& state, const CommandContext& context) {
    nlohmann::ordered_json json;
    json["hits"] = nlohmann::ordered_json::array();
    for (const NameMatch& hit : found.hits) {
        const Attendee& attendee = *state.find_attendee(hit.attendee);
        nlohmann::ordered_json& entry = json["hits"].emplace_back();
        entry["attendee"] = to_string(hit.attendee);
        entry["name"] = attendee.full_name();
        entry["organisation"] = state.organisation_of(attendee, OrganisationField::name);
        entry["match"] = quality_name(hit.quality);
    }
    json["more"] = found.is_cut;
    context.out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                << '\n';
}

Result<> search(const SearchOptions& options, CommandContext& context) {
    std::string query;
    for (const std::string& word : options.words) query += (query.empty() ? "" : " ") + word;
    if (auto checked = check_text("TEXT", query); !checked) return checked;
    const auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    const EventState& state = desk.value()->state();
    const NameHits found = desk.value()->search(query, most_results);
    if (options.is_json) {
        print_json(found, state, context);
        return Done{};
    }
    for (const NameMatch& hit : found.hits) {
        const Attendee& attendee = *state.find_attendee(hit.attendee);
        context.out << to_string(hit.attendee) << '\t' << one_column(attendee.full_name()) << '\t'
                    << one_column(state.organisation_of(attendee, OrganisationField::name)) << '\n';
    }
    if (found.hits.empty()) context.say({"Nobody was found for \"{}\"."}, query);
    if (found.is_cut) context.say({"There are more. Type more of the name."});
    return Done{};
}

}  // namespace

void add_search_command(CommandLine& line) {
    Subcommand command =
        line.add("search", {"Finds people by a few letters of their names, as the kiosk does."},
                 "stormote search mote.stormote asa ob");
    auto& options = command.runs(search);
    options.event.add_to(command);
    command.option("TEXT", options.words, {"The beginning of a name."}, Need::required);
    command.flag("--json", options.is_json, {"Answers as JSON."});
}

}  // namespace stormote
