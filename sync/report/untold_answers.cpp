#include "sync/report/untold_answers.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "sync/base/text_folding.h"
#include "sync/model/email_address.h"
#include "sync/report/follow_up.h"

namespace stormote {

namespace {

struct Untold {
    Recipient recipient;
    UntoldAnswer answer;
    Stamp stamp;
};

// Empty: they are not to be written to.
std::string address_of(const MessageLeft& message, const Attendee& person) {
    if (message.reach.empty()) {
        const std::string& email = person.get(AttendeeField::email);
        return is_email_address(email) ? email : "";
    }
    return is_email_address(message.reach) ? message.reach : "";
}

// All of them, in the order in which they asked; those who are not to be written to have no
// address.
std::vector<Untold> all_untold(const EventState& state) {
    std::vector<Untold> untold;
    for (const auto& [key, fields] : state.message_descriptions()) {
        const std::string& answer = fields.get(FollowUpField::answer);
        if (answer.empty() || !told_of(state, fields).empty() || !key.person) continue;
        const auto message = state.messages().find(key);
        const Attendee *person = state.find_attendee(*key.person);
        if (message == state.messages().end() || person == nullptr) continue;
        const MessageLeft& content = message->second.content;
        untold.push_back({{state.person_of(*key.person),
                           person->full_name(),
                           address_of(content, *person),
                           person->get(AttendeeField::language),
                           {}},
                          {key, content.text, answer},
                          message->second.stamp});
    }
    std::sort(untold.begin(), untold.end(), [&state](const Untold& left, const Untold& right) {
        return left.stamp.is_before(right.stamp, state.device_table());
    });
    return untold;
}

using Place = std::pair<AttendeeId, std::string>;  // a person, and an address in small letters

Place place_of(const Recipient& recipient) {
    return {recipient.person, lower_text(recipient.email)};
}

std::map<Place, AnswerRecipient> by_address(const EventState& state) {
    std::map<Place, AnswerRecipient> recipients;
    for (Untold& untold : all_untold(state)) {
        if (untold.recipient.email.empty()) continue;
        AnswerRecipient& found = recipients[place_of(untold.recipient)];
        found.recipient = std::move(untold.recipient);
        found.answers.push_back(std::move(untold.answer));
    }
    return recipients;
}

// Where mails with an answer were sent that have come to a step.
std::set<Place> places_at(const EventState& state, MailStep step) {
    std::set<Place> places;
    for (const auto& [key, mail] : state.mails()) {
        const MailNoted& content = mail.content;
        if (content.purpose != MailPurpose::answer || content.step != step) continue;
        places.emplace(state.person_of(key.person), lower_text(content.address));
    }
    return places;
}

}  // namespace

std::vector<AnswerRecipient> not_told(const EventState& state) {
    std::set<Place> reached = places_at(state, MailStep::queued);
    reached.merge(places_at(state, MailStep::refused));
    std::vector<AnswerRecipient> recipients;
    for (auto& [place, found] : by_address(state)) {
        if (!reached.contains(place)) recipients.push_back(std::move(found));
    }
    std::sort(recipients.begin(), recipients.end(), [](const auto& left, const auto& right) {
        const auto order = [](const AnswerRecipient& one) {
            return std::tuple(swedish_sort_key(one.recipient.name), one.recipient.email,
                              one.recipient.person);
        };
        return order(left) < order(right);
    });
    return recipients;
}

std::optional<AnswerRecipient> answers_of(const EventState& state, const MailKey& mail) {
    const auto queued = state.mails().find(mail);
    if (queued == state.mails().end()) return std::nullopt;
    auto recipients = by_address(state);
    const auto found =
        recipients.find({state.person_of(mail.person), lower_text(queued->second.content.address)});
    if (found == recipients.end()) return std::nullopt;
    return std::move(found->second);
}

std::size_t count_untold_to_call(const EventState& state) {
    const auto untold = all_untold(state);
    const std::set<Place> refused = places_at(state, MailStep::refused);
    return static_cast<std::size_t>(
        std::count_if(untold.begin(), untold.end(), [&refused](const Untold& one) {
            return one.recipient.email.empty() || refused.contains(place_of(one.recipient));
        }));
}

}  // namespace stormote
