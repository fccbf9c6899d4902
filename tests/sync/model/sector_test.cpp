#include "sync/model/sector.h"

#include <catch2/catch.hpp>

#include "sync/base/assets.h"
#include "sync/report/statistics/statistics.h"
#include "tests/support/record/operation_maker.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// Somebody of an organisation of that sector, who came.
void fold_arrival(EventState& state, OperationMaker& device, std::uint8_t number,
                  const std::string& sector) {
    const auto organisation = small_id<OrganisationId>(number);
    const auto person = small_id<AttendeeId>(number);
    FieldSetter<OrganisationField> described;
    described.set(OrganisationField::name, "Eken " + std::to_string(number))
        .set(OrganisationField::sector, sector);
    state.fold(device.make(OrganisationDescribed{organisation, described.take()}));
    FieldSetter<AttendeeField> fields;
    fields.set(AttendeeField::given_name, "Bo")
        .set(AttendeeField::organisation, to_string(organisation));
    state.fold(device.make(person, AttendeeDescribed{fields.take()}));
    state.fold(device.make(person, CheckedIn{}));
}

}  // namespace

TEST_CASE("the usual sectors are stored in Swedish, and shown in every language") {
    for (const std::string_view language : screen_languages) {
        auto texts = load_texts(language);
        REQUIRE(texts.ok());
        for (const UsualSector& sector : usual_sectors()) {
            const std::string shown = sector_text(sector.stored, *texts);
            INFO(language << " " << shown);
            CHECK_FALSE(shown.empty());
            // What this language's screens stored once is read as the Swedish words.
            CHECK(stored_sector(shown) == sector.stored);
            if (language == "sv") CHECK(shown == sector.stored);
        }
    }
    CHECK(stored_sector("Friluftsliv") == "Friluftsliv");
    CHECK(sector_text("Friluftsliv", Texts()) == "Friluftsliv");
}

TEST_CASE("walk-ins from screens in Arabic, Finnish and Swedish count under one sector") {
    OperationMaker device(1);
    EventState state;
    fold_arrival(state, device, 1, "Nätverk");
    fold_arrival(state, device, 2, "الشبكات");
    fold_arrival(state, device, 3, "Verkostot");
    const Statistics counted = count_events({&state});
    REQUIRE(counted.sectors.size() == 1);
    CHECK(counted.sectors.front().sector == "Nätverk");
    CHECK(counted.sectors.front().organisations == 3);
    CHECK(sector_sentence(counted.sectors.front(), Texts()).starts_with("Networks: "));
}
