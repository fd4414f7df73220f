#include "policy/graph.hpp"

#include <catch2/catch.hpp>

#include "unit/support/made_case.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

/// Returns `FROM KIND TO ROUTES` an edge.
std::string edges(const Policy& policy) {
  std::string text;
  for (const GraphEdge& edge : graph_of(policy).edges) {
    text += edge.from + " " + word_of(edge.kind) + " " + edge.to;
    for (const std::string& route : edge.routes) text += " " + route;
    text += "\n";
  }
  return text;
}

Policy policy_with(const std::string& routes) {
  return policy_of(R"(escalate: policy/1
id: test
title: T
partnership: P
edition: E
case-prefix: EX
calendar: england-and-wales
roles:
  a: {title: A, side: raising}
marks:
  risk: {title: At risk}
urgent:
  - {if: risk, say: Go., enter: [c, d], source: none}
stages:
  a: {title: A, owner: a, source: none}
  b: {title: B, owner: a, source: none}
  c: {title: C, owner: a, source: none}
  d: {title: D, owner: a, source: none}
routes:
)" + routes);
}

}  // namespace

TEST_CASE("a graph has the rungs of a route in a row, from its start to the end of the ladder") {
  CHECK(edges(policy_with("  r: {title: R, stages: [a, b, c, d]}\n")) ==
        "route-r start stage-a r\n"
        "stage-a next stage-b r\n"
        "stage-b next stage-c r\n"
        "stage-c next stage-d r\n"
        "stage-d finish finish r\n"
        "urgent-1 urgent stage-c\n"
        "urgent-1 urgent stage-d\n");
}

TEST_CASE("a choice fans out and comes together again") {
  CHECK(edges(policy_with("  r: {title: R, stages: [a, {one-of: [b, c]}, d]}\n"))
            .find("stage-a choice stage-b r\n"
                  "stage-a choice stage-c r\n"
                  "stage-b next stage-d r\n"
                  "stage-c next stage-d r\n") != std::string::npos);
}

TEST_CASE("a rung that may be passed over has a way past it, even at the end") {
  CHECK(edges(policy_with("  r: {title: R, stages: [a, {optional: b}, {optional: c}, d]}\n"))
            .find("stage-a optional stage-b r\n"
                  "stage-a optional stage-c r\n"
                  "stage-b optional stage-c r\n"
                  "stage-a past-optional stage-d r\n"
                  "stage-b past-optional stage-d r\n"
                  "stage-c next stage-d r\n") != std::string::npos);
  CHECK(edges(policy_with("  r: {title: R, stages: [a, b, c, {optional: d}]}\n"))
            .find("stage-c finish finish r\n"
                  "stage-d finish finish r\n") != std::string::npos);
}

TEST_CASE("a step that several routes share is one edge") {
  const std::string text =
      edges(policy_with("  r: {title: R, stages: [a, c, d]}\n  s: {title: S, stages: [b, c, d]}\n"));
  CHECK(text.find("stage-c next stage-d r s\n") != std::string::npos);
  CHECK(text.find("stage-a next stage-c r\n") != std::string::npos);
  CHECK(text.find("stage-b next stage-c s\n") != std::string::npos);
}

TEST_CASE("every stage is a node, one that is on no route too") {
  const Policy policy = policy_with("  r: {title: R, stages: [a, b]}\n");
  std::string ids;
  for (const GraphNode& node : graph_of(policy).nodes) ids += node.id + " ";
  CHECK(ids == "route-r stage-a stage-b stage-c stage-d urgent-1 finish ");
}
