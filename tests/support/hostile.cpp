// See hostile.h.
#include "support/hostile.h"

namespace ibtikar::test {

std::vector<std::string> hostile_texts() {
  std::string marks = "x";
  for (int i = 0; i < 300; ++i) marks += "\u0301";
  return {
      // The terminal
      "\x1B[2J\x1B[31mred",
      "\x1B]0;title\x07",
      "\x1B]8;;http://evil.example\x1B\\link\x1B]8;;\x1B\\",
      "\x1B]52;c;ZXZpbA==\x07",
      "\x1BP+q\x1B\\",
      "\xC2\x9B"
      "31m",
      "a\bb\rc\x7F",
      std::string("a\0b", 3),
      // Forged lines
      "title\n\u2714 approved 95",
      "one\r\ntwo",
      "one\u2028two\u2029three",
      // Direction
      "\u202Egnp.exe",
      "\u202Aa\u202Bb\u202Cc\u202D",
      "\u2066a\u2067b\u2068c",
      "a\u2069b\u2069c",
      "\u200Fa\u200Eb\u061C",
      "x\U000E0041\U000E007F",
      "zero\u200Bwidth\uFEFF",
      // HTML
      "<script>document.title='PWNED'</script>",
      "\"><img src=x onerror=document.title='PWNED'>",
      "' onmouseover='document.title=1",
      "</style><script>document.title='PWNED'</script>",
      "</title></script><b>",
      "<!-- -->",
      "]]><svg onload=document.title='PWNED'>",
      "javascript:document.title='PWNED'",
      "&lt;b&gt;&amp;#x22;",
      "<a href=\"http://evil.example\">x</a>",
      "<iframe src=//evil.example>",
      "<meta http-equiv=refresh content=0;url=//evil.example>",
      // Markdown
      "[x](javascript:alert(1))",
      "![x](http://evil.example/p.png)",
      "# heading",
      "| a | b |",
      "```",
      "- item",
      "1. item",
      "> quote",
      "http://evil.example",
      "<http://evil.example>",
      "*bold* _it_ ~~no~~ `code`",
      "a  ",
      "    code",
      "---",
      "\\",
      // Formulas
      "=1+1",
      "+1",
      "-1",
      "@SUM(1)",
      "\t=1+1",
      "\r=1+1",
      " =1+1",
      "a;=1+1",
      "a,=1+1",
      "a|=1+1",
      "\"=1+1",
      "\uFF1D1+1",
      "=HYPERLINK(\"http://evil.example\")",
      "=cmd|' /C calc'!A0",
      "'=1",
      "\"quoted\"",
      "a;b,c\"d",
      // Templates
      "{{title}}",
      "{{{title}}}",
      "{{#rows}}x",
      "{{>partial}}",
      "{{=<% %>=}}",
      // Files and formats
      "../../etc/passwd",
      "%s%n",
      "{}{0}",
      marks,
      std::string(5000, 'x'),
      std::string(300, ' '),
  };
}

}  // namespace ibtikar::test
