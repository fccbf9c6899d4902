#include "kiosk/ui/screens/readiness/ready_views.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "sync/base/local_time.h"

namespace stormote {

namespace {

struct Title {
    std::string_view id;
    Sentence title;
};
constexpr std::array<Title, 19> titles{{
    {"times", {"Times"}},
    {"people", {"Registrations"}},
    {"organisations", {"Organisations"}},
    {"groups", {"Groups"}},
    {"tables", {"Tables"}},
    {"needs", {"Needs"}},
    {"agenda", {"Questions"}},
    {"tickets", {"Tickets"}},
    {"invitations", {"Invitations"}},
    {"pin", {"The staff's PIN"}},
    {"keeping", {"What is kept"}},
    {"disk", {"Disk"}},
    {"clock", {"Clock"}},
    {"printer", {"Printer"}},
    {"camera", {"Camera"}},
    {"scanner", {"Hand scanner"}},
    {"sound", {"Sound"}},
    {"power", {"Power"}},
    {"store", {"Central store"}},
}};

std::string title_of(std::string_view id, const Texts& texts) {
    const auto found = std::find_if(titles.begin(), titles.end(),
                                    [&](const Title& each) { return each.id == id; });
    return found == titles.end() ? std::string(id) : texts.get(found->title);
}

ReadyMark mark_of(Ready ready) {
    return ready == Ready::yes    ? ReadyMark::yes
           : ready == Ready::look ? ReadyMark::look
                                  : ReadyMark::no;
}

ReadyRow row_of(const ReadyPoint& point, const Texts& texts) {
    ReadyRow row;
    row.id = point.name;
    row.mark = mark_of(point.ready);
    row.title = title_of(row.id, texts);
    row.text = texts.say(point.message);
    if (point.remedy) row.remedy = texts.say(*point.remedy);
    return row;
}

// A code that was read says more than what is plugged in.
void show_ticket(ReadyRow& row, const ShownTicket& shown, const Texts& texts) {
    row.mark = shown.is_ticket ? ReadyMark::yes : ReadyMark::look;
    row.text = shown_text(shown, texts);
    row.remedy = shown.is_ticket ? "" : texts.get({"Try it with a ticket of this event."});
}

// Only a ticket shows that it can be read.
void ask_for_ticket(ReadyRow& row, Sentence wish, const Texts& texts) {
    row.remedy += (row.remedy.empty() ? "" : " ") + texts.get(wish);
}

std::string action_of(const ReadyRow& row, const ReadyAbilities& abilities, const Texts& texts) {
    if (row.id == "sound" && abilities.plays) return texts.get({"Play a sample"});
    if (row.mark == ReadyMark::yes) return "";
    if (row.id == "store" && abilities.synchronises) return texts.get({"Synchronise now"});
    const auto place = abilities.opens_tabs ? place_of(row.id) : std::nullopt;
    if (!place) return "";
    switch (*place) {
        case ReadyPlace::groups:
            return texts.get({"Open the groups"});
        case ReadyPlace::agenda:
            return texts.get({"Open the programme"});
        case ReadyPlace::files:
            break;
    }
    return texts.get({"Open the files"});
}

}  // namespace

std::optional<ReadyPlace> place_of(const std::string& row_id) {
    if (row_id == "agenda" || row_id == "times" || row_id == "keeping") return ReadyPlace::agenda;
    if (row_id == "people") return ReadyPlace::files;
    if (row_id == "groups" || row_id == "tables" || row_id == "needs") return ReadyPlace::groups;
    return std::nullopt;
}

std::string shown_text(const ShownTicket& shown, const Texts& texts) {
    return texts.get(shown.is_ticket
                         ? Sentence{"A ticket was read at {}. Nobody was checked in."}
                         : Sentence{"A code was read at {}, but it is no ticket of this event."},
                     clock_text(shown.at_ms));
}

std::vector<ReadyRow> ready_rows(const ReadyReading& reading, const ReadyAbilities& abilities,
                                 const Texts& texts) {
    std::vector<ReadyRow> rows;
    for (const ReadyPoint& point : reading.event) rows.push_back(row_of(point, texts));
    for (const TrialAnswer& answer : reading.machine.answers) {
        ReadyRow row;
        if (answer.point) {
            row = row_of(*answer.point, texts);
        } else {
            row.id = answer.name;
            row.mark = ReadyMark::trying;
            row.title = title_of(row.id, texts);
        }
        if (row.id == "scanner" && reading.scanned) {
            show_ticket(row, *reading.scanned, texts);
        } else if (row.id == "scanner" && row.mark == ReadyMark::yes) {
            ask_for_ticket(row, {"Read a ticket with it now: nobody is checked in."}, texts);
        } else if (row.id == "camera" && reading.held_up) {
            show_ticket(row, *reading.held_up, texts);
        }
        rows.push_back(std::move(row));
    }
    for (ReadyRow& row : rows) row.action = action_of(row, abilities, texts);
    std::stable_sort(rows.begin(), rows.end(), [](const ReadyRow& one, const ReadyRow& other) {
        return one.mark < other.mark;
    });
    return rows;
}

ReadyCounts count_ready(const std::vector<ReadyRow>& rows) {
    ReadyCounts counts;
    for (const ReadyRow& row : rows) {
        counts.missing += row.mark == ReadyMark::no ? 1U : 0U;
        counts.looks += row.mark == ReadyMark::look ? 1U : 0U;
        counts.trying += row.mark == ReadyMark::trying ? 1U : 0U;
    }
    return counts;
}

std::string ready_summary(const ReadyCounts& counts, const Texts& texts) {
    if (counts.missing > 0) {
        return texts.get(Sentence{"Missing: {}. To look over: {}."}, counts.missing, counts.looks);
    }
    if (counts.trying > 0) return texts.get({"Everything is being tried."});
    if (counts.looks > 0) {
        return texts.get(Sentence{"Nothing is missing. To look over: {}."}, counts.looks);
    }
    return texts.get({"Everything is ready."});
}

}  // namespace stormote
