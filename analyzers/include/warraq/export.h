// What libwarraq gives to those who link it.
#pragma once

/// Before a class or function of a public header: everything else is hidden in the shared library.
#define WARRAQ_EXPORT [[gnu::visibility("default")]]
