// Pages of administrators: who may sign in, and to which meetings; and what was done, for them and
// for organisers.
#pragma once

#include "kiosk/web/pages/page_routes.h"

namespace stormote {

void add_user_pages(PageRoutes& routes);

}  // namespace stormote
