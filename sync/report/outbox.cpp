#include "sync/report/outbox.h"

#include <algorithm>
#include <set>

#include "sync/base/text_folding.h"
#include "sync/model/presence.h"
#include "sync/report/organisation_tables.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

bool is_expected(const Attendee& attendee) {
    return !attendee.fields.empty() && !is_cancelled(attendee);
}

Recipient recipient(const AttendeeId& id, const Attendee& attendee) {
    return {id,
            attendee.full_name(),
            attendee.get(AttendeeField::email),
            attendee.get(AttendeeField::language),
            {}};
}

template <typename IsWanted>
std::vector<Recipient> registered(const EventState& state, IsWanted is_wanted) {
    std::vector<Recipient> recipients;
    for (const NamedAttendee& named : attendees_by_name(state)) {
        if (!is_expected(*named.attendee)) continue;
        Recipient found = recipient(named.id, *named.attendee);
        if (!found.email.empty() && is_wanted(found)) recipients.push_back(std::move(found));
    }
    return recipients;
}

// An address may be corrected after it was refused.
using Reached = std::set<std::pair<AttendeeId, std::string>>;

Reached reached(const EventState& state, MailPurpose purpose, std::int64_t since_ms) {
    Reached people;
    for (const auto& [key, mail] : state.mails()) {
        if (mail.content.purpose != purpose) continue;
        // One that waits is sent, however old it is.
        if (mail.content.step != MailStep::queued && mail.wall_ms < since_ms) continue;
        people.emplace(state.person_of(key.person), mail.content.step == MailStep::refused
                                                        ? lower_text(mail.content.address)
                                                        : "");
    }
    return people;
}

bool is_reached(const Reached& people, const Recipient& recipient) {
    return people.contains({recipient.person, ""}) ||
           people.contains({recipient.person, lower_text(recipient.email)});
}

}  // namespace

std::vector<Recipient> not_invited(const EventState& state) {
    const Reached people = reached(state, MailPurpose::invitation, 0);
    return registered(state, [&](const Recipient& found) { return !is_reached(people, found); });
}

std::vector<AttendeeId> without_address(const EventState& state) {
    std::vector<AttendeeId> people;
    for (const NamedAttendee& named : attendees_by_name(state)) {
        if (is_expected(*named.attendee) && named.attendee->get(AttendeeField::email).empty()) {
            people.push_back(named.id);
        }
    }
    return people;
}

std::vector<Recipient> not_reminded(const EventState& state, std::int64_t since_ms) {
    const Reached people = reached(state, MailPurpose::reminder, since_ms);
    return registered(state, [&](const Recipient& found) { return !is_reached(people, found); });
}

std::vector<Recipient> not_thanked(const EventState& state) {
    const Reached people = reached(state, MailPurpose::thanks, 0);
    return registered(state, [&](const Recipient& found) {
        return presence_of(state, found.person).first != nullptr && !is_reached(people, found);
    });
}

std::vector<Recipient> not_called(const EventState& state) {
    const Reached people = reached(state, MailPurpose::call, 0);
    std::vector<std::pair<std::string, OrganisationId>> organisations;
    for (const auto& [id, fields] : state.organisations()) {
        organisations.emplace_back(swedish_sort_key(fields.get(OrganisationField::name)), id);
    }
    std::sort(organisations.begin(), organisations.end());
    std::vector<Recipient> recipients;
    for (const auto& [key, organisation] : organisations) {
        for (const OrganisationContact& contact : contacts_of(state, organisation)) {
            Recipient found{contact.key.person, contact.name, contact.email, "", organisation};
            if (!found.email.empty() && !is_reached(people, found)) {
                recipients.push_back(std::move(found));
            }
        }
    }
    return recipients;
}

std::vector<MailKey> queued_mails(const EventState& state, MailPurpose purpose) {
    std::vector<MailKey> waiting;
    for (const auto& [key, mail] : state.mails()) {
        const bool waits = mail.content.step == MailStep::queued && mail.content.purpose == purpose;
        if (waits) waiting.push_back(key);
    }
    return waiting;
}

std::optional<Recipient> recipient_of(const EventState& state, const MailKey& mail) {
    if (const Attendee *attendee = state.find_attendee(mail.person)) {
        if (!is_expected(*attendee) || attendee->get(AttendeeField::email).empty()) {
            return std::nullopt;
        }
        return recipient(state.person_of(mail.person), *attendee);
    }
    for (const auto& [key, fields] : state.contacts()) {
        if (key.person != mail.person || fields.get(ContactField::email).empty()) continue;
        return Recipient{key.person, fields.get(ContactField::name),
                         fields.get(ContactField::email), "",
                         state.organisation_records().root_of(key.organisation)};
    }
    return std::nullopt;
}

}  // namespace stormote
