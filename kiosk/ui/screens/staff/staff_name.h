// Staff corrects how somebody is written: given name, family name, organisation. The screen thread.
#pragma once

#include <array>

#include "kiosk/ui/screens/staff/staff.h"

namespace stormote {

enum class NameField : std::uint8_t { given, family, organisation };
constexpr std::size_t name_field_count = 3;

struct StaffNameView {
    FrameView frame;
    std::array<std::string, name_field_count> texts;
    NameField field = NameField::given;  // the one that is written in
    std::string problem;                 // why it cannot be saved as it is; may be empty
};

struct ChooseNameField {
    NameField field;
};
// The whole text of the chosen field.
struct ChangeNameField {
    std::string typed;
};
struct SaveName {};

// GoBack leaves everything as it was.
using StaffNameIntent = std::variant<ChooseNameField, ChangeNameField, SaveName, FrameIntent>;

std::optional<StaffNameIntent> draw_staff_name(Ui& ui, const StaffNameView& view);

}  // namespace stormote
