// Every page that there is. Before the server starts.
#pragma once

#include "kiosk/web/pages/page_routes.h"

namespace stormote {

void add_all_pages(const Site& site, WebRoutes& routes);

}  // namespace stormote
