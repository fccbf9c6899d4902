// What is not for reading: style, scripts and icons, and whether the server lives.
#pragma once

#include "kiosk/web/pages/site.h"

namespace stormote {

void add_static_pages(const Site& site, WebRoutes& routes);

}  // namespace stormote
