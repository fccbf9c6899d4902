// The promise of the fold: the same set of operations gives the same state, in any order, any
// number of times, on any replica; and erasing leaves the same state whether or not the bodies
// were there.
#include <set>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "sync/base/random.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::size_t replica_count = 5;

// What one step of a history does, in numbers that rapidcheck can make smaller: who acts, what
// kind, and up to six choices from small pools.
using Step = std::array<std::uint8_t, 8>;

class History {
  public:
    explicit History(const std::vector<Step>& steps) {
        for (std::uint8_t i = 0; i < replica_count; ++i) replicas_.emplace_back(OperationMaker(i));
        for (const Step& step : steps) take(step);
    }

    [[nodiscard]] const std::vector<Operation>& operations() const { return operations_; }
    // What each replica made and learned, in the order in which it did.
    [[nodiscard]] const std::vector<std::size_t>& known(std::size_t replica) const {
        return replicas_[replica].known;
    }

  private:
    struct Replica {
        explicit Replica(const OperationMaker& own_maker) : maker(own_maker) {}
        OperationMaker maker;
        std::vector<std::size_t> known;
    };

    void take(const Step& step) {
        Replica& replica = replicas_[step[0] % replica_count];
        if (step[1] % 24 >= 20) return learn(replica, replicas_[step[2] % replica_count]);
        operations_.push_back(
            replica.maker.make(body_of(step, replica), std::int64_t{100} * (step[7] % 8)));
        // Now and then of a kind that only a newer version knows.
        if (step[7] % 16 == 1) operations_.back().header.kind = static_cast<OperationKind>(99);
        replica.known.push_back(operations_.size() - 1);
    }

    void learn(Replica& replica, const Replica& other) {
        for (const std::size_t index : other.known) {
            if (std::find(replica.known.begin(), replica.known.end(), index) !=
                replica.known.end()) {
                continue;
            }
            replica.known.push_back(index);
            replica.maker.learn(operations_[index]);
        }
    }

    // Any operations that the replica knows, or one that nobody made.
    [[nodiscard]] std::vector<OperationId> references(const Step& step,
                                                      const Replica& replica) const {
        std::vector<OperationId> ids;
        for (const std::uint8_t choice : {step[4], step[5]}) {
            if (choice % 3 == 0) continue;
            const std::size_t place = choice % (replica.known.size() + 1);
            ids.push_back(place < replica.known.size() ? operations_[replica.known[place]].header.id
                                                       : small_id<OperationId>(255));
        }
        return ids;
    }

    [[nodiscard]] static FieldTexts fields(const Step& step) {
        FieldTexts texts{{1, std::to_string(step[3] % 4)}};
        if (step[4] % 2 == 0) texts.emplace_back(12, step[5] % 2 == 0 ? "" : "cancelled");
        return texts;
    }

    // Every third one says of which other record it is the same person, or that it is no more.
    [[nodiscard]] static FieldTexts person_fields(const Step& step) {
        if (step[6] % 3 > 0) return fields(step);
        const std::uint8_t other = step[5] % 5;
        return {{3, to_string(small_id<OrganisationId>(step[3] % 3))},
                {17, other == 0 ? "" : to_string(small_id<AttendeeId>(other))}};
    }
    [[nodiscard]] static FieldTexts organisation_fields(const Step& step) {
        if (step[6] % 2 > 0) return {{1, std::to_string(step[3] % 4)}};
        const std::uint8_t other = step[5] % 4;
        return {{4, other == 3 ? "" : to_string(small_id<OrganisationId>(other))}};
    }

    [[nodiscard]] static FieldTexts note_fields(const Step& step) {
        if (step[6] % 3 == 0) return {{1, std::to_string(step[3] % 4)}};
        const std::uint8_t other = step[5] % 4;
        return {{2, other == 3 ? "" : to_string(small_id<NoteId>(other))},
                {6, std::to_string(step[7] % 3)}};
    }

    // Every other one closes its group, or opens it again.
    [[nodiscard]] static FieldTexts group_fields(const Step& step) {
        if (step[6] % 2 == 0) return fields(step);
        return {{number(GroupField::closed), step[5] % 2 == 0 ? "" : "closed"}};
    }

    [[nodiscard]] Body body_of(const Step& step, const Replica& replica) const {
        Body body;
        body.acting_role = static_cast<ActingRole>(step[6] % 5);
        if (step[2] % 4 > 0) body.persons.push_back(small_id<AttendeeId>(step[2] % 4));
        // Now and then about two people, as a hostile device might say.
        if (step[7] % 16 == 0) body.persons.push_back(small_id<AttendeeId>(3));
        // Or about the person of no bytes, who is not the same as nobody.
        if (step[7] % 16 == 2) body.persons = {AttendeeId{}};
        body.content = content_of(step, replica);
        return body;
    }

    [[nodiscard]] BodyContent content_of(const Step& step, const Replica& replica) const {
        const TicketId ticket = small_ticket(step[3] % 3);
        const GroupNumber group = step[4] % 4;
        switch (step[1] % 24) {
            case 0:
                return SettingsDescribed{fields(step)};
            case 1:
                return DeviceIntroduced{PublicKey{step[3]}, std::to_string(step[4])};
            case 2:
                return OrganisationDescribed{small_id<OrganisationId>(step[4] % 3),
                                             organisation_fields(step)};
            case 3:
                return AttendeeDescribed{person_fields(step)};
            case 4:
                return TicketIssued{ticket};
            case 5:
                return TicketMarked{ticket, static_cast<TicketMark>(step[4] % 2)};
            case 6:
            case 16:
                return CheckedIn{static_cast<CheckInMethod>(step[5] % 4),
                                 step[6] % 2 == 0 ? std::optional(ticket) : std::nullopt,
                                 step[6] % 3 == 0 ? std::nullopt : std::optional(group)};
            case 7:
                return CheckInUndone{references(step, replica)};
            case 8:
                return CheckedOut{references(step, replica)};
            case 9:
                return GroupDescribed{group, group_fields(step)};
            case 10:
                return GroupsPlanned{
                    {{{small_id<AttendeeId>(1), group}, {small_id<AttendeeId>(2), step[5] % 4}},
                     {{small_id<AttendeeId>(step[6] % 4), group}}}};
            case 11:
                return GroupMoved{1 + step[3] % 2, group};
            case 12:
                return QuestionDescribed{group, fields(step)};
            case 13:
            case 14:
                return NoteWritten{small_id<NoteId>(step[3] % 2),
                                   group,
                                   1,
                                   NoteKind::point,
                                   static_cast<NoteState>(step[6] % 2),
                                   std::to_string(step[7]),
                                   references(step, replica)};
            case 17:
                return SurveyQuestionDescribed{group, fields(step)};
            case 18:
                return AnswersGiven{small_id<AnswerSheetId>(step[3] % 3),
                                    {{1, std::to_string(step[4] % 5)}, {group + 2, "yes"}}};
            case 19:
                return MessageLeft{small_id<MessageId>(step[3] % 3),
                                   static_cast<MessageKind>(step[4] % 3), std::to_string(step[5]),
                                   "070"};
            default:
                break;
        }
        if (step[3] % 13 == 11) {
            return NoteDescribed{small_id<NoteId>(step[4] % 4), note_fields(step)};
        }
        if (step[3] % 31 == 30) {
            return NoteMarked{small_id<NoteId>(step[4] % 4),
                              {{1, "No table words it"}, {6, std::to_string(step[7] % 3)}}};
        }
        if (step[3] % 13 == 10) {
            return MessageDescribed{small_id<MessageId>(step[4] % 3), fields(step)};
        }
        if (step[3] % 13 == 9) {
            return EarlierNoteTold{small_id<NoteId>(step[4] % 3), std::to_string(step[5]), "",
                                   NoteKind::point, ""};
        }
        if (step[3] % 13 == 12) return DeviceNamed{std::to_string(step[4])};
        if (step[3] % 17 == 16) return ConflictSettled{references(step, replica)};
        if (step[3] % 19 == 18) return RecordPackaged{{static_cast<std::uint8_t>(step[4])}, {}};
        if (step[3] % 23 == 22)
            return RecordPurged{std::to_string(step[4]), {}, {}, {}, {}, {}, {}, {}};
        if (step[3] % 29 == 28) return ErasureRefused{std::to_string(step[4]), ""};
        if (step[3] % 7 == 6) return EarlierTableTold{small_id<MeetingId>(1), {step[4] % 3}};
        if (step[3] % 11 == 10) {
            return MailNoted{small_id<MailId>(step[4] % 2), MailPurpose::invitation,
                             static_cast<MailStep>(step[5] % 3), std::to_string(step[6])};
        }
        if (step[3] % 5 == 4) {
            return ContactDescribed{small_id<OrganisationId>(step[4] % 3), fields(step)};
        }
        if (step[3] % 2 == 0) {
            AttendeeErased erased{std::to_string(step[4]), Counted::yes};
            if (step[5] % 2 == 0) erased.tickets.push_back(small_ticket(step[6] % 3));
            return erased;
        }
        return ClockMeasured{small_id<DeviceId>(step[4] % 7), std::int64_t{100} * (step[5] % 8)};
    }

    std::vector<Replica> replicas_;
    std::vector<Operation> operations_;
};

template <typename Item>
void shuffle(std::vector<Item>& items, Random& random) {
    for (std::size_t i = items.size(); i > 1; --i) {
        std::swap(items[i - 1], items[random.below(i)]);
    }
}

std::size_t count_arrivals(const EventState& state) {
    std::size_t count = unknown_arrivals(state).size();
    for (const auto& [id, attendee] : state.attendees()) {
        if (presence_of(state, id).first != nullptr) ++count;
    }
    for (const auto& [id, erased] : state.erased()) {
        if (erased.counted == Counted::yes) ++count;
    }
    return count;
}

std::set<AttendeeId> erased_persons(const std::vector<Operation>& operations) {
    std::set<AttendeeId> persons;
    for (const Operation& operation : operations) {
        const auto body = decode_body(operation.header.kind, operation.body->bytes);
        if (!std::holds_alternative<AttendeeErased>(body->content)) continue;
        persons.insert(body->persons.begin(), body->persons.end());
    }
    return persons;
}

}  // namespace

TEST_CASE("the same operations in any order, and any number of times, give the same state") {
    const bool holds = rc::check([](const std::vector<Step>& steps, std::uint64_t seed) {
        const History history(steps);
        const std::string wanted = describe_fold(history.operations());
        SeededRandom random(seed);
        std::vector<Operation> shuffled = history.operations();
        for (int round = 0; round < 3; ++round) {
            shuffle(shuffled, random);
            RC_ASSERT(describe_fold(shuffled) == wanted);
            const std::size_t doubled = random.below(shuffled.size() + 1);
            for (std::size_t i = 0; i < doubled; ++i) {
                shuffled.push_back(shuffled[random.below(shuffled.size())]);
            }
        }
    });
    REQUIRE(holds);
}

TEST_CASE("five replicas that were apart are equal once each has heard of everything") {
    const bool holds = rc::check([](const std::vector<Step>& steps, std::uint64_t seed) {
        const History history(steps);
        const std::string wanted = describe_fold(history.operations());
        SeededRandom random(seed);
        for (std::size_t replica = 0; replica < replica_count; ++replica) {
            EventState state;
            for (const std::size_t index : history.known(replica)) {
                state.fold(history.operations()[index]);
            }
            // What was missing comes from the others in an order of its own, some of it twice.
            std::vector<std::size_t> others{0, 1, 2, 3, 4};
            shuffle(others, random);
            for (const std::size_t other : others) {
                for (const std::size_t index : history.known(other)) {
                    state.fold(history.operations()[index]);
                }
            }
            RC_ASSERT(describe_state(state) == wanted);
        }
    });
    REQUIRE(holds);
}

TEST_CASE("a group that closes moves nobody, and is closed or open alike on every replica") {
    const bool holds = rc::check([](const std::vector<Step>& steps, std::uint64_t seed) {
        const History history(steps);
        EventState with;
        EventState without;
        for (const Operation& operation : history.operations()) {
            with.fold(operation);
            auto body = decode_body(operation.header.kind, operation.body->bytes);
            if (body && std::holds_alternative<GroupDescribed>(body->content)) {
                std::get<GroupDescribed>(body->content).fields.clear();
                without.fold(operation.header, *body);
            } else {
                without.fold(operation);
            }
        }
        for (const auto& [id, attendee] : with.attendees()) {
            for (RoundNumber round = 1; round <= 2; ++round) {
                const Seat seat = seat_of(with, id, round);
                RC_ASSERT(seat.group == seat_of(without, id, round).group);
            }
        }
        std::size_t closed = 0;
        for (const auto& [group, fields] : with.groups()) {
            if (group > 0 && is_closed(fields)) ++closed;
        }
        RC_ASSERT(open_groups(with).size() + closed == open_groups(without).size());
        SeededRandom random(seed);
        std::vector<Operation> shuffled = history.operations();
        shuffle(shuffled, random);
        EventState elsewhere;
        for (const Operation& operation : shuffled) elsewhere.fold(operation);
        RC_ASSERT(open_groups(elsewhere) == open_groups(with));
    });
    REQUIRE(holds);
}

TEST_CASE("folding everything a second time changes nothing") {
    const bool holds = rc::check([](const std::vector<Step>& steps) {
        const History history(steps);
        EventState state;
        for (const Operation& operation : history.operations()) state.fold(operation);
        const std::string once = describe_state(state);
        for (const Operation& operation : history.operations()) state.fold(operation);
        RC_ASSERT(describe_state(state) == once);
    });
    REQUIRE(holds);
}

TEST_CASE("an erasure leaves the same state whether the bodies are there or gone") {
    const bool holds = rc::check([](const std::vector<Step>& steps, std::uint64_t seed) {
        const History history(steps);
        const std::set<AttendeeId> erased = erased_persons(history.operations());
        std::vector<Operation> gone = history.operations();
        for (Operation& operation : gone) {
            const auto body = decode_body(operation.header.kind, operation.body->bytes);
            const bool is_about_erased =
                std::any_of(body->persons.begin(), body->persons.end(),
                            [&erased](const auto& person) { return erased.contains(person); });
            const bool is_erasure = operation.header.kind == OperationKind::attendee_erased;
            if (is_about_erased && !is_erasure) operation.body.reset();
        }
        const std::string wanted = describe_fold(history.operations());
        RC_ASSERT(describe_fold(gone) == wanted);
        SeededRandom random(seed);
        shuffle(gone, random);
        RC_ASSERT(describe_fold(gone) == wanted);
        for (const auto& person : erased)
            RC_ASSERT(wanted.find("attendee " + to_string(person)) == std::string::npos);
    });
    REQUIRE(holds);
}

TEST_CASE("erasing changes nothing in how many came, whatever is heard of first and last") {
    // Per person: whether each door had heard of the ticket when it was shown there.
    enum class Shown : std::uint8_t { nowhere, known, unheard, at_both };
    const bool holds = rc::check([](const std::vector<std::uint8_t>& people, std::uint64_t seed) {
        OperationMaker organiser(1);
        OperationMaker left_door(2);
        OperationMaker right_door(3);
        std::vector<Operation> record;
        const auto count = static_cast<std::uint8_t>(std::min<std::size_t>(people.size(), 40));
        for (std::uint8_t i = 1; i <= count; ++i) {
            const auto person = small_id<AttendeeId>(i);
            record.push_back(organiser.make(person, AttendeeDescribed{{{1, "Åsa"}}}));
            record.push_back(organiser.make(person, TicketIssued{small_ticket(i)}));
            const CheckedIn check_in{CheckInMethod::ticket, small_ticket(i), {}};
            const auto shown = static_cast<Shown>(people[i - 1] % 4);
            if (shown == Shown::known || shown == Shown::at_both)
                record.push_back(left_door.make(person, check_in));
            if (shown == Shown::unheard || shown == Shown::at_both)
                record.push_back(right_door.make(check_in));
        }
        EventState before;
        for (const Operation& operation : record) before.fold(operation);
        const std::size_t came = count_arrivals(before);
        for (std::uint8_t i = 1; i <= count; ++i) {
            if (people[i - 1] % 8 < 4) continue;
            const auto person = small_id<AttendeeId>(i);
            record.push_back(organiser.make(person, erasure_of(before, person)));
        }
        SeededRandom random(seed);
        shuffle(record, random);
        EventState after;
        for (const Operation& operation : record) after.fold(operation);
        RC_ASSERT(count_arrivals(after) == came);
    });
    REQUIRE(holds);
}

TEST_CASE("what a replica writes comes after everything that it knew") {
    const bool holds = rc::check([](const std::vector<Step>& steps) {
        const History history(steps);
        for (std::size_t replica = 0; replica < replica_count; ++replica) {
            std::vector<OperationHeader> heard;
            for (const std::size_t index : history.known(replica)) {
                const OperationHeader& header = history.operations()[index].header;
                if (header.device == small_id<DeviceId>(static_cast<std::uint8_t>(replica))) {
                    for (const auto& earlier : heard) RC_ASSERT(is_before(earlier, header));
                }
                heard.push_back(header);
            }
        }
    });
    REQUIRE(holds);
}

TEST_CASE("a note always has a head, and no head is replaced by a later version") {
    const bool holds = rc::check([](const std::vector<Step>& steps) {
        const History history(steps);
        EventState state;
        for (const Operation& operation : history.operations()) state.fold(operation);
        for (const auto& [id, note] : state.notes()) {
            RC_ASSERT(!note.versions.empty());
            const auto heads = note.heads(state.device_table());
            RC_ASSERT(!heads.empty());
            for (const NoteVersion *head : heads) {
                for (const NoteVersion *other : heads) {
                    const auto& replaces = other->content.replaces;
                    RC_ASSERT(std::find(replaces.begin(), replaces.end(), head->id) ==
                              replaces.end());
                }
            }
        }
    });
    REQUIRE(holds);
}
