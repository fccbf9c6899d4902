// HTML text: the words of a mail that is written in HTML, a line for each paragraph, row and break.
// Nothing is fetched and nothing is run. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace stormote {

// HTML and text are UTF-8. A tab stands between two cells of a row.
[[nodiscard]] std::string html_text(std::string_view html);

}  // namespace stormote
