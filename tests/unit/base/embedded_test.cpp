// What cmake/embed.cmake makes of a file with any byte in it.
#include "unit/base/embedded.h"

#include <gtest/gtest.h>

#include "support/places.h"
#include "support/temp_dir.h"

namespace ibtikar::test {
namespace {

TEST(Embedded, HoldsEveryByte) {
  EXPECT_EQ(every_byte().size(), 516u);
  EXPECT_TRUE(every_byte() == read_file(project_dir() + "/tests/data/embedded/every-byte.bin"));
}

}  // namespace
}  // namespace ibtikar::test
