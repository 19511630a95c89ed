#include "warraq/version.h"

namespace warraq {

const char* version() noexcept { return WARRAQ_VERSION; }

}  // namespace warraq
