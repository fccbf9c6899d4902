// Personal sections: the tables of an extract, each from what the record says of one person. Pure.
//
// Sources: personal_fields.cpp, personal_tables.cpp.
#pragma once

#include "kiosk/documents/personal/personal_record.h"

namespace stormote {

// Every text that was ever written of them, and whether it still stands.
[[nodiscard]] Table registration_fields(const PersonalRecord& record);
// What they were told or agreed to when they registered at the kiosk.
[[nodiscard]] Table consents(const PersonalRecord& record);
[[nodiscard]] Table represented_organisations(const PersonalRecord& record);
// As whom organisations are written to.
[[nodiscard]] Table register_contacts(const PersonalRecord& record);
[[nodiscard]] Table personal_tickets(const PersonalRecord& record);
[[nodiscard]] Table personal_check_ins(const PersonalRecord& record);
// Where they were planned, told and moved to sit, and which groups they lead.
[[nodiscard]] Table personal_groups(const PersonalRecord& record);
[[nodiscard]] Table personal_notes(const PersonalRecord& record);
// In which of what others wrote their name stands.
[[nodiscard]] Table named_in_words(const PersonalRecord& record);
[[nodiscard]] Table personal_messages(const PersonalRecord& record);
[[nodiscard]] Table personal_mails(const PersonalRecord& record);
[[nodiscard]] Table owned_follow_up(const PersonalRecord& record);
// At which tables of earlier meetings they sat, as far as numbers that name nobody tell it.
[[nodiscard]] Table earlier_meetings(const PersonalRecord& record);
[[nodiscard]] Table refused_erasures(const PersonalRecord& record);
[[nodiscard]] Table erasures(const PersonalRecord& record);

}  // namespace stormote
