// StoreFilling: operations of many other events straight into the tables of a store, with the rows
// that go with them, as if they had been pushed: to see what one event costs in a large store. The
// chains of these events hold, and nobody has signed them. One thread.
#pragma once

#include <filesystem>
#include <string>

#include "sync/base/ids.h"
#include "sync/model/ids.h"

namespace stormote::testing {

struct FillingSize {
    std::size_t operations = 0;
    std::size_t of_event = 1'000;  // by four devices, pushed by tens
};

// Of one event alone, where it is named.
void fill_database(const std::string& database_address, const FillingSize& size,
                   const EventId *event = nullptr);
void fill_file(const std::filesystem::path& file, const FillingSize& size);

}  // namespace stormote::testing
