#include "corpus/input/expansion.h"

namespace warraq::corpus {

bool Expansion::add(std::size_t bytes) {
  bytes_ += bytes;
  return bytes_ <= limit_.bytes ||
         bytes_ / limit_.factor <= bytes_read_.load(std::memory_order_relaxed) - before_;
}

std::string Expansion::failure() const {
  return "the file expands to more than " + std::to_string(limit_.factor) +
         " times its size, as decompression bombs do";
}

}  // namespace warraq::corpus
