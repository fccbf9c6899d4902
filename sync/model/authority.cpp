#include "sync/model/authority.h"

#include <algorithm>
#include <limits>

namespace stormote {

namespace {

constexpr DeviceId root_itself{};

bool takes_out(const DeviceStanding& standing, std::uint64_t sequence) {
    return standing.excluded_from != 0 && sequence >= standing.excluded_from;
}

bool contains(const std::vector<DeviceId>& devices, const DeviceId& device) {
    return std::find(devices.begin(), devices.end(), device) != devices.end();
}

bool excludes(const DeviceAuthorised *statement) {
    return statement != nullptr && statement->excluded_from != 0;
}

Bytes statement_message(const EventId& event, const DeviceAuthorised& statement) {
    const ByteView label = view_bytes("stormote statement 1");
    Bytes message(label.begin(), label.end());
    const auto append = [&message](const auto& part) {
        message.insert(message.end(), part.begin(), part.end());
    };
    append(event.value.bytes);
    append_big_endian(message, static_cast<std::uint64_t>(statement.root_number), 8);
    append(statement.device.value.bytes);
    append_big_endian(message, static_cast<std::uint64_t>(statement.role), 1);
    append_big_endian(message, static_cast<std::uint64_t>(statement.excluded_from), 8);
    for (const DeviceId& kept : statement.kept) append(kept.value.bytes);
    return message;
}

}  // namespace

void sign_by_root(const EventId& event, const SigningKeys& root, std::int64_t number,
                  DeviceAuthorised& statement) {
    statement.root_number = number;
    statement.root_key = root.public_key;
    statement.root_signature = sign(root.secret_key, statement_message(event, statement));
}

bool is_signed_by_root(const EventId& event, const DeviceAuthorised& statement) {
    return statement.root_number > 0 && event_of_root(statement.root_key) == event &&
           verify_signature(statement.root_key, statement_message(event, statement),
                            statement.root_signature);
}

bool Authority::concerns(OperationKind kind) {
    return kind == OperationKind::device_introduced || kind == OperationKind::device_authorised;
}

void Authority::note(const Operation& operation) {
    const OperationHeader& header = operation.header;
    if (is_open() || !concerns(header.kind) || !operation.body) return;
    const auto body = decode_body(header.kind, operation.body->bytes);
    if (!body || !is_about_allowed_persons(*body)) return;
    Introduced& device = introduced_[header.device];
    if (const auto *introduction = std::get_if<DeviceIntroduced>(&body->content)) {
        if (header.sequence > device.named_at) {
            device.name = introduction->name;
            device.named_at = header.sequence;
        }
        if (header.sequence != 1) return;
        device.key = introduction->public_key;
        device.admission = introduction->admission;
        const bool is_by_root = device.admission && !device.admission->certificate &&
                                event_of_root(device.admission->key) == event_;
        if (is_by_root) root_ = device.admission->key;
        return;
    }
    Statement statement{header.sequence, std::get<DeviceAuthorised>(body->content), false};
    statement.is_of_root = is_signed_by_root(event_, statement.content);
    if (statement.is_of_root) root_ = statement.content.root_key;
    auto& statements = device.statements;
    const auto place = std::lower_bound(
        statements.begin(), statements.end(), statement.sequence,
        [](const Statement& known, std::uint64_t number) { return known.sequence < number; });
    if (place == statements.end() || place->sequence != statement.sequence) {
        statements.insert(place, std::move(statement));
    }
}

bool Authority::evaluate() {
    if (is_open()) return false;
    const auto before = std::move(standings_);
    standings_.clear();
    index();
    // Level by level: who stands nearer to the root is settled first. A statement lets in only whom
    // no pairing does, so that no organiser takes another's device under itself.
    let_in_by_pairings({root_itself});
    for (Devices more = let_in_by_statements(); !more.empty(); more = let_in_by_statements()) {
        let_in_by_pairings(std::move(more));
    }
    let_own_in();
    for (const auto& [device, introduced] : introduced_) {
        standings_.try_emplace(device, DeviceStanding{});
    }
    return std::any_of(before.begin(), before.end(), [this](const auto& known) {
        const auto now = standings_.find(known.first);
        return now == standings_.end() || now->second != known.second;
    });
}

void Authority::let_own_in() {
    const auto own = own_ ? introduced_.find(*own_) : introduced_.end();
    if (own == introduced_.end() || !own->second.admission) return;
    const auto& certificate = own->second.admission->certificate;
    if (!certificate) return;
    const bool is_issuer_known = certificate->issuer == root_itself
                                     ? root_.has_value()
                                     : introduced_.contains(certificate->issuer);
    if (is_issuer_known) return;
    standings_.try_emplace(*own_, DeviceStanding{certificate->role, 0, certificate->issuer});
}

void Authority::index() {
    paired_by_.clear();
    showed_.clear();
    spoken_of_by_.clear();
    root_statements_.clear();
    exclusions_.clear();
    settled_.clear();
    for (const auto& [device, introduced] : introduced_) {
        if (const auto& admission = introduced.admission) {
            const auto& certificate = admission->certificate;
            paired_by_[certificate ? certificate->issuer : root_itself].push_back(device);
            if (certificate) showed_[admission->key].push_back(device);
        }
        for (const Statement& statement : introduced.statements) {
            const DeviceId& about = statement.content.device;
            if (statement.is_of_root) {
                root_statements_[about].push_back(&statement);
            } else {
                spoken_of_by_[device].insert(about);
            }
        }
    }
}

void Authority::let_in_by_pairings(Devices level) {
    while (!level.empty()) {
        Devices next;
        for (const DeviceId& parent : level) let_in_by_pairings_of(parent, next);
        level = std::move(next);
    }
}

void Authority::let_in_by_pairings_of(const DeviceId& parent, Devices& next) {
    const bool is_root = parent == root_itself;
    if (!is_root) {
        if (standings_.at(parent).role != DeviceRole::organiser) return;
        settled_.push_back(parent);
    }
    const auto paired = paired_by_.find(parent);
    if (paired == paired_by_.end() || !root_) return;
    const PublicKey& key = is_root ? *root_ : introduced_.at(parent).key;
    for (const DeviceId& device : paired->second) {
        if (!is_admitted_by(device, key) || !is_pairing_good(device, parent)) continue;
        const auto& certificate = introduced_.at(device).admission->certificate;
        let_in(device, parent, certificate ? certificate->role : DeviceRole::organiser, next);
    }
}

Authority::Devices Authority::let_in_by_statements() {
    Devices next;
    for (const auto& [device, statements] : root_statements_) {
        let_in(device, root_itself, DeviceRole::none, next);
    }
    for (const DeviceId& organiser : settled_) {
        const auto spoken = spoken_of_by_.find(organiser);
        if (spoken == spoken_of_by_.end()) continue;
        for (const DeviceId& device : spoken->second) {
            if (last_statement(organiser, device) != nullptr) {
                let_in(device, organiser, DeviceRole::none, next);
            }
        }
    }
    return next;
}

bool Authority::is_admitted_by(const DeviceId& device, const PublicKey& issuer) const {
    const Introduced& introduced = introduced_.at(device);
    if (!introduced.is_admission_true) {
        introduced.is_admission_true =
            is_issued_by(event_, *introduced.admission, issuer) &&
            is_signed_by_its_key(event_, *introduced.admission, introduced.key);
    }
    return *introduced.is_admission_true;
}

void Authority::let_in(const DeviceId& device, const DeviceId& parent, DeviceRole role,
                       Devices& next) {
    // A device that nothing was heard of yet is let in once it has introduced itself.
    if (!introduced_.contains(device) || standings_.contains(device)) return;
    DeviceStanding standing{role, 0, parent};
    if (const DeviceAuthorised *statement = statement_about(device, parent)) {
        standing.role = statement->role;
        standing.excluded_from = static_cast<std::uint64_t>(statement->excluded_from);
    }
    if (standing.role == DeviceRole::none) return;
    standings_.emplace(device, standing);
    next.push_back(device);
}

const DeviceAuthorised *Authority::statement_of_root(const DeviceId& device) const {
    const auto found = root_statements_.find(device);
    if (found == root_statements_.end()) return nullptr;
    const DeviceAuthorised *best = nullptr;
    for (const Statement *statement : found->second) {
        const DeviceAuthorised& content = statement->content;
        if (best == nullptr || best->root_number < content.root_number ||
            (best->root_number == content.root_number &&
             content.root_signature < best->root_signature)) {
            best = &content;
        }
    }
    return best;
}

const DeviceAuthorised *Authority::last_statement(const DeviceId& issuer,
                                                  const DeviceId& device) const {
    const DeviceStanding& standing = standings_.at(issuer);
    const auto& statements = introduced_.at(issuer).statements;
    for (auto statement = statements.rbegin(); statement != statements.rend(); ++statement) {
        const bool counts = statement->content.device == device && !statement->is_of_root &&
                            !takes_out(standing, statement->sequence);
        if (counts) return &statement->content;
    }
    return nullptr;
}

const DeviceAuthorised *Authority::statement_about(const DeviceId& device,
                                                   const DeviceId& parent) const {
    if (const DeviceAuthorised *statement = statement_of_root(device)) return statement;
    Devices above;
    for (DeviceId upper = parent; upper != root_itself; upper = standings_.at(upper).parent) {
        above.push_back(upper);
    }
    for (auto upper = above.rbegin(); upper != above.rend(); ++upper) {
        if (const DeviceAuthorised *statement = last_statement(*upper, device)) return statement;
    }
    return nullptr;
}

bool Authority::is_pairing_good(const DeviceId& device, const DeviceId& parent) const {
    if (statement_about(device, parent) != nullptr) return true;
    // Of an issuer that was excluded, those pairings are good that the exclusion says.
    if (parent != root_itself && standings_.at(parent).excluded_from != 0) {
        const DeviceAuthorised *exclusion = statement_about(parent, standings_.at(parent).parent);
        if (excludes(exclusion) && !contains(exclusion->kept, device)) return false;
    }
    const auto& exclusions = exclusions_of(introduced_.at(device).admission->key, parent);
    return std::all_of(exclusions.begin(), exclusions.end(), [&device](const auto& excluded) {
        return excluded.first == device || contains(excluded.second->kept, device);
    });
}

const Authority::Exclusions& Authority::exclusions_of(const PublicKey& pairing,
                                                      const DeviceId& parent) const {
    const auto [known, is_new] = exclusions_.try_emplace(pairing);
    const auto showed = showed_.find(pairing);
    if (!is_new || showed == showed_.end()) return known->second;
    for (const DeviceId& device : showed->second) {
        const DeviceAuthorised *exclusion = statement_about(device, parent);
        if (excludes(exclusion)) known->second.emplace_back(device, exclusion);
    }
    return known->second;
}

const DeviceStanding& Authority::standing_of(const DeviceId& device) const {
    static const DeviceStanding nothing;
    const auto found = standings_.find(device);
    return found == standings_.end() ? nothing : found->second;
}

bool Authority::may(const DeviceId& device, OperationKind kind) const {
    if (is_open()) return true;
    return declaration_of(empty_content(kind)).roles.contains(standing_of(device).role);
}

bool Authority::believes(const Operation& operation) const {
    if (is_open()) return true;
    const OperationHeader& header = operation.header;
    const DeviceStanding& standing = standing_of(header.device);
    if (takes_out(standing, header.sequence) || !may(header.device, header.kind)) return false;
    const bool is_of_others = standing.role == DeviceRole::organiser ||
                              standing.role == DeviceRole::hub ||
                              header.kind != OperationKind::clock_measured || !operation.body;
    if (is_of_others) return true;
    // Of clocks, a device speaks for its own.
    const auto body = decode_body(header.kind, operation.body->bytes);
    const auto *measured = body ? std::get_if<ClockMeasured>(&body->content) : nullptr;
    return measured == nullptr || measured->device == header.device;
}

bool Authority::is_above(const DeviceId& upper, const DeviceId& lower) const {
    if (standing_of(lower).role == DeviceRole::none) {
        return standing_of(upper).role == DeviceRole::organiser;
    }
    for (DeviceId at = standing_of(lower).parent; at != root_itself; at = standing_of(at).parent) {
        if (at == upper) return true;
    }
    return false;
}

std::string Authority::name_of(const DeviceId& device) const {
    const auto found = introduced_.find(device);
    return found == introduced_.end() ? "" : found->second.name;
}

std::vector<DeviceId> Authority::same_pairing(const DeviceId& device) const {
    const auto found = introduced_.find(device);
    if (found == introduced_.end() || !found->second.admission) return {};
    const auto showed = showed_.find(found->second.admission->key);
    if (showed == showed_.end()) return {};
    Devices others = showed->second;
    std::erase(others, device);
    return others;
}

std::vector<std::pair<DeviceId, std::uint64_t>> Authority::let_in_by(const DeviceId& device) const {
    std::vector<std::pair<DeviceId, std::uint64_t>> devices;
    const auto paired = paired_by_.find(device);
    if (paired == paired_by_.end()) return devices;
    for (const DeviceId& below : paired->second) {
        if (standing_of(below).parent != device) continue;
        const auto& certificate = introduced_.at(below).admission->certificate;
        devices.emplace_back(below, certificate ? certificate->issued_after : 0);
    }
    return devices;
}

std::vector<DeviceId> Authority::devices() const {
    Devices all;
    for (const auto& [device, introduced] : introduced_) all.push_back(device);
    return all;
}

std::int64_t Authority::next_root_number() const {
    std::int64_t highest = 0;
    for (const auto& [device, statements] : root_statements_) {
        for (const Statement *statement : statements) {
            highest = std::max(highest, statement->content.root_number);
        }
    }
    return highest == std::numeric_limits<std::int64_t>::max() ? highest : highest + 1;
}

}  // namespace stormote
