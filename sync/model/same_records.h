// SameRecords: what is known of people or organisations, where somebody has said of several records
// that they are of the same one. Each of these stands here once, with what all its records say;
// each record is kept as it was written, so that they can be parted again.
//
// A record says by itself which other one it is the same as. Records that are the same are a tree:
// its root gives them its id. Where replicas that were apart said it of each other both ways, the
// smallest id does. What one record says does not depend on the order in which records are heard
// of. Not thread-safe; what is handed out stays valid until the next change.
#pragma once

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

namespace stormote {

// `Sameness` tells of a record which other it is the same as, and completes one by another:
//   static std::optional<Id> same_as(const Record&);
//   static void complete(Record& root, const Record& other);
template <typename Id, typename Record, typename Sameness>
class SameRecords {
  public:
    using Map = std::unordered_map<Id, Record>;

    // Everybody, each once.
    [[nodiscard]] const Map& all() const { return all_; }

    // Whose record it is now: itself, for one that is the same as no other.
    [[nodiscard]] Id root_of(const Id& id) const {
        const auto root = roots_.find(id);
        return root == roots_.end() ? id : root->second;
    }

    // Null where nothing is known of it.
    [[nodiscard]] const Record *find(const Id& id) const {
        const auto found = all_.find(root_of(id));
        return found == all_.end() ? nullptr : &found->second;
    }

    // The one record as it was written. Null where there is none.
    [[nodiscard]] const Record *find_written(const Id& id) const {
        const auto joined = joined_.find(id);
        if (joined != joined_.end()) return &joined->second;
        const auto found = all_.find(id);
        return found == all_.end() ? nullptr : &found->second;
    }

    // Those that are the same as others, as they were written.
    [[nodiscard]] const Map& joined() const { return joined_; }
    [[nodiscard]] bool is_joined(const Id& id) const { return joined_.contains(id); }

    // All the records of whom this is one: the root's first, the others ascending.
    [[nodiscard]] std::vector<Id> records_of(const Id& id) const {
        const Id root = root_of(id);
        std::vector<Id> ids;
        for (const auto& [record, its_root] : roots_) {
            if (its_root == root && record != root) ids.push_back(record);
        }
        std::sort(ids.begin(), ids.end());
        ids.insert(ids.begin(), root);
        return ids;
    }

    // Changes a record, which is made where there is none.
    template <typename Change>
    void change(const Id& id, Change change_record) {
        const auto joined = joined_.find(id);
        if (joined != joined_.end()) {
            change_record(joined->second);
            const auto other = Sameness::same_as(joined->second);
            const auto link = links_.find(id);
            const auto before = link == links_.end() ? std::nullopt : std::optional(link->second);
            // Who is the same as whom is found anew only where that is what has changed.
            if (other == before) return complete(roots_.at(id));
            links_.erase(id);
            if (other) links_.emplace(id, *other);
            join();
            return;
        }
        const auto [known, is_new] = all_.try_emplace(id);
        change_record(known->second);
        const auto other = Sameness::same_as(known->second);
        const bool was_linked = links_.erase(id) > 0;
        if (other) links_.emplace(id, *other);
        if (other || was_linked || (is_new && is_awaited(id))) join();
    }

    void erase(const Id& id) {
        part();
        all_.erase(id);
        links_.erase(id);
        join();
    }

  private:
    [[nodiscard]] bool is_awaited(const Id& id) const {
        return std::any_of(links_.begin(), links_.end(),
                           [&id](const auto& link) { return link.second == id; });
    }

    // Every record by itself.
    void part() {
        for (const auto& [id, root] : roots_) all_.erase(root);
        for (auto& [id, record] : joined_) all_.insert_or_assign(id, std::move(record));
        joined_.clear();
        roots_.clear();
        others_.clear();
    }

    // The same ones together.
    void join() {
        part();
        for (const auto& [id, other] : links_) {
            if (!all_.contains(other) || id == other) continue;
            roots_.emplace(id, find_root(id));
            roots_.emplace(other, find_root(other));
        }
        std::vector<Id> ids;
        for (const auto& [id, root] : roots_) ids.push_back(id);
        std::sort(ids.begin(), ids.end());
        for (const Id& id : ids) joined_.emplace(id, std::move(all_.at(id)));
        for (const Id& id : ids) all_.erase(id);
        for (const Id& id : ids) {
            const Id root = roots_.at(id);
            if (root != id) others_[root].push_back(id);
        }
        for (const Id& id : ids) {
            if (roots_.at(id) == id) complete(id);
        }
    }

    // The root's record with what its others say besides.
    void complete(const Id& root) {
        Record& whole = all_.insert_or_assign(root, joined_.at(root)).first->second;
        for (const Id& other : others_[root]) Sameness::complete(whole, joined_.at(other));
    }

    // Along the links to their end; of links in a ring, the smallest.
    [[nodiscard]] Id find_root(const Id& id) const {
        std::vector<Id> way{id};
        for (;;) {
            const auto link = links_.find(way.back());
            if (link == links_.end() || link->second == way.back() ||
                !all_.contains(link->second)) {
                return way.back();
            }
            const auto seen = std::find(way.begin(), way.end(), link->second);
            if (seen != way.end()) return *std::min_element(seen, way.end());
            way.push_back(link->second);
        }
    }

    Map all_;
    Map joined_;                        // those that are the same as others, as written
    std::unordered_map<Id, Id> links_;  // what each record says it is the same as
    std::unordered_map<Id, Id> roots_;  // of those in joined_
    std::unordered_map<Id, std::vector<Id>> others_;  // of each root, ascending
};

}  // namespace stormote
