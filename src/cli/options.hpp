#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace escalate {

/// What was typed, one struct a command. Everything stays text until the command reads it; absent means not given.
using Text = std::optional<std::string>;

enum class Format { text, json, csv };
enum class Color { automatic, always, never };

/// The options every command takes.
struct GlobalOptions {
  Text dir;
  Text now;
  Format format = Format::text;
  Color color = Color::automatic;
};

/// The options of commands that write to a case.
struct WritingOptions {
  Text at;
  Text by;
  bool dry_run = false, allow_personal = false;
  std::vector<std::string> kept = {};  ///< answers that stand although personal details in them were told of
};

struct InitOptions {
  Text folder, by, default_policy;
  std::vector<std::string> policies;
  bool git = false;
};
struct DemoOptions {
  Text folder;
};
struct ConfigOptions {};

struct PolicyListOptions {};
struct PolicyShowOptions {
  std::string policy;
};
struct PolicyCheckOptions {
  Text file, against;
};
struct PolicyTimetableOptions {
  std::string policy;
  Text from, route;
  std::vector<std::string> marks;
};
struct PolicyCompareOptions {
  std::string first, second;
  Text from, route;
  std::vector<std::string> marks;
};
struct PolicyGraphOptions {
  std::string policy;
  bool mermaid = false;
};

struct OpenOptions : WritingOptions {
  Text policy, route, to, because, child, raising, raising_kind, receiving, receiving_kind, theme, concern, sought, id;
  std::vector<std::string> marks;
};
struct NoteOptions : WritingOptions {
  std::string case_id;
  Text text;
};
struct MarkOptions : WritingOptions {
  std::string case_id;
  Text mark;
  bool clear = false;
};
struct DoneOptions : WritingOptions {
  std::string case_id;
  Text duty, stage, role, note, not_needed;
  bool all = false;
};
struct AgreeOptions : WritingOptions {
  std::string case_id;
  std::vector<std::string> until;
  Text limit_or_duty, with;
};
struct ExtendOptions : WritingOptions {
  std::string case_id;
  std::vector<std::string> until;
  Text limit_or_duty, because, agreed_with;
};
struct AdvanceOptions : WritingOptions {
  std::string case_id;
  Text to, route, because;
};
struct HaltOptions : WritingOptions {
  std::string case_id;
  Text because;
};
struct ResumeOptions : WritingOptions {
  std::string case_id;
};
struct AssignOptions : WritingOptions {
  std::string case_id;
  Text role, to;
};
struct ResolveOptions : WritingOptions {
  std::string case_id;
  Text outcome, next_steps, result;
};
struct CloseOptions : WritingOptions {
  std::string case_id;
  Text because;
};
struct ReopenOptions : WritingOptions {
  std::string case_id;
  Text to, because;
};
struct CorrectOptions : WritingOptions {
  std::string case_id;
  Text event, because;
  std::vector<std::string> values;
  bool void_case = false;
};

struct StatusOptions {
  Text case_id, child;
  bool all = false, forecast = false;
};
struct OverdueOptions {
  Text within, policy;
  std::vector<std::string> only;
  bool exit_code = false, heartbeat = false;
};
struct ExplainOptions {
  std::string case_id;
};
struct HistoryOptions {
  std::string case_id;
};
struct DeadlineOptions {
  Text from;
  std::vector<std::string> duration;
  Text calendar, count_from;
  bool batch = false;
};
struct CheckOptions {
  bool history = false;
};
struct CalendarShowOptions {
  Text calendar, year;
};
struct CalendarImportOptions {
  std::string file;
  bool yes = false, dry_run = false;
};

struct MergeDriverOptions {
  std::string base, ours, theirs;
  Text path, marker_size;
};

// clang-format off
using Options = std::variant<
    InitOptions,
    DemoOptions,
    ConfigOptions,
    PolicyListOptions,
    PolicyShowOptions,
    PolicyCheckOptions,
    PolicyTimetableOptions,
    PolicyCompareOptions,
    PolicyGraphOptions,
    OpenOptions,
    NoteOptions,
    MarkOptions,
    DoneOptions,
    AgreeOptions,
    ExtendOptions,
    AdvanceOptions,
    HaltOptions,
    ResumeOptions,
    AssignOptions,
    ResolveOptions,
    CloseOptions,
    ReopenOptions,
    CorrectOptions,
    StatusOptions,
    OverdueOptions,
    ExplainOptions,
    HistoryOptions,
    DeadlineOptions,
    CheckOptions,
    CalendarShowOptions,
    CalendarImportOptions,
    MergeDriverOptions>;
// clang-format on

}  // namespace escalate
