// Desk: what people leave behind on the way out.
#include <algorithm>

#include "kiosk/desk/desk.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"
#include "sync/journal/drafts/waiting_queue.h"

namespace stormote {

namespace {

// What somebody wrote in several lines stays so.
std::string trim_ends(const std::string& text) {
    constexpr std::string_view white_space = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(white_space);
    if (begin == std::string::npos) return "";
    return text.substr(begin, text.find_last_not_of(white_space) - begin + 1);
}

bool is_reachable(const Attendee& person, const std::string& reach) {
    return !reach.empty() || !person.get(AttendeeField::phone).empty() ||
           !person.get(AttendeeField::email).empty();
}

}  // namespace

FeedbackOutcome Desk::give_answers(const std::vector<SurveyAnswer>& answers, Actor actor) {
    AnswersGiven given;
    // In the order of the questions, each once; the last of several answers to one.
    for (const SurveyQuestion& question : survey_questions(*state_)) {
        const auto last = std::find_if(answers.rbegin(), answers.rend(), [&](const auto& answer) {
            return answer.question == question.number;
        });
        if (last == answers.rend()) continue;
        const std::string text = trim_ends(last->text);
        if (count_code_points(text) > longest_answer) return FeedbackOutcome::too_long;
        if (is_answer_to(question, text)) given.answers.push_back({question.number, text});
    }
    if (given.answers.empty()) return FeedbackOutcome::empty;
    given.sheet = AnswerSheetId{make_random_uuid(environment_.random)};
    let_wait({{}, actor.role, std::move(given)});
    return FeedbackOutcome::kept;
}

FeedbackOutcome Desk::leave_message(const NewMessage& message, Actor actor) {
    const std::string text = trim_ends(message.text);
    const std::string reach = trim_text(message.reach);
    const bool is_contact = message.kind == MessageKind::contact;
    if (text.empty() && !is_contact) return FeedbackOutcome::empty;
    if (count_code_points(text) > longest_message || count_code_points(reach) > longest_reach) {
        return FeedbackOutcome::too_long;
    }
    Body body{{},
              actor.role,
              MessageLeft{MessageId{make_random_uuid(environment_.random)}, message.kind, text,
                          reach, trim_text(message.department)}};
    if (!message.from) {
        if (is_contact) return FeedbackOutcome::nobody;
        let_wait(body);
        return FeedbackOutcome::kept;
    }
    const Attendee *person = state_->find_attendee(*message.from);
    if (person == nullptr) return FeedbackOutcome::nobody;
    if (is_contact && !is_reachable(*person, reach)) return FeedbackOutcome::unreachable;
    body.persons.push_back(*message.from);
    record(std::span(&body, 1));
    return FeedbackOutcome::kept;
}

Joining Desk::join_agreement(const AttendeeId& representative, Actor actor) {
    const Joining outcome = joining_of(*state_, representative);
    if (outcome != Joining::joined) return outcome;
    FieldSetter<OrganisationField> fields;
    fields.set(OrganisationField::joined,
               local_time_of(environment_.clock.wall_ms()).substr(0, 10));
    const OrganisationId organisation = organisation_of(*state_, representative).value();
    // The date outlives the representative's erasure; who declared it does not.
    const std::vector<Body> bodies{
        {{}, actor.role, OrganisationDescribed{organisation, fields.take()}},
        {{representative},
         actor.role,
         MessageLeft{MessageId{make_random_uuid(environment_.random)}, MessageKind::joining,
                     state_->setting(SettingField::agreement)}}};
    record(bodies);
    return outcome;
}

bool Desk::take_back_joining(const OrganisationId& organisation, Actor actor) {
    if (state_->organisation(organisation, OrganisationField::joined).empty()) return false;
    // By whichever of its names it joined.
    std::vector<Body> bodies;
    const OrganisationRecords& records = state_->organisation_records();
    for (const OrganisationId& id : records.records_of(organisation)) {
        const LatestFields *known = records.find_written(id);
        if (known == nullptr || known->get(OrganisationField::joined).empty()) continue;
        FieldSetter<OrganisationField> fields;
        fields.set(OrganisationField::joined, "");
        bodies.push_back({{}, actor.role, OrganisationDescribed{id, fields.take()}});
    }
    record(bodies);
    return true;
}

void Desk::let_wait(const Body& body) {
    journal_->waiting().add(body);
    const std::scoped_lock lock(state_mutex_);
    ++waiting_;
}

std::size_t Desk::release_waiting(Occasion occasion) {
    if (waiting_ == 0 || !may(OperationKind::answers_given)) return 0;
    if (!is_release_due(*state_, occasion, environment_.clock.wall_ms(), waiting_)) return 0;
    const auto operations = journal_->release_waiting();
    take_committed(operations);
    // What could not be read stays, and waits on.
    const std::size_t left = journal_->waiting().count();
    const std::scoped_lock lock(state_mutex_);
    waiting_ = left;
    return operations.size();
}

}  // namespace stormote
