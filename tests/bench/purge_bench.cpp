#include <fmt/format.h>

#include "kiosk/desk/retention/purge.h"
#include "tests/bench/benches.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/invented_names.h"

namespace stormote::testing {

namespace {

constexpr std::size_t people_count = 10'000;

// Everybody is registered, was written to, and has come.
void register_everybody(Desk& desk, const JournalEnvironment& environment) {
    std::vector<Body> bodies;
    for (const std::string& name : invent_names(people_count, 3)) {
        const auto space = name.find(' ');
        const auto id = make_id<AttendeeId>(environment.clock, environment.random);
        const auto say = [&](BodyContent content) {
            bodies.push_back({{id}, ActingRole::organiser, std::move(content)});
        };
        say(AttendeeDescribed{FieldSetter<AttendeeField>{}
                                  .set(AttendeeField::given_name, name.substr(0, space))
                                  .set(AttendeeField::family_name, name.substr(space + 1))
                                  .set(AttendeeField::email, "person@example.org")
                                  .take()});
        TicketIssued ticket;
        ticket.ticket.bytes = environment.random.bytes<8>();
        say(ticket);
        const auto mail = make_id<MailId>(environment.clock, environment.random);
        say(MailNoted{mail, MailPurpose::invitation, MailStep::handed_over, "person@example.org"});
        say(CheckedIn{});
    }
    desk.record(bodies);
}

}  // namespace

void measure_purge(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("Purge of 10,000 people");
    constexpr double longest_seconds = 5;
    const TemporaryFolder work(folder);
    SystemClock clock;
    SeededRandom random(5);
    const JournalEnvironment environment{clock, random, work / "state", HashingCost{}, ""};
    const auto desk = std::move(Desk::create(work / "event.stormote", std::nullopt, environment,
                                             {{1, "Stormöte"}, {3, "2022-10-12T21:00"}}))
                          .value();
    register_everybody(*desk, environment);
    Samples purging;
    purging.measure([&] {
        const auto purged = purge(*desk, {"DHP 2024 § 12", "", PurgeTiming::now});
        if (!purged) throw std::runtime_error(purged.error().english());
    });
    if (!desk->state().attendees().empty()) throw std::runtime_error("Somebody is left.");
    figures.at_most("purge, from the decision to the last byte", purging.median() / 1e6,
                    longest_seconds, "s");
}

}  // namespace stormote::testing
