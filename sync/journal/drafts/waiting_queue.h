// WaitingQueue: what would tell by its place in the record who gave it waits here until it is
// released: anonymous answers and messages, about nobody.
//
// They wait as drafts, sealed, under random names, without a time. All that waits is sealed and
// named anew with each that comes, in an order by chance, so that not even the pages of the file
// remember one. Journal::release_waiting() takes them into the record.
//
// On the journal's thread; borrows all that it is given.
#pragma once

#include <vector>

#include "sync/model/body.h"

namespace stormote {

class Database;
class DraftStore;
class OpenMark;

class WaitingQueue {
  public:
    WaitingQueue(Database& database, DraftStore& drafts, OpenMark& mark, Random& random)
        : database_(database), drafts_(drafts), mark_(mark), random_(random) {}

    // On the disk on return, and the WAL, where one commit stands after the other, is emptied.
    // Bodies about nobody only; in a file that is open for writing.
    void add(const Body& body);
    // Also of what cannot be released, because only a newer version knows it.
    [[nodiscard]] std::size_t count() const;

    // All that can be released, in an order by chance, under the names that remove() takes.
    struct Drawn {
        std::vector<Body> bodies;
        std::vector<std::string> names;
    };
    [[nodiscard]] Drawn draw() const;
    // In the transaction that takes the bodies into the record.
    void remove(const std::vector<std::string>& names);

  private:
    Database& database_;
    DraftStore& drafts_;
    OpenMark& mark_;
    Random& random_;
};

}  // namespace stormote
