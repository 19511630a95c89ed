// warraq-eval: how good a ranking is.
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "eval/command.h"

int main(int argc, char** argv) {
  try {
    return warraq::eval::run_command(std::vector<std::string>(argv + 1, argv + argc), std::cout,
                                     std::cerr);
  } catch (const std::exception& error) {
    std::cerr << "warraq-eval: internal error: " << error.what() << '\n';
    return 70;
  }
}
