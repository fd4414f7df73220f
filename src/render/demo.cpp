#include "render/demo.hpp"

#include "base/escape.hpp"
#include "render/layout.hpp"
#include "render/shell_word.hpp"

namespace escalate {
namespace {

std::vector<std::string> commands(const Demonstration& demo) {
  const std::string now = demo.now.empty() ? "" : " --now " + shell_word(demo.now);
  return {"escalate overdue" + now, "escalate explain " + demo.overdue + now, "escalate status " + demo.urgent + now};
}

}  // namespace

std::string demo_text(const Demonstration& demo) {
  const std::string folder = shell_word(demo.folder);
  std::string text = wrapped("Made a workspace to try things in, with " + std::to_string(demo.cases.size()) +
                                 " made-up cases. Nothing in it is real, and nothing outside of it is touched.",
                             "", "") +
                     "Try:\n  cd " + shown(folder) + "\n";
  for (const std::string& command : commands(demo)) text += "  " + shown(command) + "\n";
  return text + "To be rid of it: rm -r " + shown(folder) + "\n";
}

std::string demo_json(const Demonstration& demo, const Envelope& envelope) {
  Json json = begin_json(envelope);
  json["workspace"] = demo.folder;
  json["cases"] = demo.cases;
  json["next"] = commands(demo);
  return text_of(json);
}

}  // namespace escalate
