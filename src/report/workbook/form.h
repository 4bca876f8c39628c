// A form as a workbook: drop-down lists of what can be answered, and help as comments.
#pragma once

#include <string>

#include "ibtikar/form.h"
#include "report/workbook/workbook.h"

namespace ibtikar {

/// An empty language: the rubric's first.
void add_form(Workbook& book, const Form& form, const FormTableOptions& options);

}  // namespace ibtikar
