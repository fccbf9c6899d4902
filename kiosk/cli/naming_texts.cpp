#include "kiosk/cli/naming_texts.h"

namespace stormote {

void list_naming_texts(const std::vector<std::string>& texts, const CommandContext& context) {
    for (const std::string& text : texts) context.write_line("  " + one_column(text));
}

}  // namespace stormote
