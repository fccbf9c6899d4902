#include "kiosk/desk/desk.h"

#include <algorithm>
#include <set>
#include <utility>

#include "sync/base/text_folding.h"
#include "sync/journal/erasure_dates.h"
#include "sync/journal/waiting_queue.h"

namespace stormote {

Result<std::unique_ptr<Desk>> Desk::create(const std::filesystem::path& file,
                                           const std::optional<std::string>& passphrase,
                                           const JournalEnvironment& environment,
                                           FieldTexts settings) {
    auto fold = std::make_unique<RecordFold>();
    auto journal = Journal::create(file, passphrase, environment, std::nullopt, fold->sink());
    if (!journal) return journal.error();
    auto desk = std::make_unique<Desk>(std::move(journal).value(), std::move(fold), environment);
    const Body body{{}, ActingRole::organiser, SettingsDescribed{std::move(settings)}};
    desk->record(std::span(&body, 1));
    return desk;
}

Result<std::unique_ptr<Desk>> Desk::open(const std::filesystem::path& file,
                                         const PassphraseSource& passphrase, JournalAccess access,
                                         const JournalEnvironment& environment,
                                         MissingOperations missing) {
    auto fold = std::make_unique<RecordFold>();
    auto journal = Journal::open(file, passphrase, access, environment, fold->sink(), missing);
    if (!journal) return journal.error();
    auto desk = std::make_unique<Desk>(std::move(journal).value(), std::move(fold), environment);
    // What opening wrote may have changed what counts of the rest.
    if (desk->journal_->fold_generation() != 0) desk->fold_again();
    if (access == JournalAccess::write) {
        // A power cut may have come between an erasure and the removal of the bodies.
        desk->destroy_erased();
        // A kiosk whose power was cut at the end of the evening has not done so.
        desk->release_waiting(Occasion::opening);
    }
    return desk;
}

Desk::Desk(std::unique_ptr<Journal> journal, std::unique_ptr<RecordFold> fold,
           const JournalEnvironment& environment)
    : environment_(environment),
      journal_(std::move(journal)),
      fold_(std::move(fold)),
      state_(&fold_->state),
      tickets_(journal_->event(), ticket_key_of(journal_->event_key())),
      waiting_(journal_->waiting().count()),
      fold_generation_(journal_->fold_generation()),
      role_(find_role()),
      erasure_dates_(journal_->erasure_dates().all()) {
    for (const auto& [id, attendee] : state_->attendees()) names_.set(id, attendee.full_name());
}

DeviceRole Desk::find_role() const {
    const Authority& authority = journal_->authority();
    if (authority.is_open()) return DeviceRole::organiser;
    const DeviceStanding& standing = authority.standing_of(device());
    return standing.excluded_from == 0 ? standing.role : DeviceRole::none;
}

bool Desk::may(OperationKind kind) const {
    return declaration_of(empty_content(kind)).roles.contains(role_);
}

void Desk::check_role(const Body& body) const {
    const OperationKind kind = kind_of(body.content);
    if (may(kind)) return;
    const DeviceStanding& standing = journal_->authority().standing_of(device());
    if (standing.role == DeviceRole::none) {
        throw MachineFailure(input_error(
            {"This device is not let into the event yet, and what it records would have "
             "no effect. Have an organiser let it in: stormote admit EVENT --device {} "
             "--role door"},
            to_string(device())));
    }
    if (standing.excluded_from != 0) {
        throw MachineFailure(
            input_error({"This device was excluded from the event, and what it records would have "
                         "no effect. If that was a mistake, have an organiser take it in again: "
                         "stormote readmit EVENT --device {}"},
                        to_string(device())));
    }
    throw MachineFailure(input_error(
        {"This device was let into the event as \"{0}\", which may not record this ({1}). Do it on "
         "an organiser's device, or have its role changed: stormote admit EVENT --device {2} "
         "--role "
         "organiser"},
        device_role_name(standing.role), kind_name(kind), to_string(device())));
}

std::vector<Operation> Desk::record(std::span<const Body> bodies,
                                    const std::function<void()>& written) {
    for (const Body& body : bodies) check_role(body);
    // Commit first: what is shown must survive a power cut.
    auto operations = journal_->append(bodies, written);
    take_committed(operations);
    return operations;
}

void Desk::record_dated(std::span<const DatedBody> bodies) {
    for (const DatedBody& dated : bodies) check_role(dated.body);
    take_committed(journal_->append_dated(bodies));
}

void Desk::on_commit(std::function<void()> observer) {
    const std::lock_guard lock(observer_mutex_);
    observer_ = std::move(observer);
}

void Desk::take_committed(std::span<const Operation> operations) {
    if (operations.empty()) return;
    {
        // First: it stands even where the bodies of somebody erased cannot be removed.
        const std::lock_guard lock(observer_mutex_);
        if (observer_) observer_();
    }
    note_erasures(operations, Erasing::here);
    fold_new(operations);
}

void Desk::fold_new(std::span<const Operation> operations) {
    role_ = find_role();
    if (journal_->fold_generation() != fold_generation_) {
        fold_again();
    } else {
        const auto lock = lock_state();
        for (const Operation& operation : operations) fold(operation);
    }
    const bool is_erasing =
        std::any_of(operations.begin(), operations.end(), [this](const Operation& operation) {
            return operation.header.kind == OperationKind::attendee_erased &&
                   operation.header.device == device();
        });
    if (is_erasing) erase_bodies();
}

void Desk::note_erasures(std::span<const Operation> operations, Erasing where) {
    for (const Operation& operation : operations) {
        const OperationHeader& header = operation.header;
        if (header.kind != OperationKind::attendee_erased) continue;
        // What is erased here is destroyed at once. A clock that stands at 1970 must not make the
        // others look old.
        const std::int64_t heard_ms =
            where == Erasing::here ? 0 : std::max(environment_.clock.wall_ms(), header.wall_ms);
        const OperationPlace place{header.device, header.sequence};
        journal_->erasure_dates().note(place, heard_ms);
        erasure_dates_.emplace(place, heard_ms);
    }
}

void Desk::erase_bodies() {
    journal_->erase_bodies(
        [this](const Operation& operation) { return is_body_destroyed(operation); });
}

void Desk::destroy_erased() {
    if (state_->erased().empty()) return;
    // Of a file that an earlier version wrote, or that was restored, the dates may be missing.
    const std::int64_t now_ms = environment_.clock.wall_ms();
    for (const auto& [person, erased] : state_->erased()) {
        for (const OperationPlace& erasure : erased.erasures) {
            if (!erasure_dates_.emplace(erasure, now_ms).second) continue;
            journal_->erasure_dates().note(erasure, now_ms);
        }
    }
    bool is_left = false;
    journal_->read_all([&](const Operation& operation, Belief) {
        is_left = is_left || is_body_destroyed(operation);
    });
    if (is_left) erase_bodies();
}

void Desk::fold(const Operation& operation) {
    const Belief belief = journal_->belief_in(operation);
    const auto body = belief == Belief::believed && operation.body
                          ? decode_body(operation.header.kind, operation.body->bytes)
                          : std::nullopt;
    // Of whom it parts from somebody, as of whom it joins.
    std::set<AttendeeId> touched;
    const auto touch = [&] {
        if (!body) return;
        for (const AttendeeId& person : body->persons) {
            const auto records = state_->attendee_records().records_of(person);
            touched.insert(records.begin(), records.end());
        }
    };
    touch();
    fold_->take(operation, belief);
    touch();
    for (const AttendeeId& id : touched) index_name(id);
}

void Desk::index_name(const AttendeeId& id) {
    // Somebody who has several records is found once.
    const auto found = state_->attendees().find(id);
    if (found == state_->attendees().end()) {
        names_.remove(id);
    } else {
        names_.set(id, found->second.full_name());
    }
}

bool Desk::is_destroyed(const AttendeeId& person) const {
    const auto found = state_->erased().find(person);
    if (found == state_->erased().end()) return false;
    const std::int64_t latest_ms = environment_.clock.wall_ms() - erasure_grace_ms;
    const auto& erasures = found->second.erasures;
    return std::any_of(erasures.begin(), erasures.end(), [&](const OperationPlace& erasure) {
        const auto date = erasure_dates_.find(erasure);
        return date != erasure_dates_.end() && date->second <= latest_ms;
    });
}

bool Desk::is_body_destroyed(const Operation& operation) const {
    if (operation.header.kind == OperationKind::attendee_erased || !operation.body) return false;
    const auto persons = persons_of(operation.header.kind, operation.body->bytes);
    return persons && std::any_of(persons->begin(), persons->end(),
                                  [this](const auto& id) { return is_destroyed(id); });
}

Result<JournalIntake> Desk::accept(std::span<const Operation> operations,
                                   std::span<const HeadSignature> signatures) {
    auto intake = journal_->accept(operations, signatures, [this](const Operation& operation) {
        return is_body_destroyed(operation);
    });
    if (!intake) return intake;
    note_erasures(intake->added, Erasing::elsewhere);
    fold_new(intake->added);
    return intake;
}

void Desk::fold_again() {
    RecordFold fold;
    journal_->read_all(fold.sink());
    NameIndex names;
    for (const auto& [id, attendee] : fold.state.attendees()) names.set(id, attendee.full_name());
    const auto lock = lock_state();
    *fold_ = std::move(fold);
    names_ = std::move(names);
    fold_generation_ = journal_->fold_generation();
}

CheckInOutcome Desk::check_in(std::string_view ticket_text, Actor actor) {
    const TicketReading reading = tickets_.read(ticket_text, *state_);
    return finish(decide(*state_, reading), CheckInMethod::ticket, actor);
}

CheckInOutcome Desk::check_in(const AttendeeId& attendee, CheckInMethod method, Actor actor) {
    return finish(decide(*state_, attendee), method, actor);
}

CheckInOutcome Desk::finish(const CheckInVerdict& verdict, CheckInMethod method, Actor actor) {
    if (!is_admission(verdict.verdict)) return describe(verdict);
    std::vector<Body> bodies(1);
    bodies.front().acting_role = actor.role;
    std::optional<GroupNumber> group;
    if (verdict.attendee) {
        bodies.front().persons.push_back(*verdict.attendee);
        group = place_at_door(*state_, *verdict.attendee);
        const Seat seat = seat_of(*state_, *verdict.attendee);
        // What somebody was told before goes before what they are told now; their group has closed.
        if (seat.basis != SeatBasis::planned && seat.group && group && seat.group != group) {
            bodies.push_back({{*verdict.attendee}, actor.role, GroupMoved{1, *group}});
        }
    }
    bodies.front().content = CheckedIn{method, verdict.ticket, group};
    record(bodies);
    return describe(verdict);
}

CheckInOutcome Desk::describe(const CheckInVerdict& verdict) const {
    CheckInOutcome outcome;
    outcome.verdict = verdict;
    if (verdict.first) {
        outcome.first_at_ms = corrected_ms(*state_, *verdict.first);
        outcome.first_device = state_->device_at(verdict.first->stamp.device()).name;
    }
    const Attendee *attendee =
        verdict.attendee ? state_->find_attendee(*verdict.attendee) : nullptr;
    if (attendee == nullptr) return outcome;
    outcome.name = attendee->full_name();
    outcome.organisation = state_->organisation_of(*attendee, OrganisationField::name);
    if (is_admission(verdict.verdict) || verdict.verdict == Verdict::already_checked_in) {
        outcome.round = round_time(*state_, environment_.clock.wall_ms());
        outcome.group = sitting_group(*state_, *verdict.attendee, outcome.round.now);
    }
    return outcome;
}

namespace {

// Of each record of a person its own check-ins, so that they stay ended where the records are
// parted. The first record takes what is no other's.
std::vector<std::pair<AttendeeId, std::vector<OperationId>>> by_record(
    const EventState& state, const AttendeeId& person, std::vector<OperationId> check_ins) {
    const AttendeeRecords& records = state.attendee_records();
    std::vector<AttendeeId> ids = records.records_of(person);
    std::vector<std::pair<AttendeeId, std::vector<OperationId>>> parts;
    for (std::size_t i = ids.size(); i-- > 0;) {
        const Attendee *record = records.find_written(ids[i]);
        std::vector<OperationId> own;
        const auto is_own = [&](const OperationId& check_in) {
            const auto is_it = [&](const CheckInFact& fact) { return fact.id == check_in; };
            // Or of before anybody knew whose ticket it is.
            const auto is_by_ticket = [&](const TicketId& id) {
                const Ticket *ticket = state.find_ticket(id);
                return ticket != nullptr &&
                       std::any_of(ticket->check_ins.begin(), ticket->check_ins.end(), is_it);
            };
            return i == 0 ||
                   std::any_of(record->check_ins.begin(), record->check_ins.end(), is_it) ||
                   std::any_of(record->tickets.begin(), record->tickets.end(), is_by_ticket);
        };
        std::copy_if(check_ins.begin(), check_ins.end(), std::back_inserter(own), is_own);
        std::erase_if(check_ins, is_own);
        if (!own.empty()) parts.emplace_back(ids[i], std::move(own));
    }
    return parts;
}

}  // namespace

bool Desk::end_check_ins(const AttendeeId& attendee, CheckInEnd how, Actor actor) {
    std::vector<OperationId> standing;
    for (const CheckInFact *fact : presence_of(*state_, attendee).standing) {
        standing.push_back(fact->id);
    }
    if (standing.empty()) return false;
    std::vector<Body> bodies;
    for (const auto& [record_id, check_ins] : by_record(*state_, attendee, standing)) {
        Body& body = bodies.emplace_back(Body{{record_id}, actor.role, CheckInUndone{check_ins}});
        if (how == CheckInEnd::left) body.content = CheckedOut{check_ins};
    }
    if (how == CheckInEnd::undone) give_place_back(state_->person_of(attendee), actor, bodies);
    record(bodies);
    return true;
}

bool Desk::undo_check_in(const AttendeeId& attendee, Actor actor) {
    return end_check_ins(attendee, CheckInEnd::undone, actor);
}

bool Desk::check_out(const AttendeeId& attendee, Actor actor) {
    return end_check_ins(attendee, CheckInEnd::left, actor);
}

namespace {

// The first 40 bits, which the short code spells.
std::uint64_t short_part(const TicketId& ticket) {
    return read_big_endian(ByteView(ticket.bytes).first(5));
}

}  // namespace

TicketId Desk::draw_ticket(std::unordered_set<std::uint64_t>& taken) const {
    for (;;) {
        const TicketId ticket{environment_.random.bytes<8>()};
        // Two tickets must not share a short code.
        if (taken.insert(short_part(ticket)).second) return ticket;
    }
}

std::unordered_set<std::uint64_t> Desk::taken_short_parts() const {
    std::unordered_set<std::uint64_t> taken;
    for (const auto& [id, ticket] : state_->tickets()) taken.insert(short_part(id));
    return taken;
}

TicketDraft Desk::draft_tickets(Actor actor) const {
    TicketDraft draft;
    auto taken = taken_short_parts();
    for (const auto& [id, attendee] : state_->attendees()) {
        if (attendee.fields.empty()) continue;
        if (const auto valid = valid_ticket(*state_, id)) {
            draft.tickets.push_back({id, *valid});
            continue;
        }
        draft.tickets.push_back({id, draw_ticket(taken)});
        draft.bodies.push_back({{id}, actor.role, TicketIssued{draft.tickets.back().ticket}});
    }
    std::sort(draft.tickets.begin(), draft.tickets.end(), [this](const auto& l, const auto& r) {
        const int order = compare_swedish(state_->find_attendee(l.attendee)->full_name(),
                                          state_->find_attendee(r.attendee)->full_name());
        return order != 0 ? order < 0 : l.attendee < r.attendee;
    });
    return draft;
}

std::vector<IssuedTicket> Desk::issue_tickets(Actor actor) {
    TicketDraft draft = draft_tickets(actor);
    if (!draft.bodies.empty()) record(draft.bodies);
    return std::move(draft.tickets);
}

}  // namespace stormote
