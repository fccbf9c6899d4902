// Pages of who signs in: sign-in and sign-out, the change of one's own password, one's sessions.
#pragma once

#include "kiosk/web/pages/page_routes.h"

namespace stormote {

void add_account_pages(PageRoutes& routes);

}  // namespace stormote
