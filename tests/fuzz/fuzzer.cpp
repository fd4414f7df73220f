// libFuzzer's door to the target named when this is compiled.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string wrong = escalate::fuzz::ESCALATE_FUZZ_TARGET(bytes);
  if (wrong.empty()) return 0;
  std::fprintf(stderr, "MISBEHAVIOUR: %s\n", wrong.c_str());
  std::abort();
}
