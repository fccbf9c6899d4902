// Corrections: which of somebody's fields are corrected by hand, how long each may be, and whether
// a text may stand in one. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/lists/field_limits.h"
#include "sync/base/error.h"
#include "sync/model/fields.h"

namespace stormote {

struct CorrectableField {
    AttendeeField field;
    std::size_t longest;  // in characters
};

inline constexpr std::array<CorrectableField, 11> correctable_fields{{
    {AttendeeField::given_name, FieldLimits::name},
    {AttendeeField::family_name, FieldLimits::name},
    {AttendeeField::organisation, FieldLimits::organisation},
    {AttendeeField::role, FieldLimits::word},
    {AttendeeField::email, FieldLimits::email},
    {AttendeeField::phone, FieldLimits::phone},
    {AttendeeField::language, FieldLimits::word},
    {AttendeeField::diet, FieldLimits::need},
    {AttendeeField::access_needs, FieldLimits::need},
    {AttendeeField::duties, FieldLimits::word},
    {AttendeeField::gender, FieldLimits::word},
}};

[[nodiscard]] std::size_t longest_correction(AttendeeField field);

// The text as the record has it. Error: it is too long, or nothing that may stand there; `name` is
// what whoever wrote it calls the field.
[[nodiscard]] Result<std::string> check_correction(AttendeeField field, std::string text,
                                                   const std::string& name);

// How a language is shown, whose tag the record has; check_correction takes the name back. Nothing
// for one that is written in words of its own.
[[nodiscard]] std::optional<Sentence> language_name(std::string_view tag);

}  // namespace stormote
