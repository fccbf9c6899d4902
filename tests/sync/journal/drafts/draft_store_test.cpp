#include "sync/journal/drafts/draft_store.h"

#include <catch2/catch.hpp>

#include "tests/support/bare_event_file.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

struct Drafts : BareEventFile {
    DraftStore store{database, key, random};
};

}  // namespace

TEST_CASE("a draft is what was saved last under its name, until it is removed") {
    Drafts drafts;
    REQUIRE_FALSE(drafts.store.find("group 1"));
    drafts.store.save("group 1", "half a sent");
    drafts.store.save("group 1", "half a sentence 😀");
    drafts.store.save("group 2", "");
    REQUIRE(drafts.store.find("group 1") == "half a sentence 😀");
    REQUIRE(drafts.store.find("group 2") == "");
    drafts.store.remove("group 1");
    drafts.store.remove("group 1");
    REQUIRE_FALSE(drafts.store.find("group 1"));
    REQUIRE(drafts.database.number("SELECT count(*) FROM draft") == 1);
}

TEST_CASE("a draft is read under its own name and its own event's key only") {
    Drafts drafts;
    drafts.store.save("group 1", "half a sentence");
    drafts.database.execute("UPDATE draft SET name = 'group 2'");
    REQUIRE_FALSE(drafts.store.find("group 2"));
    drafts.database.execute("UPDATE draft SET name = 'group 1'");
    REQUIRE(drafts.store.find("group 1"));
    const SymmetricKey other_key{};
    REQUIRE_FALSE(DraftStore(drafts.database, other_key, drafts.random).find("group 1"));
}

TEST_CASE("the drafts of a prefix are those that begin with it and can be read") {
    Drafts drafts;
    for (const char *name : {"note 2", "note 1", "note", "notes", "note!", "group 1"}) {
        drafts.store.save(name, name);
    }
    drafts.database.execute("INSERT INTO draft(name, sealed) VALUES('note 3', x'00')");
    std::vector<std::string> names;
    for (const DraftStore::Draft& draft : drafts.store.with_prefix("note ")) {
        REQUIRE(draft.text == draft.name);
        names.push_back(draft.name);
    }
    REQUIRE(names == std::vector<std::string>{"note 1", "note 2"});
}
