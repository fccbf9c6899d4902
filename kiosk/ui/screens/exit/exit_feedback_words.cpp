#include "kiosk/ui/screens/exit/exit_feedback_words.h"

namespace stormote {

namespace {

ExitFeedbackWords say(const Texts& texts, Sentence title, Sentence text) {
    return {texts.get(title), texts.get(text)};
}

ExitFeedbackWords nobody(const Texts& texts) {
    return say(texts, Sentence{"You are no longer on our list"},
               Sentence{"Ask the staff, they will help you."});
}

}  // namespace

ExitFeedbackWords exit_feedback_words(FeedbackOutcome outcome, const Texts& texts) {
    switch (outcome) {
        case FeedbackOutcome::kept:
            return say(texts, Sentence{"Thank you!"}, Sentence{"What you told us has been saved."});
        case FeedbackOutcome::empty:
            return say(texts, Sentence{"There was nothing to send"},
                       Sentence{"You have not written anything, or the questions have changed."});
        case FeedbackOutcome::too_long:
            return say(texts, Sentence{"That is too long"},
                       Sentence{"Your text is still there: shorten it and send it again."});
        case FeedbackOutcome::unreachable:
            return say(texts, Sentence{"We do not know how to reach you"},
                       Sentence{"There is neither a telephone number nor an e-mail address in your "
                                "registration. Write one of them on the next page."});
        case FeedbackOutcome::nobody:
            break;
    }
    return nobody(texts);
}

ExitFeedbackWords exit_feedback_words(Joining outcome, const Texts& texts) {
    switch (outcome) {
        case Joining::joined:
            return say(texts, Sentence{"Thank you!"}, Sentence{"Your association has joined."});
        case Joining::joined_already:
            return say(texts, Sentence{"Your association has joined already"},
                       Sentence{"Somebody has already declared it. Everything is fine."});
        case Joining::no_agreement:
            return say(texts, Sentence{"There is nothing to join any more"},
                       Sentence{"The organiser has removed it."});
        case Joining::no_organisation:
            return say(texts, Sentence{"You are not registered for an association"},
                       Sentence{"Do you represent one anyway? Ask the staff, they will help you."});
        case Joining::municipality:
            return say(
                texts, Sentence{"The municipality has already joined"},
                Sentence{
                    "Only associations can join, and you are registered for the municipality."});
        case Joining::nobody:
            break;
    }
    return nobody(texts);
}

}  // namespace stormote
