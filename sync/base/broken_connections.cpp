#include "sync/base/broken_connections.h"

#include <csignal>

namespace stormote {

void survive_broken_connections() {
    std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace stormote
