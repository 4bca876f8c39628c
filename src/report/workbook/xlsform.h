// A form as an XLSForm, which ODK and Kobo take: sheets survey, choices and settings.
#pragma once

#include "ibtikar/form.h"
#include "report/workbook/workbook.h"

namespace ibtikar {

/// In all languages of the rubric. `language` comes first: it is the form's default. Empty: the
/// rubric's first.
void add_xlsform(Workbook& book, const Form& form, const std::string& language);

}  // namespace ibtikar
