#include "cli/workspace_files.hpp"

namespace escalate {

std::string workspace_readme() {
  return R"(# Disagreements about the safety of children

`escalate` keeps each disagreement between agencies here as a text file, a *case*, and each partnership's procedure as
another, a *policy*. **If a child is in danger now, do not start here: call the police or children's social care.**

## What may be written here

* **References, not names.** Write your own reference for the child, and jobs for people: no name, date of birth,
  address, telephone number or picture, of a child, a family or a colleague. Free texts too: "the mother", "the social
  worker".
* **Pseudonymous, not anonymous.** Whoever has the list of references knows which child is meant, and a story can be
  recognised. These files are personal data. Keep that list elsewhere.
* **Nothing is deleted.** What was wrong is corrected with `escalate correct`, and stays in the file. If a file goes
  into git, git never forgets it, not even after it was removed, and every copy has the whole history.
* What must be kept in a child's own record belongs there. This is no case management system.

## Who may read it

Only those whose work it is. The folder was made so that nobody but its owner can open it. To share it with colleagues on
one computer, give it to a group: `chgrp -R GROUP .`, then `chmod -R g+rwX,o= .`, then
`find . -type d -exec chmod g+s {} +`. If you keep it in git, the repository must be **private**, and lie where your
service keeps confidential records. Keep it as long as your service's retention schedule says, and no longer.

## What to type

    escalate open                 # a disagreement begins: it asks what it needs to know
    escalate overdue              # each morning: what needs acting on
    escalate status               # every case that is not closed
    escalate status K7QXM         # one case, and what to type next
    escalate explain K7QXM        # why each of its dates is what it is
    escalate history K7QXM        # what happened, day by day
    escalate check                # is every file in order?
    escalate help                 # every command

## What is here

* `cases/`: a file for each case. Do not edit one; the commands write them, and every entry carries a seal.
* `policies/`: the procedures, with the bank holidays in `calendars/`. Compare them with what your partnership
  publishes; a new edition is a new file.
* `escalate.yaml`: your job, your policy, and the jobs that fill its roles in your service.
)";
}

}  // namespace escalate
