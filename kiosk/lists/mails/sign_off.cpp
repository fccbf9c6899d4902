#include "kiosk/lists/mails/sign_off.h"

#include <algorithm>
#include <array>
#include <optional>

#include "kiosk/lists/heading_words.h"
#include "kiosk/lists/list_columns.h"
#include "kiosk/lists/list_words.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// Longest first: of "Med vänlig hälsning Åsa" the name is what follows the whole of it.
constexpr std::array<const char *, 20> closings{"med vanliga halsningar",
                                                "med vanlig halsning",
                                                "basta halsningar",
                                                "varma halsningar",
                                                "manga halsningar",
                                                "vanliga halsningar",
                                                "vanlig halsning",
                                                "halsningar fran",
                                                "halsar",
                                                "halsningar",
                                                "halsning",
                                                "vanligen",
                                                "best regards",
                                                "kind regards",
                                                "regards",
                                                "sincerely",
                                                "best wishes",
                                                "mvh",
                                                "vh",
                                                "//"};

// Below a name: what somebody is, not what they are of.
constexpr std::array<const char *, 13> offices{
    "ordforande", "viceordforande",  "vordforande", "sekreterare",       "kassor",
    "ledamot",    "styrelseledamot", "suppleant",   "verksamhetsledare", "chair",
    "secretary",  "treasurer",       "boardmember"};

// What stands behind the closing on its line; nothing where the line is none.
std::optional<std::string> after_closing(const std::string& line) {
    if (line == "--" || line == "—") return "";
    if (line.starts_with("//")) return trim_text(line.substr(2));
    const std::vector<std::string> words = fold_words(line);
    for (const char *closing : closings) {
        const std::vector<std::string> known = fold_words(closing);
        if (known.empty() || words.size() < known.size() ||
            !std::equal(known.begin(), known.end(), words.begin())) {
            continue;
        }
        // As many words of the line as it has been spelled with.
        std::string rest = line;
        for (std::size_t i = 0; i < known.size(); ++i) {
            const auto end = rest.find_first_of(" ,.!:");
            rest = end == std::string::npos ? "" : rest.substr(end + 1);
            rest = rest.substr(std::min(rest.find_first_not_of(" ,.!:"), rest.size()));
        }
        constexpr std::size_t most_words = 8;
        if (words.size() <= known.size() + most_words) return trim_text(rest);
    }
    return std::nullopt;
}

bool is_office(const std::string& text) {
    const std::string key = heading_key(text);
    return std::find(offices.begin(), offices.end(), key) != offices.end();
}

bool has_web_address(const std::string& line) {
    return line.find('@') != std::string::npos || line.find("www.") != std::string::npos ||
           line.find("http") != std::string::npos;
}

bool is_phone(const std::string& line) {
    constexpr std::ptrdiff_t fewest_digits = 6;
    return std::count_if(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; }) >=
           fewest_digits;
}

// "Tfn 070-123 45 67" from the first digit on.
std::string number_in(const std::string& line) {
    const auto start = line.find_first_of("+0123456789");
    const auto end = line.find_first_not_of("+0123456789 -()/", start);
    return trim_text(line.substr(start, end - start));
}

bool is_name_of(const std::string& line, const std::string& sender_name) {
    const std::vector<std::string> line_words = fold_words(line);
    const std::vector<std::string> name_words = fold_words(sender_name);
    return std::any_of(line_words.begin(), line_words.end(), [&](const std::string& word) {
        return std::find(name_words.begin(), name_words.end(), word) != name_words.end();
    });
}

class SignOffReader {
  public:
    explicit SignOffReader(const std::string& sender_name) : sender_name_(sender_name) {}

    void take(const std::string& line) {
        if (line.empty() || has_web_address(line)) return;
        // A line with a label says itself what it is.
        const auto colon = line.find(':');
        if (colon != std::string::npos &&
            find_heading(registration_headings(), line.substr(0, colon))) {
            return;
        }
        if (is_phone(line)) {
            if (read_.phone.empty()) read_.phone = number_in(line);
            return;
        }
        for (const std::string_view part : split_text(line, ',')) take_part(trim_text(part));
    }

    SignOff read() { return std::move(read_); }

  private:
    void take_part(const std::string& part) {
        if (part.empty() || is_office(part)) return;
        const bool is_first = !has_name_;
        if (is_first && (sender_name_.empty() || is_name_of(part, sender_name_))) {
            has_name_ = true;
            read_.name = part;
        } else if (read_.organisation.empty()) {
            has_name_ = true;
            read_.organisation = part;
        }
    }

    const std::string& sender_name_;
    bool has_name_ = false;
    SignOff read_;
};

}  // namespace

SignOff read_sign_off(const std::vector<std::string>& lines, const std::string& sender_name) {
    constexpr std::size_t most_lines = 6;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto rest = after_closing(lines[i]);
        if (!rest) continue;
        SignOffReader reader(sender_name);
        reader.take(*rest);
        for (std::size_t k = i + 1; k < std::min(lines.size(), i + 1 + most_lines); ++k) {
            // "Mvh" and "--" follow one another.
            const auto again = after_closing(lines[k]);
            reader.take(again ? *again : lines[k]);
        }
        return reader.read();
    }
    return {};
}

}  // namespace stormote
