// X11's headers for files that include others too: without those macros of theirs that are
// everyday words. Any thread.
#pragma once

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XInput2.h>
#include <X11/keysym.h>

#undef Always
#undef None
