#include "kiosk/cli/duplicates.h"

#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sync/report/likely_same.h"

namespace stormote {

namespace {

struct DuplicateOptions {
    EventArgument event;
    bool is_json = false;
};

struct Duplicate {
    const char *kind = "";
    std::string one;
    std::string other;
    std::string one_words;
    std::string other_words;
    LikelyReason reason{};
};

std::vector<Duplicate> find_duplicates(const EventState& state) {
    std::vector<Duplicate> found;
    for (const LikelyOrganisations& pair : likely_same_organisations(state)) {
        found.push_back({"organisation", to_string(pair.one), to_string(pair.other),
                         state.organisation(pair.one, OrganisationField::name),
                         state.organisation(pair.other, OrganisationField::name), pair.reason});
    }
    const auto describe = [&state](const AttendeeId& id) {
        const Attendee& attendee = *state.find_attendee(id);
        std::string words = attendee.full_name();
        const std::string more = state.organisation_names(attendee);
        if (!more.empty()) words += " (" + more + ")";
        const std::string& email = attendee.get(AttendeeField::email);
        if (!email.empty()) words += " " + email;
        return words;
    };
    for (const LikelyPeople& pair : likely_same_people(state)) {
        found.push_back({"person", to_string(pair.one), to_string(pair.other), describe(pair.one),
                         describe(pair.other), pair.reason});
    }
    return found;
}

Result<> duplicates(const DuplicateOptions& options, CommandContext& context) {
    const auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    const std::vector<Duplicate> found = find_duplicates(desk.value()->state());
    if (options.is_json) {
        auto json = nlohmann::ordered_json::array();
        for (const Duplicate& pair : found) {
            auto& entry = json.emplace_back();
            entry["kind"] = pair.kind;
            entry["a"] = pair.one;
            entry["b"] = pair.other;
            entry["a_name"] = pair.one_words;
            entry["b_name"] = pair.other_words;
            entry["reason"] = context.texts.get(words_of(pair.reason));
        }
        context.out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                    << '\n';
        return Done{};
    }
    for (const Duplicate& pair : found) {
        const bool is_person = std::string_view(pair.kind) == "person";
        context.out << context.texts.get(words_of(pair.reason))
                    << "\n  A: " << one_column(pair.one_words)
                    << "\n  B: " << one_column(pair.other_words)
                    << fmt::format("\n  stormote {} {} {} {}\n",
                                   is_person ? "merge-people" : "merge-organisations",
                                   options.event.file, pair.one, pair.other);
    }
    if (found.empty()) {
        context.say({"Nobody and nothing seems to be written down twice."});
    } else {
        context.say(
            {"Are two not the same? part-people and part-organisations say so, with the "
             "same words, and they are not shown again."});
    }
    return Done{};
}

}  // namespace

void tell_duplicates(const EventState& state, const EventArgument& event,
                     const CommandContext& context) {
    const std::size_t count =
        likely_same_people(state).size() + likely_same_organisations(state).size();
    if (count == 0) return;
    context.say({"Probably written down twice: {}. \"stormote duplicates {}\" shows them."}, count,
                event.file);
}

void add_duplicates_command(CommandLine& line) {
    Subcommand command = line.add("duplicates",
                                  {"Shows people and organisations that are probably written down "
                                   "twice, each with the command that makes them one."},
                                  "stormote duplicates mote.stormote");
    auto& options = command.runs(duplicates);
    options.event.add_to(command);
    command.flag("--json", options.is_json, {"Answers as JSON."});
}

}  // namespace stormote
