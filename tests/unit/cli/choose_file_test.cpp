// The name that is offered for a new answers file.
#include "cli/ask/choose_file.h"

#include <gtest/gtest.h>

#include <string>

namespace ibtikar::cli {
namespace {

TEST(SuggestedFile, IsMadeOfTheTitlesLettersInAnyScript) {
  EXPECT_EQ(suggested_file("Garden on the roof!"), "garden-on-the-roof.json");
  EXPECT_EQ(suggested_file("صندوق الحيّ، ٢٠٢٦"), "صندوق-الحي-2026.json");
  EXPECT_EQ(suggested_file("../../etc/passwd"), "etc-passwd.json");
  EXPECT_EQ(suggested_file("?!"), "proposal.json");
  EXPECT_LE(suggested_file(std::string(500, 'x')).size(), 66u);
}

}  // namespace
}  // namespace ibtikar::cli
