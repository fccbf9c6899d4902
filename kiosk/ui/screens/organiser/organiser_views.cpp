#include "kiosk/ui/screens/organiser/organiser_views.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "kiosk/ui/screens/common/event_views.h"
#include "kiosk/ui/screens/common/note_views.h"
#include "kiosk/ui/screens/organiser/evening_views.h"
#include "sync/base/local_time.h"
#include "sync/model/agenda.h"
#include "sync/model/sector.h"

namespace stormote {

namespace {

constexpr std::int64_t minute_ms = 60'000;

std::array<DoorTile, 4> tiles_of(const DoorReport& report, const Texts& texts) {
    const std::string registered = door_text({report.registered, report.arrived_registered,
                                              report.arrived() - report.arrived_registered},
                                             texts);
    std::string groups;
    if (report.walk_ins > 0) {
        groups = report.walk_ins_without_group == 0
                     ? texts.get({"all have a group"})
                     : texts.get(Sentence{"{} without a group"}, report.walk_ins_without_group);
    }
    return {
        {{std::to_string(report.arrived()), texts.get({"have come"}), registered},
         {std::to_string(report.organisations),
          texts.get(report.organisations == 1 ? Sentence{"organisation"}
                                              : Sentence{"organisations"}),
          texts.get(Sentence{"{} from civil society"}, report.civil)},
         {std::to_string(report.elected + report.officials), texts.get({"from the municipality"}),
          texts.get_plural(Sentence{"{} elected"}, Sentence{"{} elected"}, report.elected) + ", " +
              texts.get_plural(Sentence{"{} official"}, Sentence{"{} officials"},
                               report.officials)},
         {std::to_string(report.walk_ins), texts.get({"without registration"}), groups}}};
}

// While people come, and as long as the report has a forecast: at the pace of the last minutes.
void add_expected(DoorView& view, const DoorReading& reading) {
    const auto& curve = reading.report.curve;
    if (curve.empty() || !reading.evening || !reading.evening->all_here_ms) return;
    if (reading.evening->phase > EveningPhase::start) return;
    const std::int64_t all_here_ms = *reading.evening->all_here_ms;
    const int whole = curve.back().arrived + reading.evening->still_to_come;
    std::int64_t until_ms = curve.back().until_ms;
    int expected = curve.back().arrived;
    while (expected < whole) {
        until_ms += arrival_step_ms;
        const std::int64_t rest_ms = std::max<std::int64_t>(0, all_here_ms - until_ms);
        // Those of five minutes are those of a step of the curve.
        const std::int64_t missing =
            (rest_ms * reading.evening->came + arrival_step_ms - 1) / arrival_step_ms;
        expected = std::max(expected, whole - static_cast<int>(missing));
        view.expected.push_back({clock_text(until_ms), expected});
    }
    view.all_here_text = clock_text(all_here_ms);
}

StatusLine line_of(const DeviceActivity& device, const DeviceId& own_device, const Texts& texts) {
    StatusLine line;
    line.text = device.name.empty() ? texts.get({"A screen without a name"}) : device.name;
    if (device.device == own_device) {
        line.text += " · " + texts.get({"this screen"});
    } else if (device.last_ms) {
        line.text += " · " + texts.get(Sentence{"last contact {}"}, clock_text(*device.last_ms));
    }
    const std::int64_t minutes = std::abs(device.offset_ms) / minute_ms;
    if (minutes == 0) return line;
    line.is_warning = true;
    line.text += " · ";
    line.text += device.offset_ms > 0
                     ? texts.get_plural(Sentence{"its clock is {} minute slow"},
                                        Sentence{"its clock is {} minutes slow"}, minutes)
                     : texts.get_plural(Sentence{"its clock is {} minute fast"},
                                        Sentence{"its clock is {} minutes fast"}, minutes);
    return line;
}

std::string trouble_text(const DeviceTrouble& trouble, const Texts& texts) {
    const std::string name =
        trouble.name.empty() ? texts.get({"A screen without a name"}) : trouble.name;
    const bool is_one = trouble.operations == 1;
    const auto say = [&](Sentence one, Sentence other) {
        return texts.get(is_one ? one : other, trouble.operations, name);
    };
    switch (trouble.kind) {
        case DeviceTroubleKind::not_let_in:
            return say(Sentence{"{1} is not let into the event: {0} entry of it does not count."},
                       Sentence{"{1} is not let into the event: {0} entries of it do not count."});
        case DeviceTroubleKind::beyond_role:
            return say(Sentence{"{1} recorded what it may not: {0} entry of it does not count."},
                       Sentence{"{1} recorded what it may not: {0} entries of it do not count."});
        case DeviceTroubleKind::excluded:
            return say(Sentence{"{1} is excluded: {0} entry of it does not count."},
                       Sentence{"{1} is excluded: {0} entries of it do not count."});
        case DeviceTroubleKind::shared_pairing:
            break;
    }
    return texts.get(
        Sentence{"Two devices joined as {}: a restored backup, or a copy of the file."}, name);
}

std::vector<std::string> attention_of(const EventState& state, const DoorReading& reading,
                                      const Texts& texts) {
    std::vector<std::string> lines;
    for (const Conflict& conflict : reading.conflicts) {
        lines.push_back(conflict_text(state, conflict, texts));
    }
    if (const int count = reading.report.unknown_tickets; count > 0) {
        lines.push_back(texts.get_plural(
            Sentence{"{} ticket was valid, but its registration has not reached this screen."},
            Sentence{
                "{} tickets were valid, but their registrations have not reached this screen."},
            count));
    }
    for (const DeviceTrouble& trouble : reading.devices) {
        lines.push_back(trouble_text(trouble, texts));
    }
    if (reading.put_aside > 0) {
        lines.push_back(texts.get_plural(
            Sentence{"{} entry was put aside, because it contradicts another: stormote take-in."},
            Sentence{
                "{} entries were put aside, because they contradict others: stormote take-in."},
            static_cast<std::int64_t>(reading.put_aside)));
    }
    if (!reading.sync) return lines;
    for (const RefusedRun& run : reading.sync->refused) lines.push_back(texts.get(run.reason));
    return lines;
}

}  // namespace

DoorView door_view(const EventState& state, const DoorReading& reading, const DeviceId& own_device,
                   const Texts& texts) {
    DoorView view;
    view.steps = evening_steps(reading.evening, texts);
    view.evening = evening_card(state, reading.evening, texts);
    view.tiles = tiles_of(reading.report, texts);
    for (const ArrivalCount& count : reading.report.curve) {
        view.curve.push_back({clock_text(count.until_ms), count.arrived});
    }
    add_expected(view, reading);
    for (const SectorArrivals& sector : reading.report.sectors) {
        view.sectors.push_back(
            {sector.sector.empty() ? texts.get({"No sector"}) : sector_text(sector.sector, texts),
             sector.arrived, sector.registered});
    }
    view.attention = attention_of(state, reading, texts);
    view.conflict_count = reading.conflicts.size();
    for (const DeviceActivity& device : reading.report.devices) {
        view.devices.push_back(line_of(device, own_device, texts));
    }
    view.store = store_view(reading.sync, texts);
    return view;
}

ReadyCard ready_card(const ReadyCounts& counts, const Texts& texts) {
    const ReadyMark mark = counts.missing > 0  ? ReadyMark::no
                           : counts.trying > 0 ? ReadyMark::trying
                           : counts.looks > 0  ? ReadyMark::look
                                               : ReadyMark::yes;
    return {mark, ready_summary(counts, texts)};
}

std::vector<OrganiserQuestion> organiser_notes(const EventState& state, const Texts& texts) {
    // Notes may have been written before the questions were, or without any.
    std::map<QuestionNumber, OrganiserQuestion> questions;
    std::map<QuestionNumber, std::set<GroupNumber>> groups;
    for (const AgendaQuestion& question : agenda_questions(state)) {
        questions[question.number].title = question.numbered();
    }
    for (const auto& [id, note] : state.notes()) {
        const auto heads = note.heads(state.device_table());
        if (heads.empty()) continue;
        const NoteWritten& newest = heads.back()->content;
        groups[newest.question].insert(newest.group);
    }
    for (const auto& [question, written] : groups) {
        OrganiserQuestion& list = questions[question];
        if (list.title.empty()) list.title = texts.get({"Without a question"});
        for (const GroupNumber group : written) {
            const std::string place = texts.get(Sentence{"Group {}"}, group);
            for (NoteCard& card : table_notes(state, group, question).cards) {
                list.notes.push_back({place, std::move(card)});
            }
        }
    }
    std::vector<OrganiserQuestion> lists;
    lists.reserve(questions.size());
    for (auto& [number, list] : questions) lists.push_back(std::move(list));
    return lists;
}

std::string organiser_line(const EventState& state, std::int64_t wall_ms) {
    const std::string& line = state.setting(SettingField::name);
    return line + (line.empty() ? "" : " · ") + clock_text(wall_ms);
}

}  // namespace stormote
