#include "cli/demo_cases.hpp"

#include <algorithm>
#include <chrono>

#include "time/words.hpp"

namespace escalate {
namespace {

using Words = std::vector<std::string>;

/// A case in the making: what happened to it, and how many days ago.
class Story {
 public:
  Story(Date today, std::string prefix, std::string letters)
      : m_today(today), m_prefix(std::move(prefix)), m_letters(std::move(letters)) {}

  Story& opened(int days_ago, const char* clock, Words words) {
    const auto year = static_cast<int>(std::chrono::year_month_day{day(days_ago)}.year());
    words.insert(words.begin(), {"open", "--id", m_prefix + "-" + std::to_string(year) + "-" + m_letters});
    steps.push_back({day(days_ago), clock, std::move(words)});
    return *this;
  }

  Story& then(int days_ago, const char* clock, Words words) {
    words.insert(words.begin() + 1, m_letters);
    steps.push_back({day(days_ago), clock, std::move(words)});
    return *this;
  }

  Date day(int days_ago) const { return m_today - std::chrono::days{days_ago}; }

  std::vector<DemoStep> steps;

 private:
  Date m_today;
  std::string m_prefix;
  std::string m_letters;
};

Words between(const char* policy, const char* raising, const char* raising_kind, const char* receiving,
              const char* receiving_kind, const char* child, const char* theme, const char* concern) {
  return {"--policy",    policy,    "--raising",        raising,        "--raising-kind", raising_kind,
          "--receiving", receiving, "--receiving-kind", receiving_kind, "--child",        child,
          "--theme",     theme,     "--concern",        concern};
}

Words with(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

Story urgent(Date today) {
  Story story(today, "WI", urgent_demo_case);
  story.opened(2, "09:40",
               between("wiltshire", "Example Primary School", "education", "Example Children's Services", "social-care",
                       "D-1001", "levels-of-need",
                       "The referral was closed without a visit. The child came to school with a bruise again."));
  story.then(2, "10:05", {"done", "consult-first", "--note", "With the head teacher, in person."});
  story.then(1, "15:20", {"mark", "imminent-risk"});
  return story;
}

Story overdue(Date today) {
  Story story(today, "NY", overdue_demo_case);
  story.opened(8, "10:20",
               with(between("north-yorkshire", "Example Nursery", "early-years", "Example Health Visiting Team",
                            "health", "D-1002", "communication", "Nobody answers letters about missed appointments."),
                    {"--mark", "disputed-decision=" + iso(story.day(9))}));
  story.then(6, "14:00", {"note", "Rang twice, left a message each time."});
  return story;
}

Words leeds(const char* child, const char* concern) {
  return between("leeds-2022", "Example Youth Club", "voluntary", "Example Housing Association", "housing", child,
                 "thresholds", concern);
}

Story due_today(Date today) {
  Story story(today, "LE", "7QKD3");
  story.opened(6, "11:15", leeds("D-1003", "The family has had no heating for three weeks."));
  story.then(5, "16:30", {"agree", iso(today), "--for", "stage-1"});
  story.then(5, "16:31", {"done", "discuss-first"});
  return story;
}

Story due_soon(Date today) {
  Story story(today, "LE", "R8C2V");
  story.opened(9, "10:00", leeds("D-1004", "The child's bedroom is damp, and the repair was called off."));
  story.then(4, "09:30", {"advance", "--to", "2", "--because", "The practitioners do not agree who is to act."});
  story.then(3, "13:45", {"agree", iso(today + std::chrono::days{1}), "--for", "stage-2"});
  return story;
}

Story without_a_date(Date today) {
  Story story(today, "KE", "4KVRF");
  story.opened(3, "15:50",
               between("kent", "Example Community Hospital", "health", "Example Police", "police", "D-1005",
                       "information-sharing", "We were not told of the call-out to the house."));
  return story;
}

Story resolved(Date today) {
  Story story(today, "WI", "E0ZTB");
  story.opened(10, "09:15",
               between("wiltshire", "Example Secondary School", "education", "Example Children's Services",
                       "social-care", "D-1006", "levels-of-need", "No early help plan was made after the assessment."));
  story.then(10, "09:20", {"done", "consult-first"});
  story.then(8, "10:00", {"advance", "--because", "The social worker was on leave; the managers speak."});
  story.then(7, "12:30", {"done", "record-actions", "--all"});
  story.then(7, "12:35", {"resolve", "--outcome", "A plan is made with the family this week.", "--result", "changed"});
  return story;
}

Story halted(Date today) {
  Story story(today, "NY", "8MFAY");
  story.opened(4, "10:40",
               with(between("north-yorkshire", "Example Special School", "education", "Example Children's Services",
                            "social-care", "D-1007", "communication", "The school was not asked to the review."),
                    {"--mark", "disputed-decision=" + iso(story.day(4))}));
  story.then(3, "11:10", {"advance", "--to", "3", "--because", "No answer from the team."});
  story.then(2, "09:00", {"halt", "--because", "A strategy meeting is called; both sides wait for it."});
  return story;
}

Story in_time(Date today) {
  Story story(today, "WI", "6SJNC");
  story.opened(1, "14:10",
               between("wiltshire", "Example Surgery", "health", "Example Children's Services", "social-care", "D-1008",
                       "levels-of-need", "The contact was passed to another county without a word."));
  return story;
}

}  // namespace

std::vector<DemoStep> demo_steps(Date today) {
  std::vector<DemoStep> steps;
  for (const auto& story : {urgent(today), overdue(today), due_today(today), due_soon(today), without_a_date(today),
                            resolved(today), halted(today), in_time(today)})
    steps.insert(steps.end(), story.steps.begin(), story.steps.end());
  return steps;
}

bool is_demo_case(std::string_view id) {
  constexpr std::size_t prefix = 2, letters = 5;  // of WI-2026-P1HW8: the year is that of the day
  const auto alike = [&](const DemoStep& step) {
    const std::string_view made = step.words[2];
    return step.words.front() == "open" && made.size() == id.size() && made.substr(0, prefix) == id.substr(0, prefix) &&
           made.substr(made.size() - letters) == id.substr(id.size() - letters);
  };
  const auto steps = demo_steps(Date{});
  return std::any_of(steps.begin(), steps.end(), alike);
}

}  // namespace escalate
