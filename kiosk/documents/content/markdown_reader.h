// Markdown reader: a page that comes with the programs, as a document: the part of CommonMark that
// such pages use. Not for what strangers write. Pure; any thread.
//
// It knows `#` for the title, `##` and `###` for headings, paragraphs, lists with `-` or numbers,
// **bold**, `code` (bold, too), commands between lines of ```, and pictures: ![what it
// shows](gallery:NAME "caption"), several of which are beside each other where no empty line parts
// them. The first paragraph is the lead. Comments (<!-- -->) are left out.
//
// Source: CommonMark 0.30.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/documents/content/document.h"

namespace stormote {

// The PNG of the picture with that name; empty where there is none, which leaves it out.
using PictureSource = std::function<Bytes(const std::string& name)>;

// Title and blocks; all else of the document is the caller's.
[[nodiscard]] Document read_markdown(std::string_view text, const PictureSource& pictures);

// The names of its pictures, in their order.
[[nodiscard]] std::vector<std::string> pictures_in_markdown(std::string_view text);

}  // namespace stormote
