#include "kiosk/desk/lists/foreign_list.h"

#include "kiosk/desk/lists/list_files.h"
#include "kiosk/lists/limited_child.h"

namespace stormote {

Result<std::shared_ptr<ListReview>> open_foreign_list(const std::filesystem::path& file,
                                                      RowMemory memory) {
    const auto bytes = read_list_file(file);
    if (!bytes) {
        return input_error({"{} cannot be read. Is the stick still plugged in? Nothing was read "
                            "in."},
                           file.filename().string());
    }
    const ListSource source(bytes.value());
    const auto tried = run_limited([&source] {
        const ListReview review(source);
        return Bytes{};
    });
    if (!tried) {
        return input_error({"{} takes too long or too much memory to read. Save the list anew as "
                            "Excel or CSV."},
                           file.filename().string());
    }
    return std::make_shared<ListReview>(source, std::move(memory));
}

}  // namespace stormote
