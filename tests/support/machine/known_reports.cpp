// What the sanitizers are to pass over in every program, because it lies in libraries that are
// not built with them.

// fontconfig keeps a cache that it never frees; a leak of ours still fails the test.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the name that the leak sanitizer asks for
extern "C" const char *__lsan_default_suppressions() {
    return "leak:libfontconfig";
}

// They lock what their threads share with means that the thread sanitizer does not see in them:
// each thread has a font map of its own, and fontconfig is made for several threads.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the name that the thread sanitizer asks for
extern "C" const char *__tsan_default_suppressions() {
    return "called_from_lib:libfontconfig.so\n"
           "called_from_lib:libglib-2.0.so\n"
           "called_from_lib:libharfbuzz.so\n"
           "called_from_lib:libpango-1.0.so\n"
           "called_from_lib:libpangoft2-1.0.so\n"
           "called_from_lib:libpangocairo-1.0.so\n"
           "called_from_lib:libcairo.so\n";
}
