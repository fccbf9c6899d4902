#include "kiosk/cli/follow_up/follow_up_listing.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/cli/command.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

std::string earlier_in_words(const FollowUpItem& item) {
    if (item.earlier_meeting.empty() || item.earlier_date.empty()) {
        return item.earlier_meeting + item.earlier_date;
    }
    return item.earlier_meeting + ", " + item.earlier_date;
}

std::string state_in_words(const FollowUp& follow_up, const std::string& today,
                           const Texts& texts) {
    if (is_late(follow_up, today)) return texts.get({"Late"});
    return texts.get(follow_up_state_word(follow_up.state).shown);
}

Json to_json(const FollowUpItem& item, const std::string& today) {
    const FollowUp& known = item.follow_up;
    Json json;
    json["id"] = item.id();
    json["kind"] = item.kind.code;
    json["text"] = item.text;
    json["question"] = item.question > 0 ? Json(item.question) : Json();
    json["groups"] = item.groups;
    json["said_at"] = item.said_ms > 0 ? Json(utc_text(item.said_ms)) : Json();
    json["earlier_meeting"] = text_or_null(item.earlier_meeting);
    json["earlier_date"] = text_or_null(item.earlier_date);
    json["asked_by"] = text_or_null(item.asked_by);
    json["reach"] = text_or_null(item.reach);
    json["owner"] = text_or_null(known.owner);
    json["department"] = text_or_null(known.department);
    json["due"] = text_or_null(known.due);
    json["state"] = follow_up_state_word(known.state).code;
    json["late"] = is_late(known, today);
    json["answer"] = text_or_null(known.answer);
    json["answered"] = text_or_null(known.answered);
    json["told"] = text_or_null(known.told);
    return json;
}

}  // namespace

std::string follow_up_lines(const std::vector<FollowUpItem>& items, const std::string& today,
                            const Texts& texts) {
    std::string lines;
    for (const FollowUpItem& item : items) {
        const FollowUp& known = item.follow_up;
        lines += fmt::format(
            "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", item.id(), texts.get(item.kind.shown),
            state_in_words(known, today, texts), one_column(known.due), one_column(known.owner),
            one_column(known.department), one_column(item.asked_by), one_column(item.text),
            one_column(known.answer), one_column(earlier_in_words(item)));
    }
    return lines;
}

std::string follow_up_json(const std::vector<FollowUpItem>& items, const std::string& today) {
    std::string text = "[";
    for (const FollowUpItem& item : items) {
        text += text.size() == 1 ? "\n" : ",\n";
        text += to_json(item, today).dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return text + "\n]\n";
}

FollowUpCounts count_follow_up(const std::vector<FollowUpItem>& items, const std::string& today) {
    FollowUpCounts counts;
    for (const FollowUpItem& item : items) {
        ++(is_settled(item.follow_up.state) ? counts.settled : counts.open);
        if (is_late(item.follow_up, today)) ++counts.late;
    }
    return counts;
}

}  // namespace stormote
