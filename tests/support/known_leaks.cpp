// Leaks of libraries that the leak sanitizer is to pass over, in every test program.

// fontconfig keeps a cache that it never frees; a leak of ours still fails the test.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the name that the leak sanitizer asks for
extern "C" const char *__lsan_default_suppressions() {
    return "leak:libfontconfig";
}
