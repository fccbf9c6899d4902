#include "kiosk/documents/papers/paper_frame.h"

#include <fmt/format.h>

#include "sync/base/date_text.h"
#include "sync/report/event_date.h"

namespace stormote {

std::string event_title(const EventState& state, Sentence kind, const Texts& texts) {
    const std::string& name = state.setting(SettingField::name);
    return name.empty() ? texts.get(kind) : name;
}

std::string event_time(const EventState& state, const Texts& texts) {
    const std::string& starts = state.setting(SettingField::starts);
    const std::string& ends = state.setting(SettingField::ends);
    std::string time = date_in_words(starts, texts.language());
    const std::string from = time_in_words(starts, texts.language());
    if (from.empty()) return time;
    time += ", " + from;
    const bool is_same_day = starts.substr(0, 10) == ends.substr(0, 10);
    if (is_same_day) time += "–" + time_in_words(ends, texts.language());
    return time;
}

std::string meeting_title(const EventState& state, const Texts& texts) {
    const std::string& starts = state.setting(SettingField::starts);
    const std::string title = event_title(state, {"Meeting"}, texts);
    return starts.empty() ? title : title + ", " + date_in_words(starts, texts.language());
}

std::vector<std::string> event_lines(const EventState& state, const Texts& texts) {
    std::vector<std::string> lines;
    for (std::string line : {event_time(state, texts), state.setting(SettingField::place),
                             state.setting(SettingField::municipality)}) {
        if (!line.empty()) lines.push_back(std::move(line));
    }
    return lines;
}

Document begin_paper(const EventState& state, Sentence kind, const Texts& texts) {
    Document paper;
    paper.title = event_title(state, kind, texts);
    paper.language = texts.language();
    paper.publisher = state.setting(SettingField::municipality);
    paper.footer = paper.title;
    if (paper.footer != texts.get(kind)) paper.footer += " · " + texts.get(kind);
    paper.dated_ms = event_date_ms(state).value_or(0);
    return paper;
}

Document begin_plain_paper(const EventState& state, Sentence kind, const Texts& texts) {
    Document paper = begin_paper(state, kind, texts);
    paper.title = paper.footer;
    const std::vector<std::string> lines = event_lines(state, texts);
    if (!lines.empty()) {
        paper.blocks.emplace_back(
            Paragraph{fmt::format("{}", fmt::join(lines, ", ")), ParagraphStyle::aside});
    }
    return paper;
}

std::string group_title(const EventState& state, GroupNumber group, const Texts& texts) {
    if (group == 0) return texts.get({"Without a group"});
    std::string title = texts.get({"Group {}"}, group);
    const auto found = state.groups().find(group);
    if (found == state.groups().end()) return title;
    const std::string& name = found->second.get(GroupField::name);
    return name.empty() ? title : title + " · " + name;
}

std::string group_numbers(const std::vector<GroupNumber>& groups, const Texts& texts) {
    std::vector<std::string> numbers;
    for (const GroupNumber group : groups) {
        if (group != 0) numbers.push_back(std::to_string(group));
    }
    return numbers.empty() ? "" : texts.get({"Group {}"}, join_words(numbers, texts));
}

std::string join_words(const std::vector<std::string>& words, const Texts& texts) {
    if (words.empty()) return "";
    std::string joined = words.front();
    for (std::size_t i = 1; i + 1 < words.size(); ++i) joined += ", " + words[i];
    return words.size() == 1 ? joined : texts.get({"{} and {}"}, joined, words.back());
}

std::string share_text(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::to_string(part);
    const double share = 100 * static_cast<double>(part) / static_cast<double>(whole);
    return fmt::format("{} ({:.0f} %)", part, share);
}

}  // namespace stormote
