#include "sync/report/personal/data_places.h"

#include "sync/report/value_names.h"

namespace stormote {

namespace {

Word role_word(DeviceRole role) {
    switch (role) {
        case DeviceRole::door:
            return {"door", {"Door"}};
        case DeviceRole::table:
            return {"table", {"Table"}};
        case DeviceRole::organiser:
            return {"organiser", {"Organiser"}};
        case DeviceRole::pages:
            return {"pages", {"Web pages"}};
        case DeviceRole::hub:
            return {"hub", {"The room's store"}};
        case DeviceRole::none:
            break;
    }
    return {"none", {"Not let in"}};
}

}  // namespace

Table data_places_table(const DataPlaces& places) {
    Table table;
    table.columns = {{"place", {"Place"}},
                     {"name", {"Name"}},
                     {"role", {"Let in as"}},
                     {"count", {"Count"}, {"Of what stands under \"Place\"."}},
                     {"last_heard_at", {"Last heard of"}},
                     {"device_id", {"Id"}}};
    for (const DataCopy& copy : places.copies) {
        const Word place = copy.is_this ? Word{"this_device", {"This device"}}
                                        : Word{"device", {"Another device that takes part"}};
        table.rows.push_back({place, text_cell(copy.name), role_word(copy.role), copy.operations,
                              copy.last_heard_ms ? Cell(Instant{*copy.last_heard_ms}) : Cell(),
                              to_string(copy.device)});
    }
    const auto add = [&table](const Word& place, std::int64_t count) {
        if (count > 0) table.rows.push_back({place, {}, {}, count, {}, {}});
    };
    add({"store", {"The central store"}}, places.at_store);
    add({"drafts", {"Drafts of notes on this device"}}, places.drafts);
    add({"waiting", {"Answers without a name that wait on this device"}}, places.waiting);
    return table;
}

}  // namespace stormote
