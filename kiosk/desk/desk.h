// Desk: the use cases of an event: check in, undo, walk in, write a note, plan groups. Decides
// on the event state, commits to the journal, and folds what was committed. One way in for the
// kiosk, the command and the tests.
//
// One thread owns a desk and calls everything here. Others may read the state while they hold
// lock_state(); the owner never holds it while it waits for the disk. One observer hears of every
// commit.
//
// Sources: desk.cpp, desk_door.cpp, desk_groups.cpp, desk_merging.cpp, desk_notes.cpp,
// desk_people.cpp, desk_staff_pin.cpp, desk_substitute.cpp, desk_way_out.cpp.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_set>

#include "kiosk/desk/door_placing.h"
#include "kiosk/desk/event_mix.h"
#include "kiosk/desk/search/name_search.h"
#include "kiosk/desk/way_out.h"
#include "sync/journal/drafts/draft_store.h"
#include "sync/journal/record_fold.h"
#include "sync/model/agenda.h"
#include "sync/model/presence.h"
#include "sync/model/verdict.h"
#include "sync/report/follow_up_changes.h"
#include "sync/ticket/table_code.h"
#include "sync/ticket/ticket_text.h"

namespace stormote {

// Who acts, for the audit of the record.
struct Actor {
    ActingRole role = ActingRole::attendee;
};
namespace actor {
inline constexpr Actor facilitator{ActingRole::facilitator};
inline constexpr Actor organiser{ActingRole::organiser};
inline constexpr Actor staff{ActingRole::staff};
}  // namespace actor

struct CheckInOutcome {
    CheckInVerdict verdict;
    // Empty or nothing where no attendee is known or nobody is let in.
    std::string name;
    std::string organisation;
    std::optional<GroupNumber> group;  // in the round of this moment
    RoundTime round;
    // Of the check-in that counts already.
    std::optional<std::int64_t> first_at_ms;
    std::string first_device;
};

struct NewAttendee {
    std::string given_name;
    std::string family_name;
    std::string organisation;  // a name; looked up among the known ones, or new
    std::string sector;        // of a new organisation
    AttendeeRole role = AttendeeRole::civil;
    std::string consent;  // what was agreed to, in words
};

// How somebody is to be written from now on.
struct NameCorrection {
    std::string given_name;
    std::string family_name;
    std::string organisation;  // a name; looked up among the known ones, or new; may be empty
};

// What is to be written of somebody from now on, field by field. Of the organisation its name, as
// above; "Eken; Bron" where they represent several.
using Corrections = std::map<AttendeeField, std::string>;

enum class Correction : std::uint8_t {
    done,
    needless,  // it stands so already: nothing was recorded
    nameless,  // neither of the two names has a letter: nothing was recorded
    nobody,    // there is no such person any more
};

enum class Cancellation : std::uint8_t {
    done,
    needless,  // it is so already: nothing was recorded
    is_here,   // whoever has come is not cancelled: nothing was recorded
    nobody,    // there is no such person any more
};

enum class Merging : std::uint8_t {
    done,
    needless,  // they are one already, or two already: nothing was recorded
    nobody,    // one of them is not known any more
};

enum class FollowingUp : std::uint8_t {
    done,
    needless,  // all of it stands so already: nothing was recorded
    unknown,   // there is no such note or message: nothing was recorded
};

struct IssuedTicket {
    AttendeeId attendee;
    TicketId ticket;
};

// Tickets for everybody, drawn but not yet issued: record the bodies to issue them.
struct TicketDraft {
    std::vector<IssuedTicket> tickets;  // old and new, by name
    std::vector<Body> bodies;           // of the new ones
};

struct NewNote {
    GroupNumber group = 0;
    QuestionNumber question = 0;
    NoteKind kind = NoteKind::point;
    std::string text;
    // Given by who may ask twice for the same, as a phone does that lost the answer; else drawn.
    std::optional<NoteId> id = std::nullopt;
};

// What a note says, of all that can be said anew.
struct NoteWording {
    NoteId id;
    QuestionNumber question = 0;
    NoteKind kind = NoteKind::point;
    NoteState state = NoteState::standing;
    std::string text;

    bool operator==(const NoteWording&) const = default;
};
// By the newest version. Nothing for a note that is not known.
[[nodiscard]] std::optional<NoteWording> wording_of(const EventState& state, const NoteId& id);

// Of a device, in characters.
constexpr std::size_t longest_device_name = 40;

class Desk {
  public:
    // A new event with its settings. Errors as Journal::create.
    static Result<std::unique_ptr<Desk>> create(const std::filesystem::path& file,
                                                const std::optional<std::string>& passphrase,
                                                const JournalEnvironment& environment,
                                                FieldTexts settings);
    // Errors as Journal::open.
    static Result<std::unique_ptr<Desk>> open(
        const std::filesystem::path& file, const PassphraseSource& passphrase, JournalAccess access,
        const JournalEnvironment& environment,
        MissingOperations missing = MissingOperations::refuse);
    // Takes over an opened journal and the fold of what it holds.
    Desk(std::unique_ptr<Journal> journal, std::unique_ptr<RecordFold> fold,
         const JournalEnvironment& environment);
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    ~Desk();

    [[nodiscard]] const EventState& state() const { return *state_; }
    [[nodiscard]] std::unique_lock<std::mutex> lock_state() const {
        return std::unique_lock(state_mutex_);
    }
    [[nodiscard]] Journal& journal() { return *journal_; }
    [[nodiscard]] const Journal& journal() const { return *journal_; }
    [[nodiscard]] const JournalEnvironment& environment() const { return environment_; }
    // What is being written on the screens, until it is recorded.
    [[nodiscard]] DraftStore& drafts() { return journal_->drafts(); }
    // Tells the observer, instead of the one before, whenever operations of this device were
    // committed; not of what came from elsewhere. It is called on the owner's thread once they are
    // durable, and must neither block nor call the desk. Null: nobody. Any thread; when this
    // returns, the one before is not called any more.
    void on_commit(std::function<void()> observer);
    // Never changes; any thread.
    [[nodiscard]] const EventId& event() const { return journal_->event(); }
    [[nodiscard]] DeviceId device() const { return journal_->device(); }
    [[nodiscard]] const TicketCodec& tickets() const { return tickets_; }
    [[nodiscard]] const TableCodes& table_codes() const { return table_codes_; }

    // What people call this device. Nothing is recorded where it is called so already.
    void name_device(const std::string& name, Actor actor);
    // Whether somebody has named it; else the machine's own name stands for it.
    [[nodiscard]] bool is_device_named() const;

    // --- The door ---
    // Decides on whatever a scanner or a person typed; an admission is on the disk on return.
    CheckInOutcome check_in(std::string_view ticket_text, Actor actor);
    CheckInOutcome check_in(const AttendeeId& attendee, CheckInMethod method, Actor actor);
    // Takes back every check-in of a person that stands, and gives a substitute's place back to
    // the person whose it was. False: there was none.
    bool undo_check_in(const AttendeeId& attendee, Actor actor);
    // The same of several people in one step. False: none of them is here.
    bool undo_check_ins(std::span<const AttendeeId> people, Actor actor);
    bool check_out(const AttendeeId& attendee, Actor actor);
    // Takes back every other check-in of a person who is here. False: that one does not stand any
    // more, or there is no other.
    bool keep_check_in(const AttendeeId& attendee, const OperationId& kept, Actor actor);
    // Records what is written otherwise, field by field, so that it merges with what others
    // correct. What was written before stays in the record.
    Correction correct_name(const AttendeeId& attendee, const NameCorrection& correction,
                            Actor actor);
    Correction correct(const AttendeeId& attendee, const Corrections& corrections, Actor actor);
    // Registers somebody, gives them a ticket and a group, and checks them in: all or nothing.
    CheckInOutcome walk_in(const NewAttendee& newcomer, Actor actor);
    // Registers somebody in the place of a person who is expected and does not come: organisation,
    // role and group are that person's, whatever the newcomer says of them; the person's own
    // registration is cancelled. All or nothing. Where the place is not free (they came, or
    // cancelled), nothing is recorded and the verdict says why.
    CheckInOutcome substitute(const AttendeeId& absent, const NewAttendee& newcomer, Actor actor);

    // People by a few letters of their names, as NameIndex::search. Needs lock_state() when
    // called by another thread.
    [[nodiscard]] NameHits search(std::string_view query, std::size_t most) const {
        return names_.search(query, most);
    }

    // --- Before and after ---
    // Commits any bodies, in one transaction, and folds them. Calls `written` for each before the
    // commit. Throws MachineFailure where this device may not write one of them; nothing is
    // recorded then.
    std::vector<Operation> record(
        std::span<const Body> bodies, const std::function<void()>& written = [] {});
    // The same with ids and times that are given.
    void record_dated(std::span<const DatedBody> bodies);
    // Cancels a registration, or takes that back.
    Cancellation cancel(const AttendeeId& attendee, Actor actor);
    Cancellation restore(const AttendeeId& attendee, Actor actor);
    // Two records of one person, or of one organisation, become one: the second's, with what the
    // first one says besides. Nothing of either is lost: parting takes it back. What was parted, or
    // never was one, is not proposed to be the same any more.
    Merging merge_people(const AttendeeId& same, const AttendeeId& stays, Actor actor);
    // What the first one has to say, without saying it. Nothing where they are one already, or one
    // of them is not known.
    [[nodiscard]] std::optional<Body> draft_merge(const AttendeeId& same, const AttendeeId& stays,
                                                  Actor actor) const;
    Merging part_people(const AttendeeId& one, const AttendeeId& other, Actor actor);
    Merging merge_organisations(const OrganisationId& same, const OrganisationId& stays,
                                Actor actor);
    Merging part_organisations(const OrganisationId& one, const OrganisationId& other, Actor actor);
    // The ticket lets nobody in any more. False: it is not known here, or is revoked already.
    bool revoke_ticket(const TicketId& ticket, Actor actor);
    // Revokes all tickets of a person and gives a new one. Nothing where there is no such person.
    std::optional<TicketId> reissue_ticket(const AttendeeId& attendee, Actor actor);
    // A ticket for every registered attendee who has none that is valid; one of each, by name.
    std::vector<IssuedTicket> issue_tickets(Actor actor);
    // The same without issuing them, for who must write them somewhere first.
    [[nodiscard]] TicketDraft draft_tickets(Actor actor) const;
    // Deals the registered attendees into numbered groups and records the plan.
    void plan_groups(int group_count, std::uint64_t seed, Actor actor);
    // How many people that is: those registered who did not cancel.
    [[nodiscard]] std::size_t seated_count() const;
    [[nodiscard]] GroupDraft draft_groups(int group_count, std::uint64_t seed) const;
    // With how groups are given at the door from now on.
    void record_groups(const GroupDraft& draft, DoorSeating seating, Actor actor);

    // --- The table ---
    // Nothing is recorded where a note has the given id already.
    NoteId write_note(const NewNote& note, Actor actor);
    // A new version of each note, which replaces all its present heads; all in one commit. False:
    // one of them is not known; nothing is recorded.
    bool rewrite_notes(std::span<const NoteWording> wordings, Actor actor);
    // The same of one. False: there is no such note.
    bool edit_note(const NoteId& id, NoteKind kind, const std::string& text, Actor actor);
    bool withdraw_note(const NoteId& id, Actor actor);
    // Of a note with several heads, one replaces the others, be it that it withdraws the note.
    // False: it is no head of the note any more.
    bool keep_note_version(const NoteId& id, const OperationId& version, Actor actor);
    // Of a note with several heads that stand, the oldest stays the note, and each other becomes a
    // note of its own; what is withheld from the public stays withheld. False: fewer than two
    // stand.
    bool part_note_versions(const NoteId& id, Actor actor);
    // From now on all tables' codes are others, and no phone that came in by one is let in.
    void renew_table_codes(Actor actor);

    // --- After the evening ---
    // Says of notes and messages how they are published and what becomes of them, all in one
    // commit; see follow_up_bodies. Said anew, it is changed; with empty texts, taken back.
    FollowingUp follow_up(std::span<const FollowUpChange> changes, Actor actor);
    // The first says the same as the second, and is published with it; or no longer, and is not
    // proposed to say the same any more. Both stay as they were written.
    Merging merge_notes(const NoteId& same, const NoteId& stays, Actor actor);
    Merging part_notes(const NoteId& one, const NoteId& other, Actor actor);

    // --- The way out ---
    // A person's answers to the survey, about nobody. They wait where nothing tells when they came
    // until they are released. Answers to what is not asked are left out.
    FeedbackOutcome give_answers(const std::vector<SurveyAnswer>& answers, Actor actor);
    // What is signed is recorded at once; what is not waits as answers do.
    FeedbackOutcome leave_message(const NewMessage& message, Actor actor);
    // The organisation that the person comes from joins the agreement today.
    Joining join_agreement(const AttendeeId& representative, Actor actor);
    // False: it has not joined.
    bool take_back_joining(const OrganisationId& organisation, Actor actor);
    // Records what waits, in an order by chance, where the occasion is right: says how many. An
    // event that is opened for writing has it done.
    std::size_t release_waiting(Occasion occasion);
    // Anonymous answers and comments that are not in the record yet.
    [[nodiscard]] std::size_t waiting_count() const { return waiting_; }

    // --- Staff ---
    // The PIN opens the staff's page; stored as an Argon2id hash. Without one, nobody gets in.
    void set_staff_pin(std::string_view pin, Actor actor);
    [[nodiscard]] bool is_staff_pin(std::string_view pin) const;

    // Whether this device may record operations of the kind; of one that it may not, nothing is
    // offered. Any thread.
    [[nodiscard]] bool may(OperationKind kind) const;
    // What it was let in for; none where it was not, or was excluded. Any thread. Of an event of an
    // earlier version an organiser's.
    [[nodiscard]] DeviceRole role() const { return role_; }
    // How many operations of each device have no effect, because it may not write them.
    [[nodiscard]] const std::map<DeviceId, std::uint64_t>& without_effect() const {
        return fold_->without_effect;
    }

    // Takes operations that came from elsewhere, as Journal::accept.
    Result<JournalIntake> accept(std::span<const Operation> operations,
                                 std::span<const HeadSignature> signatures);
    // The same of many pieces, as Journal::accept_pieces.
    Result<JournalIntake> accept_pieces(const PieceSource& source);

    // Folds operations that the journal has written, and destroys what this device erases with
    // them.
    void fold_new(std::span<const Operation> operations);
    // Destroys what was erased or purged elsewhere a day ago or longer. An event that is opened for
    // writing has it done. Of a door's or a table's file whose event was purged, and of which a
    // store holds everything, the key goes, too, when it closes.
    void destroy_erased();

    // An organisation of this name: the known one, else the id that a new one has everywhere.
    [[nodiscard]] OrganisationId organisation_id(std::string_view name) const;
    // The id that an organisation has everywhere that was first described by this name.
    [[nodiscard]] OrganisationId new_organisation_id(std::string_view name) const;
    // The same of somebody whom the organisation is written to.
    [[nodiscard]] AttendeeId new_contact_id(const OrganisationId& organisation,
                                            std::string_view name) const;

  private:
    CheckInOutcome finish(const CheckInVerdict& verdict, CheckInMethod method, Actor actor);
    [[nodiscard]] CheckInOutcome describe(const CheckInVerdict& verdict) const;
    // What ends the check-ins that stand, but for the one that is kept; not recorded yet.
    [[nodiscard]] std::vector<Body> draft_check_in_ends(
        const AttendeeId& attendee, CheckInEnd how, Actor actor,
        const std::optional<OperationId>& kept = std::nullopt) const;
    // Adds what a substitution takes with it when the check-in of the substitute is undone; nothing
    // for anybody else.
    void give_place_back(const AttendeeId& attendee, std::span<const AttendeeId> undone,
                         Actor actor, std::vector<Body>& bodies) const;
    // The organisation of that name; where it is new, its description is added to the bodies.
    OrganisationId find_or_describe(const std::string& name, const std::string& sector, Actor actor,
                                    std::vector<Body>& bodies) const;
    [[nodiscard]] std::optional<GroupNumber> group_for(const NewAttendee& newcomer) const;
    // What this device has committed.
    void take_committed(std::span<const Operation> operations);
    void fold(const Operation& operation);
    [[nodiscard]] DeviceRole find_role() const;
    // The whole record anew, where the state is not its fold any more.
    void fold_again();
    // Throws where the device may not write one of them.
    void check_role(const Body& body) const;
    void let_wait(const Body& body);
    void index_name(const AttendeeId& attendee);
    // The ids of organisations by their names, as attendees' fields have them.
    std::pair<std::string, std::string> find_or_describe_all(const std::string& names, Actor actor,
                                                             std::vector<Body>& bodies) const;
    void record_status(const AttendeeId& attendee, const std::string& status, Actor actor);
    [[nodiscard]] TicketId draw_ticket(std::unordered_set<std::uint64_t>& taken) const;
    [[nodiscard]] std::unordered_set<std::uint64_t> taken_short_parts() const;
    void erase_bodies();
    // Drafts lie beside the record, and the machine may keep the event's key: they go with each
    // purge of people or of drafts once. False: each has been carried out here.
    bool remove_purged_traces();
    [[nodiscard]] bool is_key_needless() const;
    enum class Erasing : std::uint8_t { here, elsewhere };
    void note_erasures(std::span<const Operation> operations, Erasing where);
    // Whether one of the operations may destroy: of this device, or heard of a day ago.
    [[nodiscard]] bool is_any_due(const std::vector<OperationPlace>& erasures) const;
    [[nodiscard]] bool is_destroyed(const AttendeeId& person) const;
    [[nodiscard]] bool is_body_destroyed(const Operation& operation) const;

    JournalEnvironment environment_;
    std::unique_ptr<Journal> journal_;
    std::unique_ptr<RecordFold> fold_;
    EventState *state_;  // within the fold
    TicketCodec tickets_;
    TableCodes table_codes_;
    NameIndex names_;
    std::size_t waiting_;
    std::uint64_t fold_generation_;
    std::atomic<DeviceRole> role_;
    std::map<OperationPlace, std::int64_t> erasure_dates_;
    mutable std::mutex state_mutex_;
    std::mutex observer_mutex_;
    std::function<void()> observer_;  // null: nobody
};

}  // namespace stormote
