#include "yaml/read.hpp"

#include <utility>

#include "base/fault_order.hpp"
#include "yaml/bytes.hpp"
#include "yaml/libyaml_reader.hpp"
#include "yaml/yamlcpp_reader.hpp"

namespace escalate {
namespace {

tl::unexpected<Faults> refuse(Faults faults) {
  put_in_file_order(faults);
  return tl::make_unexpected(std::move(faults));
}

}  // namespace

tl::expected<Document, Faults> read_yaml(std::string file, std::string bytes, Opinions opinions,
                                         std::size_t most_bytes) {
  if (Faults faults = check_bytes(file, bytes, most_bytes); !faults.empty()) return refuse(std::move(faults));
  auto document = read_with_libyaml(std::move(file), std::move(bytes));
  if (!document) return refuse(std::move(document).error());
  if (opinions == Opinions::libyaml_only) return document;
  if (Faults faults = second_opinion(*document); !faults.empty()) return refuse(std::move(faults));
  return document;
}

}  // namespace escalate
