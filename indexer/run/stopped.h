#pragma once

namespace warraq::indexer {

/// Thrown inside a writer that was asked to stop; caught before the library's boundary.
class Stopped {};

}  // namespace warraq::indexer
