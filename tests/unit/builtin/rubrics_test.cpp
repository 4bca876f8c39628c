// An image is the rubric that the reader of texts makes: what the build did once is what a start would do.
#include "builtin/rubrics.h"

#include <string>

#include <gtest/gtest.h>

#include "builtin/files.h"
#include "codec/rubric/image.h"
#include "support/builtin_rubric.h"
#include "support/random_rubric.h"

namespace ibtikar {
namespace {

TEST(BuiltinRubrics, EqualWhatTheirTextsSay) {
  ASSERT_GE(builtin_images().size(), 2u);
  for (const EmbeddedFile& image : builtin_images()) {
    const Rubric parsed = test::builtin_rubric(std::string(image.name));
    const std::optional<Rubric> read = builtin_rubric(image.name);
    ASSERT_TRUE(read) << image.name;
    EXPECT_TRUE(read->parts() == parsed.parts()) << image.name;
    EXPECT_EQ(read->parts().digest, parsed.parts().digest) << image.name;
    // Equality leaves out where a condition was written; the bytes have that, too.
    EXPECT_TRUE(encode_image(parsed) == image.text) << image.name;
    EXPECT_EQ(read->find(parsed.full_id(parsed.question_count() - 1)), parsed.question_count() - 1);
  }
}

TEST(BuiltinRubrics, AreAllOfTheFolder) {
  for (const EmbeddedFile& file : builtin_files()) {
    const std::string id(file.name.substr(0, file.name.find(".json")));
    const bool is_rubric = id.find_first_of("/.") == std::string::npos && !id.starts_with("starter") &&
                           !id.starts_with("extension");
    EXPECT_EQ(builtin_rubric(id).has_value(), is_rubric) << id;
  }
}

TEST(RubricImage, KeepsEverythingThatARubricCanHave) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const Rubric rubric = test::random_rubric(seed).rubric;
    const std::string image = encode_image(rubric);
    const Rubric read = decode_image(image);
    EXPECT_TRUE(read.parts() == rubric.parts()) << seed;
    EXPECT_TRUE(encode_image(read) == image) << seed;
    EXPECT_EQ(read.question_count(), rubric.question_count()) << seed;
  }
}

TEST(RubricImage, ThatIsCutOffIsReadToItsEndAndNoFurther) {
  const Rubric rubric = test::random_rubric(1).rubric;
  const std::string image = encode_image(rubric);
  for (std::size_t size = 0; size < image.size(); ++size) {
    const std::string cut = image.substr(0, size);  // of its own, so that a sanitizer sees its end
    EXPECT_LE(decode_image(cut).question_count(), rubric.question_count()) << size;
  }
  EXPECT_EQ(decode_image({}).question_count(), 0u);
}

}  // namespace
}  // namespace ibtikar
