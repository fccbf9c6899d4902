#include "kiosk/ui/screens/pairing/let_in_presenter.h"

#include <utility>

#include "sync/base/local_time.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

constexpr std::int64_t look_again_ms = 1'000;

}  // namespace

bool LetInPresenter::is_allowed() const {
    return office_ != nullptr && desk_.may(OperationKind::settings_described);
}

void LetInPresenter::open() {
    is_open_ = true;
    role_ = DeviceRole::door;
    ask_for_code();
}

void LetInPresenter::close() {
    if (!std::exchange(is_open_, false)) return;
    withdraw();
    // What is being made is withdrawn once it is there.
    problem_.reset();
}

void LetInPresenter::withdraw() {
    if (!code_) return;
    desk_.do_quietly([office = office_, code = *std::exchange(code_, std::nullopt)](Desk&) {
        try {
            office->withdraw(code);
        } catch (const MachineFailure&) {
            // It ends by itself in a quarter of an hour.
        }
    });
}

void LetInPresenter::ask_for_code() {
    withdraw();
    problem_.reset();
    is_used_ = false;
    if (std::exchange(is_busy_, true)) return;
    desk_.ask(
        scope_,
        [office = office_, role = role_](Desk& desk) {
            return std::pair(role, office->issue(desk, role));
        },
        [this](std::pair<DeviceRole, Result<PairingCode>> answer) {
            is_busy_ = false;
            auto& [role, code] = answer;
            if (code) {
                code_ = *std::move(code);
            } else {
                problem_ = code.error();
            }
            if (!is_open_) return withdraw();
            if (role != role_) ask_for_code();
        },
        [this](const Error& error) {
            is_busy_ = false;
            problem_ = error;
        });
}

void LetInPresenter::look(Ui& ui) {
    if (code_ && clock_.wall_ms() >= code_->until_ms) withdraw();
    if (!code_) return;
    const std::int64_t now_ms = ui.now_ms();
    if (!looked_ms_ || now_ms - *looked_ms_ >= look_again_ms) {
        looked_ms_ = now_ms;
        if (!std::exchange(is_looking_, true)) {
            desk_.ask(
                scope_,
                [office = office_, code = *code_](Desk&) {
                    return std::pair(code.device, office->was_used(code));
                },
                [this](const std::pair<std::string, bool>& answer) {
                    is_looking_ = false;
                    if (!answer.second || !code_ || code_->device != answer.first) return;
                    is_used_ = true;
                    code_.reset();
                },
                [this](const Error&) { is_looking_ = false; });
        }
    }
    ui.wake_at(*looked_ms_ + look_again_ms);
}

StatusLine LetInPresenter::status(const Texts& texts) const {
    if (problem_) return {texts.get(*problem_), true};
    if (is_used_) return {texts.get({"The screen has come. It fetches the event now."}), false};
    if (code_) {
        return {texts.get(Sentence{"The code works once, until {}."}, clock_text(code_->until_ms)),
                false};
    }
    if (is_busy_) return {texts.get({"A code is being made …"}), false};
    return {texts.get({"The code works no more. Make a new one."}), true};
}

std::optional<FrameIntent> LetInPresenter::draw(Ui& ui, const FrameView& frame) {
    look(ui);
    const LetInView view{frame, role_, code_ ? &*code_ : nullptr, status(ui.texts()), is_busy_};
    const auto intent = draw_let_in(ui, view);
    if (!intent) return std::nullopt;
    ui.wake_at(ui.now_ms());
    std::optional<FrameIntent> to;
    std::visit(Match{[this](const ChooseLetInRole& chosen) {
                         role_ = chosen.role;
                         ask_for_code();
                     },
                     [this](const AskForCode&) { ask_for_code(); },
                     [&to](const FrameIntent& chosen) { to = chosen; }},
               *intent);
    return to;
}

}  // namespace stormote
