// Names that would meet in a batch are found, and what only looks like it is not.
#include "support/meeting_names.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace ibtikar::test {
namespace {

/// "type A", "anonymous function f".
std::vector<std::string> told(const std::string& source) {
  std::vector<std::string> out;
  for (const Declaration& one : declarations_of(source)) {
    const char* const kinds[] = {"type ", "alias ", "function ", "value "};
    out.push_back((one.is_anonymous ? "anonymous " : "") + std::string(kinds[static_cast<int>(one.kind)]) +
                  one.name);
  }
  return out;
}

using Told = std::vector<std::string>;

TEST(Declarations, AreFoundInTheFormsThatWeUse) {
  EXPECT_EQ(told("struct A { int member(); };\nenum class B { one };\nclass C;\n"),
            (Told{"type A", "type B", "type C"}));
  EXPECT_EQ(told("enum F : int { kOne, kTwo = f(3, 4) };\nenum class G { kOne };\n"),
            (Told{"type F", "value kOne", "value kTwo", "type G"}));
  EXPECT_EQ(told("using D = E<int>;\nnamespace fs = std::filesystem;\nusing std::pair;\n"),
            (Told{"alias D", "alias fs"}));
  EXPECT_EQ(told("[[nodiscard]] std::map<int, A<B>> f(int a = g());\nint g() { return h(); }\n"),
            (Told{"function f", "function g"}));
  EXPECT_EQ(told("template <class T, std::size_t n>\nvoid f(T (&list)[n]) {\n  use(list);\n}\nint i;\n"),
            (Told{"function f", "value i"}));
  EXPECT_EQ(told("const auto k = [](int a) { return a; };\nconstexpr int kList[] = {1, 2};\nint n{3};\n"),
            (Told{"value k", "value kList", "value n"}));
}

TEST(Declarations, AreNotMembersOperatorsOrMacros) {
  EXPECT_EQ(told("int A::f() const { return 1; }\nA::A(int a) : a_(a), b_{a} { g(); }\n"), Told{});
  EXPECT_EQ(told("bool operator==(const A&, const A&);\nstatic_assert(true);\nTEST(Thing, Does) { f(); }\n"),
            Told{});
  EXPECT_EQ(told("// int f();\n#define X int g();\nconst char* const k = \"int h();\";\n"), Told{"value k"});
}

TEST(Declarations, KnowTheirNamespaceAndLine) {
  const std::string source = "namespace a {\nnamespace {\nint f();\n}  // namespace\nint g();\n}\n";
  EXPECT_EQ(told(source), (Told{"anonymous function f", "function g"}));
  EXPECT_EQ(declarations_of(source).back().line, 5U);
}

std::string anonymous(const std::string& code) { return "// x\nnamespace {\n" + code + "\n}\n"; }

TEST(NamesThatMeet, AreThoseOfOneFolder) {
  const std::vector<SourceFile> files = {{"src/a/one.cpp", anonymous("int f();")},
                                         {"src/a/two.cpp", anonymous("struct f {};")},
                                         {"src/b/one.cpp", anonymous("int f();")}};
  EXPECT_EQ(names_that_meet(files),
            (std::vector<Meeting>{{"src/a/two.cpp", 3, "\"f\" is also in src/a/one.cpp"}}));
}

TEST(NamesThatMeet, AreNoEqualAliases) {
  const SourceFile file = {"src/a/one.cpp", anonymous("using K = A::K;")};
  EXPECT_TRUE(names_that_meet({file, {"src/a/two.cpp", anonymous("using K  = A::K;")}}).empty());
  EXPECT_FALSE(names_that_meet({file, {"src/a/two.cpp", anonymous("using K = B::K;")}}).empty());
}

TEST(NamesThatMeet, AreFunctionsThatAnotherSourceOfTheFolderIncludes) {
  const std::vector<SourceFile> files = {{"src/a/h.h", "int f();\nstruct S { int g(); };\n"},
                                         {"src/b/one.cpp", "#include \"a/h.h\"\n"},
                                         {"src/b/two.cpp", anonymous("int f(int);\nint g();")},
                                         {"src/c/two.cpp", anonymous("int f(int);")}};
  EXPECT_EQ(
      names_that_meet(files),
      (std::vector<Meeting>{{"src/b/two.cpp", 3, "\"f\" hides the function of src/a/h.h from its batch"}}));
}

}  // namespace
}  // namespace ibtikar::test
