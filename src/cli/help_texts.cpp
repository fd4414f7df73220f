#include "cli/help_texts.hpp"

#include <algorithm>

#include "cli/help_pages.hpp"

namespace escalate {
namespace {

constexpr std::string_view program_summary = "escalate - disagreements between agencies about the safety of a child";

constexpr std::string_view program_usage =
    "escalate [-C DIR] [--now TIME] [--format text|json|csv]\n"
    "         [--color auto|always|never] COMMAND ...";

constexpr std::string_view program_options =
    "Options, before or after the command\n"
    "  -C DIR                     the folder that holds policies/ and cases/, if it\n"
    "                             is not this one or above it\n"
    "  --now TIME                 take TIME as the time it is\n"
    "  --format text|json|csv     how to print (text)\n"
    "  --color auto|always|never  colour in text (auto: on a terminal)\n"
    "  -h, --help                 this help; after a command, the help of the command\n"
    "  --version                  the version of the program\n"
    "\n"
    "TIME is 2026-11-05, 2026-11-05T16:40, 16:40 (today), today or yesterday.\n"
    "What begins with '-' follows an option's '=' (-C=-old) or stands after '--'.\n";

constexpr std::string_view case_to_write =
    "CASE is the id of a case, NY-2026-K7QXM, or its last five letters, K7QXM.\n";

constexpr std::string_view case_to_read =
    "CASE is the id of a case, NY-2026-K7QXM, or its last five letters, K7QXM; the\n"
    "first three of these will do.\n";

constexpr std::string_view text_note =
    "TEXT of several words goes in quotes; - reads standard input. Name no people.\n";

constexpr std::string_view writing_at =
    "When and who\n"
    "  --at TIME  when it happened, if not now: 2026-11-05, 2026-11-05T16:40, 16:40\n"
    "             (today), today or yesterday\n";

constexpr std::string_view writing_options =
    "  --by JOB   the job of whoever did it, never a name, if it is not the one in\n"
    "             escalate.yaml\n"
    "  --dry-run  say what would be written, and write nothing\n"
    "  --allow-personal\n"
    "             write it though a text holds an NHS number or another personal\n"
    "             detail; its kind is noted with it\n";

constexpr std::string_view shared_options =
    "Every command also takes -C DIR, --now TIME, --format text|json|csv,\n"
    "--color auto|always|never, -h or --help, and --version: see 'escalate --help'.\n";

/// Returns a paragraph of its own, or nothing.
std::string paragraph(std::string_view heading, std::string_view text) {
  if (text.empty()) return {};
  return "\n" + std::string(heading) + (heading.empty() ? "" : "\n") + std::string(text);
}

std::string indented(std::string_view text) {
  std::string lines = "  ";
  for (std::size_t i = 0; i < text.size(); ++i) {
    lines += text[i];
    if (text[i] == '\n' && i + 1 < text.size()) lines += "  ";
  }
  return lines;
}

bool takes(const HelpPage& page, std::string_view word) { return page.usage.find(word) != std::string_view::npos; }

/// Says how CASE is written, where the command takes one.
std::string_view note_on_case(const HelpPage& page) {
  if (!takes(page, " CASE") && !takes(page, "[CASE]")) return {};
  return page.writes ? case_to_write : case_to_read;
}

/// Says how TEXT is written, where the command takes one.
std::string note_on_text(const HelpPage& page) {
  const std::size_t place = page.usage.find(" TEXT");
  if (place == std::string_view::npos) return {};
  const std::string dashed = "TEXT that begins with '-' is written ";
  if (takes(page, "CASE TEXT"))
    return std::string(text_note) + dashed + "after --, as in:\nescalate note K7QXM -- \"-5 degrees\".\n";
  const std::size_t option = page.usage.rfind("--", place);
  return std::string(text_note) + dashed + "after =: " + std::string(page.usage.substr(option, place - option)) +
         "=\"-5 degrees\".\n";
}

std::string note_on_writing(const HelpPage& page) {
  if (!page.writes) return {};
  return std::string(page.takes_at ? writing_at : "Who\n") + std::string(writing_options);
}

std::string text_of(const HelpPage& page) {
  return "escalate " + std::string(page.command) + " - " + std::string(page.summary) + "\n\n" + indented(page.usage) +
         "\n" + paragraph("", page.about) + paragraph("", note_on_case(page)) + paragraph("Options", page.options) +
         paragraph("", note_on_writing(page)) + paragraph("", note_on_text(page)) +
         paragraph("Example", indented(page.example)) + paragraph("", shared_options);
}

/// Returns a line for each page: its command, filled to a column, and what it does.
std::string listed(const HelpGroup& group) {
  constexpr std::size_t width = 18;
  std::string lines;
  for (const HelpPage& page : group.pages) {
    const std::size_t blanks = width - page.command.size();
    lines += "  " + std::string(page.command) + std::string(blanks, ' ') + std::string(page.summary) + "\n";
  }
  return lines;
}

std::string program_text() {
  std::string text = std::string(program_summary) + "\n\n" + indented(program_usage) + "\n";
  for (const HelpGroup& group : help_groups()) text += paragraph(group.title, listed(group));
  return text + paragraph("", program_options) +
         "\nEach command has its help and an example: escalate help open\n"
         "In the source folder: man ./man/escalate.1\nTo read more: man escalate\n";
}

/// Returns the pages of the commands whose first word is `group`.
HelpGroup pages_of(std::string_view group) {
  HelpGroup result{group, {}};
  for (const HelpGroup& one : help_groups())
    for (const HelpPage& page : one.pages)
      if (page.command.starts_with(std::string(group) + " ")) result.pages.push_back(page);
  return result;
}

/// The help of a first word that several commands share: `policy`.
std::string group_text(std::string_view name, std::string_view what) {
  const HelpGroup group = pages_of(name);
  const std::string first = "escalate " + std::string(name);
  std::string seconds;
  for (const HelpPage& page : group.pages)
    seconds += (seconds.empty() ? " " : "|") + std::string(page.command.substr(name.size() + 1));
  return first + " - " + std::string(what) + "\n\n  " + first + seconds + " ...\n" + paragraph("", listed(group)) +
         paragraph("Example", indented("escalate help " + std::string(group.pages.back().command) + "\n")) +
         paragraph("", shared_options);
}

const HelpPage* page_of(std::string_view command) {
  for (const HelpGroup& group : help_groups())
    for (const HelpPage& page : group.pages)
      if (page.command == command) return &page;
  return nullptr;
}

}  // namespace

std::string help_text(std::string_view command) {
  if (command.empty()) return program_text();
  if (command == "policy") return group_text(command, "the procedures of the partnerships");
  if (command == "calendar") return group_text(command, "the bank holidays that working days step over");
  const HelpPage* page = page_of(command);
  return page ? text_of(*page) : std::string();
}

std::string usage_of(std::string_view command) {
  if (command.empty()) return std::string(program_usage);
  const HelpPage* page = page_of(command);
  return page ? std::string(page->usage) : std::string();
}

}  // namespace escalate
