#include "kiosk/desk/desk.h"

#include <algorithm>
#include <set>
#include <utility>

#include "kiosk/desk/exchange_marks.h"
#include "sync/base/text_folding.h"
#include "sync/journal/drafts/waiting_queue.h"
#include "sync/journal/erasure_dates.h"
#include "sync/journal/exchange_cursors.h"
#include "sync/journal/keys/kept_key.h"
#include "sync/journal/purged_operations.h"
#include "sync/privacy/keep_table.h"

namespace stormote {

namespace {

// How many purges of drafts, and of people, were carried out in a file.
constexpr const char *draft_purges_cursor = "purges of drafts";
constexpr const char *people_purges_cursor = "purges of people";

bool destroys(OperationKind kind) {
    return kind == OperationKind::attendee_erased || kind == OperationKind::record_purged;
}

bool names_kind(const RecordPurged& purge, DocumentKind kind) {
    return std::any_of(purge.counts.begin(), purge.counts.end(),
                       [kind](const auto& count) { return count.kind == stored_name(kind); });
}

// Of drafts it does not matter how many whoever purged has had: they lie on the tables.
bool destroys_drafts(const RecordPurged& purge) {
    return names_kind(purge, DocumentKind::drafts);
}

bool destroys_people(const RecordPurged& purge) {
    return std::any_of(purge.counts.begin(), purge.counts.end(), [](const auto& count) {
        return count.kind == stored_name(DocumentKind::registrations) && count.count > 0;
    });
}

}  // namespace

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
      table_codes_(journal_->event(), table_code_key_of(journal_->event_key())),
      waiting_(journal_->waiting().count()),
      fold_generation_(journal_->fold_generation()),
      role_(find_role()),
      erasure_dates_(journal_->erasure_dates().all()) {
    for (const auto& [id, attendee] : state_->attendees()) names_.set(id, attendee.full_name());
}

Desk::~Desk() = default;

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
            return destroys(operation.header.kind) && operation.header.device == device();
        });
    if (!is_erasing) return;
    remove_purged_traces();
    erase_bodies();
}

void Desk::note_erasures(std::span<const Operation> operations, Erasing where) {
    for (const Operation& operation : operations) {
        const OperationHeader& header = operation.header;
        if (!destroys(header.kind)) continue;
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

bool Desk::remove_purged_traces() {
    ExchangeCursors& cursors = journal_->cursors();
    // Each is carried out once: what is written later stays.
    const auto carry_out = [&](const char *cursor, bool (*is_concerned)(const RecordPurged&),
                               const auto& remove) {
        std::uint64_t purges = 0;
        for (const auto& [place, purge] : state_->purges()) {
            if (is_concerned(purge.content) && is_any_due({place})) ++purges;
        }
        if (purges <= cursors.get(cursor)) return false;
        remove();
        cursors.set(cursor, purges);
        return true;
    };
    const bool are_drafts_gone = carry_out(draft_purges_cursor, destroys_drafts, [this] {
        for (const auto& name : note_draft_names(journal_->drafts())) {
            journal_->drafts().remove(name);
        }
    });
    const bool are_people_gone = carry_out(people_purges_cursor, destroys_people, [this] {
        journal_->drafts().remove_all();
        forget_kept_key(event());
    });
    return are_drafts_gone || are_people_gone;
}

void Desk::destroy_erased() {
    if (state_->erased().empty() && state_->purges().empty()) return;
    // Of a file that an earlier version wrote, or that was restored, the dates may be missing.
    const std::int64_t now_ms = environment_.clock.wall_ms();
    const auto note_missing = [&](const OperationPlace& erasure) {
        if (!erasure_dates_.emplace(erasure, now_ms).second) return;
        journal_->erasure_dates().note(erasure, now_ms);
    };
    for (const auto& [person, erased] : state_->erased()) {
        for (const OperationPlace& erasure : erased.erasures) note_missing(erasure);
    }
    for (const auto& [place, purge] : state_->purges()) note_missing(place);
    bool is_left = remove_purged_traces();
    journal_->read_all([&](const Operation& operation, Belief) {
        is_left = is_left || is_body_destroyed(operation);
    });
    if (is_left) erase_bodies();
    if (is_key_needless()) journal_->destroy_key_on_closing();
}

bool Desk::is_key_needless() const {
    const bool stands_in_room = role_ == DeviceRole::door || role_ == DeviceRole::table;
    const bool are_people_gone =
        std::any_of(state_->purges().begin(), state_->purges().end(), [this](const auto& purge) {
            return names_kind(purge.second.content, DocumentKind::registrations) &&
                   is_any_due({purge.first});
        });
    if (!stands_in_room || !are_people_gone) return false;
    std::uint64_t held_here = 0;
    for (const DeviceHead& head : journal_->heads()) held_here += head.head.sequence;
    return journal_->cursors().get(acknowledged_cursor) >= held_here;
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
    return found != state_->erased().end() && is_any_due(found->second.erasures);
}

bool Desk::is_any_due(const std::vector<OperationPlace>& erasures) const {
    const std::int64_t latest_ms = environment_.clock.wall_ms() - erasure_grace_ms;
    return std::any_of(erasures.begin(), erasures.end(), [&](const OperationPlace& erasure) {
        const auto date = erasure_dates_.find(erasure);
        return date != erasure_dates_.end() && date->second <= latest_ms;
    });
}

bool Desk::is_body_destroyed(const Operation& operation) const {
    if (operation.header.kind == OperationKind::attendee_erased || !operation.body) return false;
    if (is_any_due(journal_->purged_operations().purges_of(operation.header))) return true;
    const auto persons = persons_of(operation.header.kind, operation.body->bytes);
    return persons && std::any_of(persons->begin(), persons->end(),
                                  [this](const auto& id) { return is_destroyed(id); });
}

Result<JournalIntake> Desk::accept(std::span<const Operation> operations,
                                   std::span<const HeadSignature> signatures) {
    return accept_pieces([&](const PieceSink& take) { return take(operations, signatures); });
}

Result<JournalIntake> Desk::accept_pieces(const PieceSource& source) {
    auto intake = journal_->accept_pieces(
        source, [this](const Operation& operation) { return is_body_destroyed(operation); });
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

bool Desk::is_device_named() const {
    const Device *own = state_->find_device(device());
    return own != nullptr && own->is_named;
}

void Desk::name_device(const std::string& name, Actor actor) {
    const Device *own = state_->find_device(device());
    if (own != nullptr && own->is_named && own->name == name) return;
    const Body body{{}, actor.role, DeviceNamed{name}};
    record(std::span(&body, 1));
}

}  // namespace stormote
