#include "yaml/settings_writer.hpp"

#include "yaml/event_text.hpp"

namespace escalate {

std::string settings_text(const Settings& settings) {
  const std::string by =
      settings.by.empty() ? "# by: Designated safeguarding lead" : "by: " + double_quoted(settings.by);
  const std::string policy =
      settings.policy.empty() ? "# policy: wiltshire" : "policy: " + double_quoted(settings.policy);
  return "# yaml-language-server: $schema=policies/schema/settings.schema.json\n"
         "# How this service uses escalate; nothing here moves a date. Write jobs, never names.\n"
         "# 'escalate config' shows what holds.\n"
         "escalate: settings/1\n"
         "\n"
         "# Your job: who writes, where a command is given no --by.\n" +
         by + "\n\n# The policy, or the procedure of several editions, that 'open' follows without --policy.\n" +
         policy +
         "\n\n"
         "# The jobs that fill a policy's roles in your service; 'escalate policy show ID' lists its roles.\n"
         "# service:\n"
         "#   wiltshire:\n"
         "#     worker: Class teacher\n"
         "\n"
         "# Commit each change to git, where this folder is a repository.\n"
         "# commit: true\n";
}

}  // namespace escalate
