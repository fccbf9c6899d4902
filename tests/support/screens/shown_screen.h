// ShownScreen: one screen before a person, without the app around it, and what it was asked for.
// The thread that made it.
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "tests/support/screens/ui_driver.h"

namespace stormote::testing {

template <typename Intent, typename View>
class ShownScreen {
  public:
    using Draw = std::optional<Intent> (*)(Ui&, const View&);

    ShownScreen(Draw draw, View shown_view) : view(std::move(shown_view)), draw_(draw) {
        driver.show([this](Ui& ui) {
            if (auto asked = draw_(ui, view)) intent = std::move(asked);
        });
    }

    template <typename Kind>
    [[nodiscard]] const Kind *get() const {
        return intent ? std::get_if<Kind>(&*intent) : nullptr;
    }

    UiDriver driver;
    View view;
    std::optional<Intent> intent;

  private:
    Draw draw_;
};

}  // namespace stormote::testing
