#include "render/mermaid.hpp"

#include <catch2/catch.hpp>

#include "unit/support/made_case.hpp"

using namespace escalate;
using namespace escalate::test;

TEST_CASE("what Mermaid, HTML or Markdown might take for its own is written as entities") {
  CHECK(mermaid_text("Stage 3a, plain (as it is): 10.5 / 2 - it's") == "Stage 3a, plain (as it is): 10.5 / 2 - it's");
  CHECK(mermaid_text("\"]; x[\"") == "#34;#93;#59; x#91;#34;");
  CHECK(mermaid_text("a#b; <b>&amp;") == "a#35;b#59; #60;b#62;#38;amp#59;");
  CHECK(mermaid_text("`*_{}|%~^$@!?=+\\") == "#96;#42;#95;#123;#125;#124;#37;#126;#94;#36;#64;#33;#63;#61;#43;#92;");
}

TEST_CASE("a colon stays only before a blank, because Mermaid cuts off the end of style:...#...;") {
  CHECK(mermaid_text("style: x:#1; z:") == "style: x#58;#35;1#59; z#58;");
}

TEST_CASE("line breaks become blanks, hidden characters are shown, other languages stay") {
  CHECK(mermaid_text("one\ntwo") == "one two");
  CHECK(mermaid_text("a\xE2\x80\xAE"
                     "b") == "a#92;u202eb");
  CHECK(mermaid_text("caf\xC3\xA9 \xE4\xBD\xA0") == "caf\xC3\xA9 \xE4\xBD\xA0");
}

TEST_CASE("the marks that Mermaid itself puts around entities are entities too") {
  CHECK(mermaid_text("\xEF\xAC\x82\xC2\xB0\xC2\xB0"
                     "34\xC2\xB6\xC3\x9F") ==
        "#64258;\xC2\xB0\xC2\xB0"
        "34#182;\xC3\x9F");
}

TEST_CASE("no id of a policy is a word of Mermaid's, since each has the kind before it") {
  const Policy policy = policy_of(R"(escalate: policy/1
id: test
title: T
partnership: P
edition: E
case-prefix: EX
calendar: england-and-wales
roles:
  a: {title: A, side: raising}
stages:
  end: {title: end, owner: a, within: 5 days, source: none}
  graph-x: {title: '"end"', owner: a, source: none}
routes:
  subgraph: {title: click, stages: [end, graph-x]}
)");
  CHECK(mermaid_of(graph_of(policy), policy, "d") ==
        "flowchart TD\n"
        "  accTitle: T\n"
        "  accDescr: d\n"
        "  route_subgraph([\"Route subgraph: click\"])\n"
        "  stage_end[\"Stage end: end<br/>Who: A<br/>Time: 5 days\"]\n"
        "  stage_graph_x[\"Stage graph-x: #34;end#34;<br/>Who: A<br/>Time: none of its own\"]\n"
        "  finish([\"The end of the ladder\"])\n"
        "  route_subgraph --> stage_end\n"
        "  stage_end --> stage_graph_x\n"
        "  stage_graph_x --> finish\n");
}
