#include "kiosk/web/pages/all_pages.h"

#include "kiosk/web/pages/account_pages.h"
#include "kiosk/web/pages/meeting_pages.h"
#include "kiosk/web/pages/static_pages.h"
#include "kiosk/web/pages/table_pages.h"
#include "kiosk/web/pages/user_pages.h"

namespace stormote {

void add_all_pages(const Site& site, WebRoutes& routes) {
    PageRoutes pages(site, routes);
    add_account_pages(pages);
    add_meeting_pages(pages);
    add_user_pages(pages);
    add_table_pages(pages);
    add_static_pages(site, routes);
}

}  // namespace stormote
