// What a search takes for the same word.
#include "base/search_key.h"

#include <gtest/gtest.h>

namespace ibtikar {
namespace {

TEST(SearchKey, TakesSpellingsOfOneWordForOne) {
  for (const char* spelling : {"مسؤول", "مسئول", "مسوول", "مَسْؤُول", "مســؤول"})
    EXPECT_EQ(search_key(spelling), search_key("مسؤول")) << spelling;
  EXPECT_EQ(search_key("شئون"), search_key("شؤون"));
  EXPECT_EQ(search_key("أدوار"), search_key("ادوار"));
  EXPECT_EQ(search_key("خطّة"), search_key("خطه"));
  EXPECT_EQ(search_key("CAFÉ"), search_key("cafe"));
  EXPECT_NE(search_key("سؤال"), search_key("سهل"));
}

}  // namespace
}  // namespace ibtikar
