// What kinds declare of themselves against what the fold does with them.
#include <catch2/catch.hpp>

#include "tests/support/record/canonical_state.h"
#include "tests/support/record/every_kind.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const AttendeeId asa = small_id<AttendeeId>(1);
const AttendeeId omar = small_id<AttendeeId>(2);

// By one device, which introduces itself with its own key.
class Recorder {
  public:
    Operation record(std::vector<AttendeeId> persons, BodyContent content) {
        Operation operation =
            maker_.make({std::move(persons), ActingRole::staff, std::move(content)});
        operation.header.device = device_of(PublicKey{7});
        return operation;
    }

  private:
    OperationMaker maker_{1};
};

std::vector<AttendeeId> persons_of(const BodyContent& content) {
    if (declaration_of(content).persons == Persons::none) return {};
    return {asa};
}

// Another content of every kind on the same thing as the one of one_of_every_kind(); fields are
// only the first of those there, or its only one.
std::vector<BodyContent> another_of_every_kind() {
    const auto other = small_id<OperationId>(20);
    return {
        SettingsDescribed{{{1, "Another"}}},
        DeviceIntroduced{{7}, "Another"},
        OrganisationDescribed{small_id<OrganisationId>(3), {{1, "Another"}}},
        AttendeeDescribed{{{1, "Another"}}},
        TicketIssued{small_ticket(21)},
        TicketMarked{small_ticket(4), TicketMark::valid},
        CheckedIn{CheckInMethod::staff, {}, 4},
        CheckInUndone{{other}},
        CheckedOut{{other}},
        GroupDescribed{2, {{1, "Another"}}},
        GroupsPlanned{{{{asa, 7}}}},
        GroupMoved{1, 6},
        QuestionDescribed{1, {{2, "Another"}}},
        NoteWritten{small_id<NoteId>(6), 1, 2, NoteKind::point, NoteState::standing, "Another", {}},
        AttendeeErased{"civil", Counted::no, {small_ticket(22)}},
        ClockMeasured{small_id<DeviceId>(8), 5},
        SurveyQuestionDescribed{2, {{1, "Another"}}},
        AnswersGiven{small_id<AnswerSheetId>(11), {{1, "no"}}},
        MessageLeft{small_id<MessageId>(12), MessageKind::contact, "Another"},
        DeviceAuthorised{small_id<DeviceId>(8), DeviceRole::door},
        AsideSettled{{other}, AsideDecision::left_out},
        ContactDescribed{small_id<OrganisationId>(3), {{1, "Another"}}},
        EarlierTableTold{small_id<MeetingId>(16), {8}},
        MailNoted{small_id<MailId>(17), MailPurpose::reminder, MailStep::handed_over},
        NoteDescribed{small_id<NoteId>(6), {{1, "Another"}}},
        MessageDescribed{small_id<MessageId>(12), {{8, "Another"}}},
        EarlierNoteTold{small_id<NoteId>(18), "Another", "", NoteKind::point, ""},
        ConflictSettled{{other}},
        DeviceNamed{"Another"},
        RecordPackaged{{18}, {}},
        RecordPurged{"Another", {}, {}, {}, {}, {}, {}, {}},
        ErasureRefused{"Another", ""},
        NoteMarked{small_id<NoteId>(6), {{12, "9"}}}};
}

// The state but for how far the record's order has come, which counts every operation.
std::string state_after(const std::vector<Operation>& operations) {
    const std::string text = describe_fold(operations);
    return text.substr(text.find('\n'));
}

// Fields that only `one` has, then those of `another`.
FieldTexts with_fields_of(FieldTexts one, const FieldTexts& another) {
    for (const auto& [field, text] : another) {
        for (auto& known : one) {
            if (known.first == field) known.second = text;
        }
    }
    return one;
}

BodyContent with_fields_of(const BodyContent& one, const BodyContent& another) {
    BodyContent both = one;
    std::visit(
        [&another](auto& content) {
            if constexpr (requires { content.fields; }) {
                using Content = std::decay_t<decltype(content)>;
                content.fields = with_fields_of(content.fields, std::get<Content>(another).fields);
            }
        },
        both);
    return both;
}

}  // namespace

TEST_CASE("every kind merges by the rule that it declares, in either order") {
    const auto ones = one_of_every_kind();
    const auto others = another_of_every_kind();
    REQUIRE(others.size() == ones.size());
    for (std::size_t i = 0; i < ones.size(); ++i) {
        const KindDeclaration& declaration = declaration_of(ones[i]);
        CAPTURE(declaration.name);
        REQUIRE(kind_of(others[i]) == declaration.kind);
        const auto persons = persons_of(ones[i]);
        Recorder recorder;
        const Operation first = recorder.record(persons, ones[i]);
        const Operation last = recorder.record(persons, others[i]);
        const std::string both = state_after({first, last});
        CHECK(state_after({last, first}) == both);
        CHECK(state_after({first, last, first}) == both);
        switch (declaration.rule) {
            case MergeRule::last_writer_of_each_field: {
                const BodyContent merged = with_fields_of(ones[i], others[i]);
                CHECK(state_after({recorder.record(persons, merged)}) == both);
                break;
            }
            case MergeRule::last_writer:
                CHECK(state_after({last}) == both);
                break;
            case MergeRule::first_writer:
                CHECK(state_after({first}) == both);
                break;
            case MergeRule::adds_up:
                CHECK(state_after({first}) != both);
                CHECK(state_after({last}) != both);
                break;
            case MergeRule::erases: {
                const Operation said = recorder.record(persons, AttendeeDescribed{{{1, "Åsa"}}});
                CHECK(state_after({said, first, last}) == both);
                CHECK(state_after({first, last, said}) == both);
                break;
            }
            case MergeRule::authority:
                // Says what is folded, and is not folded itself.
                CHECK(both == state_after({recorder.record(persons, others[i])}));
                break;
            case MergeRule::no_effect:
                FAIL("a known kind has an effect");
        }
    }
}

TEST_CASE("an operation about more persons than its kind declares changes nothing") {
    for (const BodyContent& content : one_of_every_kind()) {
        const KindDeclaration& declaration = declaration_of(content);
        CAPTURE(declaration.name);
        Recorder recorder;
        const auto is_taken = [&](std::vector<AttendeeId> persons) {
            EventState state;
            return state.fold(recorder.record(std::move(persons), content)) == FoldOutcome::folded;
        };
        // A wish to be contacted, which says whose it is.
        const bool needs_one = declaration.kind == OperationKind::message_left;
        CHECK(is_taken({}) == !needs_one);
        CHECK(is_taken({asa}) == (declaration.persons != Persons::none));
        CHECK(is_taken({asa, omar}) == (declaration.persons == Persons::any));
    }
}
