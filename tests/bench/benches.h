// The parts of stormote-bench. Each prints its figures and leaves the folder, which exists and lies
// on the disk that is measured, as it found it. One thread.
#pragma once

#include <filesystem>

#include "tests/bench/figures.h"

namespace stormote::testing {

// A check-in on the disk, beside the disk alone and SQLite alone.
void measure_commit(Figures& figures, const std::filesystem::path& folder);
// Opening an event of 100,000 operations, beside reading its bytes; and the memory it takes.
void measure_opening(Figures& figures, const std::filesystem::path& folder);
// A list of 100,000 people, and the same again, beside parsing it and as many rows in SQLite.
void measure_import(Figures& figures, const std::filesystem::path& folder);
// An XLSX file of 50,000 rows, beside unpacking and parsing it alone.
void measure_spreadsheet(Figures& figures, const std::filesystem::path& folder);
// Every export of an event of 1,000 people, spreadsheets beside zipping their parts alone.
void measure_exports(Figures& figures, const std::filesystem::path& folder);
// The papers of 300 people and 1,000 notes, beside drawing the same words with cairo alone.
void measure_documents(Figures& figures, const std::filesystem::path& folder);
// The package for the archive of the same, with all papers, and its check.
void measure_package(Figures& figures, const std::filesystem::path& folder);
// 300 tickets to print, beside the same.
void measure_tickets(Figures& figures, const std::filesystem::path& folder);
// 300 mails to an SMTP server, beside Python's smtplib.
void measure_mail(Figures& figures, const std::filesystem::path& folder);
// A keystroke of the name search, beside one pass over the names and SQLite's full-text search.
void measure_search(Figures& figures, const std::filesystem::path& folder);
// The notes of an evening of 2,000 grouped, beside every pair of them compared by trigrams.
void measure_similar(Figures& figures, const std::filesystem::path& folder);
// The organiser's board of groups at 104, 500 and 2,000 people, beside one pass over them.
void measure_board(Figures& figures, const std::filesystem::path& folder);
// 10,000 people destroyed by the keep table, with all that is about them.
void measure_purge(Figures& figures, const std::filesystem::path& folder);
// 10,000 operations between an event file and the central store, beside SQLite alone.
void measure_sync(Figures& figures, const std::filesystem::path& folder);
// A change to 300 devices that wait for it, beside epoll alone; another request meanwhile.
void measure_live(Figures& figures, const std::filesystem::path& folder);
// 10,000 operations taken by a store in PostgreSQL, beside COPY of the same rows alone.
void measure_database(Figures& figures, const std::filesystem::path& folder);
// Many kiosks at one process of the central store and at two, beside PostgreSQL alone.
void measure_load(Figures& figures, const std::filesystem::path& folder);
// Very many devices that wait at one process of the central store, by HTTP and by HTTPS.
void measure_waiting_devices(Figures& figures, const std::filesystem::path& folder);
// What one event costs in a large store, beside the same in one that holds nothing else.
void measure_growth(Figures& figures, const std::filesystem::path& folder);
// What the camera's reader reads of tickets from easy to extreme, beside each of its readers alone.
void measure_camera(Figures& figures, const std::filesystem::path& folder);
// Every screen drawn as a whole, at 1920x1080 and at 3840x2160, beside filling as many pixels.
void measure_drawing(Figures& figures, const std::filesystem::path& folder);
// What somebody before a kiosk waits for, on the real program with its display off-screen. Throws
// ExpectationFailure when the kiosk does not do what is expected, std::runtime_error where there
// can be no display.
void measure_kiosk(Figures& figures, const std::filesystem::path& folder);
// A whole evening's people at one kiosk, as quickly as they can come, and hasty fingers. As above.
void measure_crowd(Figures& figures, const std::filesystem::path& folder);
// What a frame costs while a check-in waits for a slow disk. As above.
void measure_slow_disk(Figures& figures, const std::filesystem::path& folder);
// What the kiosk's memory grows by over ten evenings' scans. As above; takes a quarter of an hour.
void measure_endurance(Figures& figures, const std::filesystem::path& folder);

}  // namespace stormote::testing
