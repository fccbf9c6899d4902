// ZXing-C++ as the reader and the benchmark use it, under the same names for the version of Debian
// 12 (1.4) and that of Debian 13 (2.3).
#pragma once

// Texts of 1.4 as UTF-8, not as wide characters; those of 2.3 are so anyway.
#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>
#if __has_include(<ZXing/ReaderOptions.h>)
#include <ZXing/ReaderOptions.h>
#endif

namespace stormote {

#if __has_include(<ZXing/ReaderOptions.h>)
using ZXingOptions = ZXing::ReaderOptions;
#else
using ZXingOptions = ZXing::DecodeHints;
#endif

}  // namespace stormote
