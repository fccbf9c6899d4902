#include "sync/model/agenda.h"

#include <algorithm>
#include <charconv>

#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// As long as it takes three hundred people to find another chair.
constexpr std::int64_t changing_ms = 300'000;
constexpr std::size_t clock_length = 5;  // of "18:30"

std::optional<RoundNumber> parse_round(const std::string& text) {
    RoundNumber round = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, round);
    if (text.empty() || read.ec != std::errc() || read.ptr != end || round < 1) return std::nullopt;
    return round;
}

// "18:50" of "2022-10-12T18:50", as people read it in a message.
std::string clock_of(const std::string& local_time) {
    return local_time.size() < clock_length ? ""
                                            : local_time.substr(local_time.size() - clock_length);
}

class AgendaChecker {
  public:
    AgendaChecker(const EventState& state, const Agenda& agenda) : state_(state), agenda_(agenda) {
        const std::string& doors = state.setting(SettingField::doors);
        opens_ = doors.empty() ? state.setting(SettingField::starts) : doors;
        closes_ = state.setting(SettingField::ends);
    }

    std::vector<AgendaFault> check() {
        if (agenda_.questions.size() > most_agenda_questions) {
            complain({}, AgendaPart::number,
                     input_error({"There are {} questions, but the agenda takes at most {}."},
                                 agenda_.questions.size(), most_agenda_questions));
        }
        if (agenda_.programme.size() > most_programme_items) {
            complain({}, AgendaPart::title,
                     input_error({"The programme has {} items, but it takes at most {}."},
                                 agenda_.programme.size(), most_programme_items));
        }
        for (std::size_t i = 0; i < agenda_.questions.size(); ++i) check_question(i);
        for (std::size_t i = 0; i < agenda_.programme.size(); ++i) check_item(i);
        check_removed();
        return std::move(faults_);
    }

  private:
    struct Place {
        AgendaFault::Where where = AgendaFault::Where::whole;
        std::size_t index = 0;
    };

    void complain(Place place, AgendaPart part, Error message) {
        faults_.push_back({place.where, place.index, part, std::move(message)});
    }

    void check_length(Place place, AgendaPart part, const std::string& text, std::size_t most) {
        const std::size_t length = count_code_points(text);
        if (length <= most) return;
        complain(place, part,
                 input_error({"The text is longer than {} characters: it has {}. Make it shorter."},
                             most, length));
    }

    void check_question(std::size_t index) {
        const AgendaQuestion& question = agenda_.questions[index];
        const Place place{AgendaFault::Where::question, index};
        if (question.name().empty()) {
            complain(place, AgendaPart::text, input_error({"The question is missing."}));
        }
        check_length(place, AgendaPart::title, question.title, longest_question_title);
        check_length(place, AgendaPart::text, question.text, longest_question_text);
        if (question.round > most_rounds) {
            complain(place, AgendaPart::round,
                     input_error({"An evening has at most {} rounds."}, most_rounds));
        }
        check_times(place, question);
        if (index > 0) check_order(place, agenda_.questions[index - 1], question);
    }

    void check_times(Place place, const AgendaQuestion& question) {
        if (question.starts.empty() != question.ends.empty()) {
            complain(place, question.starts.empty() ? AgendaPart::starts : AgendaPart::ends,
                     input_error({"A question that has a time has both a beginning and an end."}));
            return;
        }
        if (question.starts.empty()) return;
        if (question.ends <= question.starts) {
            complain(place, AgendaPart::ends,
                     input_error({"The question ends at {}, before it begins at {}."},
                                 clock_of(question.ends), clock_of(question.starts)));
        }
        if ((!opens_.empty() && question.starts < opens_) ||
            (!closes_.empty() && question.ends > closes_)) {
            complain(place, AgendaPart::starts,
                     input_error({"{} to {} is outside the event, which is from {} to {}."},
                                 clock_of(question.starts), clock_of(question.ends),
                                 clock_of(opens_), clock_of(closes_)));
        }
    }

    void check_order(Place place, const AgendaQuestion& before, const AgendaQuestion& question) {
        if (!before.ends.empty() && !question.starts.empty() && question.starts < before.ends) {
            complain(place, AgendaPart::starts,
                     input_error({"Question {} begins at {}, before question {} ends at {}. Number "
                                  "the questions in the order of the evening."},
                                 question.number, clock_of(question.starts), before.number,
                                 clock_of(before.ends)));
        }
        if (question.round < before.round) {
            complain(
                place, AgendaPart::round,
                input_error({"Question {} is discussed in round {}, after question {} in round "
                             "{}. Number the questions in the order of the evening."},
                            question.number, question.round, before.number, before.round));
        }
    }

    void check_item(std::size_t index) {
        const ProgrammeItem& item = agenda_.programme[index];
        const Place place{AgendaFault::Where::programme, index};
        if (item.starts.empty()) {
            complain(place, AgendaPart::starts,
                     input_error({"A programme item needs the time at which it begins."}));
        }
        if (item.title.empty()) {
            complain(place, AgendaPart::title, input_error({"The programme item has no name."}));
        }
        check_length(place, AgendaPart::title, item.title, longest_programme_item);
    }

    // Notes without the question that they answer are of no use to anybody.
    void check_removed() {
        for (const AgendaQuestion& known : agenda_questions(state_)) {
            const bool is_kept =
                std::any_of(agenda_.questions.begin(), agenda_.questions.end(),
                            [&](const auto& kept) { return kept.number == known.number; });
            if (is_kept) continue;
            const auto notes =
                std::count_if(state_.notes().begin(), state_.notes().end(), [&](const auto& entry) {
                    const auto heads = entry.second.heads(state_.device_table());
                    return std::any_of(heads.begin(), heads.end(), [&](const auto *head) {
                        return head->content.question == known.number &&
                               head->content.state != NoteState::withdrawn;
                    });
                });
            if (notes == 0) continue;
            complain({}, AgendaPart::number,
                     input_error({"Question {} is left out, but the groups have written under it: "
                                  "{}. Keep it."},
                                 known.number, notes));
        }
    }

    const EventState& state_;
    const Agenda& agenda_;
    std::string opens_;
    std::string closes_;
    std::vector<AgendaFault> faults_;
};

// When a round begins and ends, by the times of its questions.
struct RoundSpan {
    RoundNumber round = 1;
    std::string starts;
    std::int64_t starts_ms = 0;
    std::int64_t ends_ms = 0;
};

// Of the rounds that there are seats for, in the order of the evening.
std::vector<RoundSpan> round_spans(const EventState& state) {
    std::vector<RoundSpan> spans;
    const RoundNumber last = round_count(state);
    for (const AgendaQuestion& question : agenda_questions(state)) {
        const auto starts_ms = instant_of(question.starts);
        const auto ends_ms = instant_of(question.ends);
        if (!starts_ms || !ends_ms) continue;
        const RoundNumber round = std::min(question.round, last);
        if (spans.empty() || spans.back().round != round) {
            spans.push_back({round, question.starts, *starts_ms, *ends_ms});
        } else {
            spans.back().ends_ms = std::max(spans.back().ends_ms, *ends_ms);
        }
    }
    return spans;
}

FieldTexts changed_fields(const LatestFields *known, const AgendaQuestion& wanted) {
    FieldSetter<QuestionField> fields;
    const auto take = [&](QuestionField field, const std::string& value) {
        if (value != (known != nullptr ? known->get(field) : "")) fields.set(field, value);
    };
    const auto take_words = [&](QuestionField field, const std::string& value,
                                const Translations& translations) {
        set_changed_words(fields, field, value, translations, known);
    };
    take_words(QuestionField::title, wanted.title, wanted.titles);
    take_words(QuestionField::text, wanted.text, wanted.texts);
    take(QuestionField::starts, wanted.starts);
    take(QuestionField::ends, wanted.ends);
    take(QuestionField::round, wanted.name().empty() ? "" : std::to_string(wanted.round));
    return fields.take();
}

}  // namespace

std::vector<AgendaQuestion> agenda_questions(const EventState& state) {
    std::vector<AgendaQuestion> questions;
    RoundNumber round = 1;
    for (const auto& [number, fields] : state.questions()) {
        AgendaQuestion question{number,
                                fields.get(QuestionField::title),
                                fields.get(QuestionField::text),
                                fields.get(QuestionField::starts),
                                fields.get(QuestionField::ends),
                                parse_round(fields.get(QuestionField::round)).value_or(round),
                                fields.translations(QuestionField::title),
                                fields.translations(QuestionField::text)};
        if (question.name().empty()) continue;
        // Of a device that writes other times nothing is asked of them.
        for (std::string *time : {&question.starts, &question.ends}) {
            if (!is_local_time(*time)) time->clear();
        }
        round = question.round;
        questions.push_back(std::move(question));
    }
    return questions;
}

AgendaQuestion AgendaQuestion::in(std::string_view language) const {
    AgendaQuestion shown = *this;
    shown.title = in_language(title, titles, language);
    shown.text = in_language(text, texts, language);
    return shown;
}

void AgendaQuestion::keep_translations(const AgendaQuestion& before) {
    if (title == before.title) titles = before.titles;
    if (text == before.text) texts = before.texts;
}

std::vector<ProgrammeItem> parse_programme(const std::string& lines) {
    std::vector<ProgrammeItem> programme;
    for (const std::string_view line : split_text(lines, '\n')) {
        const std::string clock(line.substr(0, clock_length));
        if (line.size() < clock_length + 2 || !parse_clock(clock)) continue;
        programme.push_back({clock, std::string(line.substr(clock_length + 1))});
    }
    return programme;
}

std::vector<ProgrammeItem> programme_of(const EventState& state) {
    std::vector<ProgrammeItem> programme = parse_programme(state.setting(SettingField::programme));
    const Translations lines = state.settings().translations(SettingField::programme);
    for (std::size_t language = 0; language < lines.size(); ++language) {
        const std::vector<ProgrammeItem> said = parse_programme(lines[language]);
        if (said.size() != programme.size()) continue;
        for (std::size_t i = 0; i < said.size(); ++i) {
            if (said[i].title != programme[i].title) {
                programme[i].titles[language] = said[i].title;
            }
        }
    }
    return programme;
}

Agenda agenda_of(const EventState& state) {
    return {agenda_questions(state), programme_of(state)};
}

std::string write_programme(const std::vector<ProgrammeItem>& programme,
                            std::string_view language) {
    const auto further = further_language(language);
    const bool is_said = std::any_of(
        programme.begin(), programme.end(),
        [&](const ProgrammeItem& item) { return !further || !item.titles[*further].empty(); });
    if (!is_said) return "";
    std::string lines;
    for (const ProgrammeItem& item : programme) {
        lines += (lines.empty() ? "" : "\n") + item.starts + ' ' + item.title_in(language);
    }
    return lines;
}

std::optional<std::int64_t> meeting_ended_ms(const EventState& state) {
    const auto ended_ms = instant_of(state.setting(SettingField::ended));
    const auto starts_ms = instant_of(state.setting(SettingField::starts));
    if (ended_ms && starts_ms && *ended_ms < *starts_ms) return std::nullopt;
    return ended_ms;
}

std::vector<AgendaFault> check_agenda(const EventState& state, const Agenda& agenda) {
    return AgendaChecker(state, agenda).check();
}

std::vector<Body> change_agenda(const EventState& state, const Agenda& wanted) {
    std::vector<Body> bodies;
    const auto describe = [&](const AgendaQuestion& question) {
        const auto known = state.questions().find(question.number);
        FieldTexts fields =
            changed_fields(known == state.questions().end() ? nullptr : &known->second, question);
        if (fields.empty()) return;
        bodies.push_back(
            {{}, ActingRole::organiser, QuestionDescribed{question.number, std::move(fields)}});
    };
    for (const AgendaQuestion& question : wanted.questions) describe(question);
    for (const AgendaQuestion& known : agenda_questions(state)) {
        const bool is_kept =
            std::any_of(wanted.questions.begin(), wanted.questions.end(),
                        [&](const auto& kept) { return kept.number == known.number; });
        if (!is_kept) describe({known.number, "", "", "", "", 1});
    }
    if (wanted.programme != programme_of(state)) {
        FieldSetter<SettingField> fields;
        Translations translations;
        for (std::size_t i = 0; i < translations.size(); ++i) {
            translations[i] = write_programme(wanted.programme, further_languages[i]);
        }
        set_changed_words(fields, SettingField::programme, write_programme(wanted.programme),
                          translations, &state.settings());
        bodies.push_back({{}, ActingRole::organiser, SettingsDescribed{fields.take()}});
    }
    return bodies;
}

std::string time_of_evening(const EventState& state, const std::string& clock) {
    constexpr std::size_t date_length = 10;
    const std::string& starts = state.setting(SettingField::starts);
    const std::string& doors = state.setting(SettingField::doors);
    const std::string& ends = state.setting(SettingField::ends);
    const std::string& first = doors.empty() ? starts : doors;
    const std::string at = first.substr(0, date_length) + 'T' + clock;
    const std::string next_day = ends.substr(0, date_length) + 'T' + clock;
    return at < first && next_day <= ends ? next_day : at;
}

RoundNumber agenda_round_count(const Agenda& agenda) {
    RoundNumber count = 1;
    for (const AgendaQuestion& question : agenda.questions) {
        count = std::max(count, question.round);
    }
    return count;
}

RoundNumber round_count(const EventState& state) {
    return static_cast<RoundNumber>(std::max<std::size_t>(1, state.plan().size()));
}

RoundTime round_time(const EventState& state, std::int64_t wall_ms) {
    RoundTime time;
    const std::vector<RoundSpan> spans = round_spans(state);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const RoundSpan& span = spans[i];
        // A break between two rounds belongs to the second: people go where they are to sit.
        if (i > 0 && wall_ms < std::min(spans[i - 1].ends_ms, span.starts_ms)) break;
        time.now = span.round;
        time.starts = span.starts;
        time.changing_from.reset();
        if (i > 0 && wall_ms < span.starts_ms + changing_ms) {
            time.changing_from = spans[i - 1].round;
        }
    }
    return time;
}

std::string round_start(const EventState& state, RoundNumber round) {
    for (const AgendaQuestion& question : agenda_questions(state)) {
        if (question.round == round && !question.starts.empty()) return question.starts;
    }
    return "";
}

}  // namespace stormote
