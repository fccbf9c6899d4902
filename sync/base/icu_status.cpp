#include "sync/base/icu_status.h"

#include "sync/base/error.h"

namespace stormote {

void require_icu(UErrorCode status) {
    if (U_SUCCESS(status) != 0) return;
    throw MachineFailure(machine_error({"The language data of this machine (ICU) is missing."}));
}

}  // namespace stormote
