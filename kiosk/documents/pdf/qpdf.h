// qpdf, for those who read or complete a PDF by its objects: included here and nowhere else.
#pragma once

#if defined(__clang__) && __clang_major__ < 16
// qpdf's JSON holds a list of itself, whose destructor these compilers want to see in C++20 before
// JSON is whole. Nobody here destroys one.
#include <vector>
class JSON;
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wdtor-name"
#pragma clang diagnostic ignored "-Wimplicit-exception-spec-mismatch"
#pragma clang diagnostic ignored "-Wundefined-inline"
template <>
constexpr std::vector<JSON>::~vector();
#endif

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#if defined(__clang__) && __clang_major__ < 16
#pragma clang diagnostic pop
#endif
