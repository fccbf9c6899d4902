#include "sync/base/version.h"

namespace stormote {

std::string_view project_version() {
    return STORMOTE_VERSION;
}

}  // namespace stormote
