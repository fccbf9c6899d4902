// Personal views: what is held about one person as cards, and in words what an erasure does. Pure;
// any thread.
#pragma once

#include <vector>

#include "kiosk/desk/personal/erasure.h"
#include "kiosk/documents/personal/naming_texts.h"
#include "kiosk/documents/personal/personal_data.h"
#include "kiosk/ui/screens/personal/data_page.h"
#include "sync/base/texts.h"

namespace stormote {

// A card for each section that holds something; of a long one the first rows.
[[nodiscard]] std::vector<DataCard> personal_cards(const PersonalData& data, const Texts& texts);

// Before somebody is erased: that it is for good, the decision, what goes, and what stays in words.
[[nodiscard]] std::vector<DataCard> erasure_cards(const PersonalData& data,
                                                  const std::vector<NamingText>& naming,
                                                  const std::string& decision, const Texts& texts);
// Before a refusal is recorded.
[[nodiscard]] std::vector<DataCard> refusal_cards(const std::string& decision,
                                                  const std::string& reason, const Texts& texts);

}  // namespace stormote
