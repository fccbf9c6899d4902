// Paper frame: what the papers of an event share: how they begin, and how groups, questions and
// times are called in them. Pure functions of the event state, in the language of the texts.
#pragma once

#include <string>
#include <vector>

#include "kiosk/documents/content/document.h"
#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

// "Stormöte med civilsamhället"; the kind of paper where the event has no name.
[[nodiscard]] std::string event_title(const EventState& state, Sentence kind, const Texts& texts);
// "onsdag 12 oktober 2022, 18.00–21.00"; empty where nobody has said.
[[nodiscard]] std::string event_time(const EventState& state, const Texts& texts);
// "Stormöte med civilsamhället, onsdag 12 oktober 2022", where a paper tells of several meetings.
[[nodiscard]] std::string meeting_title(const EventState& state, const Texts& texts);
// When and where it was, and the municipality, a line each.
[[nodiscard]] std::vector<std::string> event_lines(const EventState& state, const Texts& texts);

// A paper of that kind without blocks, and without the municipality's colour and logo.
[[nodiscard]] Document begin_paper(const EventState& state, Sentence kind, const Texts& texts);
// The same with the event's name, time and place above the first block.
[[nodiscard]] Document begin_plain_paper(const EventState& state, Sentence kind,
                                         const Texts& texts);

// "Grupp 4 · Lönnen"; "Utan grupp" of 0.
[[nodiscard]] std::string group_title(const EventState& state, GroupNumber group,
                                      const Texts& texts);
// "Grupp 4", "Grupp 4 och 7"; empty where there are none.
[[nodiscard]] std::string group_numbers(const std::vector<GroupNumber>& groups, const Texts& texts);

// "a, b och c".
[[nodiscard]] std::string join_words(const std::vector<std::string>& words, const Texts& texts);

// "12 (40 %)".
[[nodiscard]] std::string share_text(std::int64_t part, std::int64_t whole);

}  // namespace stormote
