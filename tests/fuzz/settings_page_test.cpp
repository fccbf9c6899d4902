// Pages of settings that nobody wrote in good faith, and events whose settings other devices made
// up. Whatever they hold is taken or refused in words, and a page that was taken is written anew.
#include "kiosk/settings/settings_page.h"

#include <catch2/catch.hpp>

#include "sync/base/text_folding.h"
#include "sync/base/utf8.h"
#include "tests/support/machine/fuzz_rounds.h"
#include "tests/support/machine/harmed_text.h"

namespace stormote {

using namespace testing;

namespace {

FieldTexts usual_settings() {
    FieldSetter<SettingField> settings;
    settings.set(SettingField::name, "Stormöte")
        .set(SettingField::starts, "2030-03-28T18:00")
        .set(SettingField::ends, "2030-03-28T21:00")
        .set(SettingField::doors, "2030-03-28T17:30")
        .set(SettingField::deadline, "2030-03-14")
        .set(SettingField::programme, "17:30 Fika\n18:30 Inledning")
        .set(SettingField::departments, "Skola\nKultur")
        .set(SettingField::keep_table, "needs 30\nproposals keep")
        .set(SettingField::keep_decision, "DHP § 12");
    return settings.take();
}

LatestFields event_with(const FieldTexts& settings) {
    LatestFields fields;
    fields.set(settings, {}, DeviceTable());
    return fields;
}

}  // namespace

TEST_CASE("a harmed page of settings is taken or refused in words") {
    SeededRandom random(20300328);
    const LatestFields present = event_with(usual_settings());
    const int rounds = round_count(3000);
    int taken = 0;
    for (int round = 0; round < rounds; ++round) {
        std::string page = write_settings_page(
            present, random.below(2) == 0 ? SaidTimes::as_they_are : SaidTimes::by_the_start, {});
        for (std::size_t harms = 1 + random.below(4); harms-- > 0;) harm_text(page, random);
        const auto said = read_settings_page(page, "mall.txt");
        if (!said) {
            CHECK_FALSE(said.error().english().empty());
            continue;
        }
        const auto settings = check_settings(*said, present);
        if (!settings) {
            CHECK_FALSE(settings.error().english().empty());
            continue;
        }
        ++taken;
        LatestFields changed = present;
        for (const auto& [field, text] : *settings) {
            changed.overwrite(static_cast<SettingField>(field), text);
        }
        CHECK(read_settings_page(write_settings_page(changed, SaidTimes::as_they_are, {}), "x"));
    }
    CHECK(taken > rounds / 300);
}

TEST_CASE("a page is written of whatever settings another device made up") {
    SeededRandom random(12);
    for (int round = 0; round < round_count(3000); ++round) {
        FieldTexts settings = usual_settings();
        for (auto& [field, text] : settings) {
            std::string harmed = text;
            harm_text(harmed, random);
            // The record takes nothing else.
            if (random.below(3) == 0 && is_utf8(harmed)) text = harmed;
        }
        const LatestFields present = event_with(settings);
        for (const SaidTimes times : {SaidTimes::as_they_are, SaidTimes::by_the_start}) {
            const std::string page = write_settings_page(present, times, {});
            const auto said = read_settings_page(page, "mall.txt");
            INFO(page);
            REQUIRE(said.ok());
            // No setting passes for another one.
            CHECK(said->at(SettingField::name).text == trim_text(present.get(SettingField::name)));
            CHECK(said->contains(SettingField::starts) == (times == SaidTimes::as_they_are));
            static_cast<void>(check_settings(*said, present));
        }
    }
}

}  // namespace stormote
