// Every export of an event of 1,000 people and as many notes, spreadsheets beside zipping the parts
// that they are made of.
#include <stdexcept>

#include <fmt/format.h>

#include "kiosk/documents/exports.h"
#include "kiosk/lists/spreadsheet/zip_archive.h"
#include "tests/bench/benches.h"
#include "tests/bench/numbered_id.h"
#include "tests/support/lists/spreadsheet_files.h"
#include "tests/support/record/operation_maker.h"

namespace stormote::testing {

namespace {

constexpr std::size_t people_count = 1'000;
constexpr std::size_t organisation_count = 300;
constexpr std::size_t group_count = 60;
constexpr std::int64_t evening_ms = 1'665'590'400'000;

// Everybody is registered, four of five came, and each wrote a note and a message.
class LargeEvening {
  public:
    LargeEvening() {
        FieldSetter<SettingField> settings;
        settings.set(SettingField::name, "Stormöte")
            .set(SettingField::starts, "2022-10-12T18:00")
            .set(SettingField::ends, "2022-10-12T21:00");
        add({}, SettingsDescribed{settings.take()});
        for (std::size_t i = 0; i < organisation_count; ++i) {
            FieldSetter<OrganisationField> fields;
            fields.set(OrganisationField::name, fmt::format("Ekbackens förening {}", i))
                .set(OrganisationField::sector, i % 2 == 0 ? "Nätverk" : "Studieförbund");
            add({}, OrganisationDescribed{numbered_id<OrganisationId>(i), fields.take()});
        }
        for (GroupNumber group = 1; group <= static_cast<GroupNumber>(group_count); ++group) {
            add({}, GroupDescribed{group, {{1, fmt::format("Bord {}", group)}}});
        }
        add({}, QuestionDescribed{1, {{1, "Kontakt"}, {2, "Hur håller vi kontakten?"}}});
        add({}, SurveyQuestionDescribed{1, {{1, "Kommer du igen?"}, {2, "yes_no"}}});
        std::vector<GroupSeat> seats;
        for (std::size_t i = 0; i < people_count; ++i) {
            seats.push_back(
                {numbered_id<AttendeeId>(i), static_cast<GroupNumber>(i % group_count + 1)});
            register_person(i);
        }
        add({}, GroupsPlanned{{seats}});
        for (std::size_t i = 0; i < people_count; ++i) {
            if (i % 5 != 0) visit(i, seats[i].group);
        }
        // The protocol has something to tell.
        add({}, RecordPurged{"DHP § 12", "registrator", {}, {{"mails", 312}}, {}, {}, {}, {}});
    }

    [[nodiscard]] ExportSource source() const { return {state_, texts_, operations_}; }

  private:
    void add(std::vector<AttendeeId> persons, BodyContent content) {
        const auto number = static_cast<std::int64_t>(operations_.size());
        operations_.push_back(
            maker_.make(Body{std::move(persons), ActingRole::staff, std::move(content)},
                        evening_ms + number * 1'000));
        state_.fold(operations_.back());
    }

    void register_person(std::size_t i) {
        FieldSetter<AttendeeField> fields;
        fields.set(AttendeeField::given_name, fmt::format("Åsa {}", i))
            .set(AttendeeField::family_name, fmt::format("Öberg {}", i % 97))
            .set(AttendeeField::organisation,
                 to_string(numbered_id<OrganisationId>(i % organisation_count)))
            .set(AttendeeField::email, fmt::format("asa{}@example.org", i))
            .set(AttendeeField::diet, i % 9 == 0 ? "Vegan" : "")
            .set(AttendeeField::duties, i % 20 == 0 ? "Arbetsgrupp" : "");
        add({numbered_id<AttendeeId>(i)}, AttendeeDescribed{fields.take()});
    }

    void visit(std::size_t i, GroupNumber group) {
        const auto person = numbered_id<AttendeeId>(i);
        add({person}, CheckedIn{CheckInMethod::name, {}, group});
        const std::string text = fmt::format(
            "Förslag {}: en gemensam kalender som alla föreningar kan skriva i, och som kommunen "
            "läser innan den bokar sina lokaler.",
            i);
        add({person}, NoteWritten{numbered_id<NoteId>(i),
                                  group,
                                  1,
                                  i % 2 == 0 ? NoteKind::proposal : NoteKind::point,
                                  NoteState::standing,
                                  text,
                                  {}});
        add({person},
            MessageLeft{numbered_id<MessageId>(i), MessageKind::contact, text, "070", "Kultur"});
        add({}, AnswersGiven{numbered_id<AnswerSheetId>(i), {{1, "yes"}}});
    }

    OperationMaker maker_{1};
    std::vector<Operation> operations_;
    EventState state_;
    Texts texts_;
};

std::vector<std::pair<std::string, std::string>> parts_of(const std::string& file) {
    constexpr std::size_t most_bytes = 1'000'000'000;
    auto archive = ZipArchive::open(file, most_bytes);
    std::vector<std::pair<std::string, std::string>> parts;
    for (const std::string& name : archive.value().names()) {
        parts.emplace_back(name, archive->read(name).value());
    }
    return parts;
}

std::string write(const ExportFormat& format, const LargeEvening& evening) {
    const auto written = format.write(evening.source());
    if (!written) throw std::runtime_error(written.error().english());
    return *written;
}

}  // namespace

void measure_exports(Figures& figures, const std::filesystem::path& /*folder*/) {
    Figures::section("Exports of an event of 1,000 people");
    constexpr double longest_s = 1;
    constexpr double us_of_second = 1e6;
    constexpr int rounds = 3;
    const LargeEvening evening;
    Samples zipped;
    Samples spreadsheets;
    for (const ExportKind& kind : export_kinds()) {
        for (const ExportFormat& format : kind.formats) {
            Samples samples;
            for (int round = 0; round < rounds; ++round) {
                std::string file;
                samples.measure([&] { file = write(format, evening); });
                if (format.name != "xlsx") continue;
                const auto parts = parts_of(file);
                spreadsheets.measure([&] { static_cast<void>(write(format, evening)); });
                zipped.measure([&] { static_cast<void>(zip_of(parts)); });
            }
            figures.at_most(fmt::format("{} as {}", kind.name, format.name),
                            samples.median() / us_of_second, longest_s, "s");
        }
    }
    Figures::times("limit: the parts of a spreadsheet zipped alone", zipped);
    Figures::times("a spreadsheet written, and read back to see that it is whole", spreadsheets);
    Figures::value("beside zipping alone", spreadsheets.median() / zipped.median(), "x");
}

}  // namespace stormote::testing
