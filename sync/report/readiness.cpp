#include "sync/report/readiness.h"

#include <algorithm>

#include "sync/base/local_time.h"
#include "sync/model/agenda.h"
#include "sync/model/presence.h"
#include "sync/model/table_needs.h"
#include "sync/report/likely_same.h"
#include "sync/report/outbox.h"

namespace stormote {

namespace {

// "2022-10-12 18:00" of a local time, for people.
std::string spaced(std::string local_time) {
    std::replace(local_time.begin(), local_time.end(), 'T', ' ');
    return local_time;
}

class Examination {
  public:
    Examination(const EventState& state, std::int64_t now_ms) : state_(state), now_ms_(now_ms) {
        for (const auto& [id, attendee] : state.attendees()) {
            if (needs_seat(attendee, presence_of(state, id).kind)) expected_.push_back(id);
        }
        std::sort(expected_.begin(), expected_.end());
    }

    std::vector<ReadyPoint> points() const {
        return {times(),  people(),  organisations(), groups(), tables(), needs(),
                agenda(), tickets(), invitations(),   pin(),    keeping()};
    }

  private:
    template <typename IsCounted>
    [[nodiscard]] std::size_t count(IsCounted is_counted) const {
        return static_cast<std::size_t>(
            std::count_if(expected_.begin(), expected_.end(), is_counted));
    }

    [[nodiscard]] ReadyPoint times() const {
        const auto ends = instant_of(state_.setting(SettingField::ends));
        if (ends && *ends < now_ms_) {
            return {
                "times", Ready::no,
                localized({"The event ended at {}."}, spaced(state_.setting(SettingField::ends))),
                localized({"Set new times under Programme, Settings."}),
                localized({"Set its times: stormote settings EVENT --starts TIME --ends "
                           "TIME"})};
        }
        if (state_.setting(SettingField::doors).empty()) {
            return {"times", Ready::look,
                    localized({"It starts at {}. When the doors open is not said."},
                              spaced(state_.setting(SettingField::starts))),
                    localized({"Set the time under Programme, Settings."}),
                    localized({"Set the time: stormote settings EVENT --doors TIME"})};
        }
        return {"times", Ready::yes,
                localized({"The doors open at {}, and it starts at {}."},
                          spaced(state_.setting(SettingField::doors)),
                          spaced(state_.setting(SettingField::starts)))};
    }

    [[nodiscard]] ReadyPoint people() const {
        if (expected_.empty()) {
            return {"people", Ready::no, localized({"Nobody is registered."}),
                    localized({"Read the list of registrations from a USB stick under Files."}),
                    localized({"Read a list: stormote import EVENT LIST"})};
        }
        return {"people", Ready::yes, localized({"People registered: {}."}, expected_.size())};
    }

    [[nodiscard]] ReadyPoint organisations() const {
        const std::size_t twice =
            likely_same_people(state_).size() + likely_same_organisations(state_).size();
        if (twice > 0) {
            return {"organisations", Ready::look,
                    localized({"Probably written down twice: {}."}, twice),
                    localized({"Look them over on the organiser's computer."}),
                    localized({"Look: stormote duplicates EVENT"})};
        }
        return {"organisations", Ready::yes,
                localized({"Organisations: {}. None seems to be written down twice."},
                          state_.organisations().size())};
    }

    [[nodiscard]] ReadyPoint groups() const {
        const bool is_live = state_.setting(SettingField::seating) == "live";
        if (state_.plan().empty() && !is_live) {
            return {"groups", Ready::no, localized({"Nobody has a group."}),
                    localized({"Deal people into groups under Groups."}),
                    localized({"Deal them: stormote groups EVENT --size 8"})};
        }
        const std::size_t without =
            count([this](const AttendeeId& id) { return !group_of(state_, id); });
        if (without > 0 && !is_live) {
            return {"groups", Ready::look, localized({"Without a group: {}."}, without),
                    localized({"They are given one at the door; or deal the groups anew."})};
        }
        return {"groups", Ready::yes,
                localized({"Groups: {}. Rounds: {}."}, open_groups(state_).size(),
                          round_count(state_))};
    }

    [[nodiscard]] ReadyPoint tables() const {
        if (open_groups(state_).empty()) {
            return {"tables", Ready::look, localized({"There are no tables yet."}),
                    localized({"Deal people into groups under Groups: each group has a table."}),
                    localized({"Read a list: stormote import-tables EVENT LIST"})};
        }
        std::size_t without_facilitator = 0;
        std::size_t without_place = 0;
        for (const GroupNumber group : open_groups(state_)) {
            const LatestFields& fields = state_.groups().at(group);
            if (!facilitator_of(state_, fields)) ++without_facilitator;
            if (fields.get(GroupField::place).empty() && fields.get(GroupField::across).empty()) {
                ++without_place;
            }
        }
        if (without_facilitator + without_place > 0) {
            return {"tables", Ready::look,
                    localized({"Tables without a facilitator: {}, without a place in the room: "
                               "{}."},
                              without_facilitator, without_place),
                    localized({"Say under Groups where they stand, and who leads them."}),
                    localized({"Read a list: stormote import-tables EVENT LIST"})};
        }
        return {"tables", Ready::yes, localized({"Every table has a facilitator and a place."})};
    }

    // Whoever needs a table that nobody has, or sits at another.
    [[nodiscard]] ReadyPoint needs() const {
        std::size_t unmet = 0;
        std::size_t elsewhere = 0;
        for (const AttendeeId& id : expected_) {
            std::vector<std::string> needed = needs_of(*state_.find_attendee(id));
            // A language without a table of its own is usual.
            std::erase_if(needed,
                          [](const std::string& need) { return need.starts_with("language "); });
            if (needed.empty()) continue;
            const std::vector<GroupNumber> tables = tables_for(state_, needed);
            const auto group = group_of(state_, id);
            if (tables.empty()) {
                ++unmet;
            } else if (group && std::find(tables.begin(), tables.end(), *group) == tables.end()) {
                ++elsewhere;
            }
        }
        if (unmet + elsewhere > 0) {
            return {"needs", Ready::look,
                    localized({"Needs that no table offers: {}; people who sit at another table "
                               "than they need: {}."},
                              unmet, elsewhere),
                    localized({"Say what the tables offer on the organiser's computer, and deal "
                               "the groups anew."}),
                    localized({"Say what the tables offer, and deal the groups anew."})};
        }
        return {"needs", Ready::yes, localized({"What people need of their tables is there."})};
    }

    [[nodiscard]] ReadyPoint agenda() const {
        const Agenda agenda = agenda_of(state_);
        if (agenda.questions.empty()) {
            return {"agenda", Ready::look, localized({"There are no questions for the groups."}),
                    localized({"Write them under Programme."}),
                    localized({"Read a list: stormote import-agenda EVENT LIST"})};
        }
        const RoundNumber wanted = agenda_round_count(agenda);
        if (wanted > round_count(state_)) {
            return {"agenda", Ready::look,
                    localized({"The agenda has {} rounds, and the groups are dealt for {}."},
                              wanted, round_count(state_)),
                    localized({"Deal the groups anew under Groups."}),
                    localized({"Deal them: stormote groups EVENT --size 8 --rounds {}"}, wanted)};
        }
        return {"agenda", Ready::yes, localized({"Questions: {}."}, agenda.questions.size())};
    }

    [[nodiscard]] ReadyPoint tickets() const {
        const std::size_t without =
            count([this](const AttendeeId& id) { return !valid_ticket(state_, id); });
        if (without > 0) {
            return {"tickets", Ready::no, localized({"Without a ticket: {}."}, without),
                    localized({"They can type their name at the door. Issue tickets on the "
                               "organiser's computer."}),
                    localized({"Issue them: stormote tickets EVENT --pdf FILE, or stormote invite "
                               "EVENT"})};
        }
        return {"tickets", Ready::yes, localized({"Everybody has a ticket."})};
    }

    [[nodiscard]] ReadyPoint invitations() const {
        const std::size_t left = not_invited(state_).size();
        std::size_t refused = 0;
        for (const auto& [key, mail] : state_.mails()) {
            if (mail.content.step == MailStep::refused) ++refused;
        }
        if (left + refused > 0) {
            return {"invitations", Ready::look,
                    localized({"Not invited yet: {}. Mails that were refused: {}."}, left, refused),
                    localized({"Write to them from the organiser's computer."}),
                    localized({"Write to them: stormote invite EVENT"})};
        }
        return {"invitations", Ready::yes,
                localized({"Everybody with an e-mail address is invited. Without one: {}."},
                          without_address(state_).size())};
    }

    [[nodiscard]] ReadyPoint pin() const {
        if (state_.setting(SettingField::staff_pin).empty()) {
            return {"pin", Ready::no,
                    localized({"The staff has no PIN, and cannot open its page."}),
                    localized({"Set a PIN on the organiser's computer."}),
                    localized({"Set one: stormote settings EVENT --pin-file FILE"})};
        }
        return {"pin", Ready::yes, localized({"The staff has a PIN."})};
    }

    // Without a decision people are told no day; what they are told is true all the same.
    [[nodiscard]] ReadyPoint keeping() const {
        const std::string& decision = state_.setting(SettingField::keep_decision);
        if (decision.empty()) {
            return {"keeping", Ready::look,
                    localized({"No decision says how long people's data are kept, and people are "
                               "told no day."}),
                    localized({"Name the municipality's decision under Programme, Settings."}),
                    localized({"Name it: stormote settings EVENT --keep-decision TEXT"})};
        }
        return {"keeping", Ready::yes,
                localized({"How long people's data are kept rests on {}."}, decision)};
    }

    const EventState& state_;
    std::int64_t now_ms_;
    std::vector<AttendeeId> expected_;
};

}  // namespace

std::vector<ReadyPoint> event_readiness(const EventState& state, std::int64_t now_ms) {
    return Examination(state, now_ms).points();
}

}  // namespace stormote
