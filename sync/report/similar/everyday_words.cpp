#include "sync/report/similar/everyday_words.h"

namespace stormote::similar {

namespace {

constexpr std::string_view english_function_words =
    "a about after all also an and any are as at be because been better both but by can could do "
    "does "
    "each every for from get give go good had has have he her his how i if in into is it its just "
    "let "
    "like make many may me more most much must my need needs new no not of on one only or other "
    "our out "
    "over please she should so some such than that the their them then there these they this those "
    "to too "
    "two up us very want was we were what when where which who why will with would you your";
constexpr std::string_view finnish_function_words =
    "ei eikä enemmän että he hän ja jo joka jos jossa jotta kaikki kanssa keskellä koko koska kuin "
    "kun "
    "lisää me meidän mikä mitä mutta myös ne niin niitä nyt ole olisi on ovat pitäisi pitää se "
    "sekä sen "
    "siellä sitä tai tarvitaan tulee tulisi vain vai voi voida voisi vaan";

constexpr EverydayWords english{english_function_words,
                                "build help open start improve people place time",
                                "in at on by near along between to from outside behind",
                                "no not never remove stop without",
                                "",
                                "",
                                "",
                                {}};
constexpr EverydayWords finnish{finnish_function_words,
                                "rakentaa auttaa avata aloittaa ihmiset paikka",
                                "",
                                "ei älä eivät ilman",
                                "",
                                "",
                                "",
                                {}};

}  // namespace

const EverydayWords& everyday_words(NoteLanguage language) {
    switch (language) {
        case NoteLanguage::english:
            return english;
        case NoteLanguage::finnish:
            return finnish;
        case NoteLanguage::swedish:
            break;
    }
    return swedish_words();
}

}  // namespace stormote::similar
