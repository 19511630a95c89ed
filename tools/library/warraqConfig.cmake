# find_package(warraq 0.1) gives warraq::warraq. What it is made with is its own affair: nothing else has
# to be found.
include("${CMAKE_CURRENT_LIST_DIR}/warraqTargets.cmake")
