#include "tests/support/record/canonical_state.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace stormote::testing {

namespace {

class StateDescriber {
  public:
    explicit StateDescriber(const EventState& state) : state_(state) {}

    [[nodiscard]] std::string describe() {
        line("highest lamport {}", state_.highest_lamport());
        line("settings {}", fields(state_.settings()));
        for (const auto& id : sorted_keys(state_.organisations())) {
            line("organisation {} {}", to_string(id), fields(state_.organisations().at(id)));
        }
        for (const auto& [key, known] : state_.contacts()) {
            line("contact {} of {} {}", to_string(key.person), to_string(key.organisation),
                 fields(known));
        }
        for (const auto& [key, mail] : state_.mails()) {
            line("mail {} to {} purpose {} step {} '{}' '{}' {}", to_string(key.mail),
                 to_string(key.person), static_cast<int>(mail.content.purpose),
                 static_cast<int>(mail.content.step), mail.content.address, mail.content.answer,
                 stamp(mail.stamp));
        }
        for (const auto& [meeting, tables] : state_.earlier_tables()) {
            for (const auto& people : tables) {
                line("earlier {} {}", to_string(meeting), fmt::format("{}", people));
            }
        }
        for (const auto& [group, known] : state_.groups())
            line("group {} {}", group, fields(known));
        for (const auto& [question, known] : state_.questions()) {
            line("question {} {}", question, fields(known));
        }
        describe_devices();
        for (const auto& id : sorted_keys(state_.attendees())) describe(id);
        for (const auto& id : sorted_keys(state_.tickets())) describe(id);
        describe_notes();
        describe_follow_up();
        describe_way_out();
        describe_plan();
        for (const auto& id : sorted_keys(state_.erased())) {
            const ErasedAttendee& erased = state_.erased().at(id);
            line("erased {} role '{}' counted {} {}", to_string(id), erased.role,
                 static_cast<int>(erased.counted), stamp(erased.stamp));
        }
        std::vector<TicketId> erased_tickets(state_.erased_tickets().begin(),
                                             state_.erased_tickets().end());
        std::sort(erased_tickets.begin(), erased_tickets.end());
        for (const TicketId& id : erased_tickets) line("erased ticket {}", to_hex(id.bytes));
        for (const auto& [id, presence] : unknown_arrivals(state_)) {
            line("came with {}", to_hex(id.bytes));
        }
        for (const EndedCheckIn& ended : state_.unowned_ended()) describe("unowned", ended);
        for (const OperationId& id :
             std::set(state_.settled_aside().begin(), state_.settled_aside().end())) {
            line("settled {}", to_string(id));
        }
        for (const auto& together : state_.settled_check_ins()) {
            for (const OperationId& id : together) line("stands beside others {}", to_string(id));
            line("together");
        }
        describe_statements();
        return std::move(text_);
    }

  private:
    void describe_statements() {
        for (const auto& [place, told] : state_.packages()) {
            line("packaged {}", to_hex(told.content.package));
        }
        for (const auto& [place, told] : state_.purges()) line("purged {}", told.content.decision);
        for (const auto& [place, told] : state_.refused_erasures()) {
            line("refused {}", told.content.decision);
        }
    }

    template <typename... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&...arguments) {
        text_ += fmt::format(format, std::forward<Arguments>(arguments)...) + '\n';
    }

    static std::string fields(const LatestFields& known) { return fmt::format("{}", known.all()); }
    [[nodiscard]] std::string stamp(const Stamp& stamp) const {
        if (stamp.lamport() == 0) return "never";
        return fmt::format("{}@{}", stamp.lamport(),
                           to_string(state_.device_table().device(stamp.device())));
    }

    void describe_devices() {
        std::vector<const Device *> devices;
        for (std::size_t i = 0; i < state_.device_table().size(); ++i) {
            const auto index = static_cast<DeviceTable::Index>(i);
            devices.push_back(state_.find_device(state_.device_table().device(index)));
        }
        std::sort(devices.begin(), devices.end(),
                  [](const auto *left, const auto *right) { return left->id < right->id; });
        for (const Device *device : devices) {
            line("device {} '{}'{} {} key {} offset {} {}", to_string(device->id), device->name,
                 device->is_named ? " by somebody" : "", stamp(device->name_stamp),
                 device->public_key ? to_hex(*device->public_key) : std::string("none"),
                 device->clock.ms, stamp(device->clock.stamp));
        }
    }

    void describe(const char *whose, const CheckInFact& fact) {
        line("  {} check-in {} {} at {} (corrected {}) method {} role {} told {}", whose,
             to_string(fact.id), stamp(fact.stamp), fact.wall_ms, corrected_ms(state_, fact),
             static_cast<int>(fact.method), static_cast<int>(fact.acting_role), fact.told_group);
    }
    void describe(const char *whose, const EndedCheckIn& ended) {
        line("  {} end of {} by {} how {} at {}", whose, to_string(ended.check_in),
             to_string(ended.ended_by), static_cast<int>(ended.how), ended.wall_ms);
    }

    void describe(const AttendeeId& id) {
        const Attendee& attendee = state_.attendees().at(id);
        line("attendee {} {}", to_string(id), fields(attendee.fields));
        for (const CheckInFact& fact : attendee.check_ins) describe("own", fact);
        for (const EndedCheckIn& ended : attendee.ended) describe("own", ended);
        for (const TicketId& ticket : attendee.tickets) line("  ticket {}", to_hex(ticket.bytes));
        for (const GroupMove& move : attendee.moves) {
            line("  round {} moved to {} {}", move.round, move.group, stamp(move.stamp));
        }
        for (const RoundNumber round : {1, 2, 3}) {
            line("  round {} in group {}", round, group_of(state_, id, round).value_or(-1));
        }
        line("  {}", describe(decide(state_, id)));
    }

    void describe(const TicketId& id) {
        const Ticket& ticket = state_.tickets().at(id);
        line("ticket {} mark {} {}", to_hex(id.bytes), static_cast<int>(ticket.mark),
             stamp(ticket.mark_stamp));
        for (const AttendeeId& person : ticket.issued_to) line("  of {}", to_string(person));
        for (const CheckInFact& fact : ticket.check_ins) describe("ticket's", fact);
        line("  {}", describe(decide(state_, {TicketAuthenticity::authentic, id})));
    }

    static std::string describe(const CheckInVerdict& verdict) {
        return fmt::format("{} {} first {}", verdict_name(verdict.verdict),
                           verdict.attendee ? to_string(*verdict.attendee) : "nobody",
                           verdict.first ? to_string(verdict.first->id) : "none");
    }

    void describe_notes() {
        for (const auto& [id, note] : state_.notes()) {
            line("note {}", to_string(id));
            for (const NoteVersion& version : note.versions) {
                line("  version {} {} at {} '{}' persons {}", to_string(version.id),
                     stamp(version.stamp), version.wall_ms, version.content.text,
                     version.persons.size());
            }
            for (const NoteVersion *head : note.heads(state_.device_table())) {
                line("  head {}", to_string(head->id));
            }
        }
    }

    // With which note each is the same; without those of which nothing is said.
    void describe_follow_up() {
        for (const auto& id : sorted_keys(state_.note_descriptions().all())) {
            const LatestFields& known = state_.note_descriptions().all().at(id);
            if (!known.empty()) line("described {} {}", to_string(id), fields(known));
        }
        for (const auto& id : sorted_keys(state_.note_descriptions().joined())) {
            line("  {} is {}", to_string(id), to_string(state_.note_descriptions().root_of(id)));
        }
        for (const auto& [key, known] : state_.message_descriptions()) {
            line("described message {} of {} {}", to_string(key.message),
                 key.person ? to_string(*key.person) : "nobody", fields(known));
        }
        for (const auto& [id, note] : state_.earlier_notes()) {
            line("earlier note {} '{}' {} kind {} '{}' {}", to_string(id), note.content.meeting,
                 note.content.date, static_cast<int>(note.content.kind), note.content.text,
                 stamp(note.stamp));
        }
    }

    void describe_way_out() {
        for (const auto& [question, known] : state_.survey()) {
            line("survey {} {}", question, fields(known));
        }
        for (const auto& [id, sheet] : state_.answer_sheets()) {
            line("answers {} {}", to_string(id), stamp(sheet.stamp));
            for (const SurveyAnswer& answer : sheet.answers) {
                line("  {} '{}'", answer.question, answer.text);
            }
        }
        for (const auto& [key, message] : state_.messages()) {
            line("message {} of {} kind {} '{}' reach '{}' for '{}' role {} at {} {}",
                 to_string(key.message), key.person ? to_string(*key.person) : "nobody",
                 static_cast<int>(message.content.kind), message.content.text,
                 message.content.reach, message.content.department,
                 static_cast<int>(message.acting_role), message.wall_ms, stamp(message.stamp));
        }
    }

    void describe_plan() {
        line("plan {}", stamp(state_.plan_stamp()));
        for (const auto& seats : state_.plan()) {
            line("  round");
            for (const GroupSeat& seat : seats) {
                line("    {} in {}", to_string(seat.attendee), seat.group);
            }
        }
    }

    const EventState& state_;
    std::string text_;
};

}  // namespace

std::string describe_state(const EventState& state) {
    return StateDescriber(state).describe();
}

}  // namespace stormote::testing
