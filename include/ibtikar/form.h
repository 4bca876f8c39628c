// Form: the questions of a rubric to hand out, all of them or those that a proposal leaves open,
// with room for answers. docs/formats.md, "Forms", says what each format has and how it is read
// again.
//
//   const Form form = blank_form(rubric);
//   render_form_html(form, "ar");                    // to print
//   const Form asked = form_of(rubric, proposal, questions_to_ask(scorer, sheet));
//   render_form_csv(asked, {.layout = FormLayout::sheet});
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ibtikar/open_questions.h"
#include "ibtikar/proposal.h"
#include "ibtikar/rubric.h"

namespace ibtikar {

struct FormQuestion {
  std::size_t number = 0;
  Answer given = {};        ///< what the proposal says already
  OpenQuestion asked = {};  ///< why it is asked; of a blank form: as it comes
};

struct Form {
  const Rubric* rubric = nullptr;       ///< outlives the form
  std::vector<FormQuestion> questions;  ///< in the order in which they are asked
  bool is_letter = false;               ///< it asks about one proposal
  Proposal proposal = {};               ///< that one: its id, title and so on
};

[[nodiscard]] Form blank_form(const Rubric& rubric);
/// What `asked` asks about `proposal`, in that order.
[[nodiscard]] Form form_of(const Rubric& rubric, const Proposal& proposal,
                           const std::vector<OpenQuestion>& asked);

/// To print and to fill in by hand; of a letter, to send. An empty language: the rubric's first.
[[nodiscard]] std::string render_form_html(const Form& form, const std::string& language);
[[nodiscard]] std::string render_form_markdown(const Form& form, const std::string& language);

/// A definition for SurveyJS, in all languages of the rubric; `language` is the one that shows first.
[[nodiscard]] std::string render_form_surveyjs(const Form& form, const std::string& language);

/// One row for each proposal, or one sheet for a proposal with a row for each question.
enum class FormLayout { rows, sheet };

struct FormTableOptions {
  std::string language;  ///< of the words in a sheet; empty: the rubric's first
  FormLayout layout = FormLayout::rows;
  bool byte_order_mark = false;
};
[[nodiscard]] std::string render_form_csv(const Form& form, const FormTableOptions& options);

}  // namespace ibtikar
