// Public check: what an organiser should read once more before what people wrote is published.
// Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sync/base/texts.h"
#include "sync/model/event_state.h"

namespace stormote {

// What people wrote that stands in a paper or table for everybody.
using TextsOfPeople = std::vector<std::string> (*)(const EventState& state);

// The notes, those of earlier meetings among them, with their answers and departments. Owners are
// not: see paper_notes().
[[nodiscard]] std::vector<std::string> public_note_texts(const EventState& state);
// The answers in words, as far as they are shown.
[[nodiscard]] std::vector<std::string> public_survey_texts(const EventState& state);
// Comments, and the departments that people ask for.
[[nodiscard]] std::vector<std::string> public_message_texts(const EventState& state);

// The notes that carrying an event over takes along to the next meeting: the id, by which each can
// be worded anew, its text and its answer.
[[nodiscard]] std::vector<std::string> carried_note_texts(const EventState& state);

// Those in which the full name of somebody registered for one of the meetings stands.
[[nodiscard]] std::vector<std::string> texts_naming_people(
    std::span<const EventState *const> meetings, const std::vector<TextsOfPeople>& kinds);

// How many there are, and what to do. Nothing: there are none.
[[nodiscard]] std::optional<std::string> naming_warning(const std::vector<std::string>& naming,
                                                        const Texts& texts);

}  // namespace stormote
