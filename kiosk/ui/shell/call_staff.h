// Call staff: somebody asks for a person's help, whichever page they stand before. The app marks it
// for the staff of this door. The screen thread.
#pragma once

namespace stormote {

struct CallStaff {};

}  // namespace stormote
