// Pages of a table's phone: the code of its sign, and then what the table writes. Nobody has an
// account there. All of it works without scripts; assets/pages/static/table.js keeps what is half
// written, queues what cannot be sent, and shows what others write.
#pragma once

#include "kiosk/web/pages/page_routes.h"

namespace stormote {

void add_table_pages(PageRoutes& routes);

}  // namespace stormote
