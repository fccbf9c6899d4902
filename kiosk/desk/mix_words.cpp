#include "kiosk/desk/mix_words.h"

#include "sync/report/value_names.h"

namespace stormote {

std::string column_word(const std::string& column, const Texts& texts) {
    if (column == "sector") return texts.get(Sentence{"sector"});
    if (column == "role") return texts.get(Sentence{"role"});
    if (column == "gender") return texts.get(Sentence{"gender"});
    return column;
}

MixProblem in_words(MixProblem problem, const Texts& texts) {
    for (Criterion& criterion : problem.criteria) {
        if (criterion.name == "role") {
            for (std::string& value : criterion.values) {
                const auto role = parse_role(value);
                if (role) value = texts.get(role_word(*role).shown);
            }
        }
        criterion.name = column_word(criterion.name, texts);
    }
    return problem;
}

}  // namespace stormote
