// Pages of meetings: all that somebody may see, and one as it stands.
#pragma once

#include "kiosk/web/pages/page_routes.h"

namespace stormote {

void add_meeting_pages(PageRoutes& routes);

}  // namespace stormote
