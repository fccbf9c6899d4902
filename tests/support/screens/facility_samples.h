// The facilitator's and the organiser's screens, and the rarer ways through the door, in every
// state worth looking at: part of screen_samples.
#pragma once

#include "tests/support/screens/screen_samples.h"

namespace stormote {

void add_board_samples(std::vector<ScreenSample>& samples, const std::string& language);
void add_conflict_samples(std::vector<ScreenSample>& samples, const std::string& language);
void add_follow_up_samples(std::vector<ScreenSample>& samples, const std::string& language);
void add_exit_feedback_samples(std::vector<ScreenSample>& samples, const std::string& language);
void add_organiser_samples(std::vector<ScreenSample>& samples, const std::string& language);
void add_pairing_samples(std::vector<ScreenSample>& samples, const std::string& language);
void add_personal_samples(std::vector<ScreenSample>& samples, const std::string& language);
void add_ready_samples(std::vector<ScreenSample>& samples, const std::string& language);
void add_staff_samples(std::vector<ScreenSample>& samples, const std::string& language);
void add_way_samples(std::vector<ScreenSample>& samples, const std::string& language);
void add_table_samples(std::vector<ScreenSample>& samples, const std::string& language);
void add_wall_page_samples(std::vector<ScreenSample>& samples, const std::string& language);

}  // namespace stormote
