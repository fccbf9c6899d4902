#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/desk/desk.h"
#include "sync/journal/file/sqlite.h"
#include "tests/bench/benches.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

namespace {

constexpr int rounds = 500;
constexpr std::size_t most_comments = 300;
constexpr std::size_t page_size = 4'096;
// About what an operation takes with its header, salt and seal.
constexpr std::size_t row_size = 200;

// The disk alone: a page that lies in the file already, and its way to the medium.
class OverwrittenPage {
  public:
    explicit OverwrittenPage(const std::filesystem::path& file)
        : descriptor_(open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)) {
        if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), file);
        write();
    }
    ~OverwrittenPage() { close(descriptor_); }
    OverwrittenPage(const OverwrittenPage&) = delete;
    OverwrittenPage& operator=(const OverwrittenPage&) = delete;

    void write() {
        ++page_[0];
        if (pwrite(descriptor_, page_.data(), page_.size(), 0) != ssize_t{page_size} ||
            fdatasync(descriptor_) != 0) {
            throw std::system_error(errno, std::generic_category(), "writing a page");
        }
    }

  private:
    int descriptor_;
    Bytes page_ = Bytes(page_size);
};

// One row a transaction, without anything around it.
class PlainTable {
  public:
    PlainTable(const std::filesystem::path& file, const char *pragmas)
        : database_(file, DatabaseMode::create) {
        database_.execute(pragmas);
        database_.execute("CREATE TABLE plain(id INTEGER PRIMARY KEY, content BLOB NOT NULL)");
        insert_.emplace(database_, "INSERT INTO plain(content) VALUES(?)");
    }

    void commit() { insert_->bind(ByteView(row_)).run(); }

  private:
    Database database_;
    std::optional<Statement> insert_;
    Bytes row_ = Bytes(row_size);
};

// An event at a kiosk, with a ticket for everybody.
class Door {
  public:
    explicit Door(const std::filesystem::path& folder) {
        const JournalEnvironment environment{clock_,        random_, folder / "state",
                                             HashingCost{}, "Entré", usual_wal_reserve_bytes};
        desk_ = std::move(Desk::create(folder / "event", std::nullopt, environment, {})).value();
        std::vector<Body> bodies;
        for (int i = 0; i < rounds; ++i) {
            FieldSetter<AttendeeField> fields;
            fields.set(AttendeeField::given_name, "Åsa").set(AttendeeField::family_name, "Öberg");
            bodies.push_back({{make_id<AttendeeId>(clock_, random_)},
                              ActingRole::organiser,
                              AttendeeDescribed{fields.take()}});
        }
        desk_->record(bodies);
        for (const IssuedTicket& ticket : desk_->issue_tickets({ActingRole::organiser})) {
            tickets_.push_back(desk_->tickets().write(ticket.ticket));
        }
    }

    [[nodiscard]] Random& random() { return random_; }

    void check_in(std::size_t number) {
        const CheckInOutcome outcome = desk_->check_in(tickets_.at(number), {});
        if (!is_admission(outcome.verdict.verdict))
            throw std::runtime_error("a ticket was refused");
    }

    void comment() {
        const NewMessage message{MessageKind::comment, std::nullopt, "Ordna fler möten.", "", ""};
        if (desk_->leave_message(message, {}) != FeedbackOutcome::kept) {
            throw std::runtime_error("a comment was not kept");
        }
    }

  private:
    SystemClock clock_;
    SystemRandom random_;
    std::unique_ptr<Desk> desk_;
    std::vector<std::string> tickets_;
};

}  // namespace

void measure_commit(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("A check-in on the disk");
    const TemporaryFolder work(folder);
    OverwrittenPage page(work.path() / "page");
    PlainTable wal(work.path() / "wal", "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    PlainTable rollback(work.path() / "rollback",
                        "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
    Door door(work.path());
    const SigningKeys keys = make_signing_keys(door.random());
    Samples page_times;
    Samples wal_times;
    Samples signing_times;
    Samples check_in_times;
    // In turn, so that what else the machine does troubles all alike.
    for (std::size_t i = 0; i < rounds; ++i) {
        page_times.measure([&] { page.write(); });
        wal_times.measure([&] { wal.commit(); });
        signing_times.measure(
            [&] { static_cast<void>(sign(keys.secret_key, head_message({}, {}))); });
        check_in_times.measure([&] { door.check_in(i); });
    }
    // By itself: it changes the folder, and whoever synchronises a file next waits for that.
    Samples rollback_times;
    for (std::size_t i = 0; i < rounds; ++i) rollback_times.measure([&] { rollback.commit(); });
    Figures::times("limit: a 4 KiB page overwritten and synced", page_times);
    Figures::times("SQLite, WAL, synchronous FULL, one row", wal_times);
    Figures::times("SQLite, rollback journal, synchronous FULL, one row", rollback_times);
    Figures::times("ticket text to committed verdict", check_in_times);
    figures.at_most("... as a share of SQLite's WAL", check_in_times.median() / wal_times.median(),
                    1.3, "times");
    figures.at_most("... as a share of the limit", check_in_times.median() / page_times.median(),
                    1.6, "times");
    Figures::times("... of it, signing", signing_times);
    figures.at_most("... as a share of the limit, without signing",
                    (check_in_times.median() - signing_times.median()) / page_times.median(), 1.4,
                    "times");
    figures.at_least("rollback journal as a share of it",
                     rollback_times.median() / check_in_times.median(), 4.5, "times");
    // Sealed anew with all that wait, and the WAL emptied after each.
    Samples comment_times;
    for (std::size_t i = 0; i < most_comments; ++i) {
        comment_times.measure([&] { door.comment(); });
    }
    Figures::times("a comment without a name, kept beside up to 300", comment_times);
}

}  // namespace stormote::testing
