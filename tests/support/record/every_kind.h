// Every kind: contents of operations, with a value in each place, for tests that go through all
// kinds.
#pragma once

#include <vector>

#include "tests/support/record/operation_maker.h"

namespace stormote::testing {

// One content of every kind, in the order of the kinds' numbers.
[[nodiscard]] inline std::vector<BodyContent> one_of_every_kind() {
    const auto asa = small_id<AttendeeId>(1);
    const auto earlier = small_id<OperationId>(9);
    return {
        SettingsDescribed{{{1, "Samråd"}, {5, "Folkets hus"}}},
        DeviceIntroduced{
            {7},
            "Entrén",
            DeviceAdmission{
                {8}, {9}, PairingCertificate{small_id<DeviceId>(8), 5, DeviceRole::door, {10}}}},
        OrganisationDescribed{small_id<OrganisationId>(3), {{1, "Hyresgästföreningen"}}},
        AttendeeDescribed{{{1, "Åsa"}, {2, "Öberg"}, {65'535, ""}}},
        TicketIssued{small_ticket(4)},
        TicketMarked{small_ticket(4), TicketMark::revoked},
        CheckedIn{CheckInMethod::name, small_ticket(4), 3},
        CheckInUndone{{earlier}},
        CheckedOut{{earlier, small_id<OperationId>(10)}},
        GroupDescribed{2, {{1, "Blå"}}},
        GroupsPlanned{{{{asa, 1}}, {{asa, 2}, {small_id<AttendeeId>(2), 1}}, {}}},
        GroupMoved{1, 5},
        QuestionDescribed{1, {{2, "Vad saknas?"}}},
        NoteWritten{small_id<NoteId>(6),
                    1,
                    2,
                    NoteKind::commitment,
                    NoteState::withdrawn,
                    "Vi återkommer 😀\nsenast i maj",
                    {earlier}},
        AttendeeErased{
            "elected", Counted::yes, {small_ticket(4), small_ticket(5)}, "DHP 2024 § 12"},
        ClockMeasured{small_id<DeviceId>(8), -3'600'000},
        SurveyQuestionDescribed{2, {{1, "Var det värt kvällen?"}, {2, "scale"}}},
        AnswersGiven{small_id<AnswerSheetId>(11), {{1, "yes"}, {4, "Mer fika 🙂"}}},
        MessageLeft{small_id<MessageId>(12), MessageKind::contact, "Ring gärna", "070-123 45 67",
                    "Kultur och fritid"},
        DeviceAuthorised{
            small_id<DeviceId>(8), DeviceRole::table, 120, {small_id<DeviceId>(13)}, 1, {14}, {15}},
        AsideSettled{{earlier}, AsideDecision::taken_in},
        ContactDescribed{small_id<OrganisationId>(3), {{1, "Eva Ek"}, {2, "eva@example.org"}}},
        EarlierTableTold{small_id<MeetingId>(16), {7, 4'294'967'295}},
        MailNoted{small_id<MailId>(17), MailPurpose::reminder, MailStep::refused, "asa@example.org",
                  "550 No such user"},
        NoteDescribed{small_id<NoteId>(6), {{1, "Vi återkommer i maj"}, {6, "Kultur"}}},
        MessageDescribed{small_id<MessageId>(12), {{8, "done"}, {9, "Vi har ringt"}}},
        EarlierNoteTold{small_id<NoteId>(18), "Vårmötet", "2022-05-04", NoteKind::commitment,
                        "Klubbstugan öppnas på måndagar"},
        ConflictSettled{{earlier, small_id<OperationId>(10)}},
        DeviceNamed{"Entré 1"},
        RecordPackaged{{16}, {{small_id<DeviceId>(8), 120, {17}}}},
        RecordPurged{"DHP 2024 § 12",
                     "registrator",
                     {earlier},
                     {{"mails", 312}},
                     {{small_id<DeviceId>(8), 120, {17}}},
                     {small_id<DeviceId>(13)},
                     {"unsent"},
                     {1, 2, 3}},
        ErasureRefused{"DHP 2024 § 12", "Handlingen är allmän"},
        NoteMarked{small_id<NoteId>(6), {{5, "Föreningsrådet"}, {12, "4"}}}};
}

}  // namespace stormote::testing
