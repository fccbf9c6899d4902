// Authority: which devices are believed in an event, and with what, from the record alone.
//
// Devices stand in a tree: below the root those that it let in, below each organiser those that it
// let in. It is evaluated from the root down, by who let whom in, and never by counters or clocks:
// only those above a device change what it may, nearest the root wins, then the last of one
// device's statements. The same operations in any order give the same.
//
// Pure; one owner. The rules are normative in sync/README.md.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "sync/model/operation.h"

namespace stormote {

// Of a statement about a device: the root's signature and key, and the number that makes it the
// last one.
void sign_by_root(const EventId& event, const SigningKeys& root, std::int64_t number,
                  DeviceAuthorised& statement);
[[nodiscard]] bool is_signed_by_root(const EventId& event, const DeviceAuthorised& statement);

// How a device stands in an event.
struct DeviceStanding {
    DeviceRole role = DeviceRole::none;
    // What it wrote from this number on is taken out; 0: nothing is.
    std::uint64_t excluded_from = 0;
    DeviceId parent;  // who let it in; nil: the root
    bool operator==(const DeviceStanding&) const = default;
};

class Authority {
  public:
    explicit Authority(const EventId& event) : event_(event) {}

    // Whether everybody is believed, because the event is of an earlier version.
    [[nodiscard]] bool is_open() const { return !has_root(event_); }
    // Whether operations of the kind say who may what.
    [[nodiscard]] static bool concerns(OperationKind kind);

    // Takes in an operation of such a kind; others change nothing. Call evaluate() afterwards.
    void note(const Operation& operation);
    // This device, which is believed here while nothing was heard of who let it in: others will
    // believe it once they have.
    void set_own(const DeviceId& device) { own_ = device; }
    // True where a device that was known before stands otherwise than before: what was folded is
    // not the fold of the record any more.
    bool evaluate();

    // Of a device that nothing admits, a standing without a role.
    [[nodiscard]] const DeviceStanding& standing_of(const DeviceId& device) const;
    // Whether an operation has an effect.
    [[nodiscard]] bool believes(const Operation& operation) const;
    // Whether a device that stands so may write operations of the kind.
    [[nodiscard]] bool may(const DeviceId& device, OperationKind kind) const;
    // Whether one device is above another in the tree, so that it may say what that one may.
    [[nodiscard]] bool is_above(const DeviceId& upper, const DeviceId& lower) const;

    // As it introduced itself; empty where it did not.
    [[nodiscard]] std::string name_of(const DeviceId& device) const;
    // Those that showed the same pairing, itself aside; more than one device of one pairing is
    // something to look at.
    [[nodiscard]] std::vector<DeviceId> same_pairing(const DeviceId& device) const;
    // Those whom its pairings let in, with what it had written by its own word when it issued them.
    [[nodiscard]] std::vector<std::pair<DeviceId, std::uint64_t>> let_in_by(
        const DeviceId& device) const;
    [[nodiscard]] std::vector<DeviceId> devices() const;
    // The number that the root's next statement has.
    [[nodiscard]] std::int64_t next_root_number() const;

  private:
    struct Statement {
        std::uint64_t sequence = 0;
        DeviceAuthorised content;
        bool is_of_root = false;
    };
    struct Introduced {
        PublicKey key{};
        std::string name;
        std::uint64_t named_at = 0;
        std::optional<DeviceAdmission> admission;
        std::vector<Statement> statements;  // by number
        // Whether its admission is true; nothing before it was looked at, which takes its time.
        mutable std::optional<bool> is_admission_true;
    };

    using Devices = std::vector<DeviceId>;
    using Exclusions = std::vector<std::pair<DeviceId, const DeviceAuthorised *>>;

    void index();
    void let_own_in();
    // Lets in, level by level, whom the pairings of these let in, and of those.
    void let_in_by_pairings(Devices level);
    void let_in_by_pairings_of(const DeviceId& parent, Devices& next);
    // Those that no pairing lets in, by what organisers say of them.
    [[nodiscard]] Devices let_in_by_statements();
    [[nodiscard]] bool is_admitted_by(const DeviceId& device, const PublicKey& issuer) const;
    void let_in(const DeviceId& device, const DeviceId& parent, DeviceRole role, Devices& next);
    // The statement about a device that counts where this parent lets it in; null: there is none.
    [[nodiscard]] const DeviceAuthorised *statement_about(const DeviceId& device,
                                                          const DeviceId& parent) const;
    [[nodiscard]] const DeviceAuthorised *statement_of_root(const DeviceId& device) const;
    [[nodiscard]] const DeviceAuthorised *last_statement(const DeviceId& issuer,
                                                         const DeviceId& device) const;
    [[nodiscard]] const Exclusions& exclusions_of(const PublicKey& pairing,
                                                  const DeviceId& parent) const;
    // Whether what let a device in is good for it still, although somebody was excluded since.
    [[nodiscard]] bool is_pairing_good(const DeviceId& device, const DeviceId& parent) const;

    EventId event_;
    std::map<DeviceId, Introduced> introduced_;
    std::optional<PublicKey> root_;
    std::optional<DeviceId> own_;
    std::map<DeviceId, DeviceStanding> standings_;
    // For the evaluation: whom each one's pairings name, who showed one pairing, and who said
    // something about whom.
    std::map<DeviceId, Devices> paired_by_;
    std::map<PublicKey, Devices> showed_;
    std::map<DeviceId, std::set<DeviceId>> spoken_of_by_;
    // Of a pairing: who of those that showed it is excluded, and by which statement.
    mutable std::map<PublicKey, Exclusions> exclusions_;
    Devices settled_;  // organisers, nearest the root first
    std::map<DeviceId, std::vector<const Statement *>> root_statements_;
};

}  // namespace stormote
