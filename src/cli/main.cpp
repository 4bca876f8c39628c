// The program. Everything is in app.h.
#include "cli/app.h"

int main(int argc, char** argv) { return ibtikar::cli::run_program(argc, argv); }
